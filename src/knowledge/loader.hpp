// The strict loader of ontology/knowledge.
#pragma once

#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/data.hpp"

namespace entente {

// Reads all *.ttl of `folder`, in order of their names, into `data`, whose ontology is already there. Every problem goes
// to `diagnostics` with file, line and entry; if one is an error, the knowledge is refused: the result is the first error.
// After them come the files of `more`, the user's own, in the order given: Turtle, N-Triples, or tables (.csv).
Outcome load_items(const std::string& folder, const std::vector<std::string>& more, KnowledgeData& data, Diagnostics& diagnostics);

}  // namespace entente
