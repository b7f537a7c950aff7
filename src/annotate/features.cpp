#include "annotate/features.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

struct Pronoun {
  std::string_view form;
  std::uint8_t person;
  Number number;
  Gender gender;
};

constexpr std::array<Pronoun, 34> pronouns = {{
    {"i", 1, Number::singular, Gender::none},
    {"me", 1, Number::singular, Gender::none},
    {"my", 1, Number::singular, Gender::none},
    {"mine", 1, Number::singular, Gender::none},
    {"myself", 1, Number::singular, Gender::none},
    {"we", 1, Number::plural, Gender::none},
    {"us", 1, Number::plural, Gender::none},
    {"our", 1, Number::plural, Gender::none},
    {"ours", 1, Number::plural, Gender::none},
    {"ourselves", 1, Number::plural, Gender::none},
    {"you", 2, Number::none, Gender::none},
    {"your", 2, Number::none, Gender::none},
    {"yours", 2, Number::none, Gender::none},
    {"yourself", 2, Number::singular, Gender::none},
    {"yourselves", 2, Number::plural, Gender::none},
    {"he", 3, Number::singular, Gender::masculine},
    {"him", 3, Number::singular, Gender::masculine},
    {"his", 3, Number::singular, Gender::masculine},
    {"himself", 3, Number::singular, Gender::masculine},
    {"she", 3, Number::singular, Gender::feminine},
    {"her", 3, Number::singular, Gender::feminine},
    {"hers", 3, Number::singular, Gender::feminine},
    {"herself", 3, Number::singular, Gender::feminine},
    {"it", 3, Number::singular, Gender::neuter},
    {"its", 3, Number::singular, Gender::neuter},
    {"itself", 3, Number::singular, Gender::neuter},
    {"they", 3, Number::plural, Gender::none},
    {"them", 3, Number::plural, Gender::none},
    {"their", 3, Number::plural, Gender::none},
    {"theirs", 3, Number::plural, Gender::none},
    {"themselves", 3, Number::plural, Gender::none},
    {"this", 3, Number::singular, Gender::neuter},
    {"these", 3, Number::plural, Gender::none},
    {"those", 3, Number::plural, Gender::none},
}};

void set_verb(Token& token) {
  const std::string& tag = token.xpos;
  if (tag == "VBD") {
    token.tense = Tense::past;
    token.verb_form = VerbForm::finite;
  } else if (tag == "VBZ" || tag == "VBP") {
    token.tense = Tense::present;
    token.verb_form = VerbForm::finite;
    if (tag == "VBZ") {
      token.person = 3;
      token.number = Number::singular;
    }
  } else if (tag == "MD") {
    token.verb_form = VerbForm::finite;
  } else if (tag == "VB") {
    token.verb_form = VerbForm::infinitive;
  } else if (tag == "VBG") {
    token.tense = Tense::present;
    token.verb_form = token.upos == Upos::NOUN ? VerbForm::gerund : VerbForm::participle;
  } else if (tag == "VBN") {
    token.tense = Tense::past;
    token.verb_form = VerbForm::participle;
  }
}

}  // namespace

void set_features(Token& token, std::string_view form) {
  const std::string& tag = token.xpos;
  if (token.upos == Upos::VERB || token.upos == Upos::AUX) set_verb(token);
  if (tag == "NN" || tag == "NNP") token.number = Number::singular;
  if (tag == "NNS" || tag == "NNPS") token.number = Number::plural;
  if (token.upos != Upos::PRON && token.upos != Upos::DET) return;
  const std::string small = lower(form);
  const auto* found = std::find_if(pronouns.begin(), pronouns.end(), [&](const Pronoun& p) { return p.form == small; });
  if (found == pronouns.end()) return;
  token.person = found->person;
  token.number = found->number;
  token.gender = found->gender;
}

void set_voice(Document& document, const Sentence& sentence) {
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    Token& token = document.tokens[t];
    if (token.upos != Upos::VERB) continue;
    token.voice = Voice::active;
    // "the ship seized by police": a past participle that modifies a noun
    if (token.xpos == "VBN" && token.relation == "acl") token.voice = Voice::passive;
  }
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const Token& token = document.tokens[t];
    const bool sign = token.relation == "aux:pass" || token.relation == "nsubj:pass" || token.relation == "csubj:pass";
    if (sign && token.head != Token::root) document.tokens[static_cast<std::size_t>(token.head)].voice = Voice::passive;
  }
}

}  // namespace entente
