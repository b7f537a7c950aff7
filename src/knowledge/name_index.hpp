// NameIndex: which items a form of words can mean, and all known names in a text in one pass.
//
// A trie over words (name_tables.hpp), as what a name needs is said in words: boundaries, hyphens, possessives, and which
// of its words must be capitals. Where a text spells a person's name otherwise than the index, the words of the same
// common spelling (spelling.hpp) are tried in its place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"
#include "knowledge/name_tables.hpp"

namespace entente {

class NameIndex {
 public:
  NameIndex() = default;
  // Tables that stand over each other, the uppermost first; where a form is in two, the upper one has the names of both
  // (NameIndexBuilder::finish).
  explicit NameIndex(std::vector<NameTables> layers) : layers_(std::move(layers)) {}

  std::span<const Name> lookup(std::string_view form) const;
  std::vector<NameMatch> match(std::string_view text) const;

 private:
  std::vector<NameTables> layers_;
};

}  // namespace entente
