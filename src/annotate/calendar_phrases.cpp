#include "annotate/calendar_phrases.hpp"

#include <array>
#include <utility>

#include "model/syntax.hpp"

namespace entente {

namespace {

using Found = std::optional<FoundPhrase>;

FoundPhrase calendar(PartialDate begin, PartialDate end, std::size_t next) {
  FoundPhrase found;
  found.phrase.begin = begin;
  found.phrase.end = end;
  found.next = next;
  return found;
}

FoundPhrase calendar(PartialDate date, std::size_t next) { return calendar(date, date, next); }

bool real_day(const PartialDate& date) {
  // A leap year stands in for a year that is not said.
  const PartialDate shown{date.year == 0 ? 2000 : date.year, date.month, date.day};
  return parse_iso_date(to_string(shown)).has_value();
}

Direction direction_word(const PhraseReader& r, std::size_t at) {
  if (r.is(at, {"last", "past", "previous"})) return Direction::last;
  if (r.is(at, {"this"})) return Direction::current;
  if (r.is(at, {"next", "coming"})) return Direction::next;
  return Direction::none;
}

// Months whose name is another word too, and short forms, need more than themselves.
bool is_short(const TimePiece& piece) { return piece.word.size() <= 4 && piece.word != "june" && piece.word != "july"; }

int month_at(const PhraseReader& r, std::size_t at) { return r[at].capital ? month_number(r[at].word) : 0; }

std::size_t after_month(const PhraseReader& r, std::size_t at) {
  return at + 1 + (is_short(r[at]) && r.is(at + 1, {"."}) && r[at + 2].number >= 0 ? 1 : 0);
}

// "2014", ", 2014", "of 2014", or "last year" behind a month.
void read_year(const PhraseReader& r, FoundPhrase& found) {
  const std::size_t at = found.next + (r.is(found.next, {",", "of"}) ? 1 : 0);
  if (const int year = r.year(at); year != 0) {
    found.phrase.begin.year = found.phrase.end.year = year;
    found.next = at + 1;
    return;
  }
  const Direction direction = direction_word(r, at);
  if (direction == Direction::none || !r.is(at + 1, {"year"})) return;
  found.phrase.years_on = direction == Direction::last ? -1 : direction == Direction::next ? 1 : 0;
  found.next = at + 2;
}

Found iso_date(const PhraseReader& r, std::size_t at) {
  if (r.year(at) == 0 || !r.is(at + 1, {"-"}) || !r.is(at + 3, {"-"})) return std::nullopt;
  const PartialDate date{r.year(at), r[at + 2].number, r[at + 4].number};
  if (r[at + 2].digits != 2 || r[at + 4].digits != 2 || !real_day(date)) return std::nullopt;
  return calendar(date, at + 5);
}

// "14/09/2017": day and month only where one of them can be no month; else the year alone is sure.
Found numeric_date(const PhraseReader& r, std::size_t at) {
  const bool separated = (r.is(at + 1, {"/"}) && r.is(at + 3, {"/"})) || (r.is(at + 1, {"."}) && r.is(at + 3, {"."}));
  if (!separated || r.day(at) == 0 || r.day(at + 2) == 0 || r.year(at + 4) == 0) return std::nullopt;
  const int year = r.year(at + 4);
  int day = r.day(at);
  int month = r.day(at + 2);
  if (r.is(at + 1, {"/"}) && day <= 12 && month <= 12 && day != month) return calendar({year, 0, 0}, at + 5);
  if (month > 12) std::swap(day, month);
  if (month > 12 || !real_day({year, month, day})) return std::nullopt;
  return calendar({year, month, day}, at + 5);
}

// The second day of "11-12", "5 to 7", "3 and 4".
int last_of_days(const PhraseReader& r, std::size_t at) { return r.is(at, {"-", "to", "and", "through"}) ? r.day(at + 1) : 0; }

Found month_day(const PhraseReader& r, std::size_t at) {
  const int month = month_at(r, at);
  if (month == 0) return std::nullopt;
  const std::size_t place = after_month(r, at);
  const int day = r.day(place);
  if (day == 0 || !real_day({0, month, day})) return std::nullopt;
  FoundPhrase found = calendar({0, month, day}, place + 1);
  if (const int last = last_of_days(r, place + 1); last > day && real_day({0, month, last}) && month_at(r, place + 3) == 0) {
    found.phrase.end.day = last;
    found.next = place + 3;
  }
  read_year(r, found);
  return found;
}

Found day_month(const PhraseReader& r, std::size_t at) {
  const std::size_t start = at + (r.is(at, {"the"}) ? 1 : 0);
  const int first = r.day(start);
  if (first == 0) return std::nullopt;
  const int second = last_of_days(r, start + 1);
  std::size_t place = start + (second > first ? 3 : 1);
  if (r.is(place, {"of"})) ++place;
  const int month = month_at(r, place);
  const int last = second > first ? second : first;
  if (month == 0 || !real_day({0, month, first}) || !real_day({0, month, last})) return std::nullopt;
  FoundPhrase found = calendar({0, month, first}, {0, month, last}, after_month(r, place));
  read_year(r, found);
  return found;
}

// Is a bare capitalised month or weekday part of a name ("Bloody Sunday", "April Smith", "Sunday Times")?
bool inside_name(const PhraseReader& r, std::size_t at) {
  if (r.is(at, -1, {"good", "black", "bloody", "super", "ash", "palm", "holy", "maundy", "shrove", "easter", "cyber", "red"}) &&
      r.before(at).capital)
    return true;
  if (r.is(at, -1, {"on", "in", "since", "until", "till", "by", "from", "last", "next", "this", "of"})) return false;
  if (!r.has(at + 1) || !r[at + 1].capital) return false;
  const Token& next = r.token(at + 1);
  const Token& own = r.token(at);
  const bool joined = own.head == static_cast<int>(r[at + 1].token) || next.head == static_cast<int>(r[at].token);
  return joined && next.upos == Upos::PROPN &&
         (own.relation == "compound" || has_relation(next, "flat") || next.relation == "compound");
}

bool introduces_month(const PhraseReader& r, std::size_t at) {
  return r.is(at, -1,
              {"in", "last", "next", "this", "since", "until", "till", "during", "early", "late", "mid", "-", "throughout"});
}

Found month_alone(const PhraseReader& r, std::size_t at) {
  const int month = month_at(r, at);
  if (month == 0) return std::nullopt;
  FoundPhrase found = calendar({0, month, 0}, after_month(r, at));
  read_year(r, found);
  if (found.phrase.begin.year != 0 || found.phrase.years_on) return found;
  const std::string& word = r[at].word;
  if (is_short(r[at]) || word == "march") {
    const bool whole = word == "may" || word == "march";
    return whole && introduces_month(r, at) ? Found(found) : std::nullopt;
  }
  return inside_name(r, at) ? std::nullopt : Found(found);
}

Found directed_month(const PhraseReader& r, std::size_t at) {
  const Direction direction = direction_word(r, at);
  if (direction == Direction::none) return std::nullopt;
  Found found = month_alone(r, at + 1);
  if (found && found->phrase.begin.year == 0) found->phrase.direction = direction;
  return found;
}

// A stretch of months: of a year that is said, or of one that is counted ("last summer").
Found months_of_year(const PhraseReader& r, std::size_t next, int first, int last, Direction direction) {
  FoundPhrase found = calendar({0, first, 0}, {0, last, 0}, next);
  read_year(r, found);
  const bool said = found.phrase.begin.year != 0 || found.phrase.years_on;
  if (!said && direction == Direction::none) return std::nullopt;
  if (!said) found.phrase.direction = direction;
  return found;
}

Found season(const PhraseReader& r, std::size_t at) {
  const Direction direction = direction_word(r, at);
  const std::size_t place = at + (direction == Direction::none ? 0 : 1);
  const int number = season_number(r[place].word);
  if (number == 0) return std::nullopt;
  // Which months a winter has, and of which year, is not said: the year alone is.
  Found found = months_of_year(r, place + 1, number == 4 ? 12 : 3 * number, number == 4 ? 12 : 3 * number + 2, direction);
  if (found && number == 4) {
    if (found->phrase.begin.year == 0) return std::nullopt;
    found->phrase.begin.month = found->phrase.end.month = 0;
  }
  return found;
}

Found quarter(const PhraseReader& r, std::size_t at) {
  static constexpr std::array<std::pair<std::string_view, int>, 12> ordinals = {{{"first", 1},
                                                                                 {"second", 2},
                                                                                 {"third", 3},
                                                                                 {"fourth", 4},
                                                                                 {"1st", 1},
                                                                                 {"2nd", 2},
                                                                                 {"3rd", 3},
                                                                                 {"4th", 4},
                                                                                 {"q1", 1},
                                                                                 {"q2", 2},
                                                                                 {"q3", 3},
                                                                                 {"q4", 4}}};
  for (const auto& [word, number] : ordinals) {
    if (r[at].word != word) continue;
    const bool whole = word[0] == 'q';
    if (!whole && r.is(at + 1, {"half"}) && number <= 2)
      return months_of_year(r, at + 2, 6 * number - 5, 6 * number, Direction::none);
    if (whole || r.is(at + 1, {"quarter"}))
      return months_of_year(r, at + (whole ? 1 : 2), 3 * number - 2, 3 * number, Direction::none);
  }
  return std::nullopt;
}

Found decade(const PhraseReader& r, std::size_t at) {
  const TimePiece& piece = r[at];
  if (!piece.decade || piece.digits == 3) return std::nullopt;
  if (piece.digits == 2 && !r.is(at, -1, {"the", "early", "late", "mid", "-"})) return std::nullopt;
  const int year = piece.digits == 2 ? 1900 + piece.number : piece.number;
  if (year < 1500 || year % 10 != 0) return std::nullopt;
  return calendar({year, 0, 0}, {year + 9, 0, 0}, at + 1);
}

// "in 2014", "the 2014 agreement", "(2014)": a number alone is a year only where it stands like one.
bool stands_like_a_year(const PhraseReader& r, std::size_t at) {
  if (r.is(at, -1, {"-"})) return r.year(at - 2) != 0 || r.is(at, -2, {"mid", "early", "late", "pre", "post"});
  const Token& own = r.token(at);
  const Token* above = own.head >= 0 ? &r.document().tokens[static_cast<std::size_t>(own.head)] : nullptr;
  const bool counts =
      own.relation == "nummod" && above != nullptr && (above->xpos == "NNS" || time_unit(above->lemma) != TimeUnit::none);
  if (r.is(at, -1, {"in", "since", "until", "till", "during", "early", "late", "mid", "before", "after"})) return !counts;
  if (r.is(at, -1, {"from", "by", "between", "of", "through", "to", "and", "around", "or"}))
    return !counts && r.year(at) >= 1800 && r.year(at) < 2100 && above != nullptr && (own.relation != "nummod");
  if (r.is(at, -1, {"("}) && r.is(at, 1, {")"})) return true;
  if (at == 0) return false;
  const Upos before = r.token(at - 1).upos;
  const bool modifies = above != nullptr && own.head > static_cast<int>(r[at].token) && above->xpos != "NNS";
  return (before == Upos::DET || before == Upos::PRON || r.is(at, -1, {"'s", "’s", "'"})) && modifies && r.year(at) >= 1800 &&
         r.year(at) < 2100;
}

Found year_alone(const PhraseReader& r, std::size_t at) {
  const int year = r.year(at);
  if (year == 0) return std::nullopt;
  // "2008-2009", "2008-09"
  const bool dash = r.is(at + 1, {"-"}) && !r.is(at + 3, {"-"});
  const int second = dash ? (r.year(at + 2) != 0     ? r.year(at + 2)
                             : r[at + 2].digits == 2 ? year / 100 * 100 + r[at + 2].number
                                                     : 0)
                          : 0;
  if (second > year && second - year < 100 && !r.is(at, -1, {"-"})) return calendar({year, 0, 0}, {second, 0, 0}, at + 3);
  if (!stands_like_a_year(r, at)) return std::nullopt;
  return calendar({year, 0, 0}, at + 1);
}

std::size_t after_part_of_day(const PhraseReader& r, std::size_t at) {
  return at + (r.is(at, {"morning", "afternoon", "evening", "night"}) ? 1 : 0);
}

Found weekday(const PhraseReader& r, std::size_t at) {
  Direction direction = direction_word(r, at);
  const std::size_t place = at + (direction == Direction::none && !r.is(at, {"earlier", "early", "late", "later"}) ? 0 : 1);
  const TimePiece& piece = r[place];
  const int number = piece.capital ? weekday_number(piece.word) : -1;
  if (number < 0) return std::nullopt;
  const std::size_t behind = place + 1 + (piece.word.size() <= 5 && r.is(place + 1, {"."}) ? 1 : 0);
  const std::size_t dated = behind + (r.is(behind, {","}) ? 1 : 0);
  for (const auto& read : {month_day, day_month}) {
    Found found = read(r, dated);
    if (!found) continue;
    found->phrase.weekday = number;
    return found;
  }
  if (!piece.word.ends_with("day") || inside_name(r, place)) return std::nullopt;
  FoundPhrase found;
  found.phrase.sense = TimeSense::weekday;
  found.phrase.weekday = number;
  found.phrase.direction = direction;
  found.next = after_part_of_day(r, place + 1);
  return found;
}

// "early 2015", "mid-July", "late 1990s": the part is less sure than the whole.
std::size_t after_part_word(const PhraseReader& r, std::size_t at) {
  if (!r.is(at, {"early", "late", "mid"})) return at;
  return at + 1 + (r.is(at + 1, {"-"}) ? 1 : 0);
}

}  // namespace

std::optional<FoundPhrase> calendar_phrase(const PhraseReader& reader, std::size_t at) {
  for (const auto& read : {iso_date, numeric_date, weekday, month_day, day_month, directed_month, month_alone})
    if (Found found = read(reader, at)) return found;
  const std::size_t inner = after_part_word(reader, at);
  for (const auto& read : {month_alone, season, quarter, decade, year_alone})
    if (Found found = read(reader, inner)) return found;
  return std::nullopt;
}

}  // namespace entente
