#include "base/identifier.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("slugs are readable and safe", "[identifier]") {
  CHECK(slug("Jens Stoltenberg") == "jens-stoltenberg");
  CHECK(slug("U.S.–Russia “talks”") == "us-russia-talks");
  CHECK(slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan");
  CHECK(slug("北京") != slug("东京"));
  CHECK(slug("北京").substr(0, 2) == "x-");
  CHECK(slug(std::string(300, 'a')).size() <= 80);
}

TEST_CASE("the hash is FNV-1a", "[identifier]") {
  CHECK(stable_hash("") == 0xcbf29ce484222325ULL);
  CHECK(stable_hash("a") == 0xaf63dc4c8601ec8cULL);
  CHECK(hex_hash("a", 4) == "af63");
}
