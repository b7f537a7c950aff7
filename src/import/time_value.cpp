#include "import/time_value.hpp"

namespace entente {

namespace {

// Days since 1970-01-01 of a day of the Julian calendar, by way of its Julian day number.
long julian_days(const PartialDate& date) {
  const long shift = (14 - date.month) / 12;
  const long year = date.year + 4800L - shift;
  const long month = date.month + 12 * shift - 3;
  return date.day + (153 * month + 2) / 5 + 365 * year + year / 4 - 32083 - 2440588;
}

}  // namespace

PartialDate from_wikidata_time(std::string_view time, int precision, bool julian) {
  // Years of more than four digits are far in the future, and "-" is before the year 1.
  if (time.size() < 11 || time[0] != '+' || time[5] != '-' || time[8] != '-' || precision < 9) return {};
  const std::string_view year = time.substr(1, 4);
  const std::string_view month = time.substr(6, 2);
  const std::string_view day = time.substr(9, 2);
  std::string_view text = time.substr(1, 10);
  if (precision == 10 || day == "00") text = time.substr(1, 7);
  if (precision == 9 || month == "00") text = year;
  const auto date = parse_iso_date(text);
  if (!date) return {};
  return julian && date->exact() ? from_days(julian_days(*date)) : *date;
}

}  // namespace entente
