#include "annotate/name_context.hpp"

#include <algorithm>
#include <cmath>
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

// "firms including X", "parties such as X": by the noun before.
void add_examples_after(const NameScene& scene, std::size_t before, TypeEvidence& evidence) {
  std::size_t at = before;
  if (word_at(scene, at) == "as" && at > 0 && word_at(scene, at - 1) == "such") --at;
  const std::string& word = word_at(scene, at);
  if (at == 0 || (word != "including" && word != "like" && word != "such" && word != "include" && word != "includes")) return;
  --at;
  if (word_at(scene, at) == "," && at > 0) --at;
  if (scene.pieces[at].upper) return;
  add_class_noun(scene, scene.document.tokens[scene.pieces[at].token].lemma, 1.2F, evidence);
}

// "a nerve agent known as X", "the group called X".
void add_naming(const NameScene& scene, std::size_t before, TypeEvidence& evidence) {
  std::size_t at = before;
  const bool known_as = word_at(scene, at) == "as" && at > 0 && word_at(scene, at - 1) == "known";
  if (known_as) --at;
  const std::string& word = word_at(scene, at);
  if (at == 0 || (!known_as && word != "called" && word != "named" && word != "dubbed" && word != "codenamed")) return;
  if (!scene.pieces[at - 1].upper) add_class_noun(scene, word_at(scene, at - 1), 1.2F, evidence);
}

void add_words_before(const NameScene& scene, std::size_t begin, TypeEvidence& evidence) {
  bool article = false;
  const std::size_t before = word_before(scene, begin, article);
  if (article) evidence[EntityType::Person] -= 1.5F;
  if (before == none) return;
  const std::string& word = word_at(scene, before);
  const bool source = word == "to" && before > 0 && word_at(scene, before - 1) == "according";
  if (source || word == "on") {  // "according to X", "on X": media, persons
    evidence[EntityType::Organization] += 0.5F;
    if (source && !article) evidence[EntityType::Person] += 0.5F;
  } else if (is_location_word(word)) {
    const float weight = word == "in" || word == "near" || word == "outside" ? 1.2F : 0.6F;
    evidence[EntityType::Place] += weight;
    evidence[EntityType::State] += weight;
    evidence[EntityType::Person] -= 0.4F;
  }
  if (word == "of" && before > 0 && scene.words.is(word_at(scene, before - 1), NameWord::place_apposition)) {
    evidence[EntityType::Place] += 1.5F;
    evidence[EntityType::State] += 0.5F;
  }
  // "the killing of X", "the widow of X"
  if (word == "of" && !article && before > 0 && scene.rules.in_class("name-fate-noun", word_at(scene, before - 1)))
    evidence[EntityType::Person] += 1.5F;
  add_examples_after(scene, before, evidence);
  add_naming(scene, before, evidence);
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
  // "the Grey Stone battalion", "the Loud Birds drummer": a name that describes a thing is hardly a person's.
  const bool describes = end < scene.pieces.size() && !scene.pieces[end].upper && !scene.pieces[end].glued &&
                         scene.document.tokens[scene.pieces[end].token].upos == Upos::NOUN;
  if (describes) evidence[EntityType::Person] -= 0.6F;
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

float log_sum(const NameScores& scores, std::size_t first) {
  float sum = 0;
  for (std::size_t c = first; c < name_classes; c += 2) sum += std::exp(scores[c]);
  return std::log(std::max(sum, 1e-4F));
}

// The name model's opinion on the type, against its next best.
void add_model(const NameScene& scene, std::size_t begin, std::size_t end, TypeEvidence& evidence) {
  if (scene.scores.empty()) return;
  const std::uint32_t from = scene.pieces[begin].token - scene.first_token;
  const std::uint32_t to = scene.pieces[end - 1].token + 1 - scene.first_token;
  std::array<float, 3> likely{};
  for (std::size_t kind = 0; kind < likely.size(); ++kind) {
    for (std::uint32_t t = from; t < to; ++t) {
      const NameScores& s = scene.scores[t];
      likely[kind] += std::max(-5.0F, t == from ? std::max(s[1 + 2 * kind], s[2 + 2 * kind]) : s[2 + 2 * kind]);
    }
    likely[kind] /= static_cast<float>(to - from);
  }
  const auto lead = [&](std::size_t kind) {
    float other = -10;
    for (std::size_t k = 0; k < likely.size(); ++k)
      if (k != kind) other = std::max(other, likely[k]);
    return std::clamp(likely[kind] - other, -2.0F, 2.0F);
  };
  // Of a stretch that is none of its names it says little.
  const float weight = std::any_of(scene.model_names.begin(), scene.model_names.end(),
                                   [&](const ModelName& name) { return name.begin == begin && name.end == end; })
                           ? 0.8F
                           : 0.1F;
  evidence[EntityType::Person] += weight * lead(0);
  for (const EntityType body : {EntityType::Organization, EntityType::GovernmentBody, EntityType::InternationalOrganization,
                                EntityType::NewsAgency, EntityType::Council})
    evidence[body] += weight * lead(1);
  evidence[EntityType::Place] += weight * lead(2);
  evidence[EntityType::State] += weight * lead(2);
}

}  // namespace

float model_gain(const NameScene& scene, std::size_t begin, std::size_t end, bool guess) {
  if (scene.scores.empty()) return 0;
  const float least = guess ? -2.0F : -0.8F;
  constexpr float most = 2.5F;
  // The model judges capitalised words; in "the Ruritanian crisis" the head is left to the grammar.
  std::size_t capitals = end;
  while (capitals > begin && !scene.pieces[capitals - 1].upper && !scene.pieces[capitals - 1].number) --capitals;
  if (capitals == begin) return 0;
  // The second half of "Oslo-Bergen" is one token with the first.
  if (begin > 0 && scene.pieces[begin - 1].token == scene.pieces[begin].token) return 0;
  const std::uint32_t from = scene.pieces[begin].token - scene.first_token;
  const std::uint32_t to = scene.pieces[capitals - 1].token + 1 - scene.first_token;
  float gain = 0;
  for (std::uint32_t t = from; t < to; ++t) {
    const NameScores& s = scene.scores[t];
    gain += std::clamp(log_sum(s, t == from ? 1 : 2) - s[0], least, most);
  }
  if (capitals < end) return std::max(0.0F, gain);
  // It should not go on.
  if (to < scene.scores.size()) gain += std::max(least, std::log(std::max(0.01F, 1 - std::exp(log_sum(scene.scores[to], 2)))));
  return gain;
}

std::vector<ModelName> model_names(const std::vector<Piece>& pieces, std::span<const NameScores> scores,
                                   std::uint32_t first_token) {
  std::vector<ModelName> out;
  std::size_t open = 0;  // the class of the name that is being read
  for (std::size_t i = 0; i < pieces.size() && !scores.empty(); ++i) {
    const NameScores& s = scores[pieces[i].token - first_token];
    const bool same_token = i > 0 && pieces[i].token == pieces[i - 1].token;
    const auto best = static_cast<std::size_t>(std::max_element(s.begin(), s.end()) - s.begin());
    const bool inside = best != 0 && (best % 2 == 0 || same_token);
    if (best == 0)
      open = 0;
    else if (inside && open != 0)
      out.back().end = i + 1;
    else
      out.push_back({i, i + 1, static_cast<NameClass>((best - 1) / 2)}), open = best;
  }
  return out;
}

void add_examples(const NameScene& scene, std::size_t begin, TypeEvidence& evidence) {
  if (begin > 0) add_examples_after(scene, begin - 1, evidence);
}

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
  add_model(scene, begin, end, evidence);
  return evidence;
}

}  // namespace entente
