// A linear classifier over hashed features: the score of class c is the sum over features f of table[hash(f) + c].
//
// Rows overlap (a feature's row begins at any cell), so the table needs no keys and a row is one run of bytes; what
// collides is noise that training learns around (Weinberger et al. 2009, "Feature Hashing"; Ganchev and Dredze 2008).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

// Features of one decision, as full 64-bit hashes.
using FeatureHashes = std::vector<std::uint64_t>;

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ULL;
  return h ^ (h >> 29);
}

constexpr std::size_t most_classes = 128;  // one row

// Read-only weights, eight bits each: a view of a table that someone else owns (a mapped file).
class Weights {
 public:
  Weights() = default;
  // `table` has a power of two cells and most_classes more.
  Weights(std::span<const std::int8_t> table, std::size_t classes)
      : table_(table), classes_(classes), mask_(table.size() - most_classes - 1) {}

  // The class with the highest score among `allowed` (bit c of allowed); ties go to the lower class.
  std::size_t best(const FeatureHashes& features, std::uint64_t allowed_low = ~0ULL) const {
    std::array<std::int16_t, most_classes> score{};
    for (const std::uint64_t feature : features) {
      const std::int8_t* row = table_.data() + (feature & mask_);
      for (std::size_t c = 0; c < classes_; ++c) score[c] = static_cast<std::int16_t>(score[c] + row[c]);
    }
    std::size_t best = most_classes;
    for (std::size_t c = 0; c < classes_; ++c)
      if ((c >= 64 || ((allowed_low >> c) & 1) != 0) && (best == most_classes || score[c] > score[best])) best = c;
    return best;
  }

 private:
  std::span<const std::int8_t> table_;
  std::size_t classes_ = 0;
  std::uint64_t mask_ = 0;
};

}  // namespace entente
