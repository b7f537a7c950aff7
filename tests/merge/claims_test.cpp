#include <catch2/catch.hpp>

#include "entente/merge.hpp"
#include "merge/extractions.hpp"

using namespace entente;

namespace {

const std::vector<DocumentEntity> parties = {known(EntityType::State, "Norway", "state/norway"),
                                             known(EntityType::State, "Chile", "state/chile"),
                                             known(EntityType::State, "Japan", "state/japan")};

std::size_t merged(const Claim& a, const Claim& b, PartialDate published = {2012, 5, 3}) {
  return merge({article("a", published, parties, {a}), article("b", published, parties, {b})}).claims.size();
}

Claim event(const char* type, PartialDate date, std::string evidence = "x") {
  return claim(ClaimKind::Event, type, {{Part::actor, 0}, {Part::target, 1}}, date, std::move(evidence));
}

Claim meeting(const char* kind, PartialDate date, std::vector<EntityIndex> participants) {
  std::vector<Argument> arguments;
  for (const EntityIndex p : participants) arguments.push_back({Part::participant, p});
  return claim(ClaimKind::Meeting, kind, std::move(arguments), date);
}

}  // namespace

TEST_CASE("events of one day, type, actors and targets are one", "[merge]") {
  CHECK(merged(event("SANCTION", {2012, 5, 1}), event("SANCTION", {2012, 5, 1})) == 1);
  CHECK(merged(event("SANCTION", {2012, 5, 1}), event("SANCTION", {2012, 5, 0})) == 1);
  CHECK(merged(event("SANCTION", {2012, 5, 1}), event("SANCTION", {2012, 5, 2})) == 2);
  CHECK(merged(event("SANCTION", {2012, 5, 1}), event("COERCE", {2012, 5, 1})) == 2);
}

TEST_CASE("words are repeated, deeds are not", "[merge]") {
  CHECK(merged(event("ACCUSE", {2012, 5, 0}, "one thing"), event("ACCUSE", {2012, 5, 0}, "another")) == 2);
  const std::string sentence = "Norway accused Chile of fishing beyond the agreed limits";
  CHECK(merged(event("ACCUSE", {}, sentence), event("ACCUSE", {}, sentence + " again")) == 1);
}

TEST_CASE("undated events in unlike words stay two", "[merge]") {
  CHECK(merged(event("ASSAULT", {}, "Norway shelled Chile's harbour"),
               event("ASSAULT", {}, "a raid on the capital was reported")) == 2);
}

TEST_CASE("meetings share kind, time and participants", "[merge]") {
  CHECK(merged(meeting("summit", {2012, 5, 1}, {0, 1}), meeting("talks", {2012, 5, 1}, {0, 1})) == 1);
  CHECK(merged(meeting("phone-call", {2012, 5, 1}, {0, 1}), meeting("visit", {2012, 5, 1}, {0, 1})) == 2);
  CHECK(merged(meeting("talks", {2012, 5, 1}, {0, 1}), meeting("talks", {2012, 6, 1}, {0, 1})) == 2);
  CHECK(merged(meeting("talks", {2012, 5, 1}, {0, 1}), meeting("talks", {2012, 5, 1}, {2})) == 2);
}

TEST_CASE("a merged claim keeps every report and the strongest status", "[merge]") {
  Claim planned = meeting("talks", {2012, 5, 0}, {0, 1});
  planned.status = Status::planned;
  const Graph graph = merge({article("a", {2012, 4, 30}, parties, {planned}),
                             article("b", {2012, 5, 2}, parties, {meeting("summit", {2012, 5, 1}, {0, 1, 2})})});
  REQUIRE(graph.claims.size() == 1);
  const GraphClaim& claim = graph.claims[0];
  CHECK(claim.status == Status::held);
  CHECK(claim.time.begin == PartialDate{2012, 5, 1});
  CHECK(claim.arguments.size() == 3);
  REQUIRE(claim.reports.size() == 2);
  CHECK(claim.reports[0].claim.status == Status::planned);
  CHECK(claim.reports[0].id != claim.reports[1].id);
  CHECK(claim.merges.size() == 1);
}

TEST_CASE("what is said in a statement points to it in the graph", "[merge]") {
  Claim said = event("ASSAULT", {});
  said.said_in = 0;
  const Graph graph = merge({article("a", {}, parties, {claim(ClaimKind::Statement, "indirect", {{Part::speaker, 2}}), said})});
  REQUIRE(graph.claims.size() == 2);
  for (const GraphClaim& c : graph.claims)
    if (c.kind == ClaimKind::Event) CHECK(graph.claims[c.reports[0].claim.said_in].kind == ClaimKind::Statement);
}
