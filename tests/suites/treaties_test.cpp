// The suite in treaties/: what is found in every article against its listing.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "entente/annotate.hpp"
#include "entente/extract.hpp"
#include "entente/read.hpp"
#include "suites/english.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Relation {
  std::string what;  // "signed | Norway | Paris Agreement | -"
  std::string status;
  auto operator<=>(const Relation& other) const { return what <=> other.what; }
  bool operator==(const Relation& other) const { return what == other.what; }
};
using Relations = std::set<Relation>;

std::string name_of(const Extraction& extraction, const Claim& claim, Part part) {
  for (const Argument& argument : claim.arguments)
    if (argument.part == part) return extraction.entities[argument.entity].name;
  return "-";
}

Relations found_in(const Extraction& extraction) {
  Relations out;
  for (const Claim& claim : extraction.claims) {
    if (claim.kind != ClaimKind::TreatyRelation) continue;
    const auto name = [&](Part part) { return name_of(extraction, claim, part); };
    out.insert({claim.type + " | " + name(Part::actor) + " | " + name(Part::treaty) + " | " + name(Part::by),
                std::string(to_string(claim.status))});
  }
  return out;
}

Relations listed_in(const fs::path& file) {
  Relations out;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t bar = line.rfind(" | ");
    if (bar != std::string::npos) out.insert({line.substr(0, bar), line.substr(bar + 3)});
  }
  return out;
}

}  // namespace

TEST_CASE("how actors stand to treaties is read as careful readers do", "[suites]") {
  constexpr double precision = 0.9;
  constexpr double recall = 0.8;
  const fs::path suite = fs::path(ENTENTE_SOURCE_DIR) / "tests/suites/treaties";
  const Annotator english = test::shipped_annotator();
  Diagnostics diagnostics;
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t expected = 0;
  std::string differences;
  for (const Source& source : find_sources({(suite / "articles").string()}, diagnostics))
    read_source(
        source, {},
        [&](Article&& article) {
          const std::string id = article.id;
          const Relations listed = listed_in(suite / "expected" / (id + ".txt"));
          const Relations read = found_in(extract(english.annotate(std::move(article)), english.knowledge()));
          for (const Relation& relation : read) {
            const auto same = listed.find(relation);
            if (same == listed.end())
              differences += "extra  " + id + ": " + relation.what + "\n";
            else if (same->status != relation.status)
              differences += "status " + id + ": " + relation.what + ": " + relation.status + "\n";
            right += same != listed.end() ? 1 : 0;
          }
          for (const Relation& relation : listed)
            if (!read.contains(relation)) differences += "missed " + id + ": " + relation.what + "\n";
          found += read.size();
          expected += listed.size();
        },
        diagnostics);
  CHECK(diagnostics.empty());
  INFO(differences);
  REQUIRE(expected > 50);
  INFO(right << " right of " << found << " found and " << expected << " listed");
  CHECK(static_cast<double>(right) >= precision * static_cast<double>(found));
  CHECK(static_cast<double>(right) >= recall * static_cast<double>(expected));
  if (!differences.empty()) WARN(differences);
}
