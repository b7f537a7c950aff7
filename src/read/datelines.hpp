// Datelines of wire reports: "PARIS, May 3. /TASS/." or "GENEVA (AP) —" before the first sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

// Length in bytes of the dateline that opens a paragraph, with its dash or full stop and the space after it; 0 if there
// is none.
std::size_t dateline_length(std::string_view paragraph);

// The agency named in a dateline ("TASS", "Reuters"); empty if none.
std::string_view dateline_agency(std::string_view dateline);

}  // namespace entente
