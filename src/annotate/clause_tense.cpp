#include "annotate/clause_tense.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/syntax.hpp"

namespace entente {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that put what depends on them into the future.
constexpr std::array<std::string_view, 34> planning = {
    "plan",     "schedule", "expect", "set",      "due",     "intend",   "agree",   "pledge",     "vow",
    "promise",  "slate",    "likely", "prepare",  "want",    "hope",     "propose", "ready",      "aim",
    "seek",     "announce", "invite", "book",     "decide",  "threaten", "poise",   "anticipate", "wait",
    "postpone", "delay",    "bind",   "supposed", "suppose", "order",    "ask"};
constexpr std::array<std::string_view, 10> modals = {"will",  "shall", "would",  "may",  "might",
                                                     "could", "can",   "should", "must", "'ll"};
constexpr std::array<std::string_view, 8> telling = {"say", "tell", "report", "write", "note", "add", "state", "quote"};

struct Auxiliaries {
  bool modal = false;
  bool have = false;
  bool past = false;  // "was", "had", "did"
  bool be = false;
};

Auxiliaries auxiliaries(const Document& document, std::uint32_t verb) {
  Auxiliaries out;
  for (const std::uint32_t i : children(document, verb)) {
    const Token& token = document.tokens[i];
    if (!has_relation(token, "aux") && !has_relation(token, "cop")) continue;
    out.modal = out.modal || token.xpos == "MD" || one_of(token.lemma, modals);
    out.have = out.have || token.lemma == "have";
    out.be = out.be || token.lemma == "be";
    out.past = out.past || token.xpos == "VBD";
  }
  return out;
}

bool is_verbal(const Document& document, std::uint32_t token) {
  const Token& t = document.tokens[token];
  return t.upos == Upos::VERB || t.upos == Upos::AUX || child(document, token, "cop");
}

// What a verb says for itself; none where it takes its time from what governs it.
ClauseTense own_tense(const Document& document, std::uint32_t verb, bool day_of_week) {
  const Token& token = document.tokens[verb];
  const Auxiliaries aux = auxiliaries(document, verb);
  if (aux.modal) return aux.have ? ClauseTense::past : ClauseTense::future;
  if (aux.have) return ClauseTense::past;
  if (one_of(token.lemma, planning) && token.xpos == "VBN") return ClauseTense::future;
  if (token.xpos == "VBD" || aux.past) return ClauseTense::past;
  if (token.xpos == "VBN") return ClauseTense::past;
  if (token.xpos == "VBG") return aux.be && day_of_week ? ClauseTense::future : ClauseTense::none;
  const bool infinitive = token.xpos == "VB" || token.verb_form == VerbForm::infinitive;
  if (infinitive) return ClauseTense::none;
  if (one_of(token.lemma, telling) || !day_of_week) return ClauseTense::past;
  return token.xpos == "VBZ" || token.xpos == "VBP" ? ClauseTense::future : ClauseTense::none;
}

// "due on", "to be held in", "plans to meet in": what governs an infinitive.
bool points_ahead(const Document& document, std::uint32_t governor) {
  const Token& token = document.tokens[governor];
  return one_of(token.lemma, planning) || token.lemma == "be";
}

bool faces_ahead(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 6> words = {"before", "ahead", "until", "till", "by", "for"};
  for (const std::uint32_t i : children(document, token))
    if (has_relation(document.tokens[i], "case") && one_of(document.tokens[i].lemma, words)) return true;
  return false;
}

}  // namespace

ClauseTense clause_tense(const Document& document, Range tokens) {
  bool day_of_week = false;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) day_of_week = day_of_week || document.form(i).ends_with("day");
  std::uint32_t at = head_of(document, tokens);
  bool from_infinitive = false;
  for (int step = 0; step < 12; ++step) {
    const bool first = step == 0;
    if (first || !is_verbal(document, at)) {
      const bool beside = !first || document.tokens[at].relation.starts_with("obl");
      if (beside && faces_ahead(document, at)) return ClauseTense::future;
    }
    if (from_infinitive && points_ahead(document, at)) return ClauseTense::future;
    if (!first && is_verbal(document, at)) {
      const ClauseTense tense = own_tense(document, at, day_of_week);
      if (tense != ClauseTense::none) return tense;
      from_infinitive = document.tokens[at].xpos == "VB";
    } else if (!first && one_of(document.tokens[at].lemma, planning)) {
      return ClauseTense::future;
    }
    if (document.tokens[at].head < 0) break;
    at = static_cast<std::uint32_t>(document.tokens[at].head);
  }
  return from_infinitive ? ClauseTense::future : ClauseTense::none;
}

}  // namespace entente
