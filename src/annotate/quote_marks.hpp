// Quotation marks and what stands between them: by the characters alone, without tags or parse.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/document.hpp"

namespace entente {

struct QuotedSpan {
  Range marks;              // bytes, with the quotation marks
  Range content;            // bytes between them, without white space at the ends and without a last comma
  std::uint32_t block = 0;  // index into Article::blocks; a span never leaves its block
  bool closed = true;       // false: the block ended, or another quotation began, before a closing mark
  bool continued = false;   // not closed, and the next paragraph opens again: the same quotation runs on
  bool single = false;      // in single quotation marks
  bool nested = false;      // inside of another span
};

// All spans of the blocks that are read, ascending. Knows straight, typographic, low and angle marks and '' for a double
// one; tells a closing single mark from an apostrophe.
std::vector<QuotedSpan> quoted_spans(const Article& article);

}  // namespace entente
