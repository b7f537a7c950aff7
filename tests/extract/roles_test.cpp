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

TEST_CASE("whose office it is, is not what somebody is", "[extract][roles]") {
  CHECK(roles_of(Sketch("Deputy/NNP Head/NNP of/IN the/DT Office/NNP of/IN the/DT President/NNP Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: Deputy Head of the Office of the President"});
  CHECK(roles_of(Sketch("HE/PRP President/NNP of/IN Norway/NNP Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .state("Norway")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: President @ Norway"});
  CHECK(roles_of(Sketch("Minister/NNP for/IN Health/NNP Affairs/NNP Dr./NNP Ada/NNP Smith/NNP spoke/VBD ~./.")
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: Dr.", "Ada Smith: Minister for Health Affairs"});
  CHECK(roles_of(Sketch("Northern/NNP Alliance/NNP (/-LRB- NA/NNP )/-RRB- spokesman/NN Bo/NNP Berg/NNP declined/VBD ~./.")
                     .body("Northern Alliance")
                     .body("NA")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: spokesman @ Northern Alliance"});
  CHECK(roles_of(
            Sketch("Bo/NNP Berg/NNP ,/, the/DT president/NN at/IN the/DT time/NN ,/, left/VBD ~./.").person("Bo Berg").document) ==
        Lines{"Bo Berg: president [former]"});
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

TEST_CASE("prefixes within a word, and second titles with their own body", "[extract][roles]") {
  CHECK(
      roles_of(Sketch("Ada/NNP Smith/NNP ~,/, co-chair/NN of/IN the/DT Oslo/NNP Institute/NNP and/CC ex-prime/JJ minister/NN of/IN "
                      "Norway/NNP ~,/, left/VBD ~./.")
                   .person("Ada Smith")
                   .name("Oslo Institute", EntityType::Organization)
                   .state("Norway")
                   .document) == Lines{"Ada Smith: co-chair @ Oslo Institute", "Ada Smith: prime minister @ Norway [former]"});
}

TEST_CASE("of nested titles the inner one is the name's, the outer one that of a name behind a comma", "[extract][roles]") {
  CHECK(roles_of(Sketch("A/DT spokesman/NN for/IN President/NNP Ada/NNP Smith/NNP spoke/VBD ~./.").person("Ada Smith").document) ==
        Lines{"Ada Smith: President"});
  CHECK(roles_of(Sketch("A/DT spokesman/NN for/IN the/DT president/NN ~,/, Bo/NNP Berg/NNP ~,/, spoke/VBD ~./.")
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: spokesman for the president"});
}

TEST_CASE("a noun behind a name may say what the body is, a kind of place is left out", "[extract][roles]") {
  CHECK(roles_of(Sketch("A/DT military/JJ observer/NN of/IN the/DT NTB/NNP news/NN agency/NN ~,/, retired/VBN Colonel/NNP Bo/NNP "
                        "Berg/NNP ~,/, spoke/VBD ~./.")
                     .name("NTB", EntityType::NewsAgency)
                     .person("Bo Berg")
                     .document) == Lines{"Bo Berg: Colonel [former]", "Bo Berg: military observer @ NTB"});
  CHECK(roles_of(Sketch("Ada/NNP Smith/NNP ~,/, mayor/NN of/IN the/DT city/NN of/IN Oslo/NNP ~,/, spoke/VBD ~./.")
                     .name("Oslo", EntityType::Place)
                     .person("Ada Smith")
                     .document) == Lines{"Ada Smith: mayor @ Oslo"});
}

TEST_CASE("ministers of several states, listed before and after their names", "[extract][roles]") {
  CHECK(roles_of(
            Sketch("The/DT ministers/NNS of/IN defence/NN of/IN Norway/NNP and/CC Chile/NNP ~,/, Ada/NNP Smith/NNP and/CC Bo/NNP "
                   "Berg/NNP ~,/, signed/VBD ~./.")
                .state("Norway")
                .state("Chile")
                .person("Ada Smith")
                .person("Bo Berg")
                .document) == Lines{"Ada Smith: minister of defence @ Norway", "Bo Berg: minister of defence @ Chile"});
}

TEST_CASE("succession and dismissal end one post and begin another", "[extract][roles]") {
  CHECK(roles_of(Sketch("Ada/NNP>2:nsubj replaced/VBD=replace>0:root Bo/NNP>2:obj as/IN>5:case chairman/NN>2:obl of/IN>7:case "
                        "Nordmet/NNP>5:nmod ~./.>2:punct")
                     .person("Ada")
                     .person("Bo")
                     .name("Nordmet", EntityType::Organization)
                     .document) == Lines{"Ada: chairman @ Nordmet", "Bo: chairman @ Nordmet [former]"});
  CHECK(
      roles_of(
          Sketch(
              "Chile/NNP>2:nsubj recalled/VBD=recall>0:root its/PRP$>5:nmod:poss NATO/NNP>5:compound envoy/NN>2:obj Bo/NNP>5:flat "
              "~./.>2:punct")
              .state("Chile")
              .name("NATO", EntityType::InternationalOrganization)
              .person("Bo")
              .document) == Lines{"Bo: NATO envoy @ Chile [former]"});
}

TEST_CASE("who heads a body is its head", "[extract][roles]") {
  CHECK(roles_of(
            Sketch(
                "Ada/NNP>6:nsubj ~,/,>1:punct who/WP>4:nsubj chairs/VBZ=chair>1:acl:relcl Nordmet/NNP>4:obj spoke/VBD=speak>0:root "
                "~./.>6:punct")
                .person("Ada")
                .name("Nordmet", EntityType::Organization)
                .document) == Lines{"Ada: chair @ Nordmet"});
}

TEST_CASE("an office of state without its state is that of the person, a profession is of none", "[extract][roles]") {
  Sketch sketch =
      Sketch(
          "Norway/NNP waited/VBD while/IN Prime/NNP Minister/NNP Ada/NNP Smith/NNP and/CC lawyer/NN Bo/NNP Berg/NNP spoke/VBD ~./.")
          .state("Norway")
          .person("Ada Smith")
          .person("Bo Berg");
  for (DocumentEntity& entity : sketch.document.entities)
    if (entity.name != "Norway") entity.state = 0;
  CHECK(roles_of(sketch.document) == Lines{"Ada Smith: Prime Minister @ Norway", "Bo Berg: lawyer"});
}
