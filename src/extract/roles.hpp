// Roles: a person's post or affiliation.
#pragma once

#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// Appends claims. Of each claim's evidence it sets `rule`, and `range` to any bytes that the claim rests on: extract()
// widens them to whole sentences and fills in the rest. said_in is an index into `claims`.
void extract_roles(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims);

}  // namespace entente
