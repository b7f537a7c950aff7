#include "extract/roles_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"

namespace entente {

namespace {

// Endings of nouns for persons that are productive in English; the class of exceptions names the things.
bool has_person_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 14> endings = {"man",   "woman", "person", "ologist", "ist",   "eer",  "ician",
                                                               "arian", "crat",  "er",     "or",      "smith", "ster", "logue"};
  if (word.size() < 5) return false;
  for (const std::string_view ending : endings)
    if (word.ends_with(ending)) return true;
  return false;
}

}  // namespace

RoleWords::RoleWords(const RuleSet& rules)
    : office_(rules.word_class("title-office")),
      rank_(rules.word_class("title-rank")),
      profession_(rules.word_class("title-profession")),
      relational_(rules.word_class("title-relational")),
      theme_(rules.word_class("title-theme")),
      spokesperson_(rules.word_class("title-spokesperson")),
      former_(rules.word_class("title-former")),
      future_(rules.word_class("title-future")),
      descriptive_(rules.word_class("title-descriptive")),
      modifier_(rules.word_class("title-modifier")),
      general_office_(rules.word_class("title-general-office")),
      state_office_(rules.word_class("title-state-office")),
      us_office_(rules.word_class("title-us-office")),
      not_a_person_(rules.word_class("title-not-a-person")),
      appoint_(rules.word_class("role-appoint-verb")),
      nominate_(rules.word_class("role-nominate-verb")),
      dismiss_(rules.word_class("role-dismiss-verb")),
      resign_(rules.word_class("role-resign-verb")),
      succeed_(rules.word_class("role-succeed-verb")),
      serve_(rules.word_class("role-serve-verb")),
      lead_(rules.word_class("role-lead-verb")),
      organization_nouns_{rules.word_class("name-organization-noun"), rules.word_class("name-government-noun"),
                          rules.word_class("name-news-agency-noun")} {}

bool RoleWords::organization_noun(std::string_view word) const {
  return std::any_of(organization_nouns_.begin(), organization_nouns_.end(),
                     [&](const WordClass* nouns) { return in(nouns, word); });
}

std::string RoleWords::word(const Document& document, std::uint32_t token) {
  std::string out = fold(document.form(token));
  while (out.size() > 1 && out.back() == '.') out.pop_back();
  return out;
}

std::size_t RoleWords::former_prefix(std::string_view form) const {
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= form.size()) return 0;
  return former(lower(form.substr(0, hyphen))) ? hyphen + 1 : 0;
}

bool RoleWords::is_plural(const Document& document, std::uint32_t token) {
  return document.tokens[token].xpos == "NNS" || document.tokens[token].xpos == "NNPS";
}

std::string RoleWords::singular(const Document& document, std::uint32_t token) {
  std::string out = word(document, token);
  if (!is_plural(document, token)) return out;
  if (out.ends_with("women")) return out.substr(0, out.size() - 3) + "an";
  if (out.ends_with("men")) return out.substr(0, out.size() - 2) + "an";
  if (out.ends_with("people")) return out.substr(0, out.size() - 6) + "person";
  if (out.ends_with("ies")) return out.substr(0, out.size() - 3) + "y";
  if (out.ends_with("sses") || out.ends_with("ches")) return out.substr(0, out.size() - 2);
  if (out.ends_with("s") && !out.ends_with("ss")) out.pop_back();
  return out;
}

TitleKind RoleWords::kind(const Document& document, std::uint32_t token) const {
  const Token& t = document.tokens[token];
  if (t.upos == Upos::VERB || t.upos == Upos::AUX || t.upos == Upos::ADP || t.upos == Upos::DET || t.upos == Upos::PUNCT ||
      t.upos == Upos::PRON)
    return TitleKind::none;
  std::string noun = singular(document, token);
  // "co-chair", "ex-minister": the last part is the noun.
  if (const std::size_t hyphen = noun.rfind('-'); hyphen != std::string::npos && !in(office_, noun)) noun = noun.substr(hyphen + 1);
  if (relational(noun)) return TitleKind::none;
  if (in(office_, noun)) return TitleKind::office;
  if (in(rank_, noun)) return TitleKind::rank;
  if (in(profession_, noun)) return TitleKind::profession;
  const bool common = t.upos == Upos::NOUN && !starts_upper(document.form(token));
  if (common && has_person_ending(noun) && !in(not_a_person_, noun)) return TitleKind::person;
  return TitleKind::none;
}

}  // namespace entente
