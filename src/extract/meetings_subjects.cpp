// Who stands before a verb.
#include <algorithm>

#include "base/text.hpp"
#include "extract/meetings_surface.hpp"
#include "model/syntax.hpp"

namespace entente {

bool Surface::has_name(Range tokens) const {
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i)
    if (names_[i] != nullptr && names_[i]->kind == MentionKind::name && names_[i]->type == EntityType::Person) return true;
  return false;
}

// "the Smith Institute (SI)": past what stands in brackets right before; the place itself if nothing does.
TokenIndex Surface::bracket_before(TokenIndex end, TokenIndex floor) const {
  constexpr TokenIndex longest = 6;
  if (end == floor || document().form(end - 1) != ")") return end;
  for (TokenIndex i = end - 1; i > floor && end - i < longest; --i)
    if (document().form(i - 1) == "(") return i - 1;
  return end;
}

// "X, who arrived on Monday, also met Y": whom the relative clause before the verb is about.
const Mention* Surface::before_relative(TokenIndex verb) const {
  const Range sentence = sentence_tokens(document(), verb);
  TokenIndex end = verb;
  while (end > sentence.begin && (token(end - 1).upos == Upos::AUX || token(end - 1).upos == Upos::ADV)) --end;
  if (end < sentence.begin + 4 || document().form(end - 1) != ",") return nullptr;
  for (TokenIndex i = end - 2; i > sentence.begin + 1; --i) {
    if (document().form(i) == ",") return nullptr;
    if (lower(document().form(i)) == "who" && document().form(i - 1) == ",") return names_[i - 2];
  }
  return nullptr;
}

std::vector<EntityIndex> Surface::subjects_before(TokenIndex verb) const {
  const Range sentence = sentence_tokens(document(), verb);
  TokenIndex end = verb;
  while (end > sentence.begin &&
         (token(end - 1).upos == Upos::AUX || token(end - 1).upos == Upos::ADV || token(end - 1).upos == Upos::PART))
    --end;
  TokenIndex begin = end;
  while (begin > sentence.begin && token(begin - 1).upos != Upos::VERB) {
    if (const TokenIndex open = bracket_before(begin, sentence.begin); open != begin)
      begin = open;
    else if (starts_clause(begin - 1))
      break;
    else
      --begin;
  }
  std::vector<EntityIndex> persons;
  std::vector<EntityIndex> others;
  std::vector<EntityIndex> of;
  bool in_phrase = false;  // behind a preposition
  std::string preposition;
  for (TokenIndex i = begin; i < end; ++i) {
    if (token(i).upos == Upos::ADP) {
      in_phrase = true;
      preposition = lower(document().form(i));
    } else if (document().form(i) == "," || token(i).upos == Upos::CCONJ) {
      in_phrase = false;
    }
    const Mention* mention = names_[i] != nullptr ? names_[i] : referring_[i];
    if (mention == nullptr || mention->tokens.begin != i) continue;
    if (mention->kind == MentionKind::nominal && has_name({mention->tokens.begin, end})) continue;  // "the minister, X, said"
    // "Secretary of State X": the phrase ended before the name.
    // "Minister for Health Affairs Dr. X" as well
    if (in_phrase && preposition != "of" && i > begin + 1 && token(i - 1).upos != Upos::DET &&
        starts_upper(document().form(i - 1)) && names_[i - 1] == nullptr)
      in_phrase = document().entities[mention->entity].type != EntityType::Person;
    if (in_phrase && preposition == "of" && i > begin && token(i - 1).upos != Upos::ADP && token(i - 1).upos != Upos::DET &&
        !clauses_.rules().in_class("title-office", lower(token(i - 1).lemma)))
      in_phrase = document().entities[mention->entity].type != EntityType::Person;
    const bool possessive = mention->tokens.end < end && token(mention->tokens.end).xpos == "POS";
    if (possessive || token(i).xpos == "PRP$") continue;
    if (!in_phrase)
      add(*mention, document().entities[mention->entity].type == EntityType::Person ? persons : others);
    else if (preposition == "of")
      add(*mention, of);
    i = mention->tokens.end - 1;
  }
  if (!persons.empty()) return persons;
  if (others.empty() && of.empty()) officers_of({begin, end}, of);
  return others.empty() ? of : others;
}

// "Arriving in India, President X hopes": the subject of the main clause is that of the participle.
std::vector<EntityIndex> Surface::subjects(TokenIndex verb) const {
  std::vector<EntityIndex> before = subjects_before(verb);
  if (before.empty())
    if (const Mention* name = before_relative(verb)) add(*name, before);
  const Range sentence = sentence_tokens(document(), verb);
  // "has been reported to have": the subject of the verb above
  if (before.empty() && verb > sentence.begin + 1 && token(verb - 1).xpos == "TO" && token(verb - 2).upos == Upos::VERB)
    return subjects(verb - 2);
  if (before.empty())
    if (const Mention* body = antecedent_of_it(verb)) add(*body, before);
  const bool participle = token(verb).xpos == "VBG" || token(verb).xpos == "VBN";
  if (!before.empty() || !participle) return before;
  for (TokenIndex i = sentence.begin; i < verb; ++i)
    if (token(i).upos != Upos::ADV && token(i).upos != Upos::SCONJ && token(i).upos != Upos::PUNCT) return before;
  bool main_clause = false;
  for (TokenIndex i = verb + 1; i < sentence.end; ++i) {
    if (document().form(i) == ",") main_clause = true;
    if (!is_finite(token(i))) continue;
    if (main_clause) return subjects_before(i);
    // "Also speaking at the meeting was X"
    if (token(i).lemma == "be") return participants({i + 1, phrase_end(i + 1, sentence.end)});
  }
  return before;
}

// "The Council was founded in 2002. It met ...": a body that the sentence before is about.
const Mention* Surface::antecedent_of_it(TokenIndex verb) const {
  const std::uint32_t sentence = document().sentence_of(verb);
  const Range here = document().sentences[sentence].tokens;
  bool it = false;
  for (TokenIndex i = here.begin; i < verb; ++i) {
    if (names_[i] != nullptr) return nullptr;
    it = it || lower(document().form(i)) == "it";
  }
  if (!it || sentence == 0) return nullptr;
  const Range before = document().sentences[sentence - 1].tokens;
  TokenIndex first = before.begin;  // past "Before 2014," at its start
  if (token(first).upos == Upos::ADP || token(first).upos == Upos::ADV)
    while (first + 1 < before.end && document().form(first) != ",") ++first;
  for (TokenIndex i = first; i < before.end && token(i).upos != Upos::ADP; ++i) {
    const Mention* mention = names_[i] != nullptr ? names_[i] : referring_[i];
    if (mention == nullptr && lower(document().form(i)) == "it" && i + 1 < before.end) return antecedent_of_it(i + 1);
    if (mention == nullptr) continue;
    const EntityType type = document().entities[mention->entity].type;
    return type == EntityType::Council || type == EntityType::InternationalOrganization ? mention : nullptr;
  }
  return nullptr;
}

std::vector<EntityIndex> Surface::better_of(const std::vector<EntityIndex>& parsed, const std::vector<EntityIndex>& read) const {
  if (parsed.empty()) return read;
  const auto persons = [&](const std::vector<EntityIndex>& list) {
    return std::count_if(list.begin(), list.end(),
                         [&](EntityIndex e) { return document().entities[e].type == EntityType::Person; });
  };
  const bool read_is_persons = !read.empty() && persons(read) == static_cast<std::ptrdiff_t>(read.size());
  return read_is_persons && persons(read) >= persons(parsed) ? read : parsed;
}

}  // namespace entente
