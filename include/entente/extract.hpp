// Extractors: what a document says, as claims. Each family is one file in src/extract; what can be said as a
// pattern over the parse is a rule in ontology/rules.
#pragma once

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// All claims of one document, in order of their evidence, each once. Every claim's evidence is complete.
Extraction extract(const Document& document, const Knowledge& knowledge);

}  // namespace entente
