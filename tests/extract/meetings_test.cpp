#include "extract/meetings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/sketch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// "meeting: Ada, Bo in Oslo [held] 2015-05-04"
std::vector<std::string> meetings_of(Document document) {
  document.article.published = {2015, 5, 10};
  std::vector<Claim> claims;
  extract_meetings(document, words_alone(), claims);
  std::vector<std::string> out;
  for (const Claim& claim : claims) {
    std::string line = claim.type + ":";
    const char* separator = " ";
    for (const Argument& argument : claim.arguments) {
      if (argument.part != Part::participant) continue;
      line += separator + document.entities[argument.entity].name;
      separator = ", ";
    }
    for (const Argument& argument : claim.arguments)
      if (argument.part == Part::place) line += " in " + document.entities[argument.entity].name;
    line += " [" + std::string(to_string(claim.status)) + "]";
    if (claim.time.known()) line += " " + to_string(claim.time.begin);
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

Sketch ada_met_bo() {
  return Sketch("Ada/NNP>2:nsubj met/VBD=meet>0:root Bo/NNP>2:obj in/IN>5:case Oslo/NNP>2:obl ~./.>2:punct")
      .person("Ada")
      .person("Bo")
      .name("Oslo", EntityType::Place);
}

}  // namespace

TEST_CASE("who meets whom, where", "[extract][meetings]") {
  CHECK(meetings_of(ada_met_bo().document) == Lines{"meeting: Ada, Bo in Oslo [held]"});
}

TEST_CASE("things that are met are no participants", "[extract][meetings]") {
  CHECK(
      meetings_of(
          Sketch("Ada/NNP>2:nsubj met/VBD=meet>0:root the/DT>4:det conditions/NNS>2:obj of/IN>6:case Chile/NNP>4:nmod ~./.>2:punct")
              .person("Ada")
              .state("Chile")
              .document)
          .empty());
}

TEST_CASE("a question reports no meeting", "[extract][meetings]") {
  CHECK(
      meetings_of(
          Sketch("Did/AUX>3:aux Ada/NNP>3:nsubj meet/VB>0:root Bo/NNP>3:obj in/IN>6:case Oslo/NNP>3:obl ~?/.>3:punct ~./.>3:punct")
              .person("Ada")
              .person("Bo")
              .name("Oslo", EntityType::Place)
              .document)
          .empty());
}

TEST_CASE("who holds the office that is met, where the sentence begins, who the relative clause is about", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Ada/NNP>2:nsubj met/VBD=meet>0:root with/IN>5:case the/DT>5:det President/NNP>2:obl of/IN>7:case "
                           "Norway/NNP>5:nmod ,/,>9:punct Bo/NNP>5:appos ,/,>9:punct in/IN>12:case Oslo/NNP>2:obl ~./.>2:punct")
                        .person("Ada")
                        .state("Norway")
                        .person("Bo")
                        .name("Oslo", EntityType::Place)
                        .document)
            .front()
            .starts_with("meeting: Ada, Bo"));
  CHECK(meetings_of(Sketch("In/IN>2:case Oslo/NNP>4:obl Ada/NNP>4:nsubj met/VBD=meet>0:root Bo/NNP>4:obj ~./.>4:punct")
                        .person("Ada")
                        .person("Bo")
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"meeting: Ada, Bo in Oslo [held]"});
  CHECK(meetings_of(Sketch("Ada/NNP>7:dep ,/,>4:punct who/WP>4:nsubj left/VBD=leave>1:acl:relcl ,/,>7:punct also/RB>7:advmod "
                           "met/VBD=meet>0:root Bo/NNP>7:obj ~./.>7:punct")
                        .person("Ada")
                        .person("Bo")
                        .document) == Lines{"meeting: Ada, Bo [held]"});
  CHECK(meetings_of(Sketch("Ada/NNP>6:nsubj and/CC>3:cc Bo/NNP>1:conj are/AUX>6:aux to/TO>6:mark meet/VB>0:root ~./.>6:punct")
                        .person("Ada")
                        .person("Bo")
                        .document) == Lines{"meeting: Ada, Bo [planned]"});
}

TEST_CASE("a meeting denied is none, one called off is cancelled, one to come is planned", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Ada/NNP>4:nsubj did/AUX>4:aux not/RB>4:advmod meet/VB>0:root Bo/NNP>4:obj ~./.>4:punct")
                        .person("Ada")
                        .person("Bo")
                        .document)
            .empty());
  CHECK(meetings_of(
            Sketch(
                "Ada/NNP>2:nsubj cancelled/VBD=cancel>0:root a/DT>4:det meeting/NN>2:obj with/IN>6:case Bo/NNP>4:nmod ~./.>2:punct")
                .person("Ada")
                .person("Bo")
                .document) == Lines{"meeting: Bo, Ada [cancelled]"});
  CHECK(meetings_of(
            Sketch("Ada/NNP>3:nsubj will/MD>3:aux meet/VB>0:root Bo/NNP>3:obj ~./.>3:punct").person("Ada").person("Bo").document) ==
        Lines{"meeting: Ada, Bo [planned]"});
  CHECK(meetings_of(
            Sketch("Ada/NNP>2:nsubj proposed/VBD=propose>0:root talks/NNS=talk>2:obj with/IN>5:case Bo/NNP>3:nmod ~./.>2:punct")
                .person("Ada")
                .person("Bo")
                .document) == Lines{"talks: Bo, Ada [proposed]"});
}

TEST_CASE("a council's session has its parties", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("The/DT>2:det meeting/NN>8:nsubj:pass of/IN>6:case the/DT>6:det NATO-Chile/NNP>6:compound "
                           "Council/NNP>2:nmod was/AUX>8:aux:pass "
                           "held/VBN=hold>0:root in/IN>10:case Oslo/NNP>8:obl ~./.>8:punct NATO/NNP>3:nsubj and/CC>3:cc "
                           "Chile/NNP>0:root ~./.>3:punct")
                        .name("NATO-Chile Council", EntityType::Council)
                        .name("Oslo", EntityType::Place)
                        .name("NATO", EntityType::InternationalOrganization)
                        .state("Chile")
                        .document) == Lines{"council-session: NATO, Chile in Oslo [held]"});
}

TEST_CASE("pairs before the noun, visitors and callers", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("US/NNP>3:compound ~-/HYPH>1:punct ~Chile/NNP>4:compound talks/NNS=talk>5:nsubj began/VBD=begin>0:root "
                           "in/IN>7:case Oslo/NNP>5:obl ~./.>5:punct")
                        .state("US")
                        .state("Chile")
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"talks: US, Chile in Oslo [held]"});
  CHECK(meetings_of(Sketch("During/IN>4:case Ada/NNP>4:nmod:poss ~'s/POS>2:case visit/NN>8:obl to/IN>6:case Oslo/NNP>4:nmod "
                           "it/PRP>8:nsubj rained/VBD=rain>0:root ~./.>8:punct")
                        .person("Ada")
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"visit: Ada in Oslo [held]"});
  CHECK(meetings_of(
            Sketch("Ada/NNP>2:nsubj called/VBD=call>0:root Bo/NNP>2:obj ~,/,>2:punct an/DT>6:det envoy/NN>3:appos ~./.>2:punct")
                .person("Ada")
                .person("Bo")
                .document) == Lines{"phone-call: Ada, Bo [held]"});
  CHECK(meetings_of(Sketch("Ada/NNP>2:nsubj called/VBD=call>0:root Bo/NNP>2:obj a/DT>5:det liar/NN>2:xcomp ~./.>2:punct")
                        .person("Ada")
                        .person("Bo")
                        .document)
            .empty());
}

TEST_CASE("who speaks at a meeting takes part in it", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("At/IN>3:case a/DT>3:det summit/NN>7:obl in/IN>5:case Oslo/NNP>3:nmod Ada/NNP>7:nsubj "
                           "praised/VBD=praise>0:root Chile/NNP>7:obj ~./.>7:punct")
                        .name("Oslo", EntityType::Place)
                        .person("Ada")
                        .state("Chile")
                        .document) == Lines{"summit: Ada in Oslo [held]"});
}

TEST_CASE("what is said of one meeting in several places is one claim", "[extract][meetings]") {
  Sketch two = Sketch(
                   "Ada/NNP>2:nsubj met/VBD=meet>0:root Bo/NNP>2:obj ~./.>2:punct The/DT>2:det talks/NNS=talk>3:nsubj "
                   "lasted/VBD=last>0:root long/RB>3:advmod in/IN>6:case "
                   "Oslo/NNP>3:obl ~./.>3:punct")
                   .person("Ada")
                   .person("Bo")
                   .name("Oslo", EntityType::Place);
  CHECK(meetings_of(two.document) == Lines{"meeting: Ada, Bo in Oslo [held]"});
}

TEST_CASE("meetings in general are none", "[extract][meetings]") {
  CHECK(
      meetings_of(Sketch("Meetings/NNS=meeting>4:nsubj of/IN>3:case Chile/NNP>1:nmod bring/VBP>0:root peace/NN>4:obj ~./.>4:punct")
                      .state("Chile")
                      .document)
          .empty());
  CHECK(meetings_of(Sketch("Ada/NNP>2:nsubj held/VBD=hold>0:root a/DT>5:det press/NN>5:compound conference/NN>2:obj in/IN>7:case "
                           "Oslo/NNP>2:obl ~./.>2:punct")
                        .person("Ada")
                        .name("Oslo", EntityType::Place)
                        .document)
            .empty());
}

TEST_CASE("subjects and objects stand where they do, whatever the parse says", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Norwegian/JJ Minister/NNP Ada/NNP ~,/, Chairman/NNP of/IN NATO/NNP ~,/, called/VBD=call>0:root "
                           "General/NNP Bo/NNP ~,/, "
                           "with/IN joy/NN ~./.")
                        .adjective("Norwegian", "Norway")
                        .person("Ada")
                        .name("NATO", EntityType::InternationalOrganization)
                        .person("Bo")
                        .document) == Lines{"phone-call: Ada, Bo [held]"});
  CHECK(meetings_of(Sketch("Secretary/NNP of/IN State/NNP Ada/NNP and/CC Minister/NNP Bo/NNP spoke/VBD=speak>0:root by/IN>10:case "
                           "telephone/NN>8:obl ~./.>8:punct")
                        .person("Ada")
                        .person("Bo")
                        .document) == Lines{"phone-call: Ada, Bo [held]"});
}

TEST_CASE("the other side may be named behind its description, or not at all", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Ada/NNP>2:nsubj held/VBD=hold>0:root talks/NNS=talk>2:obj with/IN>6:case her/PRP$>6:nmod:poss "
                           "counterpart/NN>3:nmod ~,/,>8:punct "
                           "Bo/NNP>6:appos ~,/,>6:punct on/IN>11:case trade/NN>3:nmod ~./.>2:punct")
                        .person("Ada")
                        .person("Bo")
                        .document) == Lines{"talks: Bo, Ada [held]"});
  CHECK(meetings_of(Sketch("Ada/NNP>3:nsubj will/MD>3:aux meet/VB>0:root with/IN>5:case miners/NNS=miner>3:obl in/IN>7:case "
                           "Oslo/NNP>3:obl ~./.>3:punct")
                        .person("Ada")
                        .name("Oslo", EntityType::Place)
                        .document)
            .empty());
  CHECK(meetings_of(Sketch("Ada/NNP>3:nsubj will/MD>3:aux meet/VB>0:root with/IN>5:case leaders/NNS=leader>3:obl in/IN>7:case "
                           "Oslo/NNP>3:obl ~./.>3:punct")
                        .person("Ada")
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"meeting: Ada in Oslo [planned]"});
}

TEST_CASE("who stays away takes no part, and the summit stands", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Ada/NNP>4:nsubj did/AUX>4:aux not/RB>4:advmod attend/VB>0:root the/DT>7:det G9/NNP>7:compound "
                           "summit/NN>4:obj in/IN>9:case "
                           "Oslo/NNP>7:nmod ~./.>4:punct")
                        .person("Ada")
                        .name("G9", EntityType::InternationalOrganization)
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"summit: G9 in Oslo [held]"});
}

TEST_CASE("talks for which one travels are part of the visit", "[extract][meetings]") {
  CHECK(meetings_of(Sketch("Ada/NNP>2:nsubj began/VBD=begin>0:root a/DT>4:det visit/NN>2:obj to/IN>6:case Oslo/NNP>4:nmod "
                           "for/IN>8:case talks/NNS=talk>4:nmod "
                           "with/IN>10:case Bo/NNP>8:nmod ~./.>2:punct")
                        .person("Ada")
                        .person("Bo")
                        .name("Oslo", EntityType::Place)
                        .document) == Lines{"visit: Ada, Bo in Oslo [held]"});
}

TEST_CASE("dates put a meeting before or behind the day of the article", "[extract][meetings]") {
  const TimeSpan past{{2015, 4, 1}, {2015, 4, 1}};
  const TimeSpan coming{{2015, 6, 1}, {2015, 6, 1}};
  const auto summit_on = [](const TimeSpan& day) {
    Sketch sketch = Sketch(
                        "The/DT>4:det G9/NNP>4:compound Oslo/NNP>4:compound summit/NN>8:nsubj on/IN>6:case Monday/NNP>4:nmod "
                        "~,/,>8:punct matters/VBZ=matter>0:root "
                        "~./.>8:punct")
                        .name("G9", EntityType::InternationalOrganization)
                        .name("Oslo", EntityType::Place);
    return meetings_of(sketch.date("Monday", day).document);
  };
  CHECK(summit_on(past) == Lines{"summit: G9 in Oslo [held] 2015-04-01"});
  CHECK(summit_on(coming) == Lines{"summit: G9 in Oslo [planned] 2015-06-01"});
}

TEST_CASE("the ministers, once they are named", "[extract][meetings]") {
  Sketch sketch = Sketch(
                      "The/DT>3:det foreign/JJ>3:amod ministers/NNS=minister>4:nsubj met/VBD=meet>0:root in/IN>6:case "
                      "Oslo/NNP>4:obl ~./.>4:punct "
                      "Ada/NNP>3:nsubj and/CC>3:cc Bo/NNP>0:root")
                      .name("Oslo", EntityType::Place)
                      .person("Ada")
                      .person("Bo");
  const auto minister = [](EntityIndex person) {
    Claim claim;
    claim.kind = ClaimKind::Role;
    claim.arguments = {{Part::person, person}};
    claim.text = "foreign minister";
    return claim;
  };
  std::vector<Claim> claims = {minister(1), minister(2)};
  extract_meetings(sketch.document, words_alone(), claims);
  REQUIRE(claims.size() == 3);
  CHECK(claims[2].arguments == std::vector<Argument>{{Part::participant, 1}, {Part::participant, 2}, {Part::place, 0}});
  CHECK(claims[2].evidence.rule == "meetings/meeting-verb");
}

TEST_CASE("a meeting's label ends with what belongs to it", "[extract][meetings]") {
  Sketch sketch = Sketch(
                      "The/DT>3:det G9/NNP>3:compound summit/NN>8:nsubj in/IN>5:case Oslo/NNP>3:nmod on/IN>7:case "
                      "Monday/NNP>3:nmod matters/VBZ=matter>0:root ~./.>8:punct")
                      .name("G9", EntityType::InternationalOrganization)
                      .name("Oslo", EntityType::Place);
  std::vector<Claim> claims;
  extract_meetings(sketch.date("Monday", {{2015, 4, 1}, {2015, 4, 1}}).document, words_alone(), claims);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].text == "G9 summit in Oslo");
}
