#include "annotate/name_context.hpp"

#include <algorithm>
#include <string_view>

#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::array<std::string_view, 14> location_words = {
    "in", "at", "near", "from", "to", "across", "outside", "inside", "around", "towards", "throughout", "into", "toward", "via"};

bool is_location_word(std::string_view word) {
  return std::find(location_words.begin(), location_words.end(), word) != location_words.end();
}

const std::string& word_at(const NameScene& scene, std::size_t at) {
  static const std::string nothing;
  return at < scene.pieces.size() ? scene.pieces[at].lower : nothing;
}

// The word before `begin`, past an article; npos if the sentence starts there.
constexpr std::size_t none = static_cast<std::size_t>(-1);
std::size_t word_before(const NameScene& scene, std::size_t begin, bool& article) {
  if (begin == 0) return none;
  std::size_t at = begin - 1;
  article = scene.pieces[at].lower == "the";
  if (!article) return at;
  return at == 0 ? none : at - 1;
}

// A class noun beside the name: the name is one of these.
void add_class_noun(const NameScene& scene, const std::string& noun, float weight, TypeEvidence& evidence) {
  const NameWords& words = scene.words;
  if (words.is(noun, NameWord::person_noun)) evidence[EntityType::Person] += weight;
  if (words.is(noun, NameWord::place_apposition)) evidence[EntityType::Place] += weight;
  if (words.is(noun, NameWord::organization_apposition)) evidence[EntityType::Organization] += weight;
  if (words.is(noun, NameWord::equipment_apposition)) evidence[EntityType::Equipment] += weight;
  if (words.is(noun, NameWord::exercise)) evidence[EntityType::Exercise] += weight;
  if (words.is(noun, NameWord::news_agency)) evidence[EntityType::NewsAgency] += weight;
}

// ", a nonprofit think tank in Washington": the head of the phrase after a comma, by its last class noun before a
// preposition or further punctuation.
void add_apposition_after(const NameScene& scene, std::size_t end, TypeEvidence& evidence) {
  if (word_at(scene, end) != ",") return;
  std::size_t at = end + 1;
  if (at < scene.pieces.size() && scene.pieces[at].number && scene.pieces[at].lower.size() == 2) {
    if (word_at(scene, at + 1) == ",") evidence[EntityType::Person] += 2.0F;  // "X, 54, ..."
    return;
  }
  if (word_at(scene, at) == "who") evidence[EntityType::Person] += 1.5F;
  std::size_t noun = none;
  for (std::size_t i = at; i < scene.pieces.size() && i < at + 8; ++i) {
    const Piece& piece = scene.pieces[i];
    const Upos tag = scene.document.tokens[piece.token].upos;
    if (piece.punctuation || tag == Upos::ADP || tag == Upos::VERB || tag == Upos::AUX || tag == Upos::PRON) break;
    noun = i;
  }
  if (noun != none && !scene.pieces[noun].upper) add_class_noun(scene, word_at(scene, noun), 1.5F, evidence);
}

// "the Italian foreign minister, X", "the capital, X".
void add_apposition_before(const NameScene& scene, std::size_t begin, TypeEvidence& evidence) {
  if (begin < 2 || word_at(scene, begin - 1) != "," || scene.pieces[begin - 2].upper) return;
  add_class_noun(scene, word_at(scene, begin - 2), 1.2F, evidence);
}

void add_words_before(const NameScene& scene, std::size_t begin, TypeEvidence& evidence) {
  bool article = false;
  const std::size_t before = word_before(scene, begin, article);
  if (article) evidence[EntityType::Person] -= 1.5F;
  if (before == none) return;
  const std::string& word = word_at(scene, before);
  if (is_location_word(word)) {
    const float weight = word == "in" || word == "near" || word == "outside" ? 1.2F : 0.6F;
    evidence[EntityType::Place] += weight;
    evidence[EntityType::State] += weight;
    evidence[EntityType::Person] -= 0.4F;
  }
  if (word == "of" && before > 0 && scene.words.is(word_at(scene, before - 1), NameWord::place_apposition)) {
    evidence[EntityType::Place] += 1.5F;
    evidence[EntityType::State] += 0.5F;
  }
  // "director of X", "a correspondent for X"
  const bool serves = word == "of" || word == "at" || word == "for" || word == "with";
  if (serves && before > 0 && scene.words.is(word_at(scene, before - 1), NameWord::person_noun)) {
    evidence[EntityType::Organization] += 0.8F;
    evidence[EntityType::Person] -= 0.4F;
  }
  if (!article && !scene.pieces[before].upper) add_class_noun(scene, word, 1.2F, evidence);
}

void add_words_after(const NameScene& scene, std::size_t end, TypeEvidence& evidence) {
  const std::string& next = word_at(scene, end);
  if (next == "who" || next == "whose") evidence[EntityType::Person] += 1.0F;
  if (next == "(" && end + 2 < scene.pieces.size() && scene.pieces[end + 1].caps && word_at(scene, end + 2) == ")")
    evidence[EntityType::Organization] += 0.6F;
  // "X joint drills", "X missile"
  for (std::size_t i = end; i < std::min(scene.pieces.size(), end + 3) && !scene.pieces[i].upper && !scene.pieces[i].punctuation;
       ++i)
    if (scene.words.is(word_at(scene, i), NameWord::exercise)) evidence[EntityType::Exercise] += 0.8F;
  const bool possessive = next == "'s" || next == "\xE2\x80\x99s";
  if (!possessive && end < scene.pieces.size() && !scene.pieces[end].upper && !scene.pieces[end].glued &&
      scene.words.is(next, NameWord::person_noun)) {
    evidence[EntityType::Organization] += 0.4F;  // "X spokesman"
    evidence[EntityType::Person] -= 0.5F;
  }
}

// Subjects of "say" and "tell" are mostly persons.
void add_syntax(const NameScene& scene, std::size_t end, TypeEvidence& evidence) {
  const Document& document = scene.document;
  const std::uint32_t last = scene.pieces[end - 1].token;
  std::uint32_t at = last;
  for (int steps = 0; steps < 3; ++steps) {  // up through the name itself
    const Token& token = document.tokens[at];
    if (token.head < 0) return;
    if (has_relation(token, "nsubj")) {
      if (scene.rules.in_class("speech-verb", document.tokens[static_cast<std::uint32_t>(token.head)].lemma)) {
        evidence[EntityType::Person] += 0.8F;
        evidence[EntityType::Organization] += 0.4F;
        evidence[EntityType::GovernmentBody] += 0.4F;
        evidence[EntityType::NewsAgency] += 0.4F;
        evidence[EntityType::State] += 0.2F;
      }
      return;
    }
    if (!has_relation(token, "flat") && !has_relation(token, "compound")) return;
    at = static_cast<std::uint32_t>(token.head);
  }
}

}  // namespace

bool after_honorific(const NameScene& scene, std::size_t begin) {
  if (begin == 0) return false;
  std::size_t at = begin - 1;
  if (word_at(scene, at) == "." && at > 0 && scene.pieces[at].glued) --at;  // "Gen" "."
  const Piece& piece = scene.pieces[at];
  return !piece.punctuation && scene.words.is(piece.lower, NameWord::honorific);
}

TypeEvidence evidence_around(const NameScene& scene, std::size_t begin, std::size_t end) {
  TypeEvidence evidence;
  if (after_honorific(scene, begin)) evidence[EntityType::Person] += 2.0F;
  add_words_before(scene, begin, evidence);
  add_words_after(scene, end, evidence);
  add_apposition_after(scene, end, evidence);
  add_apposition_before(scene, begin, evidence);
  add_syntax(scene, end, evidence);
  return evidence;
}

}  // namespace entente
