// Records -> a Turtle file of the knowledge base.
#pragma once

#include <string>

#include "entente/import.hpp"
#include "import/tables.hpp"

namespace entente {

// Writes the records of the file `spool` to `options.output`, all of it or nothing, and counts in `summary`.
Outcome write_knowledge(const std::string& spool, const ImportTables& tables, const ImportOptions& options, const Knowledge& base,
                        ImportSummary& summary);

}  // namespace entente
