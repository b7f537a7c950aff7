// Where a reported clause begins and ends by the order of words alone: for sentences that the parser got wrong.
#pragma once

#include <cstdint>
#include <optional>

#include "annotate/speakers.hpp"
#include "entente/document.hpp"

namespace entente {

bool is_quote_mark(std::string_view form);
bool is_finite_verb(const Token& token);  // by its tag; modals and auxiliaries too

// "said [on Monday] that CLAUSE", "told reporters CLAUSE", "says CLAUSE": the clause behind the verb, without "that".
std::optional<Range> clause_behind(const Speakers& speakers, std::uint32_t verb);

// "CLAUSE, she said", "CLAUSE, said the minister": the clause before the verb; "At first, she said, CLAUSE": the one around it.
std::optional<Range> clause_before(const Speakers& speakers, std::uint32_t verb);

// Cuts a clause before what its speaker goes on to say: ", adding that", "and said".
Range cut_at_next_cue(const Speakers& speakers, Range clause);

}  // namespace entente
