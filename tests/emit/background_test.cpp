// Background and inferences: beside the graph, never in it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "emit/sample.hpp"
#include "entente/emit.hpp"
#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string facts = R"(
<state/norland> a ent:State ; rdfs:label "Norland" ; owl:sameAs wd:Q1000001 .
<state/elsewhere> a ent:State ; rdfs:label "Elsewhere" .
<person/anna-berg> a ent:Person ; rdfs:label "Anna Berg" ; ent:ofState <state/norland> .
<person/olaf-vik> a ent:Person ; rdfs:label "Olaf Vik" ; ent:ofState <state/elsewhere> .
<office/foreign-minister> a org:Role ; rdfs:label "foreign minister" .
<post/norland/fm> a org:Post ; rdfs:label "Minister of Foreign Affairs" ; org:postIn <state/norland> ; org:role <office/foreign-minister> .
<post/elsewhere/fm> a org:Post ; rdfs:label "Foreign Secretary" ; org:postIn <state/elsewhere> ; org:role <office/foreign-minister> .
<tenure/1> a ent:Tenure ; ent:holder <person/anna-berg> ; ent:post <post/norland/fm> ; ent:from "2019-03" ; ent:until "2021-05-02" .
<tenure/2> a ent:Tenure ; ent:holder <person/olaf-vik> ; ent:post <post/elsewhere/fm> ; ent:from "2001" .
<treaty/lake-treaty> a ent:Treaty ; rdfs:label "Lake Treaty" ; ent:signedOn "1990-01-02" ; ent:party <state/norland>, <state/elsewhere> .
)";

// A graph of one person and one treaty that the world knows, and one person whom it does not know.
Graph small_graph() {
  Graph graph;
  const auto add = [&](EntityType type, const char* key, const char* name) {
    GraphEntity entity;
    entity.key = key;
    entity.id = entity.key.empty() ? "person/nobody" : key;
    entity.type = type;
    entity.name = name;
    graph.entities.push_back(entity);
  };
  add(EntityType::Person, "person/anna-berg", "Anna Berg");
  add(EntityType::Person, "", "Nobody");
  add(EntityType::State, "state/norland", "Norland");
  add(EntityType::Treaty, "treaty/lake-treaty", "Lake Treaty");
  return graph;
}

std::string background(const Graph& graph, World& world) {
  const auto sources = background_sources(graph, {world.folder() + "/knowledge/items.ttl", world.folder() + "/no-such-file.ttl"});
  std::ostringstream out;
  const EmitOptions options;
  const auto written =
      write_rdf(out, to_background(graph, world.knowledge(), sources, options), entente::prefixes(options), RdfFormat::turtle);
  if (!written) FAIL(written.error().message);
  return out.str();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("background has what is known of the graph's entities, and its source", "[background]") {
  World world(facts);
  const std::string text = background(small_graph(), world);
  CHECK(holds(text, "tenure:person_anna-berg--state_norland--minister-of-foreign-affairs--2019-03"));
  CHECK(holds(text, "ent:until \"2021-05-02\"^^xsd:date"));
  CHECK(holds(text, "ent:from \"2019-03\"^^xsd:gYearMonth"));
  CHECK(holds(text, "ent:officeClass \"foreign-minister\""));
  CHECK(holds(text, "ent:ofState state:norland"));
  CHECK(holds(text, "owl:sameAs wd:Q1000001"));
  CHECK(holds(text, "ent:step \"signed\""));
  CHECK(holds(text, "prov:wasDerivedFrom <https://example.org/entente/knowledge/items.ttl>"));
  CHECK(holds(text, "a ent:KnowledgeFile"));
  // Only what occurs in the graph: neither the other person nor the other party.
  CHECK_FALSE(holds(text, "olaf-vik"));
  CHECK_FALSE(holds(text, "elsewhere"));
  CHECK_FALSE(holds(text, "nobody"));
  CHECK(text == background(small_graph(), world));
}

TEST_CASE("an inferred holder stands next to the claim", "[background]") {
  Sample s = sample();
  Claim& claim = s.graph.claims.front().reports.front().claim;
  const std::string id = s.graph.claims.front().reports.front().id;
  InferredHolder holder;
  holder.part = Part::with;
  holder.key = "person/olaf-vik";
  holder.name = "Olaf Vik";
  holder.office = "foreign-minister";
  holder.body = "state/elsewhere";
  holder.described = "the Elsewhere minister";
  holder.at = {{2021, 2, 3}, {2021, 2, 3}};
  const auto before = to_triples(s.graph, s.network, {});
  claim.inferred.push_back(holder);
  const auto after = to_triples(s.graph, s.network, {});
  CHECK(after.evidence == before.evidence);
  CHECK(after.facts.size() > before.facts.size());
  std::string predicates;
  for (const Triple& triple : after.facts) {
    if (std::find(before.facts.begin(), before.facts.end(), triple) != before.facts.end()) continue;
    // Nothing is said of the holder: no class, no name, no role.
    CHECK_FALSE(triple.subject.value == "https://example.org/entente/person/olaf-vik");
    if (triple.subject.value == "https://example.org/entente/" + id) predicates += triple.predicate.value + " ";
  }
  CHECK(predicates == "https://w3id.org/entente/ontology#inferredHolder ");
  World world(facts);
  CHECK(holds(background(s.graph, world), "person:olaf-vik"));  // but in the background
}

TEST_CASE("the report lists names that nothing knows by how often they act", "[report]") {
  Sample s = sample();
  for (GraphEntity& entity : s.graph.entities) entity.key = entity.name == "Anna Berg" ? "" : "key/" + entity.id;
  std::ostringstream out;
  REQUIRE(write_report(out, s.graph, s.network, {}));
  CHECK(holds(out.str(), "## Who is missing"));
  CHECK(holds(out.str(), "| Anna Berg | Person | "));
  CHECK_FALSE(holds(out.str(), "| Norland | State | 1"));
  for (GraphEntity& entity : s.graph.entities) entity.key = "key/" + entity.id;
  std::ostringstream known;
  REQUIRE(write_report(known, s.graph, s.network, {}));
  CHECK_FALSE(holds(known.str(), "Who is missing"));
}
