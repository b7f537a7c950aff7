#include "rdf/lexical.hpp"

#include <algorithm>
#include <array>

#include "entente/date.hpp"

namespace entente {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  return text;
}

bool is_integer(std::string_view text) { return all_digits(without_sign(text)); }
bool is_zero(std::string_view text) {
  return is_integer(text) && without_sign(text).find_first_not_of('0') == std::string_view::npos;
}
bool is_not_negative(std::string_view text) { return is_integer(text) && (text.front() != '-' || is_zero(text)); }
bool is_positive(std::string_view text) { return is_not_negative(text) && !is_zero(text); }

// "12", "-1.5", ".5"; "5." is valid in XML Schema but is not read back from Turtle.
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text);
  return (dot == 0 || all_digits(text.substr(0, dot))) && all_digits(text.substr(dot + 1));
}

bool is_double(std::string_view text) {
  if (text == "INF" || text == "-INF" || text == "NaN") return true;
  const std::size_t e = text.find_first_of("eE");
  return is_decimal(text.substr(0, e)) && (e == std::string_view::npos || is_integer(text.substr(e + 1)));
}

// Not "1" and "0": written as Turtle they would come back as integers.
bool is_boolean(std::string_view text) { return text == "true" || text == "false"; }

// Takes "Z", "+02:00" or nothing from the end.
bool take_zone(std::string_view& text, std::size_t from) {
  if (text.size() <= from) return text.size() == from;
  const std::string_view zone = text.substr(from);
  text = text.substr(0, from);
  if (zone == "Z") return true;
  if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return false;
  const std::string_view hours = zone.substr(1, 2);
  const std::string_view minutes = zone.substr(4);
  return all_digits(hours) && all_digits(minutes) && minutes < "60" && (hours < "14" || (hours == "14" && minutes == "00"));
}

// The ISO date of `size` characters that starts the text, and a time zone after it. Years of four digits only: what
// lies beyond is no news.
bool is_date(std::string_view text, std::size_t size) { return take_zone(text, size) && parse_iso_date(text).has_value(); }

bool is_time(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
  const std::string_view fraction = text.substr(8);
  if (!fraction.empty() && (fraction.front() != '.' || !all_digits(fraction.substr(1)))) return false;
  const std::string_view hours = text.substr(0, 2);
  const std::string_view minutes = text.substr(3, 2);
  const std::string_view seconds = text.substr(6, 2);
  return all_digits(hours) && all_digits(minutes) && all_digits(seconds) && hours < "24" && minutes < "60" && seconds < "60";
}

bool is_date_time(std::string_view text) {
  if (text.size() < 19 || text[10] != 'T' || !parse_iso_date(text.substr(0, 10))) return false;
  const std::size_t zone = text.find_first_of("Z+-", 19);
  if (zone != std::string_view::npos && !take_zone(text, zone)) return false;
  return is_time(text.substr(11));
}

struct Rule {
  std::string_view name;
  bool (*valid)(std::string_view);
};

constexpr std::array<Rule, 16> rules = {{
    {"integer", is_integer},
    {"int", is_integer},
    {"long", is_integer},
    {"short", is_integer},
    {"nonNegativeInteger", is_not_negative},
    {"unsignedInt", is_not_negative},
    {"unsignedLong", is_not_negative},
    {"positiveInteger", is_positive},
    {"decimal", is_decimal},
    {"double", is_double},
    {"float", is_double},
    {"boolean", is_boolean},
    {"date", [](std::string_view text) { return is_date(text, 10); }},
    {"gYearMonth", [](std::string_view text) { return is_date(text, 7); }},
    {"gYear", [](std::string_view text) { return is_date(text, 4); }},
    {"dateTime", is_date_time},
}};

}  // namespace

bool valid_lexical(std::string_view datatype, std::string_view text) {
  if (datatype.substr(0, xsd.size()) != xsd) return true;
  const std::string_view name = datatype.substr(xsd.size());
  const auto* const rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.name == name; });
  return rule == rules.end() || rule->valid(text);
}

}  // namespace entente
