// Names: mentions of kind name and adjective, with their type.
#pragma once

#include "annotate/name_model.hpp"
#include "annotate/name_tables.hpp"
#include "entente/document.hpp"

namespace entente {

// Adds name and adjective mentions to a tagged and parsed document. Entities are not resolved yet. Without a name model
// the knowledge base and the grammar of names decide alone.
void find_names(const NameTables& tables, Document& document, const NameModel& model = {});

}  // namespace entente
