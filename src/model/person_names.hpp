// Are two names of persons two spellings of one name?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The words of a name, folded, without initials and generational suffixes, in the spelling that the usual
// transliterations share: "Sergey V. Lavrov, Jr." -> {"sergei", "lavrov"}.
std::vector<std::string> name_words(std::string_view name);

// Both have a first name and a surname, the surnames agree, and so do the first names, or the words of one name are
// among the other's in the same order ("Frank-Walter Steinmeier" and "Frank Steinmeier").
bool same_person_name(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace entente
