#include "annotate/tokenize.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "annotate/segment.hpp"

using namespace entente;

namespace {

std::string tokens(const std::string& text) {
  std::string out;
  for (const Range& r : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!out.empty()) out += "|";
    out += text.substr(r.begin, r.size());
  }
  return out;
}

std::vector<std::string> sentences(const std::string& text, BlockKind kind = BlockKind::paragraph) {
  Document document;
  document.article.text = text;
  document.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, kind}};
  segment(document);
  std::vector<std::string> out;
  for (const Sentence& s : document.sentences) out.emplace_back(document.text(s.range));
  return out;
}

}  // namespace

TEST_CASE("tokens follow Universal Dependencies", "[tokenize]") {
  CHECK(tokens("The envoys don't agree.") == "The|envoys|do|n't|agree|.");
  CHECK(tokens("Norway's minister can’t, won't and cannot go") == "Norway|'s|minister|ca|n’t|,|wo|n't|and|can|not|go");
  CHECK(tokens("the U.S. and the U.K.") == "the|U.S.|and|the|U.K.");
  CHECK(tokens("Gen. J. Smith (ret.)") == "Gen.|J.|Smith|(|ret|.|)");
  CHECK(tokens("a long-term deal") == "a|long|-|term|deal");
  CHECK(tokens("non-nuclear co-operation") == "non-nuclear|co-operation");
  CHECK(tokens("$1,250.50 or 30% on 9/11 at 10:30") == "$|1,250.50|or|30|%|on|9/11|at|10:30");
  CHECK(tokens("“No,” he said...") == "“|No|,|”|he|said|...");
  CHECK(tokens("see https://example.org/a-b?c=1.") == "see|https://example.org/a-b?c=1|.");
  CHECK(tokens("write to desk@example.org, please") == "write|to|desk@example.org|,|please");
  CHECK(tokens("NATO–Russia — again") == "NATO|–|Russia|—|again");
  CHECK(tokens("a\xC2\xA0no-break space") == "a|no|-|break|space");
  CHECK(tokens("5km and 1990s and 4th") == "5|km|and|1990s|and|4th");
  CHECK(tokens("").empty());
}

TEST_CASE("sentences end where they end", "[segment]") {
  CHECK(sentences("He met Gen. Smith. They talked.") == std::vector<std::string>{"He met Gen. Smith.", "They talked."});
  CHECK(sentences("The U.S. Senate voted. The vote was close.").size() == 2);
  CHECK(sentences("They arrived in the U.S. The talks began.").size() == 2);
  CHECK(sentences("\"We agree.\" He left.") == std::vector<std::string>{"\"We agree.\"", "He left."});
  CHECK(sentences("\"Do we agree?\" he asked.").size() == 1);
  CHECK(sentences("“It is done.” “Really?” she said.") == std::vector<std::string>{"“It is done.”", "“Really?” she said."});
  CHECK(sentences("On Sept. 3 they met at 5 p.m. in Oslo.").size() == 1);
  CHECK(sentences("No full stop at all") == std::vector<std::string>{"No full stop at all"});
  CHECK(sentences("Share this.", BlockKind::boilerplate).empty());
}
