// Character sets of web pages.
#pragma once

#include <string>
#include <string_view>

#include "entente/result.hpp"

namespace entente {

struct DecodedPage {
  std::string text;          // valid UTF-8
  std::string charset;       // what the bytes were taken for
  bool declared = true;      // false: nothing was declared, the charset is a guess
  std::size_t replaced = 0;  // bytes that made no sense in it; U+FFFD stands in their place
};

// Bytes of a page -> UTF-8. In this order: a byte order mark; UTF-8 if the bytes are valid UTF-8, whatever they declare
// (saved pages often keep the declaration of the server); the declared charset; windows-1252, as browsers do.
// An unknown charset is the error unknown-charset.
Result<DecodedPage> decode_page(std::string_view bytes);

}  // namespace entente
