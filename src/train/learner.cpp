#include "train/learner.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

const std::vector<float>& Learner::score(const FeatureHashes& features) {
  scores_.assign(classes_, 0);
  for (const std::uint64_t feature : features) {
    const float* row = weights_.data() + (feature & mask_);
    for (std::size_t c = 0; c < classes_; ++c) scores_[c] += row[c];
  }
  return scores_;
}

void Learner::update(const FeatureHashes& features, std::size_t right, std::size_t wrong) {
  for (const std::uint64_t feature : features) {
    add((feature & mask_) + right, 1);
    add((feature & mask_) + wrong, -1);
  }
}

std::string Learner::quantised() const {
  std::vector<float> average(weights_.size());
  std::vector<float> sizes;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    average[i] = static_cast<float>(weights_[i] - sums_[i] / static_cast<double>(time_));
    if (average[i] != 0) sizes.push_back(std::abs(average[i]));
  }
  std::string out(weights_.size(), '\0');
  if (sizes.empty()) return out;
  // The few largest weights are clipped, so that the many small ones keep their order.
  const std::size_t at = sizes.size() - 1 - sizes.size() / 1000000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
  const float scale = 127 / sizes[at];
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(average[i] * scale, -127.0F, 127.0F))));
  return out;
}

}  // namespace entente
