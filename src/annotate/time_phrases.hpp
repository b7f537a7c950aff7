// Time phrases as they are spelled, not yet resolved: "March 3", "last week", "two years ago", "on Monday".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "annotate/time_words.hpp"
#include "entente/document.hpp"

namespace entente {

enum class TimeSense : std::uint8_t {
  calendar,  // begin to end as named; a part that is not said is 0, the year too
  weekday,   // a day of the week
  moving,    // so many units from an anchor: "today", "last month", "two years ago"
  unplaced,  // durations and sets, and "several years ago"
};

enum class Direction : std::uint8_t { none, last, current, next };

struct TimePhrase {
  Range tokens;
  TimeKind kind = TimeKind::date;
  TimeSense sense = TimeSense::calendar;
  PartialDate begin, end;
  std::optional<int> years_on;            // "May last year": -1, counted from the anchor
  int weekday = -1;                       // 0 = Sunday; beside a calendar date too: "Friday, March 3"
  Direction direction = Direction::none;  // of months, seasons and weekdays: "last May", "this Monday"
  TimeUnit unit = TimeUnit::none;         // moving
  int count = 0;                          // moving: units from the anchor, negative = before
  bool ago = false;                       // moving by a distance ("two months ago"), not to a neighbour ("last month")
  bool narrative = false;                 // moving: from the day told of before, not from the day of telling
  Direction part = Direction::none;       // "earlier this week": last, "later this week": next
  bool since = false;
  bool until = false;
};

// The phrases of one sentence of a tagged and parsed document, ascending and disjoint.
std::vector<TimePhrase> time_phrases(const Document& document, Range sentence_tokens);

}  // namespace entente
