// NumberTable: a hash table from 64-bit keys to 32-bit values that can be read where it lies in a mapped file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

// A key for a piece of text, never 0. Two texts with one key would be taken for one: with a million of them the odds
// are one in forty million.
std::uint64_t hash_text(std::string_view text);

// Open addressing over arrays whose size is a power of two; a key of 0 is an empty slot.
struct NumberTableView {
  static constexpr std::uint32_t absent = ~std::uint32_t{0};
  std::span<const std::uint64_t> keys;
  std::span<const std::uint32_t> values;

  std::uint32_t find(std::uint64_t key) const;
  void fetch(std::uint64_t key) const;  // asks memory for what `find` will look at soon
  bool well_formed() const;             // sizes fit together, and there is an empty slot to stop at
};

// Fills one; keys are never removed. Key 0 is not allowed.
class NumberTable {
 public:
  static constexpr std::uint32_t absent = NumberTableView::absent;
  std::uint32_t find(std::uint64_t key) const { return view().find(key); }
  // The value of a key, which is `fresh` if the key is new.
  std::uint32_t insert(std::uint64_t key, std::uint32_t fresh);
  std::size_t size() const { return count_; }
  NumberTableView view() const { return {keys_, values_}; }

 private:
  void grow(std::size_t slots);
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> values_;
  std::size_t count_ = 0;
};

}  // namespace entente
