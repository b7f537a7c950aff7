// Persons against a small world of their own: who is linked, who is not, and why.
#include <catch2/catch.hpp>

#include "annotate/coreference.hpp"
#include "annotate/document_of.hpp"
#include "annotate/names.hpp"
#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string people = R"(
<state/norland> a ent:State ; rdfs:label "Norland" ; ent:adjective "Norlandic" ; ent:prominence 0.8 .
<state/suria> a ent:State ; rdfs:label "Suria" ; ent:adjective "Surian" ; ent:prominence 0.8 .
<organisation/lake-union> a ent:InternationalOrganization ; rdfs:label "Lake Union" ; ent:acronym "LKU" ; ent:prominence 0.8 .
<office/foreign-minister> a org:Role ; rdfs:label "foreign minister" ; skos:altLabel "minister of foreign affairs", "top diplomat" .
<office/head-of-state> a org:Role ; rdfs:label "head of state" ; skos:altLabel "president" .
<office/head-of-government> a org:Role ; rdfs:label "head of government" ; skos:altLabel "prime minister" .
<office/secretary-general> a org:Role ; rdfs:label "secretary-general" ; skos:altLabel "secretary general", "chief" .
<post/norland/fm> a org:Post ; rdfs:label "Minister of Foreign Affairs" ; org:postIn <state/norland> ; org:role <office/foreign-minister> .
<post/norland/pr> a org:Post ; rdfs:label "President" ; org:postIn <state/norland> ; org:role <office/head-of-state> .
<post/suria/fm> a org:Post ; rdfs:label "Secretary of State" ; org:postIn <state/suria> ; org:role <office/foreign-minister> .
<post/lake/sg> a org:Post ; rdfs:label "Secretary General" ; org:postIn <organisation/lake-union> ; org:role <office/secretary-general> .

<person/ada-lindqvist> a ent:Person ; rdfs:label "Ada Lindqvist" ; ent:surname "Lindqvist" ; owl:sameAs wd:Q1000011 ; ent:ofState <state/norland> ; ent:prominence 0.8 .
<tenure/1> a ent:Tenure ; ent:holder <person/ada-lindqvist> ; ent:post <post/norland/fm> ; ent:from "2010-01-01" ; ent:until "2015-06-30" .
<person/olaf-brandvold> a ent:Person ; rdfs:label "Olaf Brandvold" ; ent:surname "Brandvold" ; ent:ofState <state/norland> ; ent:prominence 0.8 .
<tenure/2> a ent:Tenure ; ent:holder <person/olaf-brandvold> ; ent:post <post/norland/fm> ; ent:from "2015-06-30" ; ent:seenUntil "2020-01-01" .
<person/maria-brandvold> a ent:Person ; rdfs:label "Maria Brandvold" ; ent:surname "Brandvold" ; ent:ofState <state/suria> ; ent:prominence 0.7 .
<tenure/3> a ent:Tenure ; ent:holder <person/maria-brandvold> ; ent:post <post/suria/fm> ; ent:from "2012-01-01" ; ent:until "2019-01-01" .
<person/david-hartmoor> a ent:Person ; rdfs:label "David Hartmoor" ; ent:surname "Hartmoor" ; ent:ofState <state/norland> ; ent:prominence 0.95 .
<tenure/4> a ent:Tenure ; ent:holder <person/david-hartmoor> ; ent:post <post/norland/pr> ; ent:from "2011-03-01" ; ent:until "2016-03-01" .
<person/karl-ostrander> a ent:Person ; rdfs:label "Karl Ostrander" ; ent:surname "Ostrander" ; ent:ofState <state/norland> ; ent:prominence 0.95 .
<tenure/5> a ent:Tenure ; ent:holder <person/karl-ostrander> ; ent:post <post/norland/pr> ; ent:from "1890-03-01" ; ent:until "1899-03-01" .
<person/ines-varela> a ent:Person ; rdfs:label "Inès Varela" ; ent:surname "Varela" ; ent:ofState <state/suria> ; ent:prominence 0.85 .
<tenure/6> a ent:Tenure ; ent:holder <person/ines-varela> ; ent:post <post/lake/sg> ; ent:from "2013-01-01" ; ent:until "2018-01-01" .
<person/erik-sund-1> a ent:Person ; rdfs:label "Erik Sund" ; ent:surname "Sund" ; ent:ofState <state/norland> ; owl:sameAs wd:Q1000012 ; ent:prominence 0.6 .
<person/erik-sund-2> a ent:Person ; rdfs:label "Erik Sund" ; ent:surname "Sund" ; ent:ofState <state/suria> ; owl:sameAs wd:Q1000013 ; ent:prominence 0.6 .
)";

std::string file(const std::string& name) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/ontology/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Knowledge& world() {
  static const Knowledge knowledge = [] {
    World made(people, file("entente.ttl"));
    made.write("plover.ttl", file("plover.ttl"));
    made.write("knowledge/first-names.tsv", file("knowledge/first-names.tsv"));
    std::filesystem::copy(std::string(ENTENTE_SOURCE_DIR) + "/ontology/rules", made.folder() + "/rules",
                          std::filesystem::copy_options::recursive);
    return made.knowledge();
  }();
  return knowledge;
}

Document resolved(std::string_view text, PartialDate published) {
  Document document = document_of(text);
  document.article.published = published;
  const NameTables tables(world());
  find_names(tables, document);
  resolve_coreference(tables, document);
  return document;
}

// "person/ada-lindqvist: name and office at date", or "-" for a person who is not linked, of the entity with this name or alias.
std::string linked(const Document& document, const std::string& name) {
  for (const DocumentEntity& e : document.entities) {
    if (e.name != name && std::find(e.aliases.begin(), e.aliases.end(), name) == e.aliases.end()) continue;
    if (e.link.key.empty()) return "-";
    CHECK(e.link.score > 0.5F);
    CHECK(e.link.score <= 1.0F);
    return e.link.key + ": " + e.link.reason;
  }
  return "nobody";
}

std::string linked(std::string_view text, const std::string& name, PartialDate published = {2014, 5, 6}) {
  return linked(resolved(text, published), name);
}

}  // namespace

TEST_CASE("a name with the office at that date is linked", "[links]") {
  CHECK(linked("Norlandic/JJ Foreign Minister Ada Lindqvist spoke/VBD .", "Ada Lindqvist") ==
        "person/ada-lindqvist: name, office at date and its state");
  CHECK(linked("Foreign Minister Ada Lindqvist left/VBD Norland .", "Ada Lindqvist") ==
        "person/ada-lindqvist: name and office at date");
  CHECK(linked("LKU Secretary General Inès Varela spoke/VBD .", "Inès Varela") ==
        "person/ines-varela: name, office at date and its state");
}

TEST_CASE("an office that is over is believed if the text says so", "[links]") {
  CHECK(linked("former/JJ Norlandic/JJ Foreign Minister Ada Lindqvist spoke/VBD .", "Ada Lindqvist", {2018, 1, 1}) ==
        "person/ada-lindqvist: name, former office and its state");
  CHECK(linked("Foreign Minister Lindqvist left/VBD Norland .", "Lindqvist", {2018, 1, 1}) == "-");
}

TEST_CASE("the date tells bearers of one surname apart", "[links]") {
  CHECK(linked("Norlandic/JJ Foreign Minister Brandvold spoke/VBD .", "Brandvold", {2016, 1, 1}) ==
        "person/olaf-brandvold: surname, office at date and its state");
  CHECK(linked("Surian/JJ Secretary of/IN State Brandvold spoke/VBD .", "Brandvold", {2016, 1, 1}) ==
        "person/maria-brandvold: surname, office at date and its state");
  CHECK(linked("Norlandic/JJ Foreign Minister Brandvold spoke/VBD .", "Brandvold", {2012, 1, 1}) == "-");
}

TEST_CASE("a surname alone needs more than a name", "[links]") {
  CHECK(linked("Lindqvist left/VBD Norland .", "Lindqvist") == "-");
  CHECK(linked("Mr. Lindqvist spoke/VBD .", "Lindqvist") == "-");
  CHECK(linked("President Hartmoor left/VBD Norland .", "Hartmoor") == "person/david-hartmoor: surname and office at date");
}

TEST_CASE("somebody else of that name is not linked", "[links]") {
  CHECK(linked("the coach/NN David Hartmoor praised/VBD the team .", "David Hartmoor") == "-");
  CHECK(linked("David Hartmoor ,/, a singer/NN ,/, left/VBD Norland .", "David Hartmoor") == "-");
  CHECK(linked("Surian/JJ Minister Ada Lindqvist spoke/VBD .", "Ada Lindqvist") == "-");
  CHECK(linked("Norland thanked/VBD the soldier/NN Ada Lindqvist .", "Ada Lindqvist") == "-");
  CHECK(linked("Deputy Foreign Minister Brandvold left/VBD Norland .", "Brandvold", {2016, 1, 1}) == "-");
  CHECK(linked("his/PRP$ wife Maria Hartmoor left/VBD Norland .", "Maria Hartmoor") == "-");
}

TEST_CASE("who was not alive then is no candidate", "[links]") {
  CHECK(linked("Karl Ostrander left/VBD Norland .", "Karl Ostrander") == "-");
  CHECK(linked("Karl Ostrander left/VBD Norland .", "Karl Ostrander", {1897, 1, 1}) ==
        "person/karl-ostrander: name and state in the article");
  CHECK(linked("David Hartmoor left/VBD Norland .", "David Hartmoor", {1960, 1, 1}) == "-");
}

TEST_CASE("two known persons of one name and nothing to tell them apart: no guess", "[links]") {
  CHECK(linked("Norland and/CC Suria heard/VBD Erik Sund .", "Erik Sund") == "-");
  CHECK(linked("the Surian/JJ official/NN Erik Sund spoke/VBD .", "Erik Sund") == "person/erik-sund-2: name and state");
}

TEST_CASE("a middle name that nobody knows is another person's", "[links]") {
  CHECK(linked("Ada Maria Lindqvist left/VBD Norland .", "Ada Maria Lindqvist") == "-");
  CHECK(linked("Norlandic/JJ Foreign Minister Ada M. Lindqvist spoke/VBD .", "Ada M. Lindqvist") ==
        "person/ada-lindqvist: longer name, office at date and its state");
}

TEST_CASE("a plural title does not say whose minister each is", "[links]") {
  CHECK(linked("the Norlandic/JJ and/CC Surian/JJ ministers/NNS ,/, Ada Lindqvist and/CC Maria Brandvold ,/, met/VBD .",
               "Ada Lindqvist") == "person/ada-lindqvist: name and state in the article");
}

TEST_CASE("a description by office is the person who held it then, if the article names that person", "[links]") {
  const Document document = resolved(
      "Foreign Minister Ada Lindqvist left/VBD Norland .\n"
      "the Norlandic/JJ/4/amod foreign/JJ/4/amod minister/NN/5/nsubj smiled/VBD/0/root .",
      {2014, 5, 6});
  REQUIRE(document.offices.size() == 1);
  CHECK(document.offices[0].office == "foreign-minister");
  CHECK(document.offices[0].body == "state/norland");
  REQUIRE(document.offices[0].named != no_entity);
  CHECK(document.entities[document.offices[0].named].name == "Ada Lindqvist");
}

TEST_CASE("a description by office of somebody else stays open", "[links]") {
  const std::string text =
      "Surian/JJ Secretary of/IN State Maria Brandvold came/VBD .\n"
      "the Norlandic/JJ/4/amod foreign/JJ/4/amod minister/NN/5/nsubj smiled/VBD/0/root .";
  const Document document = resolved(text, {2014, 5, 6});
  REQUIRE(document.offices.size() == 1);
  CHECK(document.offices[0].named == no_entity);
  for (const Mention& mention : document.mentions)
    if (mention.kind == MentionKind::nominal && mention.entity != no_entity)
      CHECK(document.entities[mention.entity].name != "Maria Brandvold");
}

TEST_CASE("names beside a title, and titles that are given to somebody, describe nobody else", "[links]") {
  const auto count = [](std::string_view text) { return resolved(text, {2014, 5, 6}).offices.size(); };
  CHECK(count("the Norlandic/JJ foreign/JJ minister/NN Ada Lindqvist smiled/VBD .") == 0);
  CHECK(count("the Norlandic/JJ foreign/JJ minister/NN ,/, Ada Lindqvist ,/, smiled/VBD .") == 0);
  CHECK(count("a Norlandic/JJ foreign/JJ minister/NN smiled/VBD .") == 0);
  CHECK(count("the former/JJ Norlandic/JJ foreign/JJ minister/NN smiled/VBD .") == 0);
  CHECK(count("the Norlandic/JJ foreign/JJ minister/NN designate/NN smiled/VBD .") == 0);
  CHECK(count("Norland 's/POS foreign/JJ minister/NN smiled/VBD .") == 1);
  CHECK(count("the president/NN of/IN Norland smiled/VBD .") == 1);
  CHECK(count("the LKU chief/NN in/IN Suria smiled/VBD .") == 0);
  CHECK(count("Foreign Minister Ada Lindqvist saw/VBD her/PRP$ Surian/JJ counterpart/NN .") == 1);
}
