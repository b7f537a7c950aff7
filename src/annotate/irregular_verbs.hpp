// Past forms and participles of English verbs that no rule of inflection gives.
#pragma once

#include <string_view>

namespace entente {

// The base form, "freeze" of "froze"; empty if the form is none of these. `form` is in lower case. Forms that are base forms of
// other verbs ("found", "lay", "saw", "wound") are left out.
std::string_view irregular_base(std::string_view form);

}  // namespace entente
