#include "annotate/thing_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// How much prominence counts against the article: from a town to a world city, a factor of a hundred or more.
constexpr float place_weight = 6;
constexpr float body_weight = 3;
constexpr float own_name_weight = 2.5F;  // it is the one that is called so everywhere
// What stands beside the name outweighs all else.
constexpr float beside_weight = 8;
constexpr float place_margin = 1;  // a factor of three in likelihood
constexpr float body_margin = 1.5F;
constexpr float organisation_margin = 0.5F;
constexpr float stateless_share = 0.3F;  // of what belongs to no state: whatever states are named
constexpr float absent_share = -1;       // of what belongs to a state that is not named
// So likely it must be where the name alone would mean another city, or no body at all.
constexpr float town_score = 0.75F;
constexpr float body_score = 0.7F;
constexpr float fame_score = 0.8F;  // of two organisations neither of whose states is named

// In how much of all news a state is named: six articles of ten for the most prominent, one of fifty for a small one.
float base_rate(float prominence) { return 0.02F + 0.6F * std::pow(prominence, 8.0F); }

bool is_organisation(EntityType type) {
  return type == EntityType::GovernmentBody || type == EntityType::Organization || type == EntityType::Council ||
         type == EntityType::InternationalOrganization || type == EntityType::NewsAgency;
}

bool is_place(EntityType type) { return type == EntityType::State || type == EntityType::Place; }

bool names_as_such(NameKind kind) {
  return kind == NameKind::label || kind == NameKind::alias || kind == NameKind::acronym || kind == NameKind::contextual;
}

}  // namespace

// Things by this very name, states and places alike; by a capital's name only the city.
std::vector<ThingFitter::Candidate> ThingFitter::candidates(std::uint32_t mention) const {
  std::vector<Candidate> out;
  for (const Name& name : set_.knowledge.lookup(set_.document.text(set_.mention(mention).range))) {
    if (!is_place(set_.knowledge.item(name.item).type) || !names_as_such(name.kind)) continue;
    const auto same = std::find_if(out.begin(), out.end(), [&](const Candidate& c) { return c.item == name.item; });
    const bool contextual = name.kind == NameKind::contextual;
    if (same == out.end())
      out.push_back({name.item, contextual, 0, false, false});
    else
      same->contextual = same->contextual && contextual;
  }
  return out;
}

// Is the item, or what it is part of, the place that the text names beside the mention? Or is the item the place that another
// name is set in?
bool ThingFitter::stands_beside(std::uint32_t mention, ItemId id) const {
  const Item item = set_.knowledge.item(id);
  for (const ItemId place : signs_.beside(mention))
    if (place == item.state || place == item.parent || place == id) return true;
  const std::uint32_t placed = signs_.places_what(mention);
  if (placed == no_chain) return false;
  for (const Candidate& other : candidates(placed)) {
    const Item thing = set_.knowledge.item(other.item);
    if (thing.type == EntityType::Place && (thing.state == id || thing.parent == id)) return true;
  }
  return false;
}

// The logarithm of how much likelier the article's names are if it speaks of something of this state.
float ThingFitter::state_support(ItemId state, std::uint32_t mention, const std::string& form) const {
  constexpr float named_if_meant = 0.9F;
  constexpr int most = 4;
  const float base = base_rate(set_.knowledge.item(state).prominence);
  const int count = signs_.count(state, form);
  if (count == 0 && state != signs_.home()) return std::log((1 - named_if_meant) / (1 - base));
  float out = std::log(named_if_meant / base);
  if (count == 0) return 0.5F * out;
  out += (1 - base) * 0.3F * static_cast<float>(std::min(count, most) - 1);
  if (signs_.in_sentence(state, set_.mention(mention).tokens.begin, form)) out += 0.7F * (1 - base);
  if (state == signs_.home()) out += 1;
  return out;
}

// A body without its state is of the state that the article is about; one that it names in passing speaks for little.
float ThingFitter::share_of(ItemId state, std::uint32_t mention, const std::string& form) const {
  constexpr int most = 6;
  float out = 0.5F * static_cast<float>(std::min(most, signs_.count(state, form)));
  if (signs_.in_sentence(state, set_.mention(mention).tokens.begin, form)) out += 0.7F;
  if (state == signs_.home()) out += 1.5F;
  return out + 0.4F * std::log(out > 0 ? 0.8F / base_rate(set_.knowledge.item(state).prominence) : 0.5F);
}

void ThingFitter::weigh_place(std::uint32_t mention, Candidate& candidate, const std::string& form) const {
  const Item item = set_.knowledge.item(candidate.item);
  candidate.score = place_weight * item.prominence;
  if (item.type == EntityType::State) {
    // Named by its adjective, capital or people, too?
    const int count = signs_.count(candidate.item, form);
    candidate.support = count > 0;
    candidate.score += count > 0 ? 1 + 0.3F * static_cast<float>(std::min(count, 4)) : -1.8F;
  } else {
    if (item.state != no_item) candidate.score += state_support(item.state, mention, form);
    candidate.support = item.state != no_item && signs_.count(item.state, form) > 0;
    if (item.parent != no_item && signs_.count(item.parent, form) > 0) {
      candidate.score += 2;
      candidate.support = true;
    }
    // The parts of a state are named together.
    if (item.klass == "Region") {
      const int inside = signs_.count(candidate.item, form);
      const int others = signs_.siblings(item);
      const float together = static_cast<float>(std::min(2, inside)) + 0.4F * static_cast<float>(std::min(2, others));
      candidate.score += inside > 0 || others > 0 ? together : -1.5F;
    }
  }
  candidate.beside = stands_beside(mention, candidate.item);
  if (candidate.beside) candidate.score += beside_weight;
}

// Does the article name no other state more often than that of the item?
bool ThingFitter::is_subject(ItemId item, const std::string& form) const {
  const int own = signs_.count(set_.knowledge.item(item).state, form);
  return std::none_of(signs_.states().begin(), signs_.states().end(),
                      [&](ItemId state) { return signs_.count(state, form) > own; });
}

ThingFit ThingFitter::decide(std::vector<Candidate> found, float margin) {
  if (found.empty()) return {};
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  const Candidate& best = found.front();
  ThingFit out;
  out.shared = found.size() > 1;
  if (found.size() > 1 && best.score - found[1].score < margin) return out;
  float sum = 0;
  for (const Candidate& candidate : found) sum += std::exp(candidate.score - best.score);
  out.item = best.item;
  out.score = std::min(0.98F, 1 / sum);
  out.reason = best.beside    ? "name and the place beside it"
               : !out.shared  ? "name"
               : best.support ? "name and what else the article names"
                              : "name and fame";
  return out;
}

ThingFit ThingFitter::place(std::uint32_t mention) const {
  // Who few know has to be meant if another place stands beside the name; a great city more likely stands in a list.
  constexpr float great = 0.5F;
  constexpr float world_city = 0.65F;  // Geneva, Vienna: a town of that name needs its region beside it
  const std::string form = fold(set_.form(mention));
  std::vector<Candidate> found = candidates(mention);
  for (Candidate& candidate : found) weigh_place(mention, candidate, form);
  const bool told = !signs_.beside(mention).empty();
  const bool settled = std::any_of(found.begin(), found.end(), [](const Candidate& c) { return c.beside; });
  // A town that has its name with a great city only where its state is named, and that more often than the city's.
  bool namesakes = false;
  int named = 0;
  for (const Candidate& c : found) {
    if (c.contextual) continue;
    const Item item = set_.knowledge.item(c.item);
    const ItemId state = item.type == EntityType::State ? c.item : item.state;
    namesakes = state != no_item;
    if (!namesakes) break;
    named = std::max(named, signs_.count(state, form));
  }
  const bool famous = std::any_of(found.begin(), found.end(), [&](const Candidate& c) {
    return !c.contextual && set_.knowledge.item(c.item).prominence >= world_city;
  });
  const auto is_town = [&](const Candidate& c) {
    return namesakes && !famous && c.support && signs_.count(set_.knowledge.item(c.item).state, form) > named;
  };
  const bool refused = 0 < std::erase_if(found, [&](const Candidate& c) {
                         const Item item = set_.knowledge.item(c.item);
                         const bool elsewhere =
                             told && !settled && item.type == EntityType::Place && item.state != no_item && item.prominence < great;
                         return elsewhere || (c.contextual && !c.beside && !is_town(c));
                       });
  ThingFit out = decide(found, place_margin);
  out.shared = out.shared || refused;
  for (const Candidate& c : found)
    if (c.item == out.item && c.contextual && !c.beside && (named > 0 || out.score < town_score || !is_subject(c.item, form)))
      out.item = no_item;
  return out;
}

// Bodies that the states of the article, and that in which it was written, call so among themselves.
std::vector<ItemId> ThingFitter::bodies_of_states(std::string_view form) const {
  std::vector<ItemId> states = signs_.states();
  if (signs_.home() != no_item && std::find(states.begin(), states.end(), signs_.home()) == states.end())
    states.push_back(signs_.home());
  std::vector<ItemId> out;
  for (const ItemId state : states) {
    const std::string label(set_.knowledge.item(state).label);
    for (const std::string& whole :
         {label + "'s " + std::string(form), std::string(form) + " of " + label, label + " " + std::string(form)})
      for (const Name& name : set_.knowledge.lookup(whole)) {
        const Item item = set_.knowledge.item(name.item);
        if (item.type == EntityType::GovernmentBody && item.state == state &&
            std::find(out.begin(), out.end(), name.item) == out.end())
          out.push_back(name.item);
      }
  }
  return out;
}

// "the Ohio Senate", "the Zanzibar Parliament": of a part of a state, right before the name.
bool ThingFitter::is_of_part(std::uint32_t mention) const {
  const std::uint32_t begin = set_.mention(mention).tokens.begin;
  for (const Mention& before : set_.document.mentions) {
    if (before.tokens.end != begin || before.kind != MentionKind::name) continue;
    bool part = false;
    for (const Name& name : set_.knowledge.lookup(set_.document.text(before.range))) {
      const Item item = set_.knowledge.item(name.item);
      if (item.type == EntityType::State) return false;
      part = part || (item.type == EntityType::Place && (item.klass == "Region" || item.klass == "Territory"));
    }
    return part;
  }
  return false;
}

ThingFit ThingFitter::body(std::uint32_t mention, std::string_view form) const {
  if (is_of_part(mention)) return {};
  std::vector<Candidate> found;
  const std::string folded = fold(form);
  const auto add = [&](ItemId id, bool own_name) {
    const Item item = set_.knowledge.item(id);
    // One of each state: its own bodies of one name are told apart by fame, in the order in which they come.
    if (std::any_of(found.begin(), found.end(),
                    [&](const Candidate& c) { return set_.knowledge.item(c.item).state == item.state; }))
      return;
    Candidate candidate{id, !own_name, body_weight * item.prominence, false, signs_.count(item.state, folded) > 0};
    candidate.score += share_of(item.state, mention, folded);
    candidate.beside = stands_beside(mention, id);
    if (candidate.beside) candidate.score += beside_weight;
    if (own_name) candidate.score += own_name_weight;
    found.push_back(candidate);
  };
  for (const Name& name : set_.knowledge.lookup(form)) {
    const Item item = set_.knowledge.item(name.item);
    if (item.type == EntityType::GovernmentBody && item.state != no_item && names_as_such(name.kind) &&
        name.kind != NameKind::contextual)
      add(name.item, true);
  }
  for (const ItemId id : bodies_of_states(form)) add(id, false);
  const bool told = !signs_.beside(mention).empty();
  std::erase_if(found, [&](const Candidate& c) { return told && !c.beside; });
  ThingFit out = decide(found, body_margin);
  if (out.item == no_item) return out;
  // Of one state that is named in passing, the body may be another's that goes without saying.
  const Candidate& best = *std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return c.item == out.item; });
  const ItemId state = set_.knowledge.item(out.item).state;
  const bool in_passing = signs_.count(state, folded) < 2 && !signs_.in_sentence(state, set_.mention(mention).tokens.begin, folded);
  if (best.contextual && !best.beside && ((in_passing && state != signs_.home()) || out.score < body_score)) return {};
  out.by_state = best.contextual;
  out.shared = found.size() > 1 || best.contextual;
  if (!best.beside) out.reason = best.contextual ? "name and the states of the article" : "name and fame";
  return out;
}

ThingFit ThingFitter::organisation(std::uint32_t mention) const {
  std::vector<Candidate> found;
  std::set<ItemId> states;
  const std::string form = fold(set_.form(mention));
  for (const Name& name : set_.knowledge.lookup(set_.document.text(set_.mention(mention).range))) {
    const Item item = set_.knowledge.item(name.item);
    const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate& c) { return c.item == name.item; });
    if (known || !is_organisation(item.type) || !names_as_such(name.kind) || name.kind == NameKind::contextual) continue;
    const bool support = item.state != no_item && signs_.count(item.state, form) > 0;
    const bool absent = item.state != no_item && !support && item.state != signs_.home();
    const float share = item.state == no_item ? stateless_share : absent ? absent_share : share_of(item.state, mention, form);
    found.push_back({name.item, false, body_weight * item.prominence + share, false, support});
    states.insert(item.state);
  }
  if (states.size() < 2) return {};
  ThingFit out = decide(found, organisation_margin);
  const auto best = std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return c.item == out.item; });
  const bool by_fame = best != found.end() && !best->support && set_.knowledge.item(best->item).state != no_item;
  if (by_fame && out.score < fame_score) out.item = no_item;
  return out;
}

// "Congress", "Senate": so many states call theirs that the best known is meant only where nothing speaks for another.
bool ThingFitter::is_common_noun(std::uint32_t mention) const {
  const std::string form = lower(set_.form(mention));
  return form.find(' ') == std::string::npos && set_.words.is_head(form);
}

bool ThingFitter::belongs_elsewhere(std::uint32_t mention, const Item& item) const {
  constexpr int subject = 2;
  if (item.type == EntityType::GovernmentBody && item.state != no_item && is_of_part(mention)) return true;
  if (item.type == EntityType::GovernmentBody && item.state != no_item && is_common_noun(mention)) {
    const std::string form = fold(set_.form(mention));
    return signs_.count(item.state, form) == 0 && item.state != signs_.home() &&
           std::any_of(signs_.states().begin(), signs_.states().end(),
                       [&](ItemId state) { return signs_.count(state, form) >= subject; });
  }
  if (item.klass != "Party" || item.state == no_item) return false;
  for (const ItemId place : signs_.beside(mention))
    if (set_.knowledge.item(place).type == EntityType::State) return place != item.state;
  const std::vector<ItemId>& states = signs_.states();
  return !states.empty() && std::find(states.begin(), states.end(), item.state) == states.end() && item.state != signs_.home();
}

}  // namespace entente
