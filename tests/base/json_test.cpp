#include "base/json.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("JSON values know their line", "[json]") {
  const auto json = Json::parse("{\n \"a\": 1,\n \"b\": [true,\n \"x\\u00e9\"]\n}");
  REQUIRE(json);
  CHECK(json->find("a")->number() == 1);
  CHECK(json->find("a")->line() == 2);
  CHECK(json->find("b")->items()[1].text() == "xé");
  CHECK(json->find("b")->items()[1].line() == 4);
  CHECK(json->find("c") == nullptr);
}

TEST_CASE("broken JSON is an error with its line", "[json]") {
  for (const char* bad : {"{\"a\": }", "", "{} x", "[1,]", "{\"a\":1,\"a\":2}", "{\"a\": \"\xFF\"}"}) {
    INFO(bad);
    CHECK_FALSE(Json::parse(bad));
  }
  CHECK(Json::parse("{\n\n\"a\": nope}").error().line == 3);
  CHECK_FALSE(Json::parse(std::string(100000, '[')));
}

TEST_CASE("strings are quoted", "[json]") { CHECK(json_quote("a\"b\\\n\x01é") == "\"a\\\"b\\\\\\n\\u0001é\""); }
