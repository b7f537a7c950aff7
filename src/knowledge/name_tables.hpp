// NameTables: the index of names as flat arrays, which lie in a mapped file or in memory.
//
// A trie over words, not over bytes as libmarisa's: on one million names and text of which every eighth word is one, it
// finds 46 MB/s where marisa finds 20 (and its names are not yet looked up), as words are the units of boundaries, case and
// spelling; marisa's 5 MB would save half of the file, which is small enough. Its nodes are numbered by breadth, children of one
// node in a row and sorted by their word, so that a node needs no more than the number of its first child; the first word of a name
// leads to its node by an array.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/section_file.hpp"
#include "entente/knowledge.hpp"
#include "knowledge/number_table.hpp"

namespace entente {

// Which of the first 32 words of a form must start with a capital, and which must be capitals throughout.
struct NameCase {
  std::uint32_t initial = 0;
  std::uint32_t whole = 0;
  bool allows(const NameCase& required) const { return (required.initial & ~initial) == 0 && (required.whole & ~whole) == 0; }
  bool operator==(const NameCase&) const = default;
};

struct NameNode {
  std::uint32_t word = 0;      // by which it is reached
  std::uint32_t children = 0;  // the first; the last stands before the next node's first
  std::uint32_t groups = 0;    // likewise
};

struct NameWord {
  std::uint32_t start = 0;  // node of the names that start with it, or absent
  std::uint32_t kin = 0;    // its spelling, if words that differ have it, or absent
};

// The names of one node that a text with this case can mean, the most prominent first.
struct NameGroup {
  static constexpr std::uint32_t as_written = 1;         // for a text that spells the form as it stands
  static constexpr std::uint32_t spelled_otherwise = 2;  // for another spelling (spelling.hpp)
  NameCase required;
  std::uint32_t begin = 0, end = 0;  // in names
  std::uint32_t use = 0;
};

struct NameTables {
  static constexpr std::uint32_t absent = NumberTableView::absent;

  NumberTableView words;             // hash of a folded word -> number
  std::span<const NameWord> starts;  // by number of a word
  std::span<const NameNode> nodes;   // node 0 is the root; the last only ends the one before it
  std::span<const NameGroup> groups;
  std::span<const Name> names;
  NumberTableView spellings;                  // hash of a common spelling -> its number
  std::span<const std::uint32_t> kin_begins;  // spelling -> its first in kin_words; one more to end the last
  std::span<const std::uint32_t> kin_words;

  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;
  bool has_names(std::uint32_t node) const { return nodes[node].groups != nodes[node + 1].groups; }
  std::span<const NameGroup> groups_of(std::uint32_t node) const {
    return groups.subspan(nodes[node].groups, nodes[node + 1].groups - nodes[node].groups);
  }
  std::span<const Name> names_of(std::uint32_t node, const NameCase& written, std::uint32_t use) const;
  std::span<const std::uint32_t> words_of(std::uint32_t spelling) const {
    return kin_words.subspan(kin_begins[spelling], kin_begins[spelling + 1] - kin_begins[spelling]);
  }
};

// Views of the sections that NameIndexBuilder makes. An error if their sizes do not fit together.
Result<NameTables> name_tables(const SectionFile& file);

}  // namespace entente
