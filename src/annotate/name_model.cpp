#include "annotate/name_model.hpp"

#include <algorithm>
#include <cmath>

#include "annotate/name_features.hpp"

namespace entente {

NameClass name_class(EntityType type) {
  switch (type) {
    case EntityType::Person: return NameClass::person;
    case EntityType::State:
    case EntityType::Place: return NameClass::place;
    case EntityType::GovernmentBody:
    case EntityType::Organization:
    case EntityType::InternationalOrganization:
    case EntityType::NewsAgency:
    case EntityType::Council: return NameClass::organization;
    default: return NameClass::other;
  }
}

NameModel::NameModel(std::string_view table) {
  if (table.size() <= row) return;
  const std::uint64_t cells = table.size() - row;
  if ((cells & (cells - 1)) != 0) return;
  table_ = table;
  mask_ = cells - 1;
}

std::vector<NameScores> NameModel::score(const Knowledge& knowledge, const NameWords& words, const Document& document,
                                         Range sentence) const {
  constexpr float certain = -8;
  NameScores outside;
  outside.fill(certain);
  outside[0] = 0;
  std::vector<NameScores> out(sentence.size(), outside);
  if (empty()) return out;
  const std::vector<FeatureHashes> features = name_features(knowledge, words, document, sentence);
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i].empty()) continue;
    std::array<std::int32_t, name_classes> sums{};
    for (const std::uint64_t feature : features[i]) {
      const char* cells = table_.data() + (feature & mask_);
      for (std::size_t c = 0; c < name_classes; ++c) sums[c] += static_cast<std::int8_t>(cells[c]);
    }
    float total = 0;
    const std::int32_t most = *std::max_element(sums.begin(), sums.end());
    for (std::size_t c = 0; c < name_classes; ++c) {
      out[i][c] = static_cast<float>(sums[c] - most) / scale;
      total += std::exp(out[i][c]);
    }
    for (float& value : out[i]) value = std::max(certain, value - std::log(total));
  }
  return out;
}

}  // namespace entente
