#include "annotate/time_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.hpp"

namespace entente {

namespace {

template <typename Value, std::size_t N>
Value look_up(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view word, Value otherwise) {
  for (const auto& [key, value] : table)
    if (key == word) return value;
  return otherwise;
}

using Entry = std::pair<std::string_view, int>;

constexpr std::array<Entry, 24> months = {
    {{"january", 1},   {"february", 2}, {"march", 3},     {"april", 4},     {"may", 5},  {"june", 6}, {"july", 7}, {"august", 8},
     {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},
     {"jun", 6},       {"jul", 7},      {"aug", 8},       {"sep", 9},       {"sept", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}}};

constexpr std::array<Entry, 17> weekdays = {{{"sunday", 0},
                                             {"monday", 1},
                                             {"tuesday", 2},
                                             {"wednesday", 3},
                                             {"thursday", 4},
                                             {"friday", 5},
                                             {"saturday", 6},
                                             {"sun", 0},
                                             {"mon", 1},
                                             {"tue", 2},
                                             {"tues", 2},
                                             {"wed", 3},
                                             {"thu", 4},
                                             {"thur", 4},
                                             {"thurs", 4},
                                             {"fri", 5},
                                             {"sat", 6}}};

constexpr std::array<std::pair<std::string_view, TimeUnit>, 11> units = {{{"second", TimeUnit::moment},
                                                                          {"minute", TimeUnit::moment},
                                                                          {"hour", TimeUnit::moment},
                                                                          {"day", TimeUnit::day},
                                                                          {"week", TimeUnit::week},
                                                                          {"weekend", TimeUnit::weekend},
                                                                          {"month", TimeUnit::month},
                                                                          {"quarter", TimeUnit::quarter},
                                                                          {"year", TimeUnit::year},
                                                                          {"decade", TimeUnit::decade},
                                                                          {"century", TimeUnit::century}}};

constexpr std::array<Entry, 5> seasons = {{{"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}}};

constexpr std::array<Entry, 24> counts = {
    {{"a", 1},       {"an", 1},     {"one", 1},    {"two", 2},    {"three", 3},   {"four", 4},    {"five", 5},     {"six", 6},
     {"seven", 7},   {"eight", 8},  {"nine", 9},   {"ten", 10},   {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20},
     {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"couple", 2}, {"several", 0}, {"few", 0},     {"many", 0},     {"some", 0}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_separator(std::string_view piece) { return piece == "-" || piece == "–" || piece == "—" || piece == "/"; }

// Cuts at hyphens, dashes and slashes, which become pieces of their own; and "14.09.2017" at its dots.
std::vector<std::string_view> cut(std::string_view form) {
  std::vector<std::string_view> out;
  constexpr std::size_t longest_date = 24;  // longer is an address of the web
  if (form.size() > longest_date) return {form};
  const bool dotted =
      form.size() >= 8 && std::count(form.begin(), form.end(), '.') == 2 && is_digit(form.front()) && is_digit(form.back());
  std::size_t start = 0;
  for (std::size_t i = 0; i < form.size();) {
    const std::size_t length = form[i] == '-' || form[i] == '/' || (dotted && form[i] == '.')       ? 1
                               : form.substr(i).starts_with("–") || form.substr(i).starts_with("—") ? 3
                                                                                                    : 0;
    if (length == 0) {
      ++i;
      continue;
    }
    if (i > start) out.push_back(form.substr(start, i - start));
    out.push_back(form.substr(i, length));
    start = i += length;
  }
  if (start < form.size()) out.push_back(form.substr(start));
  return out;
}

void read_number(TimePiece& piece) {
  const std::string& word = piece.word;
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  if (digits == 0 || digits > 4) return;
  const std::string_view rest = std::string_view(word).substr(digits);
  piece.ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  piece.decade = rest == "s" && word[digits - 1] == '0' && digits >= 2;
  if (!rest.empty() && !piece.ordinal && !piece.decade) return;
  piece.number = std::stoi(word.substr(0, digits));
  piece.digits = digits;
}

}  // namespace

int month_number(std::string_view lower) { return look_up(months, lower, 0); }
int weekday_number(std::string_view lower) { return look_up(weekdays, lower, -1); }
int season_number(std::string_view lower) { return look_up(seasons, lower, 0); }
int counting_word(std::string_view lower) { return look_up(counts, lower, -1); }

TimeUnit time_unit(std::string_view lower) {
  if (lower == "centuries") return TimeUnit::century;
  if (const TimeUnit unit = look_up(units, lower, TimeUnit::none); unit != TimeUnit::none) return unit;
  return lower.ends_with('s') ? look_up(units, lower.substr(0, lower.size() - 1), TimeUnit::none) : TimeUnit::none;
}

std::vector<TimePiece> time_pieces(const Document& document, Range sentence_tokens) {
  std::vector<TimePiece> out;
  for (std::uint32_t t = sentence_tokens.begin; t < sentence_tokens.end; ++t) {
    for (const std::string_view part : cut(document.form(t))) {
      TimePiece piece;
      piece.token = t;
      piece.capital = starts_upper(part);
      piece.word = is_separator(part) || part == "." ? (part == "/" || part == "." ? std::string(part) : "-") : lower(part);
      if (piece.word.size() > 1 && piece.word.back() == '.') piece.word.pop_back();
      read_number(piece);
      out.push_back(std::move(piece));
    }
  }
  return out;
}

}  // namespace entente
