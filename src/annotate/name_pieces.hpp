// Pieces: the words of a sentence as names see them: tokens, split at hyphens ("NATO-Russia"), with their shape.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/document.hpp"

namespace entente {

struct Piece {
  Range range;               // bytes
  std::uint32_t token = 0;   // the token it is, or is part of
  std::string lower;         // lower case, without a final full stop
  bool upper = false;        // begins with a capital
  bool caps = false;         // two or more letters, all capital ("NATO", "MOSCOW")
  bool initial = false;      // "J." or "J"
  bool number = false;       // only digits
  bool hyphen = false;       // a hyphen or dash without spaces around it
  bool glued = false;        // no white space before it
  bool proper = false;       // tagged as a proper noun
  bool starts = false;       // first word of the sentence, or after an opening quotation mark or colon
  bool punctuation = false;  // ends every name, hyphens and apostrophes apart
};

// `sentence`: token range. Never empty for a sentence that is not.
std::vector<Piece> pieces_of(const Document& document, Range sentence);

// Are most of the words capitalised and is there no full stop, as in headlines? Capitals say little then.
bool is_title_case(const std::vector<Piece>& pieces);

}  // namespace entente
