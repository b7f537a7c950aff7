#include "annotate/quote_marks.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

Article article_of(const std::vector<std::string>& blocks) {
  Article article;
  for (const std::string& block : blocks) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += block;
    article.blocks.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, BlockKind::paragraph});
  }
  return article;
}

// The contents, one a line; "~" = not closed, "~>" = runs on in the next paragraph, "(" = nested.
std::string spans_of(const std::vector<std::string>& blocks) {
  const Article article = article_of(blocks);
  std::string out;
  for (const QuotedSpan& span : quoted_spans(article)) {
    if (!out.empty()) out += "|";
    if (span.nested) out += "(";
    out += article.text.substr(span.content.begin, span.content.size());
    if (!span.closed) out += span.continued ? "~>" : "~";
  }
  return out;
}

}  // namespace

TEST_CASE("straight, typographic, low and angle marks pair up", "[quotes]") {
  CHECK(spans_of({R"("We leave," she said. "Now.")"}) == "We leave|Now.");
  CHECK(spans_of({"“We leave,” she said"}) == "We leave");
  CHECK(spans_of({"„We leave“, she said"}) == "We leave");
  CHECK(spans_of({"«We leave», she said"}) == "We leave");
  CHECK(spans_of({"``We leave,'' she said"}) == "We leave");
  CHECK(spans_of({R"("We leave,» she said)"}) == "We leave");
}

TEST_CASE("single marks are quotations, apostrophes are not", "[quotes]") {
  CHECK(spans_of({"Minister: 'We leave' the pact"}) == "We leave");
  CHECK(spans_of({"The ministers' plan isn't Norway's"}).empty());
  CHECK(spans_of({"‘Our allies’ doubts’ were heard’"}) == "Our allies’ doubts’ were heard");
  CHECK(spans_of({"It was the '90s"}).empty());
}

TEST_CASE("a quotation in a quotation is nested", "[quotes]") {
  CHECK(spans_of({R"("They call it 'peace' there," she said)"}) == "They call it 'peace' there|(peace");
}

TEST_CASE("a quotation that is not closed ends with its paragraph, or runs on where the next one opens again", "[quotes]") {
  CHECK(spans_of({R"(She said: "We leave. We go.)", "The end."}) == "We leave. We go.~");
  CHECK(spans_of({R"("We leave.)", R"("We go," she said.)"}) == "We leave.~>|We go");
  CHECK(spans_of({R"(He said "we stay. They said "no" again)"}) == "we stay.~|no");
}

TEST_CASE("a sign for inches opens nothing", "[quotes]") { CHECK(spans_of({R"(a 5" gun and "a word")"}) == "a word"); }
