// What a Knowledge holds beside its rules, from sources or from a compiled file.
#pragma once

#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/data.hpp"

namespace entente {

// Fills `data` from `compiled` (empty: `folder`/knowledge.index) if that is there and fits the sources, else from these.
Outcome load_things(const std::string& folder, const std::vector<std::string>& more, const std::string& compiled,
                    KnowledgeData& data, Diagnostics& diagnostics);

Outcome compile_things(const std::string& folder, const std::vector<std::string>& more, const std::string& file,
                       Diagnostics& diagnostics);

}  // namespace entente
