#include "read/dates.hpp"

#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2099;

struct Piece {
  std::string word;      // folded letters or digits
  bool number = false;   // digits alone
  char before = ' ';     // the character before it, '^' at the start
  bool ordinal = false;  // "12th"
};

// Letters and digits apart: "14th" -> 14 (ordinal), "9:30am" -> 9, 30, am.
std::vector<Piece> pieces_of(std::string_view line) {
  const std::string text = fold(line);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    const auto letter = [&](std::size_t at) { return (text[at] >= 'a' && text[at] <= 'z') || (text[at] & 0x80) != 0; };
    if (!digit(i) && !letter(i)) {
      ++i;
      continue;
    }
    Piece piece;
    piece.number = digit(i);
    piece.before = i == 0 ? '^' : text[i - 1];
    const std::size_t begin = i;
    while (i < text.size() && (piece.number ? digit(i) : letter(i))) ++i;
    piece.word = text.substr(begin, i - begin);
    if (!pieces.empty() && pieces.back().number && i - begin == 2 && begin > 0 && digit(begin - 1) &&
        (piece.word == "st" || piece.word == "nd" || piece.word == "rd" || piece.word == "th")) {
      pieces.back().ordinal = true;
      continue;
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months = {
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word == months[i] || (word.size() == 3 && word == months[i].substr(0, 3))) return static_cast<int>(i) + 1;
  return 0;
}

// A number of at most `digits` digits, -1 otherwise.
int value(const Piece& piece, std::size_t digits = 4) {
  return piece.number && piece.word.size() <= digits ? std::atoi(piece.word.c_str()) : -1;
}
bool is_year(const Piece& piece) {
  return piece.number && piece.word.size() == 4 && value(piece) >= first_year && value(piece) <= last_year;
}

std::optional<PartialDate> checked(int year, int month, int day) {
  PartialDate date{year, month, day};
  return parse_iso_date(to_string(date)) ? std::optional(date) : std::nullopt;
}

struct Match {
  PartialDate date;
  std::size_t length = 0;  // pieces
};

// Day, month, year in numbers, joined by '-', '.', '/'.
std::optional<Match> numeric_date(const std::vector<Piece>& p, std::size_t i) {
  if (i + 2 >= p.size() || !p[i].number || !p[i + 1].number || !p[i + 2].number) return std::nullopt;
  const char joint = p[i + 1].before;
  if ((joint != '-' && joint != '.' && joint != '/') || p[i + 2].before != joint) return std::nullopt;
  if (is_year(p[i])) {
    const auto date = checked(value(p[i]), value(p[i + 1], 2), value(p[i + 2], 2));
    return date ? std::optional(Match{*date, 3}) : std::nullopt;
  }
  if (!is_year(p[i + 2])) return std::nullopt;
  const int a = value(p[i], 2);
  const int b = value(p[i + 1], 2);
  const int year = value(p[i + 2]);
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) return std::nullopt;
  // With dots the day stands first everywhere; with slashes it depends on the country.
  if (joint == '.' || a > 12)
    return b > 12 ? std::nullopt : std::optional(Match{checked(year, b, a).value_or(PartialDate{year}), 3});
  if (b > 12) return Match{checked(year, a, b).value_or(PartialDate{year}), 3};
  return Match{a == b ? PartialDate{year, a, a} : PartialDate{year}, 3};
}

// "20140429"
PartialDate compact_date(const std::string& digits) {
  const int year = std::atoi(digits.substr(0, 4).c_str());
  if (year < first_year || year > last_year) return {};
  return checked(year, std::atoi(digits.substr(4, 2).c_str()), std::atoi(digits.substr(6, 2).c_str())).value_or(PartialDate{});
}

std::optional<Match> named_date(const std::vector<Piece>& p, std::size_t i) {
  if (p[i].number && p[i].word.size() == 8) {  // 20140429
    const PartialDate date = compact_date(p[i].word);
    return date.known() ? std::optional(Match{date, 1}) : std::nullopt;
  }
  const auto at = [&](std::size_t k) { return k < p.size() ? p[k] : Piece{}; };
  const auto result = [](std::optional<PartialDate> date, std::size_t length) {
    return date ? std::optional(Match{*date, length}) : std::nullopt;
  };
  if (p[i].number && p[i].word.size() <= 2) {  // 12 March 2018, 12th of March 2018
    const std::size_t month_at = at(i + 1).word == "of" ? i + 2 : i + 1;
    if (month_of(at(month_at).word) != 0 && is_year(at(month_at + 1)))
      return result(checked(value(at(month_at + 1)), month_of(at(month_at).word), value(p[i])), month_at + 2 - i);
  }
  const int month = month_of(p[i].word);
  if (month == 0) return std::nullopt;
  if (at(i + 1).number && at(i + 1).word.size() <= 2 && is_year(at(i + 2)))  // March 12, 2018
    return result(checked(value(at(i + 2)), month, value(at(i + 1))), 3);
  if (is_year(at(i + 1))) return result(checked(value(at(i + 1)), month, 0), 2);  // March 2018
  return std::nullopt;
}

std::optional<Match> match_date(const std::vector<Piece>& pieces, std::size_t at) {
  if (auto match = numeric_date(pieces, at)) return match;
  return named_date(pieces, at);
}

bool stands_beside_date(const Piece& piece) {
  static const std::unordered_set<std::string_view> words = {
      "monday",   "tuesday", "wednesday", "thursday", "friday",  "saturday", "sunday",    "mon",     "tue",    "tues", "wed",
      "thu",      "thur",    "thurs",     "fri",      "sat",     "sun",      "published", "updated", "posted", "last", "first",
      "modified", "created", "added",     "date",     "on",      "at",       "of",        "the",     "and",    "by",   "hours",
      "hrs",      "h",       "ago",       "minute",   "minutes", "min",      "mins",      "hour",    "day",    "days", "month",
      "months",   "year",    "years",     "just",     "now",     "gmt",      "utc",       "est",     "edt",    "et",   "ct",
      "cst",      "cdt",     "mt",        "mst",      "mdt",     "pt",       "pst",       "pdt",     "bst",    "cet",  "cest",
      "eet",      "eest",    "msk",       "ist",      "jst",     "kst",      "hkt",       "t",       "z",      "am",   "pm",
      "a",        "m",       "p",         "local",    "time"};
  return piece.number ? piece.word.size() <= 2 : words.count(piece.word) != 0;
}

}  // namespace

PartialDate find_date(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (const auto match = match_date(pieces, i)) return match->date;
  return {};
}

DateLine read_date_line(std::string_view line) {
  DateLine result;
  if (line.size() > 160) {
    result.others = line.size();
    return result;
  }
  const std::vector<Piece> pieces = pieces_of(line);
  bool after_time = false;  // a zone may follow
  for (std::size_t i = 0; i < pieces.size();) {
    const auto match = match_date(pieces, i);
    const Piece& piece = pieces[i];
    if (match) {
      result.dated = true;
      i += match->length;
      continue;
    }
    const bool zone = after_time && !piece.number && piece.word.size() >= 2 && piece.word.size() <= 5;
    if (!stands_beside_date(piece) && !(piece.number && piece.word.size() <= 3) && !zone) ++result.others;
    after_time = piece.number && piece.word.size() <= 2;
    result.timed = result.timed || (after_time && i > 0 && pieces[i - 1].number && (piece.before == ':' || piece.before == '.'));
    ++i;
  }
  return result;
}

bool is_date_line(std::string_view line) {
  const DateLine read = read_date_line(line);
  return read.dated && read.others == 0;
}

bool has_zoned_time(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i)
    if (pieces[i].number && pieces[i + 1].number && pieces[i + 1].before == ':' &&
        (pieces[i + 2].word == "gmt" || pieces[i + 2].word == "utc" || pieces[i + 2].word == "msk"))
      return true;
  return false;
}

PartialDate date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path_at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path_at == std::string_view::npos) return {};
  const std::string_view path = url.substr(path_at, url.find_first_of("?#", path_at) - path_at);
  const std::vector<Piece> p = pieces_of(path);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i].number && p[i].word.size() == 8 && p[i].before != '.') {  // 20140429
      if (const PartialDate date = compact_date(p[i].word); date.known()) return date;
    }
    if (!is_year(p[i]) || i + 1 >= p.size()) continue;
    const Piece& second = p[i + 1];
    const bool joined = second.before == '/' || second.before == '-' || second.before == '_';
    if (!joined) continue;
    if (second.number && second.word.size() == 4 && second.before == '/') {  // 2014/0429
      if (const auto date = checked(value(p[i]), value(second) / 100, value(second) % 100)) return *date;
    }
    const int month = second.number ? value(second, 2) : month_of(second.word);
    if (month < 1 || month > 12) continue;
    if (i + 2 < p.size() && p[i + 2].number && p[i + 2].word.size() <= 2 && p[i + 2].before == second.before)
      if (const auto date = checked(value(p[i]), month, value(p[i + 2]))) return *date;
    if (second.before == '/' && p[i].before == '/') return {value(p[i]), month, 0};
  }
  return {};
}

}  // namespace entente
