#include "read/units.hpp"

#include "helpers.hpp"

using namespace entente;

namespace {

std::vector<std::string> units_of(std::string_view text) {
  std::vector<std::string> found;
  for (const Unit& unit : split_units(text)) found.emplace_back(text.substr(unit.range.begin, unit.range.size()));
  return found;
}

}  // namespace

TEST_CASE("every line end ends a line", "[units]") {
  CHECK(units_of("a\nb\r\nc\rd\fe\xE2\x80\xA8"
                 "f\xC2\x85g") == std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g"});
  CHECK(units_of("  \xC2\xA0 padded \xC2\xA0\n\n\xEF\xBB\xBF\n") == std::vector<std::string>{"padded"});
  CHECK(units_of("").empty());
  const std::string text = "a\n\n\nb\nc";
  const auto units = split_units(text);
  REQUIRE(units.size() == 3);
  CHECK(units[1].blank_lines == 2);
  CHECK(units[2].blank_lines == 0);
}

TEST_CASE("hard-wrapped paragraphs are put together", "[units]") {
  const std::string text =
      "Negotiators Return to Geneva\n"
      "\n"
      "GENEVA - Negotiators from both countries came back to the lakeside hotel\n"
      "on Tuesday to resume the talks that had broken off a month before, and a\n"
      "spokeswoman said that they would stay for as long as it took.\n"
      "\n"
      "Neither side gave details. The delegations had last met in the autumn,\n"
      "when they could not even agree on an agenda.\n";
  CHECK(units_of(text).size() == 3);
  CHECK(split_units(text)[1].range.begin == 30);
}

TEST_CASE("wrapped paragraphs may be told apart by their indentation or a short last line", "[units]") {
  const std::string indented =
      "    The foreign minister said that the two governments had agreed on all\n"
      "but one of the points and that experts would settle the last one before\n"
      "the end of the month at a place that both of them found acceptable.\n"
      "    The opposition called the agreement a surrender and asked the prime\n"
      "minister to explain herself before parliament in the course of the week.\n";
  CHECK(units_of(indented).size() == 2);
  const std::string flush =
      "The foreign minister said that the two governments had agreed on all but\n"
      "one of the points.\n"
      "The opposition called the agreement a surrender and asked the minister to\n"
      "explain herself before parliament in the course of the coming week, and\n"
      "she agreed.\n";
  CHECK(units_of(flush).size() == 2);
}

TEST_CASE("lines of their own are left alone", "[units]") {
  // One paragraph a line without empty lines between, headlines, and a list are not wrapped text.
  const std::string lines =
      "The minister left for Paris on Monday.\nShe will be back in two days.\nNobody expected her to stay for so long in the "
      "city.\n";
  CHECK(units_of(lines).size() == 3);
  const std::string headlines = "Envoys Meet Again in Oslo\nBorder Stays Closed, Minister Says\nNew Sanctions Are Under Way\n";
  CHECK(units_of(headlines).size() == 3);
  CHECK(units_of("Members:\n- a first country\n- a second country\n- and a third one\n").size() == 4);
}
