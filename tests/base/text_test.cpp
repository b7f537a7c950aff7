#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("invalid UTF-8 is found where it begins", "[text]") {
  CHECK_FALSE(invalid_utf8("plain, Zürich, Đà Nẵng, 北京, 😀"));
  CHECK(invalid_utf8("ab\xFF") == 2);
  CHECK(invalid_utf8("a\xC0\x80") == 1);          // overlong
  CHECK(invalid_utf8("a\xED\xA0\x80") == 1);      // surrogate
  CHECK(invalid_utf8("a\xF4\x90\x80\x80") == 1);  // beyond U+10FFFF
  CHECK(invalid_utf8("abc\xE2\x82") == 3);        // cut off
}

TEST_CASE("code points are counted, not bytes", "[text]") {
  const std::string text = std::string(100, 'x') + "é “quoted” 北京" + std::string(100, 'y');
  const CodePointIndex index(text);
  CHECK(index.at(0) == 0);
  CHECK(index.at(100) == 100);
  CHECK(index.at(102) == 101);
  CHECK(index.at(text.size()) == count_code_points(text));
}

TEST_CASE("names are folded for comparison", "[text]") {
  CHECK(fold("  Recep Tayyip  ERDOĞAN ") == "recep tayyip erdogan");
  CHECK(fold("Zelenskyy’s") == "zelenskyy's");
  CHECK(fold("NATO–Russia") == "nato-russia");
  CHECK(fold("Łódź") == "lodz");
}

TEST_CASE("white space of every kind is one plain space", "[text]") {
  CHECK(plain_spaces(" a\xC2\xA0\n b ") == "a b");
  CHECK(trim("\xC2\xA0 x \n") == "x");
  CHECK(trim("  ").empty());
}

TEST_CASE("case", "[text]") {
  CHECK(lower("ÉTAT Łódź İzmir ŽIVKO КИЇВ") == "état łódź izmir živko київ");
  CHECK(starts_upper("Österreich"));
  CHECK_FALSE(starts_upper("österreich"));
  CHECK(starts_with_ignoring_case("Read More", "read"));
}
