#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "emit/sample.hpp"
#include "entente/emit.hpp"

using namespace entente;

namespace {

const std::string ent = "https://w3id.org/entente/ontology#";
const std::string base = "https://example.org/entente/";

std::vector<Triple> all(const Sample& sample, const EmitOptions& options = {}) {
  GraphTriples triples = to_triples(sample.graph, sample.network, options);
  triples.facts.insert(triples.facts.end(), triples.evidence.begin(), triples.evidence.end());
  return triples.facts;
}

bool has(const std::vector<Triple>& triples, const std::string& s, const std::string& p, const std::string& o) {
  return std::any_of(triples.begin(), triples.end(), [&](const Triple& t) {
    return t.subject.value == base + s && t.predicate.value == ent + p &&
           (t.object.value == base + o || t.object.value == ent + o || t.object.value == o);
  });
}

bool uses(const std::vector<Triple>& triples, const std::string& p) {
  return std::any_of(triples.begin(), triples.end(), [&](const Triple& t) { return t.predicate.value == ent + p; });
}

std::string turtle(std::vector<Triple> triples, const EmitOptions& options = {}) {
  std::ostringstream out;
  const auto result = write_rdf(out, std::move(triples), prefixes(options), RdfFormat::turtle);
  if (!result) FAIL(result.error().message);
  return out.str();
}

}  // namespace

// To renew the file after a change that is meant: ENTENTE_RENEW=1 test_emit "the sample's Turtle"
TEST_CASE("the sample's Turtle", "[emit]") {
  const std::string file = ENTENTE_SOURCE_DIR "/tests/emit/sample.ttl";
  const std::string got = turtle(all(sample()));
  if (std::getenv("ENTENTE_RENEW") != nullptr) std::ofstream(file) << got;
  std::ifstream in(file);
  std::ostringstream expected;
  expected << in.rdbuf();
  CHECK(got == expected.str());
}

TEST_CASE("shuffled triples give the same Turtle", "[emit]") {
  auto triples = all(sample());
  const std::string expected = turtle(triples);
  std::shuffle(triples.begin(), triples.end(), std::mt19937(3));
  CHECK(turtle(triples) == expected);
}

TEST_CASE("direct triples come only from what an article itself asserts", "[emit]") {
  const auto triples = all(sample());
  CHECK(has(triples, "state/norland", "hasSanctioned", "state/suria"));
  CHECK(has(triples, "person/anna-berg", "metWith", "state/norland"));
  CHECK(has(triples, "state/norland", "metWith", "person/anna-berg"));
  CHECK(has(triples, "person/anna-berg", "holdsOffice", "post/state_suria--foreign-minister"));
  CHECK(has(triples, "person/anna-berg", "spokeTo", "council/lake-council"));
  CHECK(has(triples, "state/norland", "isAccusedOfViolating", "treaty/lake-treaty"));
  CHECK_FALSE(uses(triples, "hasCoerced"));           // said by a speaker, denied by another article
  CHECK_FALSE(uses(triples, "hasProtestedAgainst"));  // planned
  CHECK_FALSE(uses(triples, "compliesWith"));         // Norland's own word
  CHECK_FALSE(uses(triples, "hasViolated"));          // Berg's
  CHECK_FALSE(uses(triples, "heldOffice"));           // no organisation is named
}

TEST_CASE("a planned meeting and a former post make no present fact", "[emit]") {
  Sample s = sample();
  for (GraphClaim& claim : s.graph.claims)
    for (Report& report : claim.reports) {
      if (claim.kind == ClaimKind::Meeting) report.claim.status = Status::planned;
      if (claim.kind == ClaimKind::Role) report.claim.status = Status::former;
    }
  const auto triples = all(s);
  CHECK_FALSE(uses(triples, "metWith"));
  CHECK_FALSE(uses(triples, "holdsOffice"));
  CHECK(has(triples, "person/anna-berg", "heldOffice", "post/state_suria--foreign-minister"));
}

TEST_CASE("a quoted claim leads to its statement", "[emit]") {
  const auto triples = all(sample());
  CHECK(has(triples, "claim/a-first-01", "saidIn", "statement/anna-berg-07"));
  CHECK_FALSE(has(triples, "claim/b-second-01", "saidIn", "statement/anna-berg-07"));
}

TEST_CASE("facts do not hold evidence", "[emit]") {
  const Sample s = sample();
  const GraphTriples triples = to_triples(s.graph, s.network, {});
  CHECK_FALSE(uses(triples.facts, "evidence"));
  CHECK_FALSE(uses(triples.facts, "surfaceForm"));
  CHECK(uses(triples.evidence, "evidence"));
  CHECK_FALSE(uses(triples.evidence, "status"));
}

TEST_CASE("ids and bases of any kind make valid IRIs", "[emit]") {
  Sample s = sample();
  s.graph.articles[0].id = "ünïcode file (1) <x>%";
  s.graph.entities[0].id = "council/å b";
  for (const char* iri : {"https://example.org/", "http://example.org/x#"}) CHECK_NOTHROW(turtle(all(s, {iri}), {iri}));
}

// Every term of the namespace that a graph can use must be declared.
TEST_CASE("the ontology declares every term", "[emit]") {
  std::set<std::string> declared;
  for (const char* file : {"entente.ttl", "plover.ttl"})
    REQUIRE(read_rdf(std::string(ENTENTE_SOURCE_DIR "/ontology/") + file, [&](const Triple& t, std::size_t) {
      if (t.predicate.value == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type") declared.insert(t.subject.value);
    }));
  Sample s = sample();
  // Each kind of event and treaty relation, as asserted by the article.
  const auto vary = [&](ClaimKind kind, std::initializer_list<const char*> types) {
    for (const char* type : types) {
      auto it = std::find_if(s.graph.claims.begin(), s.graph.claims.end(),
                             [&](const GraphClaim& c) { return c.kind == kind && c.reports[0].claim.status == Status::asserted; });
      GraphClaim copy = *it;
      copy.id += type;
      copy.type = copy.reports[0].claim.type = type;
      if (kind == ClaimKind::TreatyRelation) copy.reports[0].claim.arguments.pop_back();
      s.graph.claims.push_back(copy);
    }
  };
  vary(ClaimKind::Event, {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
                          "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"});
  vary(ClaimKind::TreatyRelation,
       {"party", "signed", "ratified", "withdrew", "suspended", "violated", "accused-of-violating", "complies", "supports",
        "opposes", "proposes-amending", "threatened", "irrelevant", "implements", "extends", "negotiates"});
  std::set<std::string> properties;
  for (const Triple& triple : all(s)) {
    for (const Term* term : {&triple.subject, &triple.predicate, &triple.object}) {
      INFO(term->value);
      if (term->kind == TermKind::iri && term->value.rfind(ent, 0) == 0) CHECK(declared.count(term->value) == 1);
    }
    properties.insert(triple.predicate.value);
  }
  for (const char* name : {"hasAssaulted", "hasAgreedWith", "isPartyTo", "negotiatesTreaty", "compliesWith"})
    CHECK(properties.count(ent + name) == 1);
}
