// The last step of extraction: complete evidence, each claim once, in order.
#pragma once

#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"

namespace entente {

// Widens every claim's evidence range to the sentences that it touches and fills in code points and text. A claim
// whose range touches no sentence is dropped.
void complete_evidence(const Document& document, std::vector<Claim>& claims);

// Sorts by evidence, then by content, and keeps one of equal claims (the most confident; the rule does not count).
// said_in follows the statements to their new places.
void order_claims(std::vector<Claim>& claims);

}  // namespace entente
