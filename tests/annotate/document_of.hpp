// Documents for tests of what works on tags and trees: written down word by word, without a model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente::test {

// One sentence a line: "Norway/NNP/2/nsubj met/VBD/0/root Chile": form, Penn tag, head (counted from 1 in the sentence, 0 =
// root) and relation. What is left out: the tag is guessed by the first letter (NNP, CD, punctuation, NN), the head is
// the sentence's root or first verb, the relation "dep". The lemma is the form in lower case, or follows as a fifth part. Words are
// set apart by single spaces, also from punctuation. Articles hang on the next noun. Each sentence is a block of its own unless it
// starts with "+ ".
Document document_of(std::string_view sentences);

}  // namespace entente::test
