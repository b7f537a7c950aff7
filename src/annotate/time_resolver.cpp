#include "annotate/time_resolver.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

TimeSpan point(PartialDate date) { return {date, date}; }

// Cuts a date to the precision of another.
PartialDate as_precise_as(PartialDate date, const PartialDate& other) {
  if (other.month == 0) date.month = 0;
  if (other.day == 0 || date.month == 0) date.day = 0;
  return date;
}

// -1, 0, 1: where a date lies against the anchor, as far as both are known.
int side(const PartialDate& date, const PartialDate& anchor) {
  const PartialDate a = as_precise_as(date, anchor);
  const PartialDate b = as_precise_as(anchor, a);
  return a < b ? -1 : a == b ? 0 : 1;
}

bool on_weekday(const PartialDate& date, int day) { return day < 0 || !date.exact() || weekday(date) == day; }

bool exists(const PartialDate& date) { return parse_iso_date(to_string(date)).has_value(); }

// The year of a month or day that is said without one; 0 if the anchor does not decide it.
int year_by_tense(const TimePhrase& phrase, const PartialDate& anchor, ClauseTense tense) {
  if (!anchor.known() || anchor.month == 0) return 0;
  const bool strict = phrase.direction == Direction::last || phrase.direction == Direction::next;
  const bool back = phrase.direction == Direction::last || (phrase.direction != Direction::next && tense == ClauseTense::past);
  const bool ahead = phrase.direction == Direction::next || (phrase.direction != Direction::last && tense == ClauseTense::future);
  int best = 0;
  long nearest = 0;
  for (int year = anchor.year - 1; year <= anchor.year + 1; ++year) {
    const PartialDate date{year, phrase.begin.month, phrase.begin.day};
    if (!exists(date) || !on_weekday(date, phrase.weekday)) continue;
    const int where = side(date, anchor);
    if ((back && where > 0) || (ahead && where < 0) || (strict && where == 0)) continue;
    const long distance = std::abs(to_days(first_day(date)) - to_days(first_day(anchor)));
    if (best == 0 || distance < nearest) best = year, nearest = distance;
  }
  return best;
}

TimeSpan resolve_calendar(const TimePhrase& phrase, const PartialDate& anchor, ClauseTense tense) {
  TimeSpan span{phrase.begin, phrase.end};
  if (span.begin.year != 0) return span;
  int year = 0;
  if (phrase.years_on)
    year = anchor.known() ? anchor.year + *phrase.years_on : 0;
  else if (phrase.direction == Direction::current)
    year = anchor.year;
  else
    year = year_by_tense(phrase, anchor, tense);
  if (year == 0) return {};
  span.begin.year = span.end.year = year;
  return exists(span.begin) && exists(span.end) ? span : TimeSpan{};
}

TimeSpan resolve_weekday(const TimePhrase& phrase, const PartialDate& anchor, ClauseTense tense) {
  if (!anchor.exact()) return {};
  const long today = to_days(anchor);
  const int back = (weekday(anchor) - phrase.weekday + 7) % 7;
  const int ahead = (7 - back) % 7;
  switch (phrase.direction) {
    case Direction::last: return point(from_days(today - (back == 0 ? 7 : back)));
    case Direction::next: return point(from_days(today + (ahead == 0 ? 7 : ahead)));
    default: break;
  }
  return point(from_days(tense == ClauseTense::future ? today + ahead : today - back));
}

// The calendar week, Monday to Sunday, `weeks` from that of the anchor.
TimeSpan week_of(const PartialDate& anchor, int weeks) {
  const long monday = to_days(anchor) - (weekday(anchor) + 6) % 7 + 7L * weeks;
  return {from_days(monday), from_days(monday + 6)};
}

TimeSpan move_by_weeks(const TimePhrase& phrase, const PartialDate& anchor) {
  if (!anchor.exact()) return {};
  if (phrase.ago) {
    // "three weeks ago" is true to some days only.
    const long middle = to_days(anchor) + 7L * phrase.count;
    return {from_days(middle - 3), from_days(middle + 3)};
  }
  TimeSpan week = week_of(anchor, phrase.count);
  if (phrase.unit == TimeUnit::weekend) week.begin = from_days(to_days(week.end) - 1);
  if (phrase.part == Direction::last) week.end = std::max(week.begin, std::min(week.end, anchor));
  if (phrase.part == Direction::next) week.begin = std::min(week.end, std::max(week.begin, anchor));
  return week;
}

TimeSpan resolve_moving(const TimePhrase& phrase, const PartialDate& anchor) {
  if (!anchor.known()) return {};
  switch (phrase.unit) {
    case TimeUnit::day:
      if (!anchor.exact()) return phrase.count == 0 ? point(anchor) : TimeSpan{};
      return point(from_days(to_days(anchor) + phrase.count));
    case TimeUnit::week:
    case TimeUnit::weekend: return move_by_weeks(phrase, anchor);
    case TimeUnit::month:
      if (anchor.month == 0) return {};
      return point(add_months({anchor.year, anchor.month, 0}, phrase.count));
    case TimeUnit::quarter: {
      if (anchor.month == 0) return {};
      const PartialDate first = add_months({anchor.year, (anchor.month - 1) / 3 * 3 + 1, 0}, 3 * phrase.count);
      return {first, add_months(first, 2)};
    }
    case TimeUnit::year: return point({anchor.year + phrase.count, 0, 0});
    default: return {};
  }
}

}  // namespace

TimeSpan resolve(const TimePhrase& phrase, const TimeAnchors& anchors, ClauseTense tense) {
  switch (phrase.sense) {
    case TimeSense::calendar: return resolve_calendar(phrase, anchors.telling, tense);
    case TimeSense::weekday: return resolve_weekday(phrase, anchors.telling, tense);
    case TimeSense::moving: return resolve_moving(phrase, phrase.narrative ? anchors.told : anchors.telling);
    case TimeSense::unplaced: break;
  }
  return {};
}

}  // namespace entente
