#include "annotate/thing_signs.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

bool is_state(const Knowledge& knowledge, const Name& name) { return knowledge.item(name.item).type == EntityType::State; }

bool is_part_of_state(const Item& item) {
  return item.type == EntityType::Place && (item.klass == "Region" || item.klass == "Territory");
}

// The item that a form means unless something speaks against it: the most prominent, if it is so by far.
ItemId usual_meaning(const Knowledge& knowledge, std::span<const Name> names) {
  constexpr float clear = 0.2F;
  const Name* best = nullptr;
  float second = 0;
  for (const Name& name : names) {
    if (name.kind == NameKind::surname || name.kind == NameKind::contextual) continue;
    const float prominence = knowledge.item(name.item).prominence;
    if (best == nullptr || prominence > knowledge.item(best->item).prominence) {
      if (best != nullptr && best->item != name.item) second = std::max(second, knowledge.item(best->item).prominence);
      best = &name;
    } else if (name.item != best->item) {
      second = std::max(second, prominence);
    }
  }
  if (best == nullptr || is_state(knowledge, *best)) return best == nullptr ? no_item : best->item;
  return knowledge.item(best->item).prominence - second >= clear ? best->item : no_item;
}

bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

ThingSigns::ThingSigns(const ChainSet& set)
    : set_(set), beside_(set.document.mentions.size()), places_what_(set.document.mentions.size(), no_chain) {
  const auto count = static_cast<std::uint32_t>(set.document.mentions.size());
  for (std::uint32_t i = 0; i < count; ++i) collect(i);
  std::set<ItemId> states;
  for (const Sign& sign : signs_)
    if (set.knowledge.item(sign.place).type == EntityType::State) states.insert(sign.place);
  states_.assign(states.begin(), states.end());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (set.mention(i).kind != MentionKind::name || set.mention(i).type == EntityType::Person) continue;
    look_after(i);
    if (beside_[i].empty()) look_before(i);
    if (beside_[i].empty()) look_for_office(i);
  }
  find_home();
}

void ThingSigns::add(ItemId place, std::uint32_t mention, const std::string& form) {
  if (place != no_item) signs_.push_back({place, set_.mention(mention).tokens.begin, form});
}

// The state of all whom the knowledge base knows by this full name.
ItemId ThingSigns::person_state(const Mention& mention) const {
  if (mention.tokens.size() < 2) return no_item;
  ItemId state = no_item;
  for (const Name& name : set_.knowledge.lookup(set_.document.text(mention.range))) {
    const Item item = set_.knowledge.item(name.item);
    if (item.type != EntityType::Person || item.state == no_item) continue;
    if (state != no_item && state != item.state) return no_item;
    state = item.state;
  }
  return state;
}

void ThingSigns::collect(std::uint32_t at) {
  const Mention& mention = set_.mention(at);
  const std::string form = fold(set_.form(at));
  if (mention.type == EntityType::Person && mention.kind == MentionKind::name) return add(person_state(mention), at, form);
  const ItemId meant = usual_meaning(set_.knowledge, set_.knowledge.lookup(set_.document.text(mention.range)));
  if (meant == no_item) return;
  const Item item = set_.knowledge.item(meant);
  if (item.type == EntityType::State) return add(meant, at, form);
  if (item.type != EntityType::Place && item.type != EntityType::GovernmentBody) return;
  if (is_part_of_state(item)) add(meant, at, form);
  add(item.parent, at, form);
  add(item.state, at, form);
}

int ThingSigns::count(ItemId place, std::string_view but_form) const {
  return static_cast<int>(
      std::count_if(signs_.begin(), signs_.end(), [&](const Sign& s) { return s.place == place && s.form != but_form; }));
}

bool ThingSigns::in_sentence(ItemId place, std::uint32_t token, std::string_view but_form) const {
  const Range sentence = sentence_tokens(set_.document, token);
  return std::any_of(signs_.begin(), signs_.end(),
                     [&](const Sign& s) { return s.place == place && s.form != but_form && sentence.contains(s.token); });
}

int ThingSigns::siblings(const Item& region) const {
  std::set<ItemId> found;
  for (const Sign& sign : signs_) {
    const Item item = set_.knowledge.item(sign.place);
    if (is_part_of_state(item) && item.state == region.state && item.key != region.key) found.insert(sign.place);
  }
  return static_cast<int>(found.size());
}

// The longest mention that begins at the token.
const Mention* ThingSigns::name_from(std::uint32_t token) const {
  const Mention* best = nullptr;
  for (const Mention& mention : set_.document.mentions)
    if (mention.tokens.begin == token && (best == nullptr || mention.tokens.size() > best->tokens.size())) best = &mention;
  return best;
}

// States and regions that a name can stand for; with `cities` the states of its cities, too, as of capitals.
std::vector<ItemId> ThingSigns::places_of(const Mention& mention, bool cities) const {
  std::vector<ItemId> out;
  for (const Name& name : set_.knowledge.lookup(set_.document.text(mention.range))) {
    const Item item = set_.knowledge.item(name.item);
    if (item.type == EntityType::State && name.kind != NameKind::metonym && (cities || name.kind != NameKind::capital))
      out.push_back(name.item);
    else if (is_part_of_state(item) && name.kind != NameKind::contextual)
      out.push_back(name.item);
    else if (cities && item.type == EntityType::Place && name.kind != NameKind::contextual && item.state != no_item)
      out.push_back(item.state);
  }
  return out;
}

// Is the name behind a comma one of a list: "Oslo, Chile and Peru", "Oslo, Chile, Peru"?
bool ThingSigns::is_listed(const Mention& name) const {
  static constexpr std::array<std::string_view, 4> joins = {"and", "or", "&", "as"};
  const Range sentence = sentence_tokens(set_.document, name.tokens.begin);
  const std::uint32_t next = name.tokens.end;
  if (next >= sentence.end) return false;
  const std::string word = lower(set_.document.form(next));
  if (one_of(word, joins)) return true;
  if (word != "," || next + 1 >= sentence.end) return false;
  const std::string after = lower(set_.document.form(next + 1));
  if (after == "and" || after == "or") {
    // "in Toledo, Ohio, and said": no list, where no name follows.
    const std::uint32_t third = next + 2 < sentence.end && lower(set_.document.form(next + 2)) == "the" ? next + 3 : next + 2;
    return name_from(third) != nullptr;
  }
  const Mention* third = name_from(next + 1);
  return third != nullptr && !places_of(*third, true).empty() && third->type != EntityType::Person;
}

// "X, P", "X in P", "X in northern P", "X (P)".
void ThingSigns::look_after(std::uint32_t at) {
  static constexpr std::array<std::string_view, 3> links = {"in", "(", ","};
  static constexpr std::array<std::string_view, 9> sides = {"northern", "southern",  "eastern",   "western",   "central",
                                                            "the",      "northeast", "southeast", "north-west"};
  const Document& document = set_.document;
  const Mention& mention = set_.mention(at);
  const Range sentence = sentence_tokens(document, mention.tokens.begin);
  std::uint32_t next = mention.tokens.end;
  if (next + 1 >= sentence.end) return;
  const std::string link = lower(document.form(next));
  if (!one_of(link, links)) return;
  const bool body = mention.type != EntityType::Place && mention.type != EntityType::State;
  if (body && link == ",") return;
  ++next;
  while (link == "in" && next + 1 < sentence.end && one_of(lower(document.form(next)), sides)) ++next;
  const Mention* name = name_from(next);
  if (name == nullptr || name->kind != MentionKind::name || name->type == EntityType::Person) return;
  if (link == "(" && (name->tokens.end >= sentence.end || document.form(name->tokens.end) != ")")) return;
  if (link == "," && is_listed(*name)) return;
  beside_[at] = places_of(*name, body);
  if (!beside_[at].empty()) places_what_[static_cast<std::size_t>(name - document.mentions.data())] = at;
}

// "the Spanish city of X", "Spain's X", "the Ruritanian port X".
void ThingSigns::look_before(std::uint32_t at) {
  constexpr std::uint32_t longest = 6;
  const Document& document = set_.document;
  const Range sentence = sentence_tokens(document, set_.mention(at).tokens.begin);
  const bool body = set_.mention(at).type != EntityType::Place && set_.mention(at).type != EntityType::State;
  std::uint32_t token = set_.mention(at).tokens.begin;
  for (std::uint32_t steps = 0; token > sentence.begin && steps < longest; ++steps) {
    --token;
    const std::string word = lower(document.form(token));
    const Mention* other = mention_at(document, token);
    if (other != nullptr) {
      const bool owner = other->kind == MentionKind::adjective || word == "'s" || steps > 0;
      if (owner && other->type == EntityType::State && places_of(*other, true).size() < 3) beside_[at] = places_of(*other, true);
      return;
    }
    const bool possessive = word == "'s" || word == "\xE2\x80\x99s";
    if (possessive && steps == 0) continue;
    if (possessive || (body && word == "of")) return;
    const Token& t = document.tokens[token];
    if (word != "of" && !set_.words.is(t.lemma, NameWord::place_apposition) && t.upos != Upos::ADJ) return;
  }
}

// "Foreign Ministry spokeswoman Ada Lind": whom the knowledge base knows serves a state.
void ThingSigns::look_for_office(std::uint32_t at) {
  constexpr std::uint32_t longest = 4;
  const Document& document = set_.document;
  if (set_.mention(at).type != EntityType::GovernmentBody) return;
  const Range sentence = sentence_tokens(document, set_.mention(at).tokens.begin);
  const std::uint32_t end = set_.mention(at).tokens.end;
  for (std::uint32_t token = end; token < sentence.end && token < end + longest; ++token) {
    if (const Mention* name = name_from(token); name != nullptr) {
      if (token == end || name->type != EntityType::Person) return;
      if (const ItemId state = person_state(*name); state != no_item) beside_[at] = {state};
      return;
    }
    if (document.tokens[token].upos != Upos::NOUN && document.tokens[token].upos != Upos::PROPN) return;
  }
}

void ThingSigns::find_home() {
  const Document& document = set_.document;
  static constexpr std::array<std::string_view, 6> dashes = {"(", "\xE2\x80\x94", "\xE2\x80\x93", "-", "--", "/"};
  constexpr std::size_t first_sentences = 3;
  for (std::size_t s = 0; s < std::min(first_sentences, document.sentences.size()); ++s) {
    const Range sentence = document.sentences[s].tokens;
    const Mention* name = name_from(sentence.begin);
    if (name == nullptr || name->tokens.end >= sentence.end || name->kind != MentionKind::name) continue;
    const std::string_view text = document.text(name->range);
    const bool capitals = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!one_of(document.form(name->tokens.end), dashes) && !(capitals && document.form(name->tokens.end) == ",")) continue;
    const auto index = static_cast<std::size_t>(name - document.mentions.data());
    const std::vector<ItemId> places = beside_[index].empty() ? places_of(*name, true) : beside_[index];
    if (places.empty()) continue;
    const Item item = set_.knowledge.item(places.front());
    home_ = item.type == EntityType::State ? places.front() : item.state;
    return;
  }
  for (const Name& name : set_.knowledge.lookup(document.article.publisher))
    if (home_ == no_item && set_.knowledge.item(name.item).type != EntityType::Person) home_ = set_.knowledge.item(name.item).state;
}

}  // namespace entente
