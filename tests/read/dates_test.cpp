#include "read/dates.hpp"

#include "helpers.hpp"

using namespace entente;

TEST_CASE("dates as pages print them", "[dates]") {
  const std::pair<const char*, const char*> cases[] = {
      {"Thursday, September 26, 2019", "2019-09-26"},
      {"Published: 12 March 2018", "2018-03-12"},
      {"Posted on 3rd of May, 2007 at 14:05 GMT", "2007-05-03"},
      {"Sept. 5, 2011", "2011-09-05"},
      {"12 Mar 2018", "2018-03-12"},
      {"2014-04-29T09:30:00-04:00", "2014-04-29"},
      {"29.04.2014", "2014-04-29"},
      {"29/04/2014", "2014-04-29"},
      {"04/29/2014", "2014-04-29"},
      {"04/05/2014", "2014"},  // April or May: only the year is safe
      {"05/05/2014", "2014-05-05"},
      {"March 2018", "2018-03"},
      {"31 February 2018", "2018-02"},  // there is no such day, but a month
      {"September 14", ""},             // no year, no guess
      {"in 2014", ""},
      {"+319 October 2019", "2019-10"},
  };
  for (const auto& [line, date] : cases) {
    INFO(line);
    CHECK(to_string(find_date(line)) == date);
  }
}

TEST_CASE("a line that is a date and nothing else", "[dates]") {
  for (const char* line : {"Thursday, September 26, 2019", "Last updated: 12 March 2018 at 9:30 a.m. ET", "2014-04-29",
                           "18:45 04.03.2017 (updated 18:46 04.03.2017)"}) {
    INFO(line);
    CHECK(is_date_line(line));
  }
  for (const char* line : {"The treaty of March 12, 2018", "Monday", "March for peace 2018", "9:30 a.m. ET", "2014"}) {
    INFO(line);
    CHECK_FALSE(is_date_line(line));
  }
}

TEST_CASE("dates in addresses", "[dates]") {
  const std::pair<const char*, const char*> cases[] = {
      {"http://news.example.org/world/2014/04/29/talks", "2014-04-29"},
      {"http://news.example.org/2014/apr/28/talks", "2014-04-28"},
      {"https://example.org/2014-04-29-talks.html", "2014-04-29"},
      {"https://example.org/a/20140429/x", "2014-04-29"},
      {"http://example.org/World/2014/0917/Talks", "2014-09-17"},
      {"http://example.org/2014/09/talks", "2014-09"},
      {"http://example.org/2014/talks", ""},
      {"http://example.org/id/20149929", ""},
      {"http://2014-04-29.example.org/", ""},
      {"http://example.org/talks?date=2014/04/29", ""},
  };
  for (const auto& [url, date] : cases) {
    INFO(url);
    CHECK(to_string(date_in_url(url)) == date);
  }
}
