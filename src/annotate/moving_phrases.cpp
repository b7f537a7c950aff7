#include "annotate/moving_phrases.hpp"

#include <algorithm>

namespace entente {

namespace {

using Found = std::optional<FoundPhrase>;

FoundPhrase moving(TimeUnit unit, int count, std::size_t next) {
  FoundPhrase found;
  found.phrase.sense = TimeSense::moving;
  found.phrase.unit = unit;
  found.phrase.count = count;
  found.next = next;
  return found;
}

FoundPhrase unplaced(TimeKind kind, std::size_t next) {
  FoundPhrase found;
  found.phrase.kind = kind;
  found.phrase.sense = TimeSense::unplaced;
  found.next = next;
  return found;
}

TimeUnit unit_at(const PhraseReader& r, std::size_t at) { return r.has(at) ? time_unit(r[at].word) : TimeUnit::none; }

bool is_plural(const PhraseReader& r, std::size_t at) { return r[at].word.ends_with('s'); }

// "Russia Today": a capital that no sentence begins with makes it a name.
bool is_name(const PhraseReader& r, std::size_t at) { return r[at].capital && at > 0 && r.token(at - 1).upos != Upos::PUNCT; }

Found named_day(const PhraseReader& r, std::size_t at) {
  const std::size_t place = at + (r.is(at, {"earlier", "later", "early", "late"}) ? 1 : 0);
  if (is_name(r, place)) return std::nullopt;
  if (r.is(place, {"yesterday"}))
    return moving(TimeUnit::day, -1, place + 1 + (r.is(place + 1, {"morning", "afternoon", "evening", "night"}) ? 1 : 0));
  if (r.is(place, {"today", "tonight"})) return moving(TimeUnit::day, 0, place + 1);
  if (r.is(place, {"tomorrow"})) return moving(TimeUnit::day, 1, place + 1);
  if (r.is(place, {"this"}) && r.is(place + 1, {"morning", "afternoon", "evening", "night"}))
    return moving(TimeUnit::day, 0, place + 2);
  if (r.is(place, {"last"}) && r.is(place + 1, {"night"})) return moving(TimeUnit::day, -1, place + 2);
  return std::nullopt;
}

// "last month", "earlier this year", "next week", "the coming weekend"
Found neighbouring_unit(const PhraseReader& r, std::size_t at) {
  Direction part = Direction::none;
  std::size_t place = at;
  if (r.is(place, {"earlier", "later"})) {
    part = r.is(place, {"earlier"}) ? Direction::last : Direction::next;
    place += r.is(place + 1, {"in"}) ? 2 : 1;
  }
  const bool determined = r.is(place, {"the"});
  if (determined) ++place;
  int count = 0;
  if (r.is(place, {"last", "past"}))
    count = -1;
  else if (r.is(place, {"next", "coming"}))
    count = 1;
  else if (!r.is(place, {"this", "current"}))
    return std::nullopt;
  const TimeUnit unit = unit_at(r, place + 1);
  if (unit == TimeUnit::none || unit == TimeUnit::moment || unit >= TimeUnit::decade || is_plural(r, place + 1))
    return std::nullopt;
  // "the last year" measures; "the next day" belongs to the story.
  if (determined && count != 0) return unit == TimeUnit::day ? std::nullopt : Found(unplaced(TimeKind::duration, place + 2));
  if (unit == TimeUnit::day) return std::nullopt;
  FoundPhrase found = moving(unit, count, place + 2);
  found.phrase.part = part;
  return found;
}

// A count before a unit: "two", "14", "a couple of"; sets `count` to 0 where it is vague.
bool read_count(const PhraseReader& r, std::size_t& at, int& count) {
  if (r[at].number > 0 && r[at].digits <= 3 && !r[at].decade && !r[at].ordinal) {
    count = r[at].number;
  } else {
    count = counting_word(r[at].word);
    if (count < 0) return false;
  }
  ++at;
  if (count == 1 && r.is(at, {"couple", "few"})) {
    count = r.is(at, {"couple"}) ? 2 : 0;
    ++at;
  }
  if (r.is(at, {"of"})) ++at;
  return true;
}

// "two years ago", "a week earlier", "for three months", "a two-year term", "twice a year"
Found counted_units(const PhraseReader& r, std::size_t at) {
  std::size_t place = at;
  int count = 0;
  if (!read_count(r, place, count)) return std::nullopt;
  if (r.is(place, {"-"})) ++place;
  const TimeUnit unit = unit_at(r, place);
  if (unit == TimeUnit::none) return std::nullopt;
  ++place;
  if (r.is(place, {"ago", "earlier", "later"}) || (r.is(place, {"before"}) && r.is(place + 1, {",", "."}))) {
    const bool back = !r.is(place, {"later"});
    const bool told = !r.is(place, {"ago"});
    if (count == 0 || unit == TimeUnit::moment || unit >= TimeUnit::decade) return unplaced(TimeKind::date, place + 1);
    FoundPhrase found = moving(unit, back ? -count : count, place + 1);
    found.phrase.ago = true;
    found.phrase.narrative = told;
    return found;
  }
  return unplaced(TimeKind::duration, place);
}

// "the last two years", "the past few months": a measure
Found measured_past(const PhraseReader& r, std::size_t at) {
  std::size_t place = at + (r.is(at, {"the"}) ? 1 : 0);
  if (!r.is(place, {"last", "past", "next", "coming", "first"})) return std::nullopt;
  ++place;
  int count = 0;
  if (!read_count(r, place, count) || unit_at(r, place) == TimeUnit::none) return std::nullopt;
  return unplaced(TimeKind::duration, place + 1);
}

// "the day before", "the following month", "the same year": counted from what was told of last
Found told_unit(const PhraseReader& r, std::size_t at) {
  if (!r.is(at, {"the", "that"})) return std::nullopt;
  const bool same = r.is(at, {"that"}) || r.is(at + 1, {"same"});
  int count = 0;
  if (r.is(at + 1, {"previous", "preceding"}))
    count = -1;
  else if (r.is(at + 1, {"following", "next"}))
    count = 1;
  const std::size_t place = at + (count != 0 || r.is(at + 1, {"same"}) ? 2 : 1);
  const TimeUnit unit = unit_at(r, place);
  if (is_plural(r, place) || (unit != TimeUnit::day && unit != TimeUnit::month && unit != TimeUnit::year)) return std::nullopt;
  std::size_t next = place + 1;
  if (count == 0 && !same) {
    // "the day before", but not "the day before the vote", which is counted from something else
    if (!r.is(next, {"before", "after"})) return std::nullopt;
    const bool ends = !r.has(next + 1) || r.token(next + 1).upos == Upos::PUNCT;
    if (!ends) return unplaced(TimeKind::date, next + 1);
    count = r.is(next, {"before"}) ? -1 : 1;
    ++next;
  }
  if (r.is(next, {"that", "when", "as"}) && count == 0) return unplaced(TimeKind::date, next);
  FoundPhrase found = moving(unit, count, next);
  found.phrase.narrative = true;
  return found;
}

Found repeated(const PhraseReader& r, std::size_t at) {
  if (r.is(at, {"every", "each"})) {
    const bool regular = unit_at(r, at + 1) != TimeUnit::none || weekday_number(r[at + 1].word) >= 0;
    return regular ? Found(unplaced(TimeKind::set, at + 2)) : std::nullopt;
  }
  if (r.is(at, {"once", "twice"}) && r.is(at + 1, {"a", "every", "per"}) && unit_at(r, at + 2) != TimeUnit::none)
    return unplaced(TimeKind::set, at + 3);
  if (r.is(at, {"times"}) && r.is(at + 1, {"a", "per"}) && unit_at(r, at + 2) != TimeUnit::none)
    return unplaced(TimeKind::set, at + 3);
  // "Mondays": every one of them
  if (r[at].capital && r[at].word.ends_with("days") && weekday_number(r[at].word.substr(0, r[at].word.size() - 1)) >= 0)
    return unplaced(TimeKind::set, at + 1);
  return std::nullopt;
}

}  // namespace

std::optional<FoundPhrase> moving_phrase(const PhraseReader& reader, std::size_t at) {
  for (const auto& read : {named_day, repeated, measured_past, neighbouring_unit, told_unit, counted_units})
    if (Found found = read(reader, at)) return found;
  return std::nullopt;
}

}  // namespace entente
