#include "base/identifier.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/text.hpp"

namespace entente {

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

// Each lane takes in every fourth word by the round of xxHash64 (Collet, 2012); the lanes are then mixed together with
// the words that are left and the length.
std::uint64_t block_hash(std::string_view bytes) {
  constexpr std::uint64_t a = 0x9E3779B185EBCA87ULL, b = 0xC2B2AE3D27D4EB4FULL;
  const auto word = [&](std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, size);
    return value;
  };
  const auto take = [&](std::uint64_t lane, std::uint64_t value) { return std::rotl(lane + value * b, 31) * a; };
  std::array<std::uint64_t, 4> lanes = {a, b, a ^ b, a + b};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32)
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = take(lanes[i], word(at + 8 * i, 8));
  std::uint64_t hash = bytes.size();
  for (const std::uint64_t lane : lanes) hash = take(hash, lane);
  for (; at < bytes.size(); at += 8) hash = take(hash, word(at, std::min<std::size_t>(8, bytes.size() - at)));
  hash ^= hash >> 32;
  hash *= b;
  return hash ^ (hash >> 29);
}

std::string hex_hash(std::string_view text, int digits) {
  static constexpr char hex[] = "0123456789abcdef";
  std::uint64_t hash = stable_hash(text);
  std::string out;
  for (int i = 0; i < digits; ++i, hash <<= 4) out += hex[hash >> 60];
  return out;
}

std::string slug(std::string_view name) {
  constexpr std::size_t longest = 80;
  std::string out;
  bool gap = false;
  bool foreign = false;
  for (const char c : fold(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (static_cast<unsigned char>(c) >= 0x80) foreign = true;
    if (c == '\'' || c == '.') continue;  // "Xi'an", "U.S."
    if (!kept) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += '-';
    gap = false;
    out += c;
  }
  if (out.size() > longest || (foreign && !out.empty())) return out.substr(0, longest - 9) + "-" + hex_hash(name);
  return out.empty() ? "x-" + hex_hash(name) : out;
}

}  // namespace entente
