// Reported speech without quotation marks: the clause that a word of saying takes, and who says it.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/speakers.hpp"
#include "entente/document.hpp"

namespace entente {

struct ReportedClause {
  Range tokens;           // of the clause, without "that" and without punctuation at its ends
  std::uint32_t cue = 0;  // the word of saying
  Sayer sayer;            // speaker may be no_entity
  bool opinion = false;   // "believes that": said only by implication
};

// All of one sentence, by cue: "said that", "CLAUSE, she noted", "according to X, CLAUSE", "warned against leaving",
// "called the pact a mistake", "X's claim that". What is denied to have been said, or only asked or planned to be said, is left
// out.
std::vector<ReportedClause> reported_clauses(const Speakers& speakers, Range sentence_tokens);

}  // namespace entente
