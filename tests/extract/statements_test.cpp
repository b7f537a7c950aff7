#include "extract/statements.hpp"

#include <catch2/catch.hpp>

#include "extract/sketch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Marks the words, from the first to the last of them, as said by an entity of the document.
Quotation& say(Document& document, std::string_view words, EntityIndex speaker, std::int32_t cue) {
  const auto begin = static_cast<std::uint32_t>(document.article.text.find(words));
  REQUIRE(begin < document.article.text.size());
  Quotation quotation;
  quotation.content = {begin, begin + static_cast<std::uint32_t>(words.size())};
  quotation.speaker = speaker;
  quotation.cue = cue;
  document.quotations.push_back(quotation);
  return document.quotations.back();
}

std::vector<Claim> statements_of(const Document& document) {
  std::vector<Claim> claims;
  extract_statements(document, words_alone(), claims);
  return claims;
}

// 0 Ada 1 Smith 2 said 3 Monday 4 that 5 Norway 6 warned 7 that 8 Chile 9 left 10 .
Document nested() {
  Document document = Sketch(
                          "Ada/NNP>3:nsubj Smith/NNP>1:flat said/VBD=say>0:root Monday/NNP>3:obl:unmarked that/IN>7:mark "
                          "Norway/NNP>7:nsubj warned/VBD=warn>3:ccomp that/IN>10:mark Chile/NNP>10:nsubj left/VBD>7:ccomp ~./.")
                          .person("Ada Smith")
                          .state("Norway")
                          .state("Chile")
                          .date("Monday", {{2015, 6, 1}, {2015, 6, 1}})
                          .document;
  document.article.blocks.push_back({{0, static_cast<std::uint32_t>(document.article.text.size())}, BlockKind::paragraph});
  return document;
}

}  // namespace

TEST_CASE("a quotation with a known speaker becomes a statement with its exact words", "[extract][statements]") {
  Document document = nested();
  Quotation& said = say(document, "Norway warned that Chile left", 0, 2);
  said.mode = QuotationMode::indirect;
  said.with = {2};
  const std::vector<Claim> claims = statements_of(document);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].kind == ClaimKind::Statement);
  CHECK(claims[0].type == "indirect");
  CHECK(claims[0].text == "Norway warned that Chile left");
  CHECK(claims[0].arguments == std::vector<Argument>{{Part::speaker, 0}, {Part::with, 2}});
  CHECK(claims[0].time.begin == PartialDate{2015, 6, 1});
  CHECK(claims[0].status == Status::asserted);
}

TEST_CASE("scare quotes, unknown speakers and headlines are no statements", "[extract][statements]") {
  Document document = nested();
  say(document, "Chile left", 1, 6).scare = true;
  say(document, "Norway warned", no_entity, 2);
  CHECK(statements_of(document).empty());
  say(document, "Norway warned", 0, 2);
  CHECK(statements_of(document).size() == 1);
  document.article.blocks[0].kind = BlockKind::title;
  CHECK(statements_of(document).empty());
}

TEST_CASE("a statement inside of another is known from it alone", "[extract][statements]") {
  Document document = nested();
  say(document, "Norway warned that Chile left", 0, 2);
  say(document, "Chile left", 1, 6);
  const std::vector<Claim> claims = statements_of(document);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].said_in == no_claim);
  CHECK(claims[1].said_in == 0);
}

TEST_CASE("a token lies in the innermost statement around it", "[extract][statements]") {
  Document document = nested();
  say(document, "Norway warned that Chile left", 0, 2);
  say(document, "Chile left", 1, 6);
  const std::vector<Claim> claims = statements_of(document);
  CHECK(statement_at(document, claims, 2) == no_claim);
  CHECK(statement_at(document, claims, 6) == 0);
  CHECK(statement_at(document, claims, 9) == 1);
  CHECK_FALSE(is_said(document, 2));
  CHECK(is_said(document, 9));
}

TEST_CASE("what an unknown speaker says is said, though no statement holds it", "[extract][statements]") {
  Document document = nested();
  say(document, "Chile left", no_entity, 6);
  const std::vector<Claim> claims = statements_of(document);
  CHECK(statement_at(document, claims, 9) == no_claim);
  CHECK(is_said(document, 9));
}

TEST_CASE("a speaker carried over makes a statement that is less sure and has no date", "[extract][statements]") {
  Document document = nested();
  say(document, "Norway warned", 0, 2);
  say(document, "Chile left", 0, -1);
  const std::vector<Claim> claims = statements_of(document);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].confidence < claims[0].confidence);
  CHECK_FALSE(claims[1].time.known());
}
