// Hashes of features, for tables that need no keys: what collides is noise that training learns around (Weinberger et
// al. 2009, "Feature Hashing"; Ganchev and Dredze 2008).
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

// Features of one decision, as full 64-bit hashes.
using FeatureHashes = std::vector<std::uint64_t>;

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ULL;
  return h ^ (h >> 29);
}

}  // namespace entente
