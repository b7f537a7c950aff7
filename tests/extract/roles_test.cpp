#include "extract/roles.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/sketch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// "Ada Smith: Deputy Minister @ Norway [former]", sorted.
std::vector<std::string> roles_of(const Document& document) {
  std::vector<Claim> claims;
  extract_roles(document, words_alone(), claims);
  std::vector<std::string> out;
  for (const Claim& claim : claims) {
    std::string line;
    for (const Argument& argument : claim.arguments)
      if (argument.part == Part::person) line = document.entities[argument.entity].name + ": " + claim.text;
    for (const Argument& argument : claim.arguments)
      if (argument.part == Part::organization) line += " @ " + document.entities[argument.entity].name;
    if (claim.status != Status::current) line += " [" + std::string(to_string(claim.status)) + "]";
    if (claim.time.known()) line += " " + to_string(claim.time.begin) + ".." + to_string(claim.time.end);
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a title before a name belongs to the state of its adjective or possessive", "[extract][roles]") {
  CHECK(roles_of(Sketch("Norwegian/JJ Deputy/NNP Defence/NNP Minister/NNP Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .adjective("Norwegian", "Norway")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: Deputy Defence Minister @ Norway"});
  CHECK(roles_of(Sketch("Chile/NNP ~'s/POS acting/VBG prime/JJ minister/NN Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .state("Chile")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: acting prime minister @ Chile"});
  CHECK(roles_of(Sketch("the/DT Foreign/NNP Minister/NNP of/IN Norway/NNP Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .state("Norway")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: Foreign Minister @ Norway"});
  CHECK(
      roles_of(
          Sketch("President/NNP Ada/NNP Smith/NNP of/IN Norway/NNP spoke/VBD ~./.").state("Norway").person("Ada Smith").document) ==
      Lines{"Ada Smith: President @ Norway"});
}

TEST_CASE("a state ministry is nearer than its state, a delegation is not what an envoy deals with", "[extract][roles]") {
  CHECK(roles_of(Sketch("Norwegian/JJ Foreign/NNP Ministry/NNP spokesman/NN Bo/NNP Berg/NNP declined/VBD ~./.")
                     .adjective("Norwegian", "Norway")
                     .body("Foreign Ministry")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: spokesman @ Foreign Ministry"});
  CHECK(roles_of(Sketch("Norway/NNP ~'s/POS NATO/NNP envoy/NN Bo/NNP Berg/NNP declined/VBD ~./.")
                     .state("Norway")
                     .name("NATO", EntityType::InternationalOrganization)
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: NATO envoy @ Norway"});
  CHECK(roles_of(Sketch("U.N./NNP Syria/NNP envoy/NN Bo/NNP Berg/NNP declined/VBD ~./.")
                     .name("U.N.", EntityType::InternationalOrganization)
                     .state("Syria")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: Syria envoy @ U.N."});
}

TEST_CASE("verbs, dates and places before a title are no part of it", "[extract][roles]") {
  CHECK(
      roles_of(Sketch("Officials/NNS told/VBD President/NNP Ada/NNP Smith/NNP everything/NN ~./.").person("Ada Smith").document) ==
      Lines{"Ada Smith: President"});
  CHECK(
      roles_of(
          Sketch("In/IN Chile/NNP President/NNP Ada/NNP Smith/NNP rested/VBD ~./.").state("Chile").person("Ada Smith").document) ==
      Lines{"Ada Smith: President"});
  CHECK(roles_of(Sketch("Chile/NNP elected/VBN President/NNP Ada/NNP Smith/NNP again/RB ~./.")
                     .state("Chile")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: President"});
}

TEST_CASE("ranks and professions stand without an organisation, beside a post", "[extract][roles]") {
  CHECK(roles_of(
            Sketch("Gen./NNP Bo/NNP Berg/NNP ~,/, chief/NN of/IN the/DT Norwegian/NNP Army/NNP ~,/, and/CC political/JJ analyst/NN "
                   "Ada/NNP Smith/NNP agreed/VBD ~./.")
                .body("Norwegian Army")
                .person("Bo Berg")
                .person("Ada Smith")
                .document) == Lines{"Ada Smith: political analyst", "Bo Berg: Gen.", "Bo Berg: chief @ Norwegian Army"});
  CHECK(roles_of(Sketch("Secretary/NNP General/NNP Ada/NNP Smith/NNP and/CC retired/VBN Colonel/NNP Bo/NNP Berg/NNP met/VBD ~./.")
                     .person("Ada Smith")
                     .person("Bo Berg")
                     .document) == Lines{"Ada Smith: Secretary General", "Bo Berg: Colonel [former]"});
}

TEST_CASE("kin, friends and things are no titles", "[extract][roles]") {
  CHECK(roles_of(Sketch("his/PRP$ daughter/NN Ada/NNP Smith/NNP ~,/, a/DT critic/NN of/IN Chile/NNP ~,/, drank/VBD water/NN ~./.")
                     .state("Chile")
                     .person("Ada Smith")
                     .document)
            .empty());
  CHECK(roles_of(Sketch("Mr./NNP Berg/NNP left/VBD on/IN the/DT cruiser/NN Bo/NNP Berg/NNP ~./.")
                     .person("Berg")
                     .person("Bo Berg")
                     .document)
            .empty());
}

TEST_CASE("an apposition names the post and the nearest organisation", "[extract][roles]") {
  CHECK(roles_of(
            Sketch(
                "Ada/NNP Smith/NNP ~,/, the/DT former/JJ Vice/NNP Chairman/NNP of/IN the/DT Joint/NNP Staff/NNP ~,/, left/VBD ~./.")
                .body("Joint Staff")
                .person("Ada Smith")
                .document) == Lines{"Ada Smith: Vice Chairman @ Joint Staff [former]"});
  CHECK(roles_of(
            Sketch("Ada/NNP Smith/NNP ~,/, an/DT expert/NN on/IN trade/NN at/IN the/DT Oslo/NNP Institute/NNP ~,/, left/VBD ~./.")
                .name("Oslo Institute", EntityType::Organization)
                .person("Ada Smith")
                .document) == Lines{"Ada Smith: expert on trade @ Oslo Institute"});
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP ~,/, OSCE/NNP ~'s/POS special/JJ envoy/NN for/IN Chile/NNP ~,/, left/VBD ~./.")
                     .name("OSCE", EntityType::InternationalOrganization)
                     .state("Chile")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: special envoy for Chile @ OSCE"});
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP ~,/, president/NN and/CC CEO/NN of/IN Nordmet/NNP ~,/, left/VBD ~./.")
                     .name("Nordmet", EntityType::Organization)
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: CEO @ Nordmet", "Ada Smith: president @ Nordmet"});
}

TEST_CASE("a title that belongs to the next name or to a subject is no apposition", "[extract][roles]") {
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP ~,/, Foreign/NNP Minister/NNP Bo/NNP Berg/NNP and/CC others/NNS left/VBD ~./.")
                     .person("Ada Smith")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: Foreign Minister"});
  CHECK(roles_of(Sketch("In/IN a/DT call/NN with/IN Ada/NNP Smith/NNP ~,/, the/DT president/NN said/VBD no/UH ~./.")
                     .person("Ada Smith")
                     .document)
            .empty());
}

TEST_CASE("a title with its organisation can stand before a comma", "[extract][roles]") {
  CHECK(roles_of(Sketch("The/DT Italian/JJ foreign/JJ minister/NN ~,/, Bo/NNP Berg/NNP ~,/, joined/VBD ~./.")
                     .adjective("Italian", "Italy")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: foreign minister @ Italy"});
}

TEST_CASE("one title over several names, and counterparts", "[extract][roles]") {
  CHECK(roles_of(
            Sketch(
                "Foreign/NNP Ministers/NNPS Ada/NNP Smith/NNP of/IN Norway/NNP and/CC Bo/NNP Berg/NNP of/IN Chile/NNP met/VBD ~./.")
                .person("Ada Smith")
                .person("Bo Berg")
                .state("Norway")
                .state("Chile")
                .document) == Lines{"Ada Smith: Foreign Minister @ Norway", "Bo Berg: Foreign Minister @ Chile"});
  CHECK(roles_of(Sketch("Norwegian/JJ foreign/JJ minister/NN Ada/NNP Smith/NNP met/VBD her/PRP$ Greek/JJ and/CC French/JJ "
                        "counterparts/NNS ~,/, "
                        "Bo/NNP Berg/NNP and/CC Cy/NNP Cole/NNP ~./.")
                     .adjective("Norwegian", "Norway")
                     .adjective("Greek", "Greece")
                     .adjective("French", "France")
                     .person("Ada Smith")
                     .person("Bo Berg")
                     .person("Cy Cole")
                     .document) ==
        Lines{"Ada Smith: foreign minister @ Norway", "Bo Berg: foreign minister @ Greece", "Cy Cole: foreign minister @ France"});
}

TEST_CASE("prefixes and suffixes say when", "[extract][roles]") {
  CHECK(
      roles_of(
          Sketch("ex/X ~-/HYPH ~Norwegian/JJ spy/NN Bo/NNP Berg/NNP met/VBD President/NNP ~-/HYPH ~elect/JJ Ada/NNP Smith/NNP ~./.")
              .adjective("Norwegian", "Norway")
              .person("Bo Berg")
              .person("Ada Smith")
              .document) == Lines{"Ada Smith: President-elect [future]", "Bo Berg: spy @ Norway [former]"});
}

TEST_CASE("verbs of appointment, service and departure date a post", "[extract][roles]") {
  const TimeSpan may{{2015, 5, 0}, {2015, 5, 0}};
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP was/AUX appointed/VBN envoy/NN to/IN Chile/NNP in/IN May/NNP ~./.")
                     .person("Ada Smith")
                     .state("Chile")
                     .lemma("appointed", "appoint")
                     .depends("Ada", "appointed", "nsubj:pass")
                     .depends("Smith", "Ada", "flat")
                     .depends("was", "appointed", "aux:pass")
                     .depends("envoy", "appointed", "xcomp")
                     .depends("May", "appointed", "obl")
                     .depends("in", "May", "case")
                     .date("May", may)
                     .document) == Lines{"Ada Smith: envoy to Chile 2015-05.."});
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP did/AUX not/RB become/VB president/NN of/IN Chile/NNP ~./.")
                     .person("Ada Smith")
                     .state("Chile")
                     .depends("Ada", "become", "nsubj")
                     .depends("not", "become", "advmod")
                     .document)
            .empty());
}

TEST_CASE("repetitions are one role, named as fully as anywhere", "[extract][roles]") {
  CHECK(roles_of(Sketch("Minister/NNP Berg/NNP left/VBD ~./. Chilean/JJ Foreign/NNP Minister/NNP Bo/NNP Berg/NNP returned/VBD ~./.")
                     .name("Berg", EntityType::Person, MentionKind::name, "Bo Berg")
                     .adjective("Chilean", "Chile")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: Foreign Minister @ Chile"});
}
