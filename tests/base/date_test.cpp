#include "entente/date.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("dates are read in exactly three forms", "[date]") {
  CHECK(parse_iso_date("2014") == PartialDate{2014, 0, 0});
  CHECK(parse_iso_date("2014-04") == PartialDate{2014, 4, 0});
  CHECK(parse_iso_date("2016-02-29") == PartialDate{2016, 2, 29});
  for (const char* bad :
       {"", "14", "2014-4", "2014-13", "2014-00", "2015-02-29", "2014-04-31", "2014/04/01", "2014-04-01T00:00", " 2014", "0000"})
    CHECK_FALSE(parse_iso_date(bad));
}

TEST_CASE("dates print as precise as they are", "[date]") {
  for (const char* text : {"2014", "2014-04", "2014-04-01"}) CHECK(to_string(*parse_iso_date(text)) == text);
  CHECK(to_string(PartialDate{}).empty());
}

TEST_CASE("a date agrees with a less precise one of the same time", "[date]") {
  CHECK(compatible({2014, 4, 0}, {2014, 4, 1}));
  CHECK(compatible({2014, 0, 0}, {2014, 4, 1}));
  CHECK_FALSE(compatible({2014, 4, 0}, {2014, 5, 0}));
  CHECK_FALSE(compatible({}, {2014, 0, 0}));
}

TEST_CASE("calendar arithmetic", "[date]") {
  CHECK(to_days({1970, 1, 1}) == 0);
  CHECK(from_days(to_days({2000, 2, 29}) + 1) == PartialDate{2000, 3, 1});
  CHECK(weekday({2017, 3, 30}) == 4);  // a Thursday
  CHECK(add_months({2019, 1, 31}, 1) == PartialDate{2019, 2, 28});
  CHECK(add_months({2019, 1, 0}, -1) == PartialDate{2018, 12, 0});
  CHECK(add_months({2019, 12, 5}, 13) == PartialDate{2021, 1, 5});
  CHECK(first_day({2014, 4, 0}) == PartialDate{2014, 4, 1});
  CHECK(last_day({2016, 2, 0}) == PartialDate{2016, 2, 29});
  CHECK(last_day({2016, 0, 0}) == PartialDate{2016, 12, 31});
}
