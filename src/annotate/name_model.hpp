// The name model: how likely each token is part of the name of a person, an organisation or a place. A chain of classes
// (name_chain.hpp) over hashed features (name_features.hpp), trained by `entente-train names`; names.cpp weighs its
// opinion with what the grammar of names says.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_chain.hpp"
#include "annotate/name_words.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "entente/result.hpp"

namespace entente {

// Classes of tokens: outside, and beginning and inside of the names of four kinds.
enum class NameClass : std::uint8_t { person, organization, place, other };
constexpr std::size_t begin_class(NameClass kind) { return 1 + 2 * static_cast<std::size_t>(kind); }
constexpr std::size_t inside_class(NameClass kind) { return 2 + 2 * static_cast<std::size_t>(kind); }
NameClass name_class(EntityType type);

// What the section of a model's file holds.
struct NameWeights {
  NameTransitions transitions{};
  std::string table;  // eight-bit weights of the features: a power of two cells and NameModel::row more
};

class NameModel {
 public:
  static constexpr std::string_view section = "names";  // of the model file
  static constexpr float scale = 24;                    // of the eight-bit weights
  static constexpr std::size_t row = 16;                // cells that a feature's row may use

  NameModel() = default;
  // An empty section is a model without opinions; one that is damaged or of a newer version an error. The bytes must
  // outlive the NameModel.
  static Result<NameModel> load(std::string_view bytes);
  static std::string pack(const NameWeights& weights);
  bool empty() const { return table_.empty(); }

  // The natural logarithms of the probabilities of each class, one entry a token of the sentence; outside is certain for
  // tokens that are not judged.
  std::vector<NameScores> score(const Knowledge& knowledge, const NameWords& words, const Document& document, Range sentence) const;

 private:
  NameTransitions transitions_{};
  std::string_view table_;
  std::uint64_t mask_ = 0;
};

}  // namespace entente
