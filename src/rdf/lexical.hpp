// Lexical forms of XML Schema datatypes (https://www.w3.org/TR/xmlschema11-2/), as strict as the strictest store.
#pragma once

#include <string_view>

namespace entente {

inline constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

// May a literal of this datatype (an absolute IRI) have this text? Datatypes that are not known here take any text.
bool valid_lexical(std::string_view datatype, std::string_view text);

}  // namespace entente
