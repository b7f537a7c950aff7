// NameIndex: which items a form of words can mean, and all known names in a text in one pass.
//
// A trie over words, whose edges and vocabulary are two open-addressing hash tables. Measured against a byte trie
// (libmarisa: 72-92 MB/s at best on the same names) the word trie reads a text faster, and what a name needs is said in
// words anyway: boundaries, hyphens, possessives, and which of its words must be capitals. Its memory does not matter at
// this size; the compiled file of a later issue may choose anew.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"
#include "knowledge/words.hpp"

namespace entente {

// Hash table from 64-bit keys to 32-bit values; keys are never removed. Key 0 is not allowed.
class NumberTable {
 public:
  static constexpr std::uint32_t absent = ~std::uint32_t{0};
  void reserve(std::size_t count);
  std::uint32_t find(std::uint64_t key) const;
  // The value of a key, which is `fresh` if the key is new.
  std::uint32_t insert(std::uint64_t key, std::uint32_t fresh);

 private:
  void grow(std::size_t slots);
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> values_;
  std::size_t count_ = 0;
};

// Folded word -> dense number.
class Vocabulary {
 public:
  static constexpr std::uint32_t absent = NumberTable::absent;
  std::uint32_t find(std::string_view word) const;
  std::uint32_t insert(std::string_view word);
  std::size_t size() const { return size_; }

 private:
  NumberTable table_;
  std::uint32_t size_ = 0;
};

class NameIndex {
 public:
  // Adds a form of an item. "the " before it is dropped but for contextual names. False: the form has no word, or too many.
  bool add(std::string_view form, Name name, float prominence);
  // Two items that one form fits with the same prominence, by the order in which the forms were added (0-based).
  struct Clash {
    std::uint32_t first_form = 0;
    std::uint32_t second_form = 0;
  };
  // To be called once after the last add: orders the names of each form by prominence and shows the clashes.
  void finish(const std::function<void(const Clash&)>& on_clash = {});

  std::span<const Name> lookup(std::string_view form) const;
  std::vector<NameMatch> match(std::string_view text) const;
  std::size_t forms() const { return nodes_.size(); }

 private:
  // Which of the first 32 words of a form must start with a capital, and which must be capitals throughout.
  struct Case {
    std::uint32_t initial = 0;
    std::uint32_t whole = 0;
    bool allows(const Case& required) const { return (required.initial & ~initial) == 0 && (required.whole & ~whole) == 0; }
    bool operator==(const Case&) const = default;
  };
  struct Entry {
    std::uint32_t node = 0;
    Case required;
    Name name;
    float prominence = 0;
    std::uint32_t order = 0;
  };
  // The names of one node that a text with this case can mean, as a stretch of names_.
  struct Group {
    Case required;
    std::uint32_t begin = 0, end = 0;
  };
  struct Node {
    std::uint32_t groups_begin = 0, groups_end = 0;
  };

  static Case case_of(const std::vector<Word>& words, std::size_t begin, std::size_t end);
  static Case required_case(const Words& words, std::size_t begin, NameKind kind);
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  std::span<const Name> names_of(std::uint32_t node, const Case& written) const;
  void group_names(std::size_t begin, std::size_t end);
  bool match_at(const Words& words, const std::vector<std::uint32_t>& ids, std::size_t at, NameMatch& found,
                std::size_t& next) const;

  Vocabulary vocabulary_;
  NumberTable edges_;                  // (node, word) -> node
  std::vector<std::uint32_t> starts_;  // word -> node of the forms that start with it
  std::vector<Node> nodes_;            // node 0 is the root
  std::vector<Entry> entries_;         // until finish
  std::uint32_t added_ = 0;
  std::vector<Group> groups_;
  std::vector<Name> names_;
};

}  // namespace entente
