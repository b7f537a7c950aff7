// Dates as precise as a text allows, in the proleptic Gregorian calendar.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// Year, year and month, or a whole day. Default: unknown.
struct PartialDate {
  int year = 0;   // 0 = unknown (there is no year 0 in news)
  int month = 0;  // 1..12, 0 = unknown
  int day = 0;    // 1..31, 0 = unknown; known only if month is

  bool known() const { return year != 0; }
  bool exact() const { return day != 0; }
  auto operator<=>(const PartialDate&) const = default;
};

// "YYYY", "YYYY-MM", "YYYY-MM-DD"; "" for an unknown date.
std::string to_string(const PartialDate& date);

// Reads exactly the three forms above; nothing else (no time, no white space, no impossible day).
std::optional<PartialDate> parse_iso_date(std::string_view text);

// True if one date is the other, only less precise (2014-04 and 2014-04-01). Unknown agrees with nothing.
bool compatible(const PartialDate& a, const PartialDate& b);

// Days since 1970-01-01 of an exact date, and back. Precondition: exact().
long to_days(const PartialDate& date);
PartialDate from_days(long days);
// 0 = Sunday .. 6 = Saturday. Precondition: exact().
int weekday(const PartialDate& date);
// Moves by months, keeping precision; a day that the month lacks becomes its last. Precondition: month known.
PartialDate add_months(const PartialDate& date, int months);
// First and last day that the date can mean. Precondition: known().
PartialDate first_day(const PartialDate& date);
PartialDate last_day(const PartialDate& date);

// A stretch of time, both ends inclusive; an unknown end is open. A point in time has begin == end.
struct TimeSpan {
  PartialDate begin;
  PartialDate end;

  bool known() const { return begin.known() || end.known(); }
  auto operator<=>(const TimeSpan&) const = default;
};

}  // namespace entente
