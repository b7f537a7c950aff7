// The strict loader of ontology/knowledge.
#pragma once

#include <string>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/data.hpp"

namespace entente {

// Reads all *.ttl of `folder`, in order of their names, into `data`, whose ontology is already there. Every problem goes
// to `diagnostics` with file, line and entry; if one is an error, the knowledge is refused: the result is the first error.
Outcome load_items(const std::string& folder, KnowledgeData& data, Diagnostics& diagnostics);

}  // namespace entente
