#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "emit/sample.hpp"
#include "entente/emit.hpp"

using namespace entente;

namespace {

// Is the text well-formed as to elements: each closed, in order, one root? Enough to see a forgotten end tag or escape.
bool well_formed(const std::string& xml) {
  std::vector<std::string> open;
  int roots = 0;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag[0] == '?') continue;
    const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" \n/", 1) - (tag[0] == '/' ? 1 : 0));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (tag.back() != '/') {
      if (open.empty()) ++roots;
      open.push_back(name);
    }
  }
  return open.empty() && roots == 1;
}

std::size_t occurrences(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

template <typename Write>
std::string written(const Write& write, const Sample& s) {
  std::ostringstream out;
  REQUIRE(write(out, s.graph, s.network));
  return out.str();
}

}  // namespace

TEST_CASE("GraphML has all actors and ties with their values", "[emit]") {
  const std::string xml = written(write_graphml, sample());
  CHECK(well_formed(xml));
  CHECK(occurrences(xml, "<node ") == 3);
  CHECK(occurrences(xml, "<edge ") == 3);
  CHECK(xml.find("<data key=\"betweenness\">0.333333</data>") != std::string::npos);
  CHECK(xml.find("<data key=\"kinds\">event:COERCE, event:SANCTION, meeting, treaty:accused-of-violating</data>") !=
        std::string::npos);
  CHECK(xml.find("<data key=\"first\">2021-02-10</data>") != std::string::npos);
  CHECK(xml.find("<data key=\"wikidata\">Q1000001</data>") != std::string::npos);
}

TEST_CASE("GEXF has all actors and ties with their values", "[emit]") {
  const std::string xml = written(write_gexf, sample());
  CHECK(well_formed(xml));
  CHECK(occurrences(xml, "<node ") == 3);
  CHECK(occurrences(xml, "<edge ") == 3);
  CHECK(xml.find("source=\"state/norland\" target=\"state/suria\" weight=\"5\"") != std::string::npos);
  CHECK(xml.find("<attvalue for=\"last\" value=\"2021-02-12\"/>") != std::string::npos);
}

TEST_CASE("names that XML does not take are escaped or left out", "[emit]") {
  Sample s = sample();
  s.graph.entities[4].name = "<Nor\"land> & \x01 co\n\xEF\xBF\xBE";
  for (const std::string& xml : {written(write_graphml, s), written(write_gexf, s)}) {
    CHECK(well_formed(xml));
    CHECK(xml.find("&lt;Nor&quot;land&gt; &amp;  co ") != std::string::npos);
    CHECK(xml.find('\x01') == std::string::npos);
    CHECK(xml.find("\xEF\xBF\xBE") == std::string::npos);
  }
}

TEST_CASE("a stream that fails is an error for every file", "[emit]") {
  const Sample s = sample();
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  CHECK_FALSE(write_graphml(out, s.graph, s.network));
  CHECK_FALSE(write_gexf(out, s.graph, s.network));
  CHECK_FALSE(write_report(out, s.graph, s.network, {}));
}

TEST_CASE("the report counts, lists and shows contradictions", "[emit]") {
  const Sample s = sample();
  std::ostringstream out;
  REQUIRE(write_report(out, s.graph, s.network, {{Severity::warning, "empty-file", "x.txt", 3, "is empty"}}));
  const std::string text = out.str();
  CHECK(text.find("3 articles, 7 entities, 16 claims.") != std::string::npos);
  CHECK(text.find("| Event | 5 | 4 |") != std::string::npos);
  CHECK(text.find("| Norland | State | 2 | 0.333 | 0 |") != std::string::npos);
  CHECK(text.find("- Lake summit: Anna Berg, Norland (2021-02-10) \\[held\\]: a-first, b-second") == std::string::npos);
  CHECK(text.find("- Lake summit: Anna Berg, Norland (2021-02-10) [held]: a-first, b-second") != std::string::npos);
  CHECK(text.find("Norland complies Lake Treaty (b-second) against Norland accused-of-violating Lake Treaty (b-second)") !=
        std::string::npos);
  CHECK(text.find("x.txt:3: warning: is empty") != std::string::npos);
}

TEST_CASE("a happening that one article reports and another denies is a contradiction", "[emit]") {
  Sample s = sample();
  s.graph.claims[0].reports[0].claim.status = Status::asserted;
  std::ostringstream out;
  REQUIRE(write_report(out, s.graph, s.network, {}));
  CHECK(out.str().find("Norland COERCE Suria is both reported and denied: a-first, b-second") != std::string::npos);
}

TEST_CASE("an empty graph makes valid files", "[emit]") {
  CHECK(well_formed(written(write_graphml, {})));
  CHECK(well_formed(written(write_gexf, {})));
  std::ostringstream out;
  REQUIRE(write_report(out, {}, {}, {}));
  CHECK(out.str().find("0 articles, 0 entities, 0 claims.") != std::string::npos);
}
