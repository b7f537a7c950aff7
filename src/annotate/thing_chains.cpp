// Chains of everything but persons.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "annotate/chains.hpp"
#include "annotate/thing_fit.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

bool is_body(EntityType type) {
  return type == EntityType::GovernmentBody || type == EntityType::Organization || type == EntityType::Council ||
         type == EntityType::InternationalOrganization || type == EntityType::NewsAgency;
}

// May a mention that was read as one type be an item of another? Kinds of organisations are hard to tell apart by form.
bool agrees(EntityType mention, EntityType item) { return mention == item || (is_body(mention) && is_body(item)); }

bool is_possessive(std::string_view form) {
  return form == "'s" || form == "\xE2\x80\x99s" || form == "'" || form == "\xE2\x80\x99";
}

// "The Coast Guard" in an article that names states, but not the one whose Coast Guard is best known: another's. What is
// known everywhere by its own name ("White House") needs no such sign.
bool belongs_elsewhere(const ChainSet& set, const Item& item) {
  constexpr float known_everywhere = 0.7F;
  return item.type == EntityType::GovernmentBody && item.state != no_item && item.prominence < known_everywhere &&
         !set.states_named.empty() && !set.states_named.contains(item.state);
}

struct Candidate {
  ItemId item = no_item;
  NameKind kind = NameKind::label;
  float score = 0;
  float most = 1;  // how sure the link can be, where others share the name
  const char* reason = "name";
};

// The best item that a form can mean here; `state`: the state that the text says it belongs to, or no_item.
Candidate best_item(const ChainSet& set, std::string_view form, const Mention& mention, ItemId state) {
  Candidate best;
  for (const Name& name : set.knowledge.lookup(form)) {
    const Item& item = set.knowledge.item(name.item);
    if (!agrees(mention.type, item.type)) continue;
    if (name.kind == NameKind::surname || belongs_elsewhere(set, item)) continue;
    float score = 0.5F + 0.5F * item.prominence;
    if (mention.type == item.type) score += 0.2F;
    if (state != no_item && item.type != EntityType::State) {
      if (item.state != state) continue;
      score += 0.5F;
    }
    const bool here = set.find_item(name.item) != no_chain;
    if (name.kind == NameKind::contextual && !here && state == no_item) continue;
    if (here) score += 0.4F;
    if (item.state != no_item && set.find_item(item.state) != no_chain) score += 0.3F;
    if (best.item == no_item || score > best.score) best = {name.item, name.kind, score, 1, "name"};
  }
  return best;
}

void chain_item(ChainSet& set, std::uint32_t mention, const Candidate& found) {
  const std::uint32_t known = set.find_item(found.item);
  if (known != no_chain) {
    set.attach(known, mention);
    return;
  }
  const Item& item = set.knowledge.item(found.item);
  const std::uint32_t chain = set.open(mention, item.type);
  set.chains[chain].item = found.item;
  set.chains[chain].state = item.state;
  set.chains[chain].score = std::min(found.most, 0.5F + 0.5F * found.score);
  set.chains[chain].reason = found.reason;
}

bool is_place(EntityType type) { return type == EntityType::State || type == EntityType::Place; }

Candidate candidate_of(const ChainSet& set, const ThingFit& fit) {
  if (fit.item == no_item) return {};
  const float score = 0.5F + 0.5F * set.knowledge.item(fit.item).prominence + 0.2F;
  return {fit.item, NameKind::label, score, fit.shared ? fit.score : 1.0F, fit.reason};
}

// What a name can mean that several places or bodies share is for the whole article to tell.
Candidate settled(const ChainSet& set, const ThingFitter& fitter, std::uint32_t at, const Candidate& by_name) {
  const Mention& mention = set.mention(at);
  if (mention.kind != MentionKind::name) return by_name;
  if (is_place(mention.type)) {
    const ThingFit fit = fitter.place(at);
    const bool stands_for = by_name.kind == NameKind::metonym || by_name.kind == NameKind::capital;
    if (mention.metonym || stands_for || (by_name.item != no_item && !fit.shared && fit.item == no_item)) {
      // "Tripoli" for the government of Libya, unless the article is about another city of that name.
      const bool other =
          fit.item != no_item && fit.shared && by_name.item != no_item && set.knowledge.item(fit.item).state != by_name.item;
      return other ? candidate_of(set, fit) : by_name;
    }
    return candidate_of(set, fit);
  }
  if (by_name.item == no_item) return by_name;
  const Item& item = set.knowledge.item(by_name.item);
  const bool elsewhere = fitter.belongs_elsewhere(at, item);
  if (const ThingFit fit = fitter.organisation(at); is_body(mention.type) && fit.shared) return candidate_of(set, fit);
  if (item.type != EntityType::GovernmentBody || item.state == no_item) return elsewhere ? Candidate{} : by_name;
  const ThingFit fit = fitter.body(at, set.form(at));
  if (fit.shared) return candidate_of(set, fit);
  return elsewhere ? Candidate{} : by_name;
}

// A state named by a form, as a name or an adjective.
ItemId state_of_form(const ChainSet& set, std::string_view form) {
  for (const Name& name : set.knowledge.lookup(form))
    if (set.knowledge.item(name.item).type == EntityType::State) return name.item;
  return no_item;
}

// "German government" is Germany: the words before the head.
ItemId state_before_head(const ChainSet& set, const Mention& mention) {
  for (std::uint32_t end = mention.tokens.end - 1; end > mention.tokens.begin; --end) {
    const ItemId state = state_of_form(set, set.document.text(set.document.bytes({mention.tokens.begin, end})));
    if (state != no_item) return state;
  }
  return no_item;
}

// "NPT treaty", "SALT II agreement": the name is complete without its head.
Candidate treaty_before_head(const ChainSet& set, const Mention& mention) {
  static constexpr std::array<std::string_view, 5> heads = {"treaty", "agreement", "accord", "pact", "convention"};
  const Document& document = set.document;
  const std::string last = lower(document.form(mention.tokens.end - 1));
  if (mention.tokens.size() < 2 || std::find(heads.begin(), heads.end(), last) == heads.end()) return {};
  return best_item(set, document.text(document.bytes({mention.tokens.begin, mention.tokens.end - 1})), mention, no_item);
}

// A name of a body, taken apart: whose it is and what it is for.
struct Body {
  ItemId state = no_item;
  std::string rest;  // the form without its owner
  std::string key;   // content words of the rest, sorted, spellings evened out
};

std::string body_key(std::string_view rest) {
  static constexpr std::array<std::string_view, 9> empty = {"of", "the", "for", "and", "affairs", "&", "on", "'s", "\xE2\x80\x99s"};
  std::vector<std::string> words;
  const std::string folded = fold(rest);
  for (const std::string_view word : split(folded, ' ')) {
    if (word.empty() || std::find(empty.begin(), empty.end(), word) != empty.end()) continue;
    std::string even(word);
    if (even == "defence") even = "defense";
    if (even == "centre") even = "center";
    if (even == "organisation") even = "organization";
    words.push_back(even);
  }
  std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) key += word + " ";
  return key;
}

// The state whose possessive stands right before the mention: "Germany's Defense Ministry".
ItemId possessor(const ChainSet& set, const Mention& mention) {
  const Document& document = set.document;
  const Range sentence = sentence_tokens(document, mention.tokens.begin);
  if (mention.tokens.begin < sentence.begin + 2 || !is_possessive(document.form(mention.tokens.begin - 1))) return no_item;
  const Mention* owner = mention_at(document, mention.tokens.begin - 2);
  return owner == nullptr ? no_item : state_of_form(set, document.text(owner->range));
}

Body take_apart(const ChainSet& set, const Mention& mention) {
  const Document& document = set.document;
  Body body;
  Range rest = mention.tokens;
  for (std::uint32_t end = std::min(rest.end - 1, rest.begin + 3); end > rest.begin && body.state == no_item; --end) {
    body.state = state_of_form(set, document.text(document.bytes({rest.begin, end})));
    if (body.state != no_item) rest.begin = end;
  }
  for (std::uint32_t begin = rest.begin + 2; begin < rest.end && body.state == no_item; ++begin) {
    std::uint32_t from = begin;
    if (document.form(from - 1) == "the" && from - 1 > rest.begin) --from;
    if (document.form(from - 1) != "of" && document.form(from - 1) != "in") continue;
    body.state = state_of_form(set, document.text(document.bytes({begin, rest.end})));
    if (body.state != no_item) rest.end = from - 1;
  }
  if (body.state == no_item) body.state = possessor(set, mention);
  if (rest.end > rest.begin && is_possessive(document.form(rest.begin))) ++rest.begin;
  body.rest = rest.empty() ? std::string() : plain_spaces(document.text(document.bytes(rest)));
  body.key = body_key(body.rest);
  return body;
}

// A body that the article named before with the same words, of the same state or without one.
std::uint32_t find_body(const ChainSet& set, const Body& body, EntityType type, std::uint32_t before) {
  for (std::uint32_t i = before; i-- > 0;) {
    const std::uint32_t chain = set.of_mention[i];
    if (chain == no_chain || set.mention(i).kind != MentionKind::name || !agrees(type, set.chains[chain].type)) continue;
    if (body.state != no_item && set.chains[chain].state != no_item && set.chains[chain].state != body.state) continue;
    if (take_apart(set, set.mention(i)).key == body.key) return chain;
  }
  return no_chain;
}

void chain_body(ChainSet& set, const ThingFitter& fitter, std::uint32_t at) {
  const Mention& mention = set.mention(at);
  const Body body = take_apart(set, mention);
  if (body.state != no_item && !body.rest.empty()) {
    const Candidate found = best_item(set, body.rest, mention, body.state);
    if (found.item != no_item) return chain_item(set, at, {found.item, found.kind, found.score, 1, "name and state"});
  }
  const std::uint32_t named = find_body(set, body, mention.type, at);
  if (named != no_chain) {
    set.attach(named, at);
    if (set.chains[named].state == no_item) set.chains[named].state = body.state;
    return;
  }
  if (body.state == no_item) {
    const ThingFit fit = fitter.body(at, set.form(at));
    if (fit.item != no_item && fit.by_state) return chain_item(set, at, candidate_of(set, fit));
  }
  const std::uint32_t chain = set.open(at, mention.type);
  set.chains[chain].state = body.state;
}

// First letters of the words that begin with a capital.
std::string initials(std::string_view form) {
  std::string out;
  for (const std::string_view word : split(form, ' '))
    if (starts_upper(word)) out += word.front();
  return out;
}

bool is_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= 7 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string evened(std::string_view form) {
  std::string out = fold(form);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"eastern ", "east "},
                                 {"western ", "west "},
                                 {"northern ", "north "},
                                 {"southern ", "south "}})
    if (out.starts_with(from)) out = std::string(to) + out.substr(from.size());
  if (out.starts_with("the ")) out.erase(0, 4);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

// Is `shorter` the beginning or the end of the words of `longer`: "Stimson" of "Stimson Center", "Aramco" of "Saudi Aramco"?
// Or are both two words or more that begin and end alike?
// What is named by its head ("Minsk process", "Smith administration") is not called by what stands before the head.
bool is_short_form(const std::string& shorter, const std::string& longer, EntityType type) {
  if (shorter.size() + 1 >= longer.size()) return false;
  const bool by_head = type == EntityType::GovernmentBody || type == EntityType::Treaty || type == EntityType::Summit ||
                       type == EntityType::Conflict || type == EntityType::Council;
  if ((!by_head && longer.starts_with(shorter + " ")) || longer.ends_with(" " + shorter)) return true;
  const auto s = split(shorter, ' ');
  const auto l = split(longer, ' ');
  return s.size() >= 2 && l.size() > s.size() && s.front() == l.front() && s.back() == l.back();
}

// The chain of another mention that is the same name with a year.
std::uint32_t find_dated(const ChainSet& set, std::uint32_t at) {
  const std::string form = evened(set.form(at)) + " ";
  for (std::uint32_t i = 0; i < set.of_mention.size(); ++i) {
    const std::string other = evened(set.form(i));
    if (set.of_mention[i] != no_chain && other.size() == form.size() + 4 && other.starts_with(form) && other[form.size()] >= '0' &&
        other[form.size()] <= '9')
      return set.of_mention[i];
  }
  return no_chain;
}

// The only chain that the form can be short for.
std::uint32_t find_longer(const ChainSet& set, std::uint32_t at) {
  const std::string form = evened(set.form(at));
  const EntityType type = set.mention(at).type;
  std::uint32_t found = no_chain;
  for (std::uint32_t i = 0; i < set.of_mention.size(); ++i) {
    const std::uint32_t chain = set.of_mention[i];
    if (chain == no_chain || chain == found || set.mention(i).kind != MentionKind::name) continue;
    if (set.chains[chain].type == EntityType::Person) continue;
    const std::string other = set.form(i);
    const bool acronym = is_acronym(set.form(at)) && initials(other) == set.form(at);
    if (!acronym && !agrees(type, set.chains[chain].type)) continue;
    if (!acronym && !is_short_form(form, evened(other), set.chains[chain].type)) continue;
    if (found != no_chain) return no_chain;
    found = chain;
  }
  return found;
}

// "Full Name (FN)": the mention in brackets right after another is its short form.
std::uint32_t bracketed_by(const ChainSet& set, std::uint32_t at) {
  const Document& document = set.document;
  const Mention& mention = set.mention(at);
  const std::uint32_t begin = mention.tokens.begin;
  if (begin < 2 || document.form(begin - 1) != "(" || mention.tokens.end >= document.tokens.size()) return no_chain;
  if (document.form(mention.tokens.end) != ")") return no_chain;
  for (std::uint32_t i = at; i-- > 0;) {
    if (set.mention(i).tokens.end + 1 != begin || set.mention(i).kind != MentionKind::name) continue;
    const EntityType type = set.mention(i).type;
    if (type == EntityType::Person || type == EntityType::State) return no_chain;
    return set.of_mention[i];
  }
  return no_chain;
}

// "the Ruritanian crisis", "the conflict in Ruritania": one conflict for each state, where no more is said.
void chain_conflict(ChainSet& set, std::uint32_t at) {
  const Body body = take_apart(set, set.mention(at));
  static constexpr std::array<std::string_view, 5> plain = {"crisis ", "conflict ", "war ", "civil war ", ""};
  const bool general = body.state != no_item && std::find(plain.begin(), plain.end(), body.key) != plain.end();
  for (std::uint32_t i = 0; general && i < set.chains.size(); ++i)
    if (set.chains[i].type == EntityType::Conflict && set.chains[i].item == no_item && set.chains[i].state == body.state)
      return set.attach(i, at);
  const std::uint32_t chain = set.open(at, EntityType::Conflict);
  if (general) set.chains[chain].state = body.state;
}

void chain_unknown(ChainSet& set, const ThingFitter& fitter, std::uint32_t at) {
  const Mention& mention = set.mention(at);
  if (const std::uint32_t outer = bracketed_by(set, at); outer != no_chain) return set.attach(outer, at);
  const std::string form = evened(set.form(at));
  for (std::uint32_t i = 0; i < set.of_mention.size(); ++i) {
    const std::uint32_t chain = set.of_mention[i];
    if (chain != no_chain && set.mention(i).kind == MentionKind::name && set.chains[chain].type != EntityType::Person &&
        evened(set.form(i)) == form && (agrees(mention.type, set.chains[chain].type) || set.mention(i).type == mention.type))
      return set.attach(chain, at);
  }
  if (is_body(mention.type)) return chain_body(set, fitter, at);
  if (mention.type == EntityType::Conflict) return chain_conflict(set, at);
  set.open(at, mention.type);
}

// Acronyms that the article defines in brackets, with the mention of the full name.
std::map<std::string, std::uint32_t> defined_acronyms(const ChainSet& set) {
  std::map<std::string, std::uint32_t> defined;
  const Document& document = set.document;
  for (std::uint32_t i = 0; i + 1 < document.mentions.size(); ++i) {
    const Mention& full = set.mention(i);
    if (full.kind != MentionKind::name || full.type == EntityType::Person) continue;
    for (std::uint32_t j = i + 1; j < document.mentions.size() && set.mention(j).tokens.begin <= full.tokens.end + 1; ++j) {
      const std::string form = set.form(j);
      if (set.mention(j).tokens.begin != full.tokens.end + 1 || document.form(full.tokens.end) != "(" || !is_acronym(form))
        continue;
      if (initials(set.form(i)) == form) defined.emplace(form, i);
    }
  }
  return defined;
}

}  // namespace

void chain_things(ChainSet& set) {
  for (const Mention& mention : set.document.mentions)
    for (const Name& name : set.knowledge.lookup(set.document.text(mention.range)))
      if (set.knowledge.item(name.item).type == EntityType::State) set.states_named.insert(name.item);
  const auto count = static_cast<std::uint32_t>(set.document.mentions.size());
  const ThingFitter fitter(set);
  const std::map<std::string, std::uint32_t> acronyms = defined_acronyms(set);
  // What the knowledge base knows by the form alone. "Zapad" is the exercise that the article calls "Zapad-2017".
  for (std::uint32_t i = 0; i < count; ++i) {
    const Mention& mention = set.mention(i);
    if (mention.type == EntityType::Person || acronyms.contains(set.form(i))) continue;
    Candidate found = best_item(set, set.document.text(mention.range), mention, no_item);
    found = settled(set, fitter, i, found);
    if (found.item == no_item && mention.type == EntityType::State && mention.tokens.size() > 1)
      found = {state_before_head(set, mention), NameKind::alias, 1, 1, "name"};
    if (found.item == no_item && mention.type == EntityType::Treaty) found = treaty_before_head(set, mention);
    if (found.item == no_item) continue;
    const std::uint32_t dated = mention.type == EntityType::Exercise ? find_dated(set, i) : no_chain;
    if (dated != no_chain) {
      set.attach(dated, i);
    } else {
      chain_item(set, i, found);
    }
  }
  // What the article itself defines goes before what the knowledge base means by the same letters.
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto defined = acronyms.find(set.form(i));
    if (defined == acronyms.end() || set.mention(i).type == EntityType::Person) continue;
    if (set.of_mention[defined->second] == no_chain) chain_unknown(set, fitter, defined->second);
    set.attach(set.of_mention[defined->second], i);
  }
  // Longer names first: short forms look for them.
  std::vector<std::uint32_t> rest;
  for (std::uint32_t i = 0; i < count; ++i)
    if (set.of_mention[i] == no_chain && set.mention(i).type != EntityType::Person && set.mention(i).kind == MentionKind::name)
      rest.push_back(i);
  std::stable_sort(rest.begin(), rest.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return set.mention(a).tokens.size() > set.mention(b).tokens.size(); });
  for (const std::uint32_t i : rest) {
    const std::uint32_t longer = find_longer(set, i);
    if (longer != no_chain) {
      set.attach(longer, i);
    } else {
      chain_unknown(set, fitter, i);
    }
  }
}

}  // namespace entente
