// Phrases that name a place in the calendar: days, months, seasons, quarters, years, decades, days of the week.
#pragma once

#include <optional>

#include "annotate/phrase_reader.hpp"

namespace entente {

std::optional<FoundPhrase> calendar_phrase(const PhraseReader& reader, std::size_t at);

}  // namespace entente
