#include "annotate/name_chain.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

void normalise(NameScores& values) {
  float sum = 1e-30F;
  for (const float value : values) sum += value;
  for (float& value : values) value /= sum;
}

// What speaks for the classes of a token, by the probabilities of the classes of the one before.
NameScores step_forward(const NameTransitions& odds, const NameScores& before) {
  NameScores out{};
  for (std::size_t a = 0; a < name_classes; ++a)
    for (std::size_t b = 0; b < name_classes; ++b) out[b] += before[a] * odds[a][b];
  return out;
}

constexpr NameScores outside() { return {1}; }

}  // namespace

NameChain::NameChain(const NameTransitions& transitions) {
  for (std::size_t a = 0; a < name_classes; ++a)
    for (std::size_t b = 0; b < name_classes; ++b) odds_[a][b] = std::exp(transitions[a][b]);
}

void NameChain::run(std::vector<NameScores>& tokens) {
  const std::size_t n = tokens.size();
  own_.resize(n), forward_.resize(n), backward_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const float most = *std::max_element(tokens[i].begin(), tokens[i].end());
    for (std::size_t c = 0; c < name_classes; ++c) own_[i][c] = std::exp(tokens[i][c] - most);
    forward_[i] = step_forward(odds_, i == 0 ? outside() : forward_[i - 1]);
    for (std::size_t c = 0; c < name_classes; ++c) forward_[i][c] *= own_[i][c];
    normalise(forward_[i]);
  }
  for (std::size_t i = n; i-- > 0;) {
    NameScores next = outside();
    if (i + 1 < n)
      for (std::size_t c = 0; c < name_classes; ++c) next[c] = own_[i + 1][c] * backward_[i + 1][c];
    for (std::size_t a = 0; a < name_classes; ++a) {
      backward_[i][a] = 0;
      for (std::size_t b = 0; b < name_classes; ++b) backward_[i][a] += odds_[a][b] * next[b];
    }
    normalise(backward_[i]);
    for (std::size_t c = 0; c < name_classes; ++c) tokens[i][c] = forward_[i][c] * backward_[i][c];
    normalise(tokens[i]);
  }
}

void NameChain::add_pairs(NameTransitions& counts) const {
  const std::size_t n = own_.size();
  for (std::size_t i = 0; i <= n; ++i) {  // the pair that ends at token i
    const NameScores before = i == 0 ? outside() : forward_[i - 1];
    NameScores after = outside();
    if (i < n)
      for (std::size_t c = 0; c < name_classes; ++c) after[c] = own_[i][c] * backward_[i][c];
    float sum = 1e-30F;
    for (std::size_t a = 0; a < name_classes; ++a)
      for (std::size_t b = 0; b < name_classes; ++b) sum += before[a] * odds_[a][b] * after[b];
    for (std::size_t a = 0; a < name_classes; ++a)
      for (std::size_t b = 0; b < name_classes; ++b) counts[a][b] += before[a] * odds_[a][b] * after[b] / sum;
  }
}

}  // namespace entente
