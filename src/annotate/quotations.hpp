// Quotations and reported speech with their speakers.
#pragma once

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// Fills Document::quotations of a document whose entities are resolved.
void find_quotations(const Knowledge& knowledge, Document& document);

}  // namespace entente
