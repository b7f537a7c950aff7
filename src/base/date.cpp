#include "entente/date.hpp"

#include <chrono>
#include <cstdio>

namespace entente {

namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

year_month_day calendar_day(const PartialDate& date) {
  return year{date.year} / month{static_cast<unsigned>(date.month)} / day{static_cast<unsigned>(date.day)};
}

int days_in_month(int y, int m) {
  const year_month_day_last end = year{y} / month{static_cast<unsigned>(m)} / last;
  return static_cast<int>(static_cast<unsigned>(end.day()));
}

// Exactly `digits` decimal digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::string to_string(const PartialDate& date) {
  if (!date.known()) return {};
  char buffer[40];
  if (date.day != 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  else if (date.month != 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", date.year, date.month);
  else
    std::snprintf(buffer, sizeof buffer, "%04d", date.year);
  return buffer;
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  PartialDate date{number_at(text, 0, 4), 0, 0};
  if (date.year <= 0) return std::nullopt;
  if (text.size() >= 7) {
    date.month = number_at(text, 5, 2);
    if (text[4] != '-' || date.month < 1 || date.month > 12) return std::nullopt;
  }
  if (text.size() == 10) {
    date.day = number_at(text, 8, 2);
    if (text[7] != '-' || date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  }
  return date;
}

bool compatible(const PartialDate& a, const PartialDate& b) {
  if (!a.known() || !b.known() || a.year != b.year) return false;
  if (a.month != 0 && b.month != 0 && a.month != b.month) return false;
  return a.day == 0 || b.day == 0 || a.day == b.day;
}

long to_days(const PartialDate& date) { return sys_days{calendar_day(date)}.time_since_epoch().count(); }

PartialDate from_days(long days) {
  const year_month_day d{sys_days{std::chrono::days{days}}};
  return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
          static_cast<int>(static_cast<unsigned>(d.day()))};
}

int weekday(const PartialDate& date) { return static_cast<int>(std::chrono::weekday{sys_days{calendar_day(date)}}.c_encoding()); }

PartialDate add_months(const PartialDate& date, int months) {
  const int count = date.year * 12 + (date.month - 1) + months;
  PartialDate moved{count / 12, count % 12 + 1, date.day};
  if (moved.day != 0) moved.day = std::min(moved.day, days_in_month(moved.year, moved.month));
  return moved;
}

PartialDate first_day(const PartialDate& date) {
  return {date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
}

PartialDate last_day(const PartialDate& date) {
  const int m = date.month == 0 ? 12 : date.month;
  return {date.year, m, date.day == 0 ? days_in_month(date.year, m) : date.day};
}

}  // namespace entente
