// The name model: how likely each token is part of the name of a person, an organisation or a place. A softmax
// regression over hashed features (name_features.hpp), trained by `entente-train names`; names.cpp weighs its opinion
// with what the grammar of names says.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_words.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "entente/result.hpp"

namespace entente {

// Classes of tokens: outside, and beginning and inside of the names of four kinds.
enum class NameClass : std::uint8_t { person, organization, place, other };
inline constexpr std::size_t name_classes = 9;  // 0 outside, 1 + 2 * kind beginning, 2 + 2 * kind inside
constexpr std::size_t begin_class(NameClass kind) { return 1 + 2 * static_cast<std::size_t>(kind); }
constexpr std::size_t inside_class(NameClass kind) { return 2 + 2 * static_cast<std::size_t>(kind); }
NameClass name_class(EntityType type);

// Natural logarithms of the probabilities of each class.
using NameScores = std::array<float, name_classes>;

class NameModel {
 public:
  static constexpr std::string_view section = "names";  // of the model file
  static constexpr float scale = 24;                    // of the eight-bit weights
  static constexpr std::size_t row = 16;                // cells that a feature's row may use

  NameModel() = default;
  // `table`: a power of two cells and `row` more; empty or of another size: a model without opinions. The bytes must
  // outlive the NameModel.
  explicit NameModel(std::string_view table);
  bool empty() const { return table_.empty(); }

  // One entry a token of the sentence; outside is certain for tokens that are not judged.
  std::vector<NameScores> score(const Knowledge& knowledge, const NameWords& words, const Document& document, Range sentence) const;

 private:
  std::string_view table_;
  std::uint64_t mask_ = 0;
};

}  // namespace entente
