// Classes of tokens in a row as a chain (a conditional random field, Lafferty et al. 2001): what each class says of the
// next. Shared by the training of the name model and its use.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace entente {

inline constexpr std::size_t name_classes = 9;  // 0 outside, 1 + 2 * kind beginning, 2 + 2 * kind inside

// Natural logarithms, one a class.
using NameScores = std::array<float, name_classes>;
// What speaks for a class, by the class before.
using NameTransitions = std::array<NameScores, name_classes>;

// Goes over the tokens between two that are outside of names.
class NameChain {
 public:
  explicit NameChain(const NameTransitions& transitions);

  // Replaces what speaks for each token's classes by their probabilities.
  void run(std::vector<NameScores>& tokens);
  // After run(): adds to each pair of classes how often it is expected, the tokens outside at both ends included.
  void add_pairs(NameTransitions& counts) const;

 private:
  NameTransitions odds_;                              // exp of the transitions
  std::vector<NameScores> own_, forward_, backward_;  // of each token
};

}  // namespace entente
