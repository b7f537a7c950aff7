// What may stand in a triple, checked before it is written and after it is read.
#pragma once

#include <string>

#include "entente/rdf.hpp"

namespace entente {

// What is wrong with a triple, in words that follow "the triple <s> <p> <o> ..."; empty if nothing is.
std::string problem(const Triple& triple);
// The same for one term.
std::string problem(const Term& term);
// "xsd:string" says the same as no datatype; makes such terms equal.
void normalise(Term& term);
// The triple in the manner of N-Triples, cut to a readable length, for messages.
std::string readable(const Triple& triple);

}  // namespace entente
