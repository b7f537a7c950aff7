#include "annotate/name_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

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

namespace {

// The section begins so since it has transitions; before, it was the table alone.
constexpr std::string_view magic("NAMES\0\0\2", 8);

bool fits(std::size_t table) {
  if (table <= NameModel::row) return false;
  const std::size_t cells = table - NameModel::row;
  return (cells & (cells - 1)) == 0;
}

}  // namespace

std::string NameModel::pack(const NameWeights& weights) {
  std::string out(magic);
  out.append(reinterpret_cast<const char*>(weights.transitions.data()), sizeof weights.transitions);
  return out + weights.table;
}

Result<NameModel> NameModel::load(std::string_view bytes) {
  NameModel model;
  if (bytes.empty()) return model;
  constexpr std::size_t head = magic.size() + sizeof model.transitions_;
  if (bytes.starts_with(magic) && bytes.size() > head) {
    std::memcpy(model.transitions_.data(), bytes.data() + magic.size(), sizeof model.transitions_);
    bytes.remove_prefix(head);
  }
  if (!fits(bytes.size()))
    return Error{"bad-model", "this model cannot be used: its names are of a newer version, or damaged", "", 0};
  model.table_ = bytes;
  model.mask_ = bytes.size() - row - 1;
  return model;
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
  NameChain chain(transitions_);
  std::vector<NameScores> run;
  for (std::size_t i = 0; i <= features.size(); ++i) {
    if (i < features.size() && !features[i].empty()) {
      std::array<std::int32_t, name_classes> sums{};
      for (const std::uint64_t feature : features[i]) {
        const char* cells = table_.data() + (feature & mask_);
        for (std::size_t c = 0; c < name_classes; ++c) sums[c] += static_cast<std::int8_t>(cells[c]);
      }
      NameScores& scores = run.emplace_back();
      for (std::size_t c = 0; c < name_classes; ++c) scores[c] = static_cast<float>(sums[c]) / scale;
      continue;
    }
    if (run.empty()) continue;
    chain.run(run);
    for (std::size_t k = 0; k < run.size(); ++k)
      for (std::size_t c = 0; c < name_classes; ++c)
        out[i - run.size() + k][c] = std::max(certain, std::log(std::max(1e-30F, run[k][c])));
    run.clear();
  }
  return out;
}

}  // namespace entente
