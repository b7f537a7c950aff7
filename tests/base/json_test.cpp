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

TEST_CASE("parts of JSON: what is not wanted is read over, but must be JSON") {
  const auto wanted = [](std::size_t depth, std::string_view key) { return depth > 1 || key == "a" || key == "d"; };
  const auto parsed = Json::parse_parts(R"({"a":[1,{"x":2}],"b":{"c":[{"a":3}],"a":4},"c":5,"d":"e"})", wanted);
  REQUIRE(parsed);
  REQUIRE(parsed->members().size() == 2);
  CHECK(parsed->find("a")->items().at(1).find("x")->number() == 2);
  CHECK(parsed->find("d")->text() == "e");
  CHECK_FALSE(Json::parse_parts(R"({"a":1,"b":{"c":})", wanted));
  CHECK_FALSE(Json::parse_parts(R"({"a":1,"b":[}})", wanted));
  CHECK_FALSE(Json::parse_parts("{\"b\":" + std::string(300, '[') + std::string(300, ']') + "}", wanted));
}
