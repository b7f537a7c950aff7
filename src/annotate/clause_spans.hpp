// Where a reported clause begins and ends by the order of words alone: for sentences that the parser got wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "annotate/speakers.hpp"
#include "entente/document.hpp"

namespace entente {

bool is_quote_mark(std::string_view form);
bool is_finite_verb(const Token& token);  // by its tag; modals and auxiliaries too

// "said [on Monday] that CLAUSE": the clause, without "that"; none without one.
std::optional<Range> opened_clause(const Speakers& speakers, std::uint32_t verb);

// "told reporters CLAUSE", "says CLAUSE", of verbs that often have it so.
std::optional<Range> bare_clause(const Speakers& speakers, std::uint32_t verb);

// "CLAUSE, she said", "CLAUSE, said the minister": the clause before the verb; "At first, she said, CLAUSE": the one around it.
std::optional<Range> clause_before(const Speakers& speakers, std::uint32_t verb);

// "called the pact a mistake": from the thing to the end of what it is called. `verb` is one of naming.
std::optional<Range> named_thing(const Speakers& speakers, std::uint32_t verb);

// "described the men as captives": likewise.
std::optional<Range> described_thing(const Speakers& speakers, std::uint32_t verb);

// "According to the expert, a friend of peace, CLAUSE" and "CLAUSE, according to the expert": the clause. `word` is "according".
std::optional<Range> clause_of_source(const Speakers& speakers, std::uint32_t word);

// One clause, or several where each has a "that" of its own: "that talks failed and that Norway left".
std::vector<Range> split_at_that(const Document& document, Range clause);

}  // namespace entente
