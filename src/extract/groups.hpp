// Several at once: "the two neighbours", "both sides", "they" after "Peru and Chile".
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/rules.hpp"

namespace entente {

// The entities that a plural description or pronoun at a token means, in text order; empty if the text leaves it open.
// "The two leaders" are the only two persons spoken of in this sentence or the last ones, or the two of whom the article
// speaks far more than of others; "they" the subjects joined by "and" of the clause before.
std::vector<EntityIndex> group_at(const Document& document, const RuleSet& rules, std::uint32_t token);

}  // namespace entente
