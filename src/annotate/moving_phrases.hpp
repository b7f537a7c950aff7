// Phrases that count from today or from the day told of before, and those that only measure: "yesterday", "last month",
// "two years ago", "the day before", "for three weeks", "every year".
#pragma once

#include <optional>

#include "annotate/phrase_reader.hpp"

namespace entente {

std::optional<FoundPhrase> moving_phrase(const PhraseReader& reader, std::size_t at);

}  // namespace entente
