// What the network sees of a word: the word itself, if it is in the vocabulary, and hashed pieces of it. Its vector is
// the sum of their rows in two tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

struct WordParts {
  std::uint64_t key = 0;              // of the lower-case form, for the vocabulary
  std::vector<std::uint32_t> pieces;  // rows of the table of pieces: shape, beginnings, endings, runs of 3 and 4 bytes
};

// `rows` is a power of two.
WordParts word_parts(std::string_view form, std::size_t rows);

}  // namespace entente
