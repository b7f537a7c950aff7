// Extractors: what a document says, as claims. Each family is one file in src/extract; what can be said as a
// pattern over the parse is a rule in ontology/rules.
#pragma once

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// All claims of one document, in order of their evidence, each once. Every claim's evidence is complete. The article comes
// with its text: who need not keep it clears it.
Extraction extract(const Document& document, const Knowledge& knowledge);

}  // namespace entente
