#include "annotate/coreference.hpp"

#include <catch2/catch.hpp>

#include "annotate/document_of.hpp"
#include "annotate/known.hpp"
#include "annotate/names.hpp"

using namespace entente;
using entente::test::document_of;
using entente::test::known;

namespace {

Document resolved(std::string_view text) {
  Document document = document_of(text);
  const NameTables tables(known());
  find_names(tables, document);
  resolve_coreference(tables, document);
  return document;
}

const DocumentEntity* entity(const Document& document, std::string_view name) {
  for (const DocumentEntity& e : document.entities)
    if (e.name == name) return &e;
  return nullptr;
}

// The entity that the n-th mention with this text stands for.
std::string meant_by(const Document& document, std::string_view form, int n = 0) {
  for (const Mention& mention : document.mentions)
    if (document.text(mention.range) == form && n-- == 0)
      return mention.entity == no_entity ? "?" : document.entities[mention.entity].name;
  return "";
}

using Aliases = std::vector<std::string>;

}  // namespace

TEST_CASE("surnames belong to the full name", "[coreference]") {
  const Document document = resolved("Minister Ada Lind met/VBD Omar Reza .\nLind praised/VBD Mr. Reza .");
  REQUIRE(document.entities.size() == 2);
  REQUIRE(entity(document, "Ada Lind") != nullptr);
  CHECK(entity(document, "Ada Lind")->aliases == Aliases{"Lind"});
  CHECK(entity(document, "Ada Lind")->gender == Gender::feminine);
  CHECK(meant_by(document, "Reza") == "Omar Reza");
}

TEST_CASE("names of one state are one entity, and its adjective is no alias", "[coreference]") {
  const Document document = resolved("the United States protested/VBD .\nthe U.S. and/CC American/JJ allies/NNS agreed/VBD .");
  REQUIRE(document.entities.size() == 1);
  CHECK(document.entities[0].name == "United States");
  CHECK(document.entities[0].aliases == Aliases{"U.S."});
  CHECK(document.entities[0].link.wikidata == "Q30");
  CHECK(meant_by(document, "American") == "United States");
}

TEST_CASE("a state known by its adjective alone is only implied", "[coreference]") {
  const Document document = resolved("a Norwegian/JJ ship sank/VBD .");
  REQUIRE(document.entities.size() == 1);
  CHECK(document.entities[0].name == "Norway");
  CHECK_FALSE(document.entities[0].named);
}

TEST_CASE("capital and government are two entities", "[coreference]") {
  const Document document =
      resolved("Oslo/NNP/2/nsubj rejected/VBD/0/root it .\nthey/PRP/2/nsubj met/VBD/0/root in/IN/4/case Oslo/NNP/2/obl .");
  CHECK(meant_by(document, "Oslo", 0) == "Norway");
  CHECK(meant_by(document, "Oslo", 1) == "Oslo");
  CHECK(entity(document, "Oslo")->type == EntityType::Place);
}

TEST_CASE("an acronym in brackets is an alias", "[coreference]") {
  const Document document = resolved("the Lindholm Fisheries Institute ( LFI ) opened/VBD .\nthe LFI grew/VBD .");
  REQUIRE(document.entities.size() == 1);
  CHECK(document.entities[0].name == "Lindholm Fisheries Institute");
  CHECK(document.entities[0].aliases == Aliases{"LFI"});
}

TEST_CASE("descriptions find their person by what the text called it", "[coreference]") {
  const Document document = resolved(
      "political/JJ analyst/NN/4/compound Omar/NNP/4/compound Reza/NNP/5/nsubj spoke/VBD/0/root with/IN Governor Ada Lind .\n"
      "the analyst/NN/3/nsubj smiled/VBD/0/root .");
  CHECK(meant_by(document, "the analyst") == "Omar Reza");
  REQUIRE(entity(document, "Omar Reza") != nullptr);
  CHECK(entity(document, "Omar Reza")->aliases.empty());
}

TEST_CASE("a description that nobody fits stays open", "[coreference]") {
  const Document document = resolved("Governor Ada Lind spoke/VBD .\nthe pilot/NN/3/nsubj smiled/VBD/0/root .");
  CHECK(meant_by(document, "the pilot").empty());
}

TEST_CASE("a treaty is called the treaty", "[coreference]") {
  const Document document = resolved("Norway left/VBD the Narvik Treaty .\nthe treaty/NN/3/nsubj lapsed/VBD/0/root .");
  CHECK(meant_by(document, "the treaty") == "Narvik Treaty");
  REQUIRE(entity(document, "Narvik Treaty") != nullptr);
  CHECK(entity(document, "Narvik Treaty")->aliases == Aliases{"the treaty"});
}

TEST_CASE("pronouns take the subject of fitting gender", "[coreference]") {
  const Document document = resolved(
      "Ada/NNP/2/compound Lind/NNP/3/nsubj praised/VBD/0/root John/NNP/5/compound Smith/NNP/3/obj .\n"
      "she/PRP/2/nsubj left/VBD/0/root .\nhe/PRP/2/nsubj stayed/VBD/0/root .");
  CHECK(meant_by(document, "she") == "Ada Lind");
  CHECK(meant_by(document, "he") == "John Smith");
}

TEST_CASE("whom the text calls she is not he below", "[coreference]") {
  const Document document = resolved(
      "Mukasa/NNP/3/nsubj Kavira/NNP/1/flat walked/VBD/0/root when/WRB/6/mark she/PRP/6/nsubj woke/VBD/3/advcl .\n"
      "Kavira/NNP/2/nsubj met/VBD/0/root Omar/NNP/2/obj Reza/NNP/3/flat .\n"
      "he/PRP/2/nsubj smiled/VBD/0/root .");
  CHECK(meant_by(document, "she") == "Mukasa Kavira");
  CHECK(meant_by(document, "he") == "Omar Reza");
}

TEST_CASE("the coast guard of a state that the article does not name is another's", "[coreference]") {
  const Document named = resolved("the U.S. agreed/VBD .\nthe Coast Guard left/VBD .");
  CHECK(meant_by(named, "Coast Guard") == "US Coast Guard");
  const Document other = resolved("Chile agreed/VBD .\nthe Coast Guard left/VBD .");
  CHECK(meant_by(other, "Coast Guard") == "Coast Guard");
}

TEST_CASE("two men in one place: no guess", "[coreference]") {
  const Document document = resolved(
      "Peter/NNP/2/compound Lind/NNP/5/nsubj and/CC/4/cc John/NNP/2/conj agreed/VBD/0/root .\nhe/PRP/2/nsubj left/VBD/0/root .");
  CHECK(meant_by(document, "he") != "John");
}

TEST_CASE("who refers to the noun its clause hangs on", "[coreference]") {
  const Document document =
      resolved("Ada/NNP/2/compound Lind/NNP/6/nsubj ,/,/4/punct who/WP/5/nsubj resigned/VBD/2/acl:relcl left/VBD/0/root .");
  CHECK(meant_by(document, "who") == "Ada Lind");
}

TEST_CASE("a ministry belongs to the state before it", "[coreference]") {
  const Document document = resolved("Norway 's/POS Fisheries Ministry answered/VBD .\nthe Fisheries Ministry agreed/VBD .");
  const DocumentEntity* ministry = nullptr;
  for (const DocumentEntity& e : document.entities)
    if (e.type == EntityType::GovernmentBody) ministry = &e;
  REQUIRE(ministry != nullptr);
  REQUIRE(ministry->state != no_entity);
  CHECK(document.entities[ministry->state].name == "Norway");
  CHECK(meant_by(document, "Fisheries Ministry", 1) == ministry->name);
}
