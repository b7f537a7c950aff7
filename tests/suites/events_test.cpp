// The suite in events/: events whose parties other sentences name.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "entente/annotate.hpp"
#include "entente/extract.hpp"
#include "entente/read.hpp"
#include "suites/english.hpp"

using namespace entente;

namespace {

struct Case {
  std::string text;
  std::set<std::string> events;  // "SANCTION | Peru | Chile"
};

std::vector<Case> cases() {
  std::vector<Case> out;
  std::ifstream lines(ENTENTE_SOURCE_DIR "/tests/suites/events/cases.txt");
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("= "))
      out.push_back({line.substr(2), {}});
    else if (!out.empty() && !line.empty())
      out.back().events.insert(line);
  }
  return out;
}

std::string names_of(const Extraction& extraction, const Claim& claim, Part part) {
  std::set<std::string> names;
  for (const Argument& argument : claim.arguments)
    if (argument.part == part) names.insert(extraction.entities[argument.entity].name);
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "+") + name;
  return out.empty() ? "-" : out;
}

std::set<std::string> events_of(const Annotator& english, const std::string& text) {
  const Extraction extraction = extract(english.annotate(read_text(text)), english.knowledge());
  std::set<std::string> out;
  for (const Claim& claim : extraction.claims)
    if (claim.kind == ClaimKind::Event)
      out.insert(claim.type + " | " + names_of(extraction, claim, Part::actor) + " | " + names_of(extraction, claim, Part::target));
  return out;
}

}  // namespace

TEST_CASE("whose deed is spoken of again is read from the sentences before", "[suites]") {
  constexpr double enough = 0.9;
  const Annotator english = test::shipped_annotator();
  std::size_t right = 0;
  std::size_t all = 0;
  std::string differences;
  for (const Case& one : cases()) {
    const std::set<std::string> found = events_of(english, one.text);
    for (const std::string& event : found)
      if (!one.events.contains(event)) ++all, differences += "extra  " + event + ": " + one.text + "\n";
    for (const std::string& event : one.events) {
      ++all;
      if (found.contains(event))
        ++right;
      else
        differences += "missed " + event + ": " + one.text + "\n";
    }
  }
  INFO(differences);
  REQUIRE(all > 20);
  CHECK(static_cast<double>(right) >= enough * static_cast<double>(all));
  if (!differences.empty()) WARN(differences);
}
