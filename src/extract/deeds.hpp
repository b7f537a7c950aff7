// Deeds that are spoken of again: "Egypt condemned the attack" is against whoever is said to have attacked, "Norway dismissed
// such claims" against who made them.
#pragma once

#include <vector>

#include "extract/clause.hpp"
#include "extract/matcher.hpp"

namespace entente {

// Gives matches without a target the one that the deed named in its place has: its actor, or, of an attack that somebody
// owns up to or is blamed for, its victim. Looks at all matches, whole or not, in text order; changes whole ones only.
void refer_back(const Clauses& clauses, std::vector<Match>& matches);

// Gives matches that only lack an actor the one of the last of `deeds` before, if their subject is "this", "the move" or
// the like: "Oman closed the strait. This violates the treaty." They are whole then.
void refer_to_doer(const Clauses& clauses, const std::vector<Match>& deeds, std::vector<Match>& matches);

}  // namespace entente
