#include "base/csv.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// "LINE:field|field;" for each row, or "LINE! message".
std::string rows(std::string_view text) {
  const auto parsed = parse_csv(text);
  if (!parsed) return std::to_string(parsed.error().line) + "! " + parsed.error().message;
  std::string out;
  for (const CsvRow& row : parsed.value()) {
    out += std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.fields.size(); ++i) out += (i == 0 ? "" : "|") + row.fields[i];
    out += ";";
  }
  return out;
}

}  // namespace

TEST_CASE("rows and fields of CSV") {
  CHECK(rows("a,b\n1,2\n") == "1:a|b;2:1|2;");
  CHECK(rows("a,b\r\n1,2") == "1:a|b;2:1|2;");
  CHECK(rows("a,,\n,\n") == "1:a||;2:|;");
  CHECK(rows("\n\na\n\nb\n") == "3:a;5:b;");
  CHECK(rows("\xEF\xBB\xBFlabel\n") == "1:label;");
  CHECK(rows("").empty());
}

TEST_CASE("quoted fields of CSV") {
  CHECK(rows("\"a,b\",c\n") == "1:a,b|c;");
  CHECK(rows("\"say \"\"yes\"\"\",c\n") == "1:say \"yes\"|c;");
  CHECK(rows("\"two\nlines\",c\nd,e\n") == "1:two\nlines|c;3:d|e;");
  CHECK(rows("\"\",\"\"\n") == "1:|;");
}

TEST_CASE("broken CSV is refused with its line") {
  CHECK(rows("a\n\"b\nc\n").substr(0, 2) == "2!");
  CHECK(rows("a\nb \"c\" d\n").substr(0, 2) == "2!");
  CHECK(rows("a\n\"b\"c\n").substr(0, 2) == "2!");
  CHECK(rows("a\nb\n\xff\n").substr(0, 2) == "3!");
}
