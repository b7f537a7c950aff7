// Metonyms: is "Moscow" the government or the city?
#pragma once

#include "annotate/name_words.hpp"
#include "entente/document.hpp"

namespace entente {

// For a mention of a capital: does it act, is it dealt with, or is it a place where something is? Decided by the
// preposition before it, the noun it belongs to, and the verb.
bool acts_as_government(const Document& document, const NameWords& words, const Mention& mention);

}  // namespace entente
