#include "knowledge/number_table.hpp"

#include <algorithm>
#include <bit>

namespace entente {

namespace {

// Mixes all bits of a key (the finaliser of SplitMix64, Steele, Lea and Flood 2014): consecutive numbers must not
// fall into consecutive slots.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ text.size();
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  hash = mix(hash);
  return hash == 0 ? 1 : hash;
}

std::uint32_t NumberTableView::find(std::uint64_t key) const {
  if (keys.empty()) return absent;
  const std::size_t mask = keys.size() - 1;
  for (std::size_t i = mix(key) & mask;; i = (i + 1) & mask) {
    if (keys[i] == key) return values[i];
    if (keys[i] == 0) return absent;
  }
}

void NumberTableView::fetch(std::uint64_t key) const {
  if (keys.empty()) return;
  const std::size_t slot = mix(key) & (keys.size() - 1);
  __builtin_prefetch(keys.data() + slot);
  __builtin_prefetch(values.data() + slot);
}

bool NumberTableView::well_formed() const {
  if (keys.size() != values.size()) return false;
  return keys.empty() || (std::has_single_bit(keys.size()) && std::find(keys.begin(), keys.end(), 0U) != keys.end());
}

std::uint32_t NumberTable::insert(std::uint64_t key, std::uint32_t fresh) {
  if ((count_ + 1) * 2 > keys_.size()) grow(std::max<std::size_t>(64, keys_.size() * 2));
  const std::size_t mask = keys_.size() - 1;
  std::size_t i = mix(key) & mask;
  for (; keys_[i] != 0; i = (i + 1) & mask)
    if (keys_[i] == key) return values_[i];
  keys_[i] = key;
  values_[i] = fresh;
  ++count_;
  return fresh;
}

void NumberTable::grow(std::size_t slots) {
  std::vector<std::uint64_t> keys(slots, 0);
  std::vector<std::uint32_t> values(slots, absent);
  for (std::size_t old = 0; old < keys_.size(); ++old) {
    if (keys_[old] == 0) continue;
    std::size_t i = mix(keys_[old]) & (slots - 1);
    while (keys[i] != 0) i = (i + 1) & (slots - 1);
    keys[i] = keys_[old];
    values[i] = values_[old];
  }
  keys_.swap(keys);
  values_.swap(values);
}

}  // namespace entente
