// The strict loader of ontology/rules: word classes (classes/*.json) and rules (*.json).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "entente/rules.hpp"

namespace entente {

// Is a term (class, property or code by local name) declared in entente.ttl or plover.ttl?
using DeclaresTerm = std::function<bool(std::string_view local_name)>;

// Reads all files of `folder` (ontology/rules). Every problem goes to `diagnostics` with file, line and entry; if there
// was any, the rules are refused as a whole: the error is the first problem.
Result<RuleSet> load_rules(const std::string& folder, const DeclaresTerm& declares, Diagnostics& diagnostics);

}  // namespace entente
