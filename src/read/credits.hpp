// Photo and agency credits, and the datelines of wire reports: the parts of a line that are not the article's text.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

// Splits a line into [0, begin) credit, [begin, end) content and [end, size) credit. Content may be empty.
struct CreditSplit {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool found = false;  // a credit stands at one of the ends
  bool photo = false;  // the credit is one of a picture, so the content is a caption
};
CreditSplit split_credits(std::string_view line);

// The tail of a line after its last dash or bar: " - Agency International" -> "Agency International". Empty if none.
std::string_view dashed_tail(std::string_view line);

// Length of the dateline that opens a paragraph, with its dash or full stop: "PARIS, May 3. /TASS/." or "GENEVA (AP) —".
// 0 if there is none.
std::size_t dateline_length(std::string_view paragraph);

// The agency named in a dateline ("TASS", "Reuters"); empty if none.
std::string_view dateline_agency(std::string_view dateline);

}  // namespace entente
