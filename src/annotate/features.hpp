// Morphological features that follow from a word and its Penn tag.
#pragma once

#include <string_view>

#include "entente/document.hpp"

namespace entente {

// Fills tense, number, verb form, gender and person of a token whose tags are set.
void set_features(Token& token, std::string_view form);

// Sets the voice of verbs from the parse of a sentence's tokens.
void set_voice(Document& document, const Sentence& sentence);

}  // namespace entente
