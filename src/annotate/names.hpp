// Names: mentions of kind name and adjective, with their type.
#pragma once

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// Adds name and adjective mentions to a tagged and parsed document. Entities are not resolved yet.
void find_names(const Knowledge& knowledge, Document& document);

}  // namespace entente
