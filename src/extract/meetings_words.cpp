#include "extract/meetings_words.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 8> kinds = {{{"meeting-noun", "meeting"},
                                                                       {"meeting-summit-noun", "summit"},
                                                                       {"meeting-session-noun", "council-session"},
                                                                       {"meeting-talks-noun", "talks"},
                                                                       {"meeting-phone-noun", "phone-call"},
                                                                       {"meeting-visit-noun", "visit"},
                                                                       {"meeting-conference-noun", "conference"},
                                                                       {"meeting-ceremony-noun", "ceremony"}}};

// Is one of the two words before the noun in the class?
bool class_before(const Clauses& clauses, TokenIndex noun, const char* name) {
  for (TokenIndex i = noun < 2 ? 0 : noun - 2; i < noun; ++i)
    if (clauses.rules().in_class(name, lower(clauses.token(i).lemma))) return true;
  return false;
}

// A part of the name of something else: "the National Congress".
bool in_other_name(const Surface& surface, TokenIndex noun) {
  const Mention* mention = surface.name(noun);
  return mention != nullptr && (mention->type != EntityType::Summit || mention->tokens.end != noun + 1);
}

// "the summit declaration", "meeting room"
bool modifies_noun(const Clauses& clauses, const Surface& surface, TokenIndex noun) {
  const TokenIndex next = noun + 1;
  return next < sentence_tokens(clauses.document(), noun).end && clauses.token(next).upos == Upos::NOUN && !surface.in_time(next) &&
         clauses.token(next).range.begin > clauses.token(noun).range.end;
}

bool is_summit_meeting(const Clauses& clauses, TokenIndex noun) {
  if (noun > 0 && clauses.token(noun - 1).lemma == "summit") return true;
  return noun > 1 && clauses.token(noun - 2).lemma == "summit" && clauses.token(noun - 1).upos == Upos::ADJ;
}

}  // namespace

std::string meeting_kind(const Clauses& clauses, const Surface& surface, TokenIndex noun) {
  const Token& t = clauses.token(noun);
  if (t.upos != Upos::NOUN && t.upos != Upos::PROPN) return {};
  const std::string lemma = lower(t.lemma);
  std::string found;
  for (const auto& [name, kind] : kinds)
    if (clauses.rules().in_class(name, lemma)) found = kind;
  if (found.empty() || in_other_name(surface, noun) || modifies_noun(clauses, surface, noun)) return {};
  if (lemma == "talk" && t.xpos != "NNS" && t.xpos != "NNPS") return {};
  if ((found == "conference" || lemma == "briefing") && class_before(clauses, noun, "meeting-press-word")) return {};
  if (has_phone_word(clauses, noun)) return "phone-call";
  return is_summit_meeting(clauses, noun) ? "summit" : found;
}

bool is_meeting_noun(const Clauses& clauses, TokenIndex token) {
  if (clauses.token(token).upos != Upos::NOUN) return false;
  const std::string lemma = lower(clauses.token(token).lemma);
  for (const auto& [name, kind] : kinds)
    if (clauses.rules().in_class(name, lemma)) return true;
  return false;
}

bool has_phone_word(const Clauses& clauses, TokenIndex noun) { return class_before(clauses, noun, "meeting-phone-word"); }

}  // namespace entente
