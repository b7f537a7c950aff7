#include "helpers.hpp"

using namespace entente;

namespace {

const char* const page = R"(<!DOCTYPE html>
<html><head><title>Ministers reopen border crossing - Example News</title>
<meta charset="utf-8">
<meta property="og:site_name" content="Example News">
<link rel="canonical" href="https://news.example.org/world/border">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Example News"},
 {"@type": ["NewsArticle"], "headline": "Ministers reopen border crossing &amp; more", "datePublished": "2019-05-06T23:30:00+02:00",
  "publisher": {"@type": "Organization", "name": "Example News"}}]}
</script>
<style>p { color: red }</style><script>var a = "<p>not text</p>";</script></head>
<body>
<header><a href="/">Example News</a><nav><ul><li><a href="/w">World</a></li><li>Sport</li></ul></nav></header>
<main><article>
<h1>Ministers reopen border crossing &amp; more</h1>
<p class="byline">By Jane Doe, published in the morning</p>
<div class="share-bar">Share this with your friends and with everybody else</div>
<figure><img src="x.jpg" alt="no text"><figcaption>The ministers at the crossing <span class="credit">Jane Doe / EPA</span></figcaption></figure>
<p>The ministers of the two countries reopened the <a class="tag" href="/b">border&nbsp;crossing</a>
   on <b>Mon</b>day, the spokes&shy;woman&#8217;s office said.</p>
<p>&ldquo;We are glad,&rdquo; she told reporters.<br><br>The crossing had been closed for a year.<br>Lorries come first.</p>
<h2>What comes next</h2>
<aside><h3>Related</h3><p>The ministers quarrelled about customs for weeks.</p></aside>
<ul><li>Customs are the next point.</li><li>Then come the opening hours.</li></ul>
<form><label>Your mail</label><input value="x"><button>Subscribe</button></form>
<div hidden>Hidden words that nobody sees on this page.</div>
</article></main>
<div class="related-stories"><p>Another article is advertised here with a sentence.</p></div>
<footer><p>All rights reserved by the example company.</p></footer>
</body></html>)";

ReadResult read_page(std::string_view bytes) {
  const TemporaryFolder folder;
  return read_path(folder.write("page.html", bytes));
}

}  // namespace

TEST_CASE("a page with JSON-LD", "[html]") {
  const Article article = read_html(page);
  check_blocks(article);
  CHECK(article.title == "Ministers reopen border crossing & more");
  CHECK(article.publisher == "Example News");
  CHECK(to_string(article.published) == "2019-05-06");
  CHECK(article.url == "https://news.example.org/world/border");
  std::vector<std::string> text;
  for (const std::string& block : blocks_of(article))
    if (block.rfind("boilerplate", 0) != 0) text.push_back(block);
  CHECK(text == std::vector<std::string>{"title: Ministers reopen border crossing & more", "caption: The ministers at the crossing",
                                         "paragraph: The ministers of the two countries reopened the border\xC2\xA0"
                                         "crossing on Monday, the spokes\xC2\xADwoman’s office said.",
                                         "paragraph: “We are glad,” she told reporters.",
                                         "paragraph: The crossing had been closed for a year.", "paragraph: Lorries come first.",
                                         "subtitle: What comes next", "paragraph: Customs are the next point.",
                                         "paragraph: Then come the opening hours."});
  for (const char* gone :
       {"color: red", "not text", "Your mail", "Subscribe", "Hidden words", "All rights", "quarrelled", "Sport"}) {
    INFO(gone);
    CHECK(article.text.find(gone) == std::string::npos);
  }
  CHECK(kind_of(article, "Share this with") == BlockKind::boilerplate);
  CHECK(kind_of(article, "Another article is advertised") == BlockKind::boilerplate);
}

TEST_CASE("an old page without any of that", "[html]") {
  const Article article = read_html(
      "<html><head><title>Border opens</title></head><body><form action=x><table><tr><td><a href=1>Home</a> <a "
      "href=2>World</a></td><td>"
      "<h1>Border opens</h1><font size=2>The ministers of the two countries reopened the border crossing on Monday.<br><br>"
      "The crossing had been closed for a year<br>and a day, the ministry said.</font></td></tr></table></form></body></html>");
  CHECK(article.title == "Border opens");
  CHECK_FALSE(article.published.known());
  CHECK(article.publisher.empty());
  std::vector<std::string> text;
  for (const std::string& block : blocks_of(article))
    if (block.rfind("boilerplate", 0) != 0) text.push_back(block);
  CHECK(text == std::vector<std::string>{"title: Border opens",
                                         "paragraph: The ministers of the two countries reopened the border crossing on Monday.",
                                         "paragraph: The crossing had been closed for a year\nand a day, the ministry said."});
}

TEST_CASE("meta tags, without JSON-LD", "[html]") {
  const Article article = read_html(
      "<head><title>Border opens | The Guardian</title><meta property='article:published_time' content='2017-03-04T05:06:07Z'>"
      "<meta property='og:url' content='https://www.theguardian.com/border'></head>"
      "<p>The ministers of the two countries reopened the border crossing on Monday.</p>");
  CHECK(article.title == "Border opens");
  CHECK(article.publisher == "Guardian");
  CHECK(to_string(article.published) == "2017-03-04");
  CHECK(article.url == "https://www.theguardian.com/border");
}

TEST_CASE("broken JSON-LD is passed over", "[html]") {
  const Article article = read_html(
      "<script type='application/ld+json'>{\"@type\": </script><meta name=date content='2011-02-03'>"
      "<p>The ministers of the two countries reopened the border crossing on Monday.</p>");
  CHECK(to_string(article.published) == "2011-02-03");
}

TEST_CASE("character sets", "[html]") {
  const std::string text =
      "<p>The ministers of Espa\xF1"
      "a reopened the border crossing on Monday, officials said.</p>";
  const std::string expected = "The ministers of España reopened the border crossing on Monday, officials said.";
  const ReadResult declared = read_page("<meta charset='ISO-8859-1'>" + text);
  REQUIRE(declared.articles.size() == 1);
  CHECK(declared.articles[0].text == expected);
  CHECK(declared.diagnostics.empty());
  const ReadResult guessed = read_page(text);
  REQUIRE(guessed.articles.size() == 1);
  CHECK(guessed.articles[0].text == expected);
  const ReadResult cyrillic =
      read_page("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>");
  REQUIRE(cyrillic.articles.size() == 1);
  CHECK(cyrillic.articles[0].text == "Москва");
  // Saved as UTF-8 although it says otherwise.
  const ReadResult resaved = read_page("<meta charset='ISO-8859-1'><p>The ministers of España met.</p>");
  REQUIRE(resaved.articles.size() == 1);
  CHECK(resaved.articles[0].text == "The ministers of España met.");
  const ReadResult broken = read_page("<meta charset='utf-8'>" + text);
  REQUIRE(broken.articles.size() == 1);
  REQUIRE(broken.diagnostics.size() == 1);
  CHECK(broken.diagnostics[0].code == "replaced-bytes");
  CHECK(broken.diagnostics[0].severity == Severity::warning);
  CHECK(broken.articles[0].text.find("Espa\xEF\xBF\xBD"
                                     "a") != std::string::npos);
  const ReadResult unknown = read_page("<meta charset='x-klingon'>" + text);
  CHECK(unknown.articles.empty());
  REQUIRE(unknown.diagnostics.size() == 1);
  CHECK(unknown.diagnostics[0].code == "unknown-charset");
}

TEST_CASE("pages without text, and pages that are a trap", "[html]") {
  const ReadResult none = read_page("<html><script>alert('no text')</script></html>");
  CHECK(none.articles.empty());
  REQUIRE(none.diagnostics.size() == 1);
  CHECK(none.diagnostics[0].code == "no-text");
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  const ReadResult trap = read_page(deep + "text");
  CHECK(trap.articles.empty());
  REQUIRE(trap.diagnostics.size() == 1);
  CHECK(trap.diagnostics[0].code == "too-deep");
  CHECK(read_html(deep).text.empty());
}
