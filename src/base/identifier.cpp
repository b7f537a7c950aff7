#include "base/identifier.hpp"

#include "base/text.hpp"

namespace entente {

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
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
