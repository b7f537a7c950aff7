// What the name model sees of a word: hashes of its form and shape, computed once.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

struct Word {
  std::uint64_t form = 0;        // as it stands, but for typographic quotes and dashes
  std::uint64_t lower = 0;       // lower case, digits as 0
  std::uint64_t shape = 0;       // "Xxx", "XX", "0,000", runs shortened
  std::uint64_t prefix[3] = {};  // first 1..3 bytes of the lower-case form
  std::uint64_t suffix[4] = {};  // last 1..4 bytes of it
  std::uint8_t cased = 0;        // bit 0: begins with a capital; bit 1: has a digit; bit 2: has a hyphen; bit 3: all capitals
};

Word word_of(std::string_view form);

char32_t plain_letter(char32_t c);  // straight quotes and hyphens for typographic ones
char shape_of(char32_t c);          // 'X', 'x', '0', other signs as they are, '?' outside of ASCII

}  // namespace entente
