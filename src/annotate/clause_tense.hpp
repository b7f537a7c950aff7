// Whether the clause around a time expression tells of what was or of what is to come.
#pragma once

#include <cstdint>

#include "entente/document.hpp"

namespace entente {

enum class ClauseTense : std::uint8_t { none, past, future };

// Judged by the verb that governs the tokens: "met on Monday" and "says on Monday" are past, "will meet",
// "could meet", "is to meet", "is scheduled for", "ahead of Monday's" are future. none where there is no verb.
ClauseTense clause_tense(const Document& document, Range tokens);

}  // namespace entente
