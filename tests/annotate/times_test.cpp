#include "annotate/times.hpp"

#include <catch2/catch.hpp>

#include "annotate/document_of.hpp"

using namespace entente;
using entente::test::document_of;

namespace {

// "text=begin..end" of each expression; one date stands for both ends, '?' for none.
std::string times_of(std::string_view sentences, const char* published = "") {
  Document document = document_of(sentences);
  if (*published != '\0') document.article.published = *parse_iso_date(published);
  find_times(document);
  std::string out;
  for (const TimeExpression& time : document.times) {
    if (!out.empty()) out += "; ";
    out += std::string(document.text(time.range)) + "=";
    const std::string begin = to_string(time.value.begin);
    const std::string end = to_string(time.value.end);
    out += !time.value.known() ? "?" : begin == end ? begin : begin + ".." + end;
    if (time.kind == TimeKind::duration) out += " duration";
    if (time.kind == TimeKind::set) out += " set";
    if (time.since) out += " since";
    if (time.until) out += " until";
  }
  return out;
}

}  // namespace

TEST_CASE("full dates in the ways that news spell them", "[times]") {
  CHECK(times_of("They met/VBD on 3 June 2011") == "3 June 2011=2011-06-03");
  CHECK(times_of("They met/VBD on June 3 , 2011") == "June 3 , 2011=2011-06-03");
  CHECK(times_of("They met/VBD on Friday , Sept. 11 , 2009 in Oslo") == "Friday , Sept. 11 , 2009=2009-09-11");
  CHECK(times_of("They met/VBD on the 2nd of May 1999") == "the 2nd of May 1999=1999-05-02");
  CHECK(times_of("They met/VBD on 2011-06-03") == "2011-06-03=2011-06-03");
  CHECK(times_of("They met/VBD on 23.06.2011") == "23.06.2011=2011-06-23");
  CHECK(times_of("They met/VBD in June 2011") == "June 2011=2011-06");
  CHECK(times_of("They met/VBD in 1962") == "1962=1962");
}

TEST_CASE("days come before months between dots; a day that its month lacks is none", "[times]") {
  CHECK(times_of("They met/VBD on 04.05.2011") == "04.05.2011=2011-05-04");
  CHECK(times_of("They met/VBD on June 31 , 2011").find("2011-06-31") == std::string::npos);
}

TEST_CASE("stretches: ranges of days, months and years, decades, seasons, quarters", "[times]") {
  CHECK(times_of("The talks ran/VBD from 5 to 7 June 2011") == "5 to 7 June 2011=2011-06-05..2011-06-07");
  CHECK(times_of("The talks ran/VBD on July 11-12 , 2011") == "July 11-12 , 2011=2011-07-11..2011-07-12");
  CHECK(times_of("It lasted/VBD from June 5 to July 7 , 2011") == "June 5 to July 7 , 2011=2011-06-05..2011-07-07");
  CHECK(times_of("It lasted/VBD between 2008 and 2010") == "2008 and 2010=2008..2010");
  CHECK(times_of("It froze/VBD in 2008-2009") == "2008-2009=2008..2009");
  CHECK(times_of("It began/VBD in the 1990s") == "1990s=1990..1999");
  CHECK(times_of("It began/VBD in summer 2011") == "summer 2011=2011-06..2011-08");
  CHECK(times_of("It grew/VBD in the third quarter of 2011") == "third quarter of 2011=2011-07..2011-09");
  CHECK(times_of("It began/VBD in mid-2011 and in late/JJ March 2012") == "mid-2011=2011; late March 2012=2012-03");
}

TEST_CASE("days of the week follow the tense of their clause", "[times]") {
  // 15 June 2016 is a Wednesday
  CHECK(times_of("They met/VBD on Friday", "2016-06-15") == "Friday=2016-06-10");
  CHECK(times_of("They met/VBD on Wednesday", "2016-06-15") == "Wednesday=2016-06-15");
  CHECK(times_of("They will/MD/3/aux meet/VB/0/root on Friday", "2016-06-15") == "Friday=2016-06-17");
  CHECK(times_of("They are expected/VBN/0/root/expect to meet/VB/3/xcomp on Friday/NNP/5/obl", "2016-06-15") ==
        "Friday=2016-06-17");
  CHECK(times_of("The minister says/VBZ/0/root/say on Friday", "2016-06-15") == "Friday=2016-06-10");
  CHECK(times_of("They met/VBD last Wednesday", "2016-06-15") == "last Wednesday=2016-06-08");
  CHECK(times_of("They met/VBD on Friday", "2016-06") == "Friday=?");
  CHECK(times_of("They met/VBD on Friday") == "Friday=?");
}

TEST_CASE("months and days without a year take it from the day of telling, by the tense", "[times]") {
  CHECK(times_of("They met/VBD in May", "2016-03-02") == "May=2015-05");
  CHECK(times_of("They will/MD/3/aux meet/VB/0/root in May", "2016-03-02") == "May=2016-05");
  CHECK(times_of("They met/VBD on November 27", "2016-03-02") == "November 27=2015-11-27");
  CHECK(times_of("They met/VBD on March 1", "2016-03") == "March 1=2016-03-01");
  CHECK(times_of("They met/VBD in May last year", "2016-03-02") == "May last year=2015-05");
  CHECK(times_of("They met/VBD on March 1", "2016") == "March 1=?");
  CHECK(times_of("They met/VBD on March 1") == "March 1=?");
}

TEST_CASE("counted from the day of telling", "[times]") {
  CHECK(times_of("They met/VBD yesterday", "2016-03-01") == "yesterday=2016-02-29");
  CHECK(times_of("They met/VBD last month", "2016-01-31") == "last month=2015-12");
  CHECK(times_of("They met/VBD two years ago", "2016-01-31") == "two years ago=2014");
  CHECK(times_of("They met/VBD earlier this week", "2016-06-15") == "earlier this week=2016-06-13..2016-06-15");
  CHECK(times_of("They meet/VBP next week", "2016-06-15") == "next week=2016-06-20..2016-06-26");
  CHECK(times_of("They met/VBD several years ago", "2016-01-31") == "several years ago=?");
  CHECK(times_of("They met/VBD yesterday") == "yesterday=?");
  CHECK(times_of("They met/VBD today", "2016-03") == "today=2016-03");
}

TEST_CASE("counted from the day told of before", "[times]") {
  CHECK(times_of("They met/VBD on 3 June 2011\nThe following day it was signed/VBN") ==
        "3 June 2011=2011-06-03; The following day=2011-06-04");
  // not from a date that is part of a description
  CHECK(times_of("On 3 June 2011 they left/VBD the May 5 , 2009 pact/NN\nThe following day it ended/VBD")
            .find("The following day=2011-06-04") != std::string::npos);
  CHECK(times_of("It was signed/VBN the day before the vote") == "the day before=?");
}

TEST_CASE("bounds, measures and repetitions", "[times]") {
  CHECK(times_of("It has met/VBN since 1997") == "1997=1997.. since");
  CHECK(times_of("It lasts/VBZ until May 2021") == "May 2021=..2021-05 until");
  CHECK(times_of("It froze/VBD for three months") == "three months=? duration");
  CHECK(times_of("It met/VBD for two years in a row") == "two years=? duration");
  CHECK(times_of("It meets/VBZ every year") == "every year=? set");
  CHECK(times_of("It meets/VBZ twice a year") == "twice a year=? set");
}

TEST_CASE("words and numbers that only look like times are none", "[times]") {
  CHECK(times_of("Theresa May/NNP/3/nsubj spoke/VBD").empty());
  CHECK(times_of("They may/MD/3/aux march/VB").empty());
  CHECK(times_of("Resolution 1973 passed/VBD").empty());
  CHECK(times_of("About 2000/CD/3/nummod troops/NNS/4/nsubj left/VBD").empty());
  CHECK(times_of("Europe Today reported/VBD it", "2016-03-02").empty());
  CHECK(times_of("It fell/VBD on Black/NNP Friday", "2016-03-02").empty());
  CHECK(times_of("Zapad-2017/NNP/2/nsubj began/VBD").empty());
}

TEST_CASE("without a publication date the dateline tells the day", "[times]") {
  CHECK(times_of("Sunday , May 8 , 2016\nThey met/VBD yesterday") == "Sunday , May 8 , 2016=2016-05-08; yesterday=2016-05-07");
  CHECK(times_of("OSLO , May 8 . They met/VBD yesterday\nThey had met/VBD on April 3 , 2016") ==
        "May 8=2016-05-08; yesterday=2016-05-07; April 3 , 2016=2016-04-03");
  // the only full date is too far back to tell the year
  CHECK(times_of("OSLO , May 8 . They met/VBD yesterday\nThey had met/VBD on July 3 , 2014").find("May 8=?") == 0);
  // and a later year is spoken of
  CHECK(times_of("OSLO , May 8 . They met/VBD on April 3 , 2016\nIt ended/VBD in 2018").find("May 8=?") == 0);
}
