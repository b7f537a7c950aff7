// Sentences and tokens of the blocks that are read (boilerplate is not).
#pragma once

#include "entente/document.hpp"

namespace entente {

// Fills Document::sentences and the ranges of Document::tokens from Document::article. A sentence never crosses a block.
void segment(Document& document);

}  // namespace entente
