// The averaged perceptron (Collins 2002) over hashed features, and its quantisation to what Weights reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annotate/weights.hpp"

namespace entente {

class Learner {
 public:
  Learner(std::size_t classes, unsigned bits)
      : classes_(classes), mask_((1ULL << bits) - 1), weights_((1ULL << bits) + most_classes), sums_(weights_.size()) {}

  // Scores of all classes.
  const std::vector<float>& score(const FeatureHashes& features);
  // One step of time; call once a decision, then update if it was wrong.
  void tick() { ++time_; }
  void update(const FeatureHashes& features, std::size_t right, std::size_t wrong);
  // Averaged weights in eight bits.
  std::string quantised() const;

 private:
  void add(std::uint64_t cell, float by) {
    weights_[cell] += by;
    sums_[cell] += by * static_cast<double>(time_);
  }
  std::size_t classes_;
  std::uint64_t mask_;
  std::uint64_t time_ = 1;
  std::vector<float> weights_;
  std::vector<double> sums_;
  std::vector<float> scores_;
};

}  // namespace entente
