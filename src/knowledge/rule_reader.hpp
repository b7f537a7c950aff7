// One entry of a rule file -> Rule.
#pragma once

#include "base/json.hpp"
#include "entente/rules.hpp"
#include "knowledge/rule_problems.hpp"
#include "knowledge/rules.hpp"

namespace entente {

// What an entry takes from its file.
struct RuleFile {
  std::string name;  // without its ending
  ClaimKind kind = ClaimKind::Event;
  std::string type;  // may be empty: then each entry names its own
};

// Reads `{"kind": ..., "type": ..., "status": ...}` into a rule; what is left out stays as it is.
void read_claim(const Json& json, const DeclaresTerm& declares, Rule& rule, Problems& problems);

// Reads an entry. Classes are looked up in `rules`. What is wrong goes to `problems`.
Rule read_rule(const Json& json, const RuleFile& file, const RuleSet& rules, const DeclaresTerm& declares, Problems& problems);

}  // namespace entente
