// Who held the offices by which texts describe those who act.
#pragma once

#include <vector>

#include "entente/claim.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// Adds to each claim the persons who certainly held, at its date (else on the day of publication), the offices that its sentence
// describes arguments by. Precondition: evidence is complete (evidence.hpp).
void infer_holders(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims);

}  // namespace entente
