// Times: date expressions, resolved against the publication date or the text's own anchors.
#pragma once

#include "entente/document.hpp"

namespace entente {

// Fills Document::times of a tagged and parsed document.
void find_times(Document& document);

}  // namespace entente
