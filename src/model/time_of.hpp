// Which time expression dates a verb or an event noun, read from the parse.
#pragma once

#include <cstdint>
#include <optional>

#include "entente/document.hpp"

namespace entente {

// Index into document.times of the expression that dates the predicate (a verb, or the noun of an event); none if the
// text dates it by nothing that could be resolved. In this order: what hangs on the predicate itself; what hangs on its
// own objects and adverbials ("said in an interview on Wednesday", "at a session on 13 July"); what dates the
// clause that the predicate shares its time with ("expected to add targets on Monday", "On Friday A met B and signed C",
// "held a meeting yesterday"); a time that opens the sentence, for its main clause. Never a time of another clause, nor
// "since 1997" and "until 2021", which bound a state but date no event.
std::optional<std::uint32_t> time_expression_of(const Document& document, std::uint32_t predicate);

// The value of that expression; unknown if there is none.
TimeSpan time_of(const Document& document, std::uint32_t predicate);

}  // namespace entente
