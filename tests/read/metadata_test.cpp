// Title, publisher and date, where the text gives them; unknown where it does not.
#include "helpers.hpp"

using namespace entente;

namespace {

const std::string body =
    "\n\nThe foreign ministers of the two countries agreed on Monday to reopen the border crossing, which had been closed since "
    "the spring.\n\n"
    "\"We are glad that the border is open again,\" one of the ministers told reporters after the meeting.\n\n"
    "The crossing will be open to lorries first and to travellers later, the ministry said.\n";

Article read(const std::string& head, const std::string& foot = "") { return read_text(head + body + foot); }

}  // namespace

TEST_CASE("a header of address, title and date", "[metadata]") {
  const Article article =
      read("https://www.bbc.co.uk/news/world-1234\nWill the border crossing stay open? Ministers agree\n2018-03-24");
  CHECK(article.url == "https://www.bbc.co.uk/news/world-1234");
  CHECK(article.title == "Will the border crossing stay open? Ministers agree");
  CHECK(article.publisher == "BBC");
  CHECK(to_string(article.published) == "2018-03-24");
  CHECK(article.blocks[0].kind == BlockKind::boilerplate);
  CHECK(article.blocks[1].kind == BlockKind::title);
  CHECK(article.blocks[2].kind == BlockKind::boilerplate);
}

TEST_CASE("a known header is left as it is", "[metadata]") {
  Article known;
  known.title = "Another title";
  known.publisher = "Example Wire";
  known.published = {2001, 2, 3};
  const Article article = read_text("Border Crossing to Reopen, Ministers Agree\nMarch 12, 2018" + body, known);
  CHECK(article.title == "Another title");
  CHECK(article.publisher == "Example Wire");
  CHECK(to_string(article.published) == "2001-02-03");
}

TEST_CASE("publication dates", "[metadata]") {
  const auto date = [](const std::string& head, const std::string& foot = "") { return to_string(read(head, foot).published); };
  CHECK(date("Border Crossing to Reopen, Ministers Agree\nMonday, March 12, 2018") == "2018-03-12");
  CHECK(date("Monday, March 12, 2018") == "2018-03-12");
  CHECK(date("Border Crossing to Reopen, Ministers Agree\nPublished: 12 March 2018\nLast updated: 14 March 2018") == "2018-03-12");
  CHECK(date("Border Crossing to Reopen, Ministers Agree\nLast updated: 14 March 2018") == "2018-03-14");
  CHECK(date("Border Crossing to Reopen, Ministers Agree", "\nFirst published on 12 March 2018.\n") == "2018-03-12");
  CHECK(date("http://example.org/2018/03/12/border\n\nBorder Crossing to Reopen, Ministers Agree") == "2018-03-12");
}

TEST_CASE("dates that are not the publication's", "[metadata]") {
  const auto date = [](const std::string& head, const std::string& foot = "") { return to_string(read(head, foot).published); };
  CHECK(date("08:13 GMT 19 October 2021\nListen Live\nBorder Crossing to Reopen, Ministers Agree").empty());  // the page's clock
  CHECK(date("Border Crossing to Reopen, Ministers Agree", "\nCopyright © 2021 Example Times. All rights reserved.\n").empty());
  CHECK(
      date("Border Crossing to Reopen, Ministers Agree", "\n19 October 2021\n").empty());  // below the article: the day of crawling
  CHECK(date("Border Crossing to Reopen, Ministers Agree\nMarch 12").empty());
}

TEST_CASE("the date of a dateline, if it has a year", "[metadata]") {
  const auto date = [](const std::string& dateline) {
    return to_string(
        read_text(dateline + "The foreign ministers of the two countries agreed to reopen the border crossing.\n").published);
  };
  CHECK(date("BEIJING, July 1, 2019 (Xinhua) -- ") == "2019-07-01");
  CHECK(date("MOSCOW, July 1. /TASS/. ").empty());
}

TEST_CASE("publishers", "[metadata]") {
  const auto publisher = [](const std::string& head, const std::string& foot = "") { return read(head, foot).publisher; };
  const std::string title = "Border Crossing to Reopen, Ministers Agree\n";
  CHECK(publisher(title).empty());
  CHECK(publisher("http://edition.cnn.com/border\n" + title) == "CNN");
  CHECK(publisher(title, "\nCopyright © 2018 The Example Times, LLC. All rights reserved.\n") == "The Example Times");
  CHECK(publisher(title + "\nRead on the website Example Weekly\n") == "Example Weekly");
  CHECK(publisher(title, "\nComment via Facebook\n").empty());
  CHECK(publisher(title + "Jane Doe\nThe Washington Post\n") == "Washington Post");
  CHECK(publisher(title + "© AFP / Jane Doe\n").empty());  // who took the picture is not who published the text
  CHECK(read_text("BRUSSELS, Jan 12 (Reuters) - The ministers agreed on Monday to reopen the border crossing.\n").publisher ==
        "Reuters");
}

TEST_CASE("lines that say who and when", "[metadata]") {
  const std::string title = "Border Crossing to Reopen, Ministers Agree\n\n";
  for (const char* line :
       {"Example Wire | Vienna | Updated: 13-03-2018 18:35 IST | Created: 12-Mar-2018 18:35 IST",
        "Mar 12, 2018  •  1 hour ago  •  3 minute read", "Jane Doe (@jdoe) 1 minute ago Mon 12th March 2018 | 09:46 PM",
        "The Associated Press March 12, 2018 20:47:07 IST", "March 12, 2018 - 16:16 AMT"}) {
    INFO(line);
    const Article article = read(title + line + "\n");
    CHECK(to_string(article.published) == "2018-03-12");
    CHECK(kind_of(article, line) == BlockKind::boilerplate);
  }
  const Article labelled = read("date 2018-03-12 Border Crossing to Reopen, Ministers Agree\n");
  CHECK(to_string(labelled.published) == "2018-03-12");
  CHECK(labelled.title == "Border Crossing to Reopen, Ministers Agree");
}

TEST_CASE("a title with the site's name behind it", "[metadata]") {
  const Article bars = read(
      "Ministers agree to reopen border crossing | News | DW | 12.03.2018\n1. Navigation\n\nMinisters agree to reopen border "
      "crossing\n");
  CHECK(bars.title == "Ministers agree to reopen border crossing");
  CHECK(bars.publisher == "Deutsche Welle");
  CHECK(to_string(bars.published) == "2018-03-12");
  CHECK(kind_of(bars, "| News | DW") == BlockKind::title);
  CHECK(read("Ministers agree to reopen border crossing - BBC News\n").title == "Ministers agree to reopen border crossing");
}

TEST_CASE("titles", "[metadata]") {
  const auto title = [](const std::string& head) { return read(head).title; };
  CHECK(title("Border crossing to reopen, ministers agree") == "Border crossing to reopen, ministers agree");
  CHECK(title("World\nRegistration was successful!\nBorder Crossing to Reopen, Ministers Agree\nBy Jane Doe\n") ==
        "Border Crossing to Reopen, Ministers Agree");
  CHECK(title("") == "");
  CHECK(title("The ministers of the two countries say that the border crossing is to be opened on a Monday") ==
        "The ministers of the two countries say that the border crossing is to be opened on a Monday");
  const Article repeated = read("Ministers agree to reopen border crossing\n\nMinisters agree to reopen border crossing\n");
  CHECK(repeated.blocks[0].kind == BlockKind::title);
  CHECK(repeated.blocks[1].kind == BlockKind::title);
}
