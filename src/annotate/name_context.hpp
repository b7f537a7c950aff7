// What the words around a name say about its type: "near X", "Mr. X", "the newspaper X", "X, a city in ...".
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "annotate/name_model.hpp"
#include "annotate/name_pieces.hpp"
#include "annotate/name_words.hpp"
#include "entente/document.hpp"

namespace entente {

// Evidence for each EntityType; 0 says nothing, 1 and more is strong, below 0 speaks against it.
class TypeEvidence {
 public:
  float& operator[](EntityType type) { return values_[static_cast<std::size_t>(type)]; }
  float operator[](EntityType type) const { return values_[static_cast<std::size_t>(type)]; }

 private:
  std::array<float, entity_type_count> values_{};
};

// A name as the name model sees it by itself.
struct ModelName {
  std::size_t begin = 0, end = 0;  // pieces
  NameClass kind = NameClass::other;
};

// One sentence while its names are sought.
struct NameScene {
  const Document& document;
  const NameWords& words;
  const RuleSet& rules;
  const std::vector<Piece>& pieces;
  bool title_case = false;
  // What the name model says of each token of the sentence, from `first_token` on; empty without a model.
  std::span<const NameScores> scores;
  std::uint32_t first_token = 0;
  std::span<const ModelName> model_names;  // ascending, disjoint
};

// The names of the most likely classes of a sentence's tokens.
std::vector<ModelName> model_names(const std::vector<Piece>& pieces, std::span<const NameScores> scores, std::uint32_t first_token);

// Does a form of address or rank that makes a person of whatever follows stand right before the piece?
bool after_honorific(const NameScene& scene, std::size_t begin);
// How much likelier the name model finds the pieces to be a name of just these words than no name at all: a sum of
// logarithms over the words; 0 without a model. It may say more against a mere guess of the grammar.
float model_gain(const NameScene& scene, std::size_t begin, std::size_t end, bool guess);
// Pieces are half-open [begin, end), not empty.
TypeEvidence evidence_around(const NameScene& scene, std::size_t begin, std::size_t end);

// What the noun before a list says of its members, if the list starts at the piece: "firms including X, Y".
void add_examples(const NameScene& scene, std::size_t begin, TypeEvidence& evidence);

}  // namespace entente
