// Words whose final full stop is part of them.
#pragma once

#include <string_view>

namespace entente {

// `word` without its final full stop: "Gen", "U.S", "J", "Sept".
bool is_abbreviation(std::string_view word);
// After these a capital letter hardly ever begins a sentence: "Gen.", "Mr.", "J.".
bool binds_to_name(std::string_view word);

}  // namespace entente
