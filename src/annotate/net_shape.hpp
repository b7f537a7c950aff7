// The measures of the network that tags and parses, and the few functions that training and use must share.
//
// A word's vector is the sum of rows of two tables (word_parts.hpp). Above it stand layers of simple recurrent units
// (Lei et al. 2018) in both directions: all products with matrices are taken for all words at once, and only element-wise
// work goes from word to word. The last layer but one gives the tag; the last gives each word a vector as a dependent
// and one as a head, whose product scores the arc (Dozat and Manning 2017), and two whose sum, through a hidden layer,
// gives the relation.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace entente {

struct NetShape {
  std::uint32_t words = 0;         // rows of the vocabulary
  std::uint32_t pieces = 1 << 15;  // rows of the table of pieces
  std::uint32_t width = 128;       // of a word's vector
  std::uint32_t units = 128;       // of each direction of a layer
  std::uint32_t layers = 3;        // at least 2
  std::uint32_t arc = 128;         // of the vectors whose product scores an arc
  std::uint32_t hidden = 128;      // behind the relation
  std::uint32_t tags = 0, labels = 0;

  std::size_t both() const { return 2 * std::size_t{units}; }
  // A layer's products: candidate, forget and reset gates; the first layer also needs its input in the layer's width.
  std::size_t gates(std::size_t layer) const { return layer == 0 ? 4 : 3; }
  std::size_t inputs(std::size_t layer) const { return layer == 0 ? width : both(); }
  std::size_t outputs(std::size_t layer) const { return gates(layer) * both(); }
  std::size_t tag_layer() const { return layers - 2; }
};

// Between 0 and 1. Made of operations that IEEE 754 defines to the last bit.
inline float squash(float x) { return 0.5F + 0.5F * (x / std::sqrt(1.0F + x * x)); }

// The distance from a word to a head, as a row of the table of distances. The root (head 0) has its own.
constexpr std::size_t distances = 32;
inline std::size_t distance_row(std::size_t word, std::size_t head) {
  if (head == 0) return 0;
  const std::size_t apart = head < word ? word - head : head - word;
  const std::size_t step = apart < 8    ? apart
                           : apart < 10 ? 8
                           : apart < 13 ? 9
                           : apart < 17 ? 10
                           : apart < 23 ? 11
                           : apart < 32 ? 12
                           : apart < 48 ? 13
                                        : 14;
  return head < word ? step : step + 15;
}

}  // namespace entente
