// Photo and agency credits: the parts of a line that are not the article's text.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

// Splits a line into [0, begin) credit, [begin, end) content and [end, size) credit. Content may be empty.
struct CreditSplit {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool found = false;       // a credit stands at one of the ends
  bool photo = false;       // the credit is one of a picture, so the content is a caption
  bool signed_off = false;  // a desk's signature ends the line: "PTI AB CD", "Enditem"
};
CreditSplit split_credits(std::string_view line);

// The tail of a line after its last dash or bar: " - Agency International" -> "Agency International". Empty if none.
struct DashedTail {
  std::string_view name;
  std::size_t begin = 0;  // of the dash, with the space before it
};
DashedTail dashed_tail(std::string_view line);

// Does one of the parts between '/', ',' and the like name an agency or an owner of pictures?
bool names_agency(std::string_view credit);
// Nine words at most, all capitalised but for particles and "via".
bool is_credit_like(std::string_view text);
std::size_t word_count(std::string_view text);

}  // namespace entente
