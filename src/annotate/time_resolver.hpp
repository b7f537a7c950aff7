// From phrases to values: places time phrases in the calendar.
#pragma once

#include "annotate/clause_tense.hpp"
#include "annotate/time_phrases.hpp"
#include "entente/date.hpp"

namespace entente {

struct TimeAnchors {
  PartialDate telling;  // when the article was published; unknown, or as precise as is known
  PartialDate told;     // the day told of last; unknown, or exact
};

// The value of a phrase in a clause of this tense; unknown where the anchors do not suffice. A year is never guessed:
// a month or day without one takes it from the day of telling, by the tense, and stays unknown without that day.
TimeSpan resolve(const TimePhrase& phrase, const TimeAnchors& anchors, ClauseTense tense);

}  // namespace entente
