// Dates as pages print them beside an article: "Thursday, September 26, 2019", "12 Mar. 2018 14:05 GMT", "2014/04/29".
#pragma once

#include <string_view>

#include "entente/article.hpp"
#include "entente/date.hpp"

namespace entente {

// The first date with a year in a line; unknown if there is none. "04/05/2019" may be April or May: the year alone.
PartialDate find_date(std::string_view line);

// True if the line is a date and nothing else: weekday, time of day, time zone and words such as "updated" may stand by.
bool is_date_line(std::string_view line);

// What a line holds beside dates and times.
struct DateLine {
  bool dated = false;      // there is a date with a year
  bool timed = false;      // there is a time of day
  std::size_t others = 0;  // words that have nothing to do with either
};
DateLine read_date_line(std::string_view line);

// True if a time of day with a zone stands in it ("13:13 GMT"): the clock of a page, or an exact time of publication.
bool has_zoned_time(std::string_view line);

// The date in a URL's path: "/2014/04/29/", "/2014/apr/28/", "/2014-04-29", "/20140429", "/2014/0429/". Unknown if none.
PartialDate date_in_url(std::string_view url);

}  // namespace entente
