// Who says what stands in quotation marks: by the clause around it, the verb of saying before or after it, a colon.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/quote_marks.hpp"
#include "annotate/reported_clauses.hpp"
#include "annotate/speakers.hpp"
#include "entente/document.hpp"

namespace entente {

struct Attribution {
  Sayer sayer;             // token unset: nothing near the quotation names a speaker
  std::int32_t cue = -1;   // the verb of saying, or the verb whose clause the quotation completes
  bool utterance = false;  // said for itself, not part of the clause around it
};

struct Quoted {
  QuotedSpan span;
  Range tokens;             // inside the marks; not empty
  std::uint32_t words = 0;  // that are no punctuation
  bool alone = false;       // its sentences hold nothing outside of quotation marks
  bool apart = false;       // behind a comma, a colon, or the beginning of its sentence
  bool title = false;       // the name of a work or an operation
  Attribution by;
};

inline constexpr std::uint32_t longest_scare_quote = 3;  // words

// The spans that hold tokens, with their speakers as far as cues name them. `clauses`: of the whole document.
// May shorten the content of a span that was never closed by the attribution at its end.
std::vector<Quoted> attribute_quotations(const Speakers& speakers, const std::vector<QuotedSpan>& spans,
                                         const std::vector<ReportedClause>& clauses);

}  // namespace entente
