// Plain text of web pages: what belongs to the article and what does not.
#include "helpers.hpp"

using namespace entente;

namespace {

const char* const web_page = R"(10:42 GMT 7 May 2021
Listen Live
Sign in
The delegations of both countries at the palace in Vienna. (File)

Delegations Return to Vienna for Talks on Border Crossing

© AFP 2021 / JANE DOEThe palace where the delegations meet
World
Get short URL

Negotiators of the two countries came back to Vienna on Monday to talk about the border crossing, which has been closed since the spring.

"We have made progress, but much remains to be done," the head of the first delegation told reporters.

Delegates leave the palace in Vienna on Friday, April 30 - Example News
Ministers Quarrel Over Customs at the Border Crossing
The second delegation was more cautious. Its spokeswoman said that the talks could last for weeks.

RELATED: Five things to know about the talks

"The crossing is where the people of both countries meet.

"It must not stay closed for another winter," she added.

What comes next

The talks go on tomorrow. The agenda has three points:

- the opening hours
- customs
- a hotline between the two ministries

Guards look on at the border crossing - Example News
Opinion: Why the Talks Must Not Fail Again

The delegations last met in January.

Have you heard the news? Sign up to our Telegram channel!

Lorry Drivers Wait for Days at the Closed Border
Prime Minister Defends Decision to Close Crossing
Vienna, border, talks, customs
Community standardsDiscussion
Comment via FacebookComment via Example News
)";

}  // namespace

TEST_CASE("a web page saved as text", "[blocks]") {
  const Article article = read_text(web_page);
  check_blocks(article);
  CHECK(article.text == web_page);
  CHECK(article.title == "Delegations Return to Vienna for Talks on Border Crossing");
  CHECK(article.publisher == "Example News");
  CHECK_FALSE(article.published.known());
  const std::pair<const char*, BlockKind> expected[] = {
      {"10:42 GMT", BlockKind::boilerplate},
      {"Listen Live", BlockKind::boilerplate},
      {"The delegations of both countries at the palace", BlockKind::caption},
      {"Delegations Return to Vienna", BlockKind::title},
      {"© AFP 2021", BlockKind::boilerplate},
      {"The palace where the delegations meet", BlockKind::caption},
      {"World", BlockKind::boilerplate},
      {"Get short URL", BlockKind::boilerplate},
      {"Negotiators of the two countries", BlockKind::paragraph},
      {"\"We have made progress", BlockKind::paragraph},
      {"Delegates leave the palace", BlockKind::caption},
      {"- Example News", BlockKind::boilerplate},
      {"Ministers Quarrel Over Customs", BlockKind::boilerplate},
      {"The second delegation was more cautious", BlockKind::paragraph},
      {"RELATED: Five things", BlockKind::boilerplate},
      {"\"The crossing is where", BlockKind::paragraph},
      {"\"It must not stay closed", BlockKind::paragraph},
      {"What comes next", BlockKind::subtitle},
      {"The talks go on tomorrow", BlockKind::paragraph},
      {"- customs", BlockKind::paragraph},
      {"- a hotline", BlockKind::paragraph},
      {"Opinion: Why the Talks", BlockKind::boilerplate},
      {"The delegations last met", BlockKind::paragraph},
      {"Have you heard the news?", BlockKind::boilerplate},
      {"Lorry Drivers Wait", BlockKind::boilerplate},
      {"Prime Minister Defends", BlockKind::boilerplate},
      {"Vienna, border, talks", BlockKind::boilerplate},
      {"Community standards", BlockKind::boilerplate},
      {"Comment via", BlockKind::boilerplate},
  };
  for (const auto& [words, kind] : expected) {
    INFO(words);
    CHECK(static_cast<int>(kind_of(article, words)) == static_cast<int>(kind));
  }
}

TEST_CASE("a wire report keeps its text and its dateline", "[blocks]") {
  const Article article = read_text(
      "All news\n\nBorder crossing to reopen within a month\n\nBoth countries have agreed on a date, a deputy minister says\n\n"
      "VIENNA, May 7. /TASS/. The border crossing will be open again within a month, a deputy minister said on Friday.\n\n"
      "She did not give a date.\n\n(Reporting by Jane Doe; Editing by John Roe)\n");
  CHECK(blocks_of(article) ==
        std::vector<std::string>{
            "boilerplate: All news", "title: Border crossing to reopen within a month",
            "subtitle: Both countries have agreed on a date, a deputy minister says", "paragraph: VIENNA, May 7. /TASS/.",
            "paragraph: The border crossing will be open again within a month, a deputy minister said on Friday.",
            "paragraph: She did not give a date.", "boilerplate: (Reporting by Jane Doe; Editing by John Roe)"});
}

TEST_CASE("sentences that only resemble what pages say", "[blocks]") {
  // Each stands in running text and must stay there.
  for (const char* sentence :
       {"Follow the money, the minister said, and the sanctions would be found to work.",
        "\"Sign up to this agreement and you will have peace,\" he told them.",
        "More than a hundred countries have signed the treaty.",
        "Updated sanctions lists were published by both governments on Friday.",
        "Share of trade with the neighbour fell to 3 percent last year.", "Video of the meeting was shown on state television.",
        "The president tweeted: \"Read more history.\"", "Comments by the minister angered his neighbours.",
        "He declined to comment.", "Source of the missile is unknown, the ministry said.",
        "Live fire exercises will be held in June.", "\"No,\" she said."}) {
    INFO(sentence);
    const Article article = read_text(
        "Ministers quarrel over the border crossing\n\nThe ministers of the two countries quarrelled on Monday about the border "
        "crossing, which has been closed since the "
        "spring, and about much else.\n\n" +
        std::string(sentence) + "\n\nThe crossing stays closed for the time being, officials of both countries said on Tuesday.\n");
    CHECK(kind_of(article, sentence) == BlockKind::paragraph);
  }
}

TEST_CASE("lines that pages print", "[blocks]") {
  for (const char* line :
       {"Share Tweet Email Print", "Comments (12)", "1,234 views", "Read more: Why the crossing matters",
        "By Jane Doe and John Roe, Associated Press", "Sign up for our newsletter and get the news delivered to your inbox.",
        "We use cookies to improve your experience on our site.", "Jane Doe in Vienna contributed to this report.",
        "This story was updated at 9:30 a.m.", "Advertisement", "Copyright © 2018 Example Times", "Follow us on Twitter",
        "Tags: border, customs", "STORY: Why the crossing matters", "3 min read", "http://example.org/border"}) {
    INFO(line);
    const Article article = read_text(
        "Ministers quarrel over the border crossing\n\nThe ministers of the two countries quarrelled on Monday about the border "
        "crossing, which has been closed since the "
        "spring, and about much else.\n\n" +
        std::string(line) + "\n\nThe crossing stays closed for the time being, officials of both countries said on Tuesday.\n");
    CHECK(kind_of(article, line) == BlockKind::boilerplate);
  }
}

TEST_CASE("what stands below an article is not read, even if it is written out", "[blocks]") {
  const std::string body =
      "Ministers quarrel over the border crossing\n\nThe ministers of the two countries quarrelled on Monday about the border "
      "crossing.\n\n"
      "The crossing stays closed for the time being, officials of both countries said.\n\nNo date was set for another meeting of "
      "the ministers.\n\n";
  const Article comments = read_text(body +
                                     "Comments (2)\n\njdoe\nI think the minister of our country is right about this "
                                     "crossing.\n\nroe55\nHe is wrong, as always, and I am glad of it.\n");
  CHECK(kind_of(comments, "I think the minister") == BlockKind::boilerplate);
  CHECK(kind_of(comments, "He is wrong") == BlockKind::boilerplate);
  const Article teasers = read_text(body +
                                    "Related stories\n\nLorry drivers wait for days\nDrivers have been waiting for "
                                    "days.\n\nOpinion: Open the crossing\nThe crossing must open.\n");
  CHECK(kind_of(teasers, "Drivers have been waiting") == BlockKind::boilerplate);
  const Article inside = read_text(body + "Related stories\n\nLorry Drivers Wait for Days at the Crossing\n\n" +
                                   body.substr(body.find("The ministers")));
  CHECK(inside.blocks.back().kind == BlockKind::paragraph);
}

TEST_CASE("a quotation set apart keeps who said it", "[blocks]") {
  const Article article = read_text(
      "Ministers quarrel over the border crossing\n\nThe ministers of the two countries quarrelled on Monday about the border "
      "crossing.\n\n"
      "\"The crossing is not a toy.\"\n\n—Jane Doe, minister of transport\n\nNo date was set for another meeting of the "
      "ministers.\n");
  CHECK(kind_of(article, "—Jane Doe") == BlockKind::paragraph);
}

TEST_CASE("captions before a wire report are not its headline, and a summary that the text repeats is not read", "[blocks]") {
  const std::string lead =
      "The ministers of the two countries agreed in Vienna to reopen the border crossing, which had been closed for a year";
  const Article article = read_text(
      "The ministers shake hands in front of the palace after their meeting in Vienna, Monday, March\n"
      "Minister Jane Doe, left, and Minister John Roe at the palace in Vienna\n" +
      lead + "\n\nVIENNA (AP) — " + lead + ".\n\nThey did not say when it would be open for everybody.\n");
  CHECK(article.title.empty());
  CHECK(kind_of(article, "The ministers shake hands") == BlockKind::caption);
  CHECK(kind_of(article, "Minister Jane Doe, left") == BlockKind::caption);
  CHECK(article.blocks[2].kind == BlockKind::boilerplate);
  CHECK(kind_of(article, lead + ".") == BlockKind::paragraph);
}

TEST_CASE("lines in another script, tags and legends", "[blocks]") {
  const Article article = read_text(
      "Ministers quarrel over the border crossing\n\nThe ministers of the two countries quarrelled on Monday about the border "
      "crossing.\n\n"
      "Министры поссорились\n\n#border #talks\n\n██ Held by both sides\n\nNo date was set for another meeting of the ministers.\n");
  for (const char* line : {"Министры", "#border", "██"}) CHECK(kind_of(article, line) == BlockKind::boilerplate);
}

TEST_CASE("texts without anything around them", "[blocks]") {
  CHECK(blocks_of(read_text("The ministers met in Vienna on Monday.")) ==
        std::vector<std::string>{"paragraph: The ministers met in Vienna on Monday."});
  CHECK(read_text("").blocks.empty());
  CHECK(read_text("\n \n").blocks.empty());
  check_blocks(read_text("x"));
  check_blocks(read_text("- \n©\n(c) \n:\n/\n\"\n—\n| - \n © - - \n"));
}
