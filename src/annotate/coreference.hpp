// Coreference and links: which mentions are one entity, and which item of the knowledge base it is.
#pragma once

#include "annotate/name_tables.hpp"
#include "entente/document.hpp"

namespace entente {

// Adds nominal and pronoun mentions, fills Document::entities and each Mention::entity. A wrong link costs more than
// a missing one.
void resolve_coreference(const NameTables& tables, Document& document);

}  // namespace entente
