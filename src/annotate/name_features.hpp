// Features of the name model: what can be seen of a token by its form, its neighbours, its place among capitalised
// words, the knowledge base and the word classes. Shared by training and use.
#pragma once

#include <vector>

#include "annotate/feature_hash.hpp"
#include "annotate/name_words.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// One entry a token of the sentence; empty for tokens that the model does not judge: those that are neither capitalised
// nor between capitalised words.
std::vector<FeatureHashes> name_features(const Knowledge& knowledge, const NameWords& words, const Document& document,
                                         Range sentence);

}  // namespace entente
