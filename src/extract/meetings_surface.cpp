#include "extract/meetings_surface.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "extract/meetings_clause.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool can_take_part(EntityType type) {
  switch (type) {
    case EntityType::Person:
    case EntityType::State:
    case EntityType::InternationalOrganization:
    case EntityType::GovernmentBody:
    case EntityType::Organization:
    case EntityType::Council: return true;
    default: return false;
  }
}

}  // namespace

bool Surface::is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD" ||
         (token.upos == Upos::AUX && token.xpos != "VBG");
}

Surface::Surface(const Clauses& clauses, const std::vector<Claim>& roles)
    : clauses_(clauses),
      names_(clauses.document().tokens.size()),
      referring_(clauses.document().tokens.size()),
      in_time_(clauses.document().tokens.size()) {
  for (const Mention& mention : document().mentions) {
    if (mention.entity == no_entity) continue;
    auto& table = mention.kind == MentionKind::name || mention.kind == MentionKind::adjective ? names_ : referring_;
    for (TokenIndex i = mention.tokens.begin; i < mention.tokens.end; ++i)
      if (table[i] == nullptr || table[i]->tokens.size() < mention.tokens.size()) table[i] = &mention;
  }
  for (const TimeExpression& time : document().times)
    for (TokenIndex i = time.tokens.begin; i < time.tokens.end; ++i) in_time_[i] = true;
  for (const Claim& claim : roles)
    if (claim.kind == ClaimKind::Role && !claim.arguments.empty())
      officers_.emplace_back(lower(claim.text), claim.arguments.front().entity);
}

bool Surface::is_officer(EntityIndex person) const {
  return std::any_of(officers_.begin(), officers_.end(), [&](const auto& officer) { return officer.second == person; });
}

bool Surface::starts_clause(TokenIndex i) const {
  const Token& t = token(i);
  if (t.upos == Upos::SCONJ || t.xpos == "WDT" || t.xpos == "WP" || t.xpos == "WRB") return true;
  if (t.upos == Upos::PUNCT) {
    const std::string_view form = document().form(i);
    return form != "," && form != "-" && form != "–" && form != "'" && form != "’";
  }
  return is_finite(t);
}

bool Surface::nominal(TokenIndex i) const {
  const Token& t = token(i);
  if (document().form(i) == "HE" || document().form(i) == "HH") return true;  // His Excellency, His Highness
  if (names_[i] != nullptr || t.xpos == "POS" || t.xpos == "HYPH" || t.xpos == "PRP$") return true;
  switch (t.upos) {
    case Upos::ADJ:
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::NUM:
    case Upos::DET:
    case Upos::X: return true;
    case Upos::PRON: return referring_[i] != nullptr;
    case Upos::VERB: return t.xpos == "VBN" && i + 1 < document().tokens.size() && token(i + 1).upos == Upos::NOUN;
    default: return false;
  }
}

// A list of names, or of what stands for them, that an "and" closes; a comma before anything else ends the phrase.
bool Surface::list_goes_on(TokenIndex separator, TokenIndex limit) const {
  bool closed = false;
  bool named = false;
  for (TokenIndex i = separator; i < limit && !in_time_[i]; ++i) {
    if (token(i).upos == Upos::CCONJ)
      closed = true;
    else if (document().form(i) != "," && !nominal(i))
      break;
    named = named || names_[i] != nullptr;
    if (closed && named) return true;
  }
  return false;
}

// End of a noun phrase with its coordinated parts; commas and "and" only between such parts.
TokenIndex Surface::phrase_end(TokenIndex begin, TokenIndex limit) const {
  TokenIndex i = begin;
  while (i < limit) {
    if (names_[i] != nullptr) {
      i = std::min(names_[i]->tokens.end, limit);
      continue;
    }
    if (in_time_[i]) break;
    const bool joins = i > begin && (token(i).upos == Upos::CCONJ || document().form(i) == ",");
    if (joins) {
      if (!list_goes_on(i, limit)) break;
      i += document().form(i) == "," && i + 1 < limit && token(i + 1).upos == Upos::CCONJ ? 2 : 1;
      continue;
    }
    if (!nominal(i) && !title_goes_on(i, limit)) break;
    ++i;
  }
  return i;
}

// The "of" of "Secretary of State X": a title before it, a person's name behind its noun.
bool Surface::title_goes_on(TokenIndex of, TokenIndex limit) const {
  if (document().form(of) != "of" || of == 0 || !clauses_.rules().in_class("title-office", lower(token(of - 1).lemma)))
    return false;
  for (TokenIndex i = of + 1; i < limit && i < of + 6 && (nominal(i) || token(i).upos == Upos::CCONJ); ++i)
    if (names_[i] != nullptr && names_[i]->type == EntityType::Person) return i > of + 1;
  return false;
}

bool Surface::denotes_persons(Range phrase) const {
  if (phrase.empty()) return false;
  const std::string noun = lower(token(phrase.end - 1).lemma);
  for (const char* name : {"title-office", "title-profession", "title-rank", "title-relational", "representative-noun"})
    if (clauses_.rules().in_class(name, noun)) return true;
  return false;
}

bool Surface::is_generic(Range phrase) const {
  if (phrase.empty()) return false;
  const std::string first = lower(document().form(phrase.begin));
  return first == "any" || first == "no" || first == "every" || first == "each";
}

std::vector<Complement> Surface::complements(TokenIndex after) const {
  static constexpr std::array<std::string_view, 16> known = {
      "between", "with", "of", "in", "at", "to", "by", "among", "on", "for", "about", "over", "during", "before", "since", "from"};
  const Range sentence = sentence_tokens(document(), after);
  std::vector<Complement> out;
  TokenIndex i = after + 1;
  while (i < sentence.end && !starts_clause(i)) {
    if (in_time_[i] || token(i).upos == Upos::ADV) {
      ++i;
      continue;
    }
    if (document().form(i) == ",") {  // only on to another prepositional phrase or over a date
      if (i + 1 >= sentence.end || (token(i + 1).upos != Upos::ADP && !in_time_[i + 1])) break;
      ++i;
      continue;
    }
    const std::string word = lower(document().form(i));
    if (token(i).upos != Upos::ADP || !one_of(known, word)) break;
    const TokenIndex end = phrase_end(i + 1, sentence.end);
    out.push_back({word, {i + 1, end}});
    i = std::max(end, i + 1);
  }
  return out;
}

void Surface::add(const Mention& mention, std::vector<EntityIndex>& out) const {
  const EntityType type = document().entities[mention.entity].type;
  if (!can_take_part(type)) return;
  if (type == EntityType::Council)
    add_participants(out, parties_of(document(), mention.entity));
  else
    add_participants(out, {mention.entity});
}

// One coordinated part: "Russia's Foreign Minister Ada Smith", "NATO colleagues", "the EU", "him".
void Surface::part(Range tokens, std::vector<EntityIndex>& out) const {
  const Mention* last = nullptr;
  const Mention* person = nullptr;
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) {
    const Mention* mention = names_[i] != nullptr ? names_[i] : referring_[i];
    if (mention == nullptr || mention->tokens.end > tokens.end || mention->tokens.begin < tokens.begin ||
        i != mention->tokens.begin)
      continue;
    const bool possessive = mention->tokens.end < tokens.end && token(mention->tokens.end).xpos == "POS";
    if (document().entities[mention->entity].type == EntityType::Person && !possessive &&
        token(mention->tokens.begin).xpos != "PRP$")
      person = mention;
    if (names_[i] != nullptr || person == mention) last = mention;
  }
  if (person != nullptr) return add(*person, out);
  if (last == nullptr) return officers_of(tokens, out);
  const TokenIndex head = tokens.end - 1;
  const bool is_head = last->tokens.end == tokens.end;
  const std::string noun = lower(token(head).lemma);
  if (is_head || clauses_.rules().in_class("representative-noun", noun) || clauses_.rules().in_class("title-relational", noun) ||
      clauses_.rules().in_class("title-office", noun))
    add(*last, out);
}

// "the foreign ministers": the persons of whom the article says that they are.
void Surface::officers_of(Range tokens, std::vector<EntityIndex>& out) const {
  if (tokens.size() < 2 || token(tokens.end - 1).xpos != "NNS" || lower(document().form(tokens.begin)) != "the") return;
  std::string title;
  for (TokenIndex i = tokens.begin + 1; i < tokens.end; ++i) {
    if (token(i).upos == Upos::NUM) continue;
    title += (title.empty() ? "" : " ") + (i + 1 == tokens.end ? lower(token(i).lemma) : lower(document().form(i)));
  }
  std::vector<EntityIndex> found;
  for (const auto& [held, person] : officers_)
    if (held == title || (held.ends_with(title) && held[held.size() - title.size() - 1] == ' ')) add_participants(found, {person});
  if (found.size() >= 2) add_participants(out, found);
}

// "his Iranian counterpart, X, ...": the name between the commas.
const Mention* Surface::apposition(Range phrase) const {
  const TokenIndex comma = phrase.end;
  if (phrase.empty() || comma + 1 >= document().tokens.size() || document().form(comma) != "," || names_[phrase.end - 1] != nullptr)
    return nullptr;
  const Mention* name = names_[comma + 1];
  const bool person = name != nullptr && name->kind == MentionKind::name && name->type == EntityType::Person;
  return person && denotes_persons(phrase) ? name : nullptr;
}

std::vector<EntityIndex> Surface::participants(Range phrase) const {
  std::vector<EntityIndex> out;
  if (const Mention* name = apposition(phrase)) {
    add(*name, out);
    return out;
  }
  TokenIndex begin = phrase.begin;
  for (TokenIndex i = phrase.begin; i <= phrase.end; ++i) {
    const bool boundary = i == phrase.end || (names_[i] == nullptr && (token(i).upos == Upos::CCONJ || document().form(i) == ","));
    if (!boundary) continue;
    if (i > begin) part({begin, i}, out);
    begin = i + 1;
  }
  return out;
}

// "with the President of Norway, X, in Oslo": the office and its "of" phrase, then between commas who holds it.
const Mention* Surface::holder(const std::vector<Complement>& complements, std::size_t at) const {
  const Range office = complements[at].tokens;
  if (office.empty() || !denotes_persons(office) || token(office.end - 1).xpos == "NNS") return nullptr;
  const bool of_follows =
      at + 1 < complements.size() && complements[at + 1].preposition == "of" && complements[at + 1].tokens.begin == office.end + 1;
  return of_follows ? named_behind(complements[at + 1].tokens.end) : nullptr;
}

// The person between a comma here and the next one, or the end.
const Mention* Surface::named_behind(TokenIndex comma) const {
  if (comma + 1 >= document().tokens.size() || document().form(comma) != ",") return nullptr;
  const Mention* name = names_[comma + 1];
  const bool person = name != nullptr && name->kind == MentionKind::name && name->type == EntityType::Person;
  if (!person) return nullptr;
  const TokenIndex end = name->tokens.end;
  return end >= document().tokens.size() || token(end).upos == Upos::PUNCT ? name : nullptr;
}

std::vector<EntityIndex> Surface::participants(const std::vector<Complement>& complements,
                                               const std::vector<std::string>& prepositions) const {
  std::vector<EntityIndex> out;
  for (std::size_t i = 0; i < complements.size(); ++i) {
    if (std::find(prepositions.begin(), prepositions.end(), complements[i].preposition) == prepositions.end()) continue;
    if (const Mention* name = holder(complements, i)) {
      add(*name, out);
      continue;
    }
    const std::vector<EntityIndex> named = participants(complements[i].tokens);
    add_participants(out, named);
    const bool of_follows = i + 1 < complements.size() && complements[i + 1].preposition == "of" &&
                            complements[i + 1].tokens.begin == complements[i].tokens.end + 1;
    if (named.empty() && of_follows) add_participants(out, participants(complements[i + 1].tokens));
  }
  return out;
}

bool Surface::titles_a_person(TokenIndex begin, TokenIndex end) const {
  bool title = false;
  for (TokenIndex i = begin; i < end; ++i) {
    if (names_[i] != nullptr) return title && names_[i]->type == EntityType::Person;
    title = title || clauses_.rules().in_class("title-office", lower(token(i).lemma));
    if (token(i).upos == Upos::CCONJ || token(i).upos == Upos::PUNCT) return false;
  }
  return false;
}

EntityIndex Surface::fronted_place(TokenIndex trigger) const {
  const Range sentence = sentence_tokens(document(), trigger);
  const std::string first = lower(document().form(sentence.begin));
  if (sentence.begin + 2 >= trigger || (first != "in" && first != "at")) return no_entity;
  const TokenIndex at = sentence.begin + (token(sentence.begin + 1).upos == Upos::DET ? 2 : 1);
  const Mention* name = names_[at];
  return name != nullptr && name->kind == MentionKind::name && name->type == EntityType::Place ? name->entity : no_entity;
}

EntityIndex Surface::place(const std::vector<Complement>& complements, const std::vector<std::string>& prepositions) const {
  EntityIndex state = no_entity;
  for (const std::string& preposition : prepositions) {
    for (const Complement& complement : complements) {
      if (complement.preposition != preposition) continue;
      for (TokenIndex i = complement.tokens.begin; i < complement.tokens.end; ++i) {
        const Mention* mention = names_[i];
        if (mention == nullptr || mention->kind != MentionKind::name || mention->tokens.end > complement.tokens.end) continue;
        const EntityType type = document().entities[mention->entity].type;
        if (type == EntityType::Place) return mention->entity;
        const bool head = mention->tokens.end == complement.tokens.end;
        if (type == EntityType::State && head && state == no_entity && preposition != "on") state = mention->entity;
      }
    }
  }
  return state;
}

TimeSpan Surface::time_beside(TokenIndex after) const {
  const Range sentence = sentence_tokens(document(), after);
  TokenIndex end = after + 1;
  while (end < sentence.end && !starts_clause(end)) ++end;
  for (const TimeExpression& time : document().times) {
    const bool dates = time.kind == TimeKind::date && time.value.known() && !time.since && !time.until;
    if (dates && time.tokens.begin > after && time.tokens.begin < end) return time.value;
  }
  return {};
}

TimeSpan Surface::time_within(Range tokens) const {
  for (const TimeExpression& time : document().times)
    if (time.kind == TimeKind::date && time.value.known() && tokens.contains(time.tokens)) return time.value;
  return {};
}

Range Surface::object(TokenIndex verb) const {
  const Range sentence = sentence_tokens(document(), verb);
  const TokenIndex end = phrase_end(verb + 1, sentence.end);
  return {verb + 1, end};
}

bool Surface::is_passive(TokenIndex verb) const {
  if (token(verb).xpos != "VBN" && token(verb).xpos != "VBD") return false;
  const Range sentence = sentence_tokens(document(), verb);
  for (TokenIndex i = verb; i > sentence.begin && i + 4 > verb;) {
    --i;
    if (token(i).upos == Upos::ADV || token(i).upos == Upos::PART) continue;
    if (token(i).upos != Upos::AUX && token(i).lemma != "get") return false;
    if (token(i).lemma == "be" || token(i).lemma == "get") return true;
  }
  return false;
}

}  // namespace entente
