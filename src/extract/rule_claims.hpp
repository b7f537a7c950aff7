// From the matches of rules to claims.
#pragma once

#include <vector>

#include "entente/claim.hpp"
#include "extract/matcher.hpp"

namespace entente {

// The claim of one match: its time by the predicate, said_in by the statements among `claims`.
Claim claim_of(const Clauses& clauses, const Match& match, const std::vector<Claim>& claims);

// Removes matches that say the same as another, only less: same type, same sentence, no entity that the other lacks.
// A headline repeats its article: its matches go if the body has one of the same type with a shared actor.
void drop_repetitions(const Document& document, std::vector<Match>& matches);

}  // namespace entente
