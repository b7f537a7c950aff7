// From a token to the entity that acts or is acted upon: names, "French diplomats", "the spokesman for the
// government", "we" in a quotation.
#pragma once

#include <vector>

#include "extract/clause.hpp"

namespace entente {

// The innermost utterance that holds the token; nullptr if none. Scare quotes do not count.
const Quotation* quotation_at(const Document& document, TokenIndex token);

// What a token stands for as this argument: entities of its types, each once; empty if the text does not say.
// Coordinations are not expanded.
std::vector<EntityIndex> resolve(const Clauses& clauses, TokenIndex token, const ArgumentPattern& argument);

}  // namespace entente
