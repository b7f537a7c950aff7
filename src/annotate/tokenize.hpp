// Tokens as Universal Dependencies' English treebanks have them: clitics, hyphens and punctuation stand alone.
#pragma once

#include <string_view>
#include <vector>

#include "entente/article.hpp"

namespace entente {

// Byte ranges of the tokens within `stretch` of `text`, ascending. White space of every kind separates; nothing else is
// left out. A full stop that ends an abbreviation stays with it.
std::vector<Range> tokenize(std::string_view text, Range stretch);

}  // namespace entente
