// Check: do the examples of all rules hold.
#pragma once

#include "entente/annotate.hpp"
#include "entente/diagnostic.hpp"

namespace entente {

struct CheckSummary {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::size_t holding = 0;
};

// Annotates every example sentence of every rule and compares what this rule finds in it with what it should. An
// example that does not hold is a diagnostic (an error) with the rule's file and line.
CheckSummary check_rules(const Annotator& annotator, Diagnostics& diagnostics);

}  // namespace entente
