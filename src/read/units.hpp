// Units: the stretches of a text that are classified as a whole: a line, or the lines of one hard-wrapped paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "entente/article.hpp"

namespace entente {

// What the mark-up says about a unit; plain text says nothing.
enum class Hint : std::uint8_t {
  none,
  main_heading,  // <h1>
  heading,       // <h2> to <h6>
  caption,       // <figcaption>
  list_item,
  chrome,  // inside of what the page itself calls navigation, sharing, related, comments ...
};

struct Unit {
  Range range;                    // bytes, without white space at the ends, not empty
  std::uint32_t blank_lines = 0;  // empty lines before it
  Hint hint = Hint::none;
  float links = 0;  // share of its letters that stand in links, 0..1
};

// Splits at line ends (LF, CR LF, CR, form feed, U+0085, U+2028, U+2029). Lines that were broken at a fixed width are
// put together again where the text as a whole looks wrapped.
std::vector<Unit> split_units(std::string_view text);

}  // namespace entente
