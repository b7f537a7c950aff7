#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string items = R"(
<state/russia> a ent:State ; rdfs:label "Russia" ; skos:altLabel "Russian Federation" ; ent:adjective "Russian" ; ent:demonym "Russians" ;
  ent:capitalName "Moscow" ; ent:metonym "the Kremlin" ; ent:prominence 0.9 .
<state/united-states> a ent:State ; rdfs:label "United States" ; ent:acronym "US", "USA" ; ent:adjective "American" ; ent:prominence 1 .
<state/cote-divoire> a ent:State ; rdfs:label "Côte d'Ivoire" ; ent:prominence 0.4 .
<organisation/nato> a ent:InternationalOrganization ; rdfs:label "NATO" ; ent:contextualName "the alliance" ; ent:prominence 0.9 .
<council/nato-russia-council> a ent:Council ; rdfs:label "NATO-Russia Council" ; ent:acronym "NRC" ; ent:prominence 0.5 .
<body/russia/foreign-ministry> a ent:ForeignMinistry ; rdfs:label "Russian Foreign Ministry" ; skos:altLabel "Russia's foreign ministry" ;
  ent:ofState <state/russia> ; ent:prominence 0.5 .
<place/moscow> a ent:City ; rdfs:label "Moscow" ; ent:ofState <state/russia> ; ent:prominence 0.6 .
<place/washington> a ent:City ; rdfs:label "Washington, D.C." ; ent:prominence 0.6 .
<place/st-petersburg> a ent:City ; rdfs:label "St. Petersburg" ; ent:prominence 0.6 .
<place/xian> a ent:City ; rdfs:label "Xi'an" ; ent:prominence 0.5 .
<person/xi-jinping> a ent:Person ; rdfs:label "Xi Jinping" ; ent:surname "Xi" ; ent:prominence 0.9 .
<treaty/start> a ent:Treaty ; rdfs:label "START I" ; ent:acronym "START" ; ent:prominence 0.6 .
<treaty/inf> a ent:Treaty ; rdfs:label "INF Treaty" ; ent:acronym "INF" ; ent:prominence 0.7 .
)";

}  // namespace

TEST_CASE("the longest known name wins, and its parts match elsewhere") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "The NATO-Russia Council met.") == "NATO-Russia Council = council/nato-russia-council/label");
  CHECK(matches(known, "The NATO Russia\nCouncil met.") == "NATO Russia\nCouncil = council/nato-russia-council/label");
  CHECK(matches(known, "NATO-Russia ties") == "NATO = organisation/nato/label | Russia = state/russia/label");
  CHECK(matches(known, "US-led, anti-Russian") == "US = state/united-states/acronym | Russian = state/russia/adjective");
  CHECK(matches(known, "the Russian Foreign Ministry") == "Russian Foreign Ministry = body/russia/foreign-ministry/label");
}

TEST_CASE("a name ends at punctuation and blank lines") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "NATO, Russia. Council") == "NATO = organisation/nato/label | Russia = state/russia/label");
  CHECK(matches(known, "in Russian\n\nForeign Ministry") == "Russian = state/russia/adjective");
  CHECK(matches(known, "Russian (Foreign Ministry)") == "Russian = state/russia/adjective");
  CHECK(matches(known, "Washington, D.C., said") == "Washington, D.C. = place/washington/label");
  CHECK(matches(known, "Russiagate and Prussia") == "");
}

TEST_CASE("possessives and apostrophes") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "Russia's and NATO’s") == "Russia = state/russia/label | NATO = organisation/nato/label");
  CHECK(matches(known, "Russia’s Foreign Ministry") == "Russia’s Foreign Ministry = body/russia/foreign-ministry/alias");
  CHECK(matches(known, "the Russians' plan") == "Russians = state/russia/demonym");
  CHECK(matches(known, "'Russia'") == "Russia = state/russia/label");
  CHECK(matches(known, "Xi's visit to Xi'an") == "Xi = person/xi-jinping/surname | Xi'an = place/xian/label");
  CHECK(matches(known, "Xi'anese") == "");
  CHECK(matches(known, "Cote d’Ivoire") == "Cote d’Ivoire = state/cote-divoire/label");
}

TEST_CASE("acronyms are matched with case, with or without points") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "U.S., U.S and USA") ==
        "U.S. = state/united-states/acronym | U.S = state/united-states/acronym | USA = state/united-states/acronym");
  CHECK(matches(known, "U.S.-led") == "U.S. = state/united-states/acronym");
  CHECK(matches(known, "tell us, Usa, inf and Inf") == "");
  CHECK(matches(known, "Start talks on START") == "START = treaty/start/acronym");
  CHECK(matches(known, "the INF treaty, the inf treaty") == "INF = treaty/inf/acronym");
}

TEST_CASE("proper names are matched when capitalised, also in capitals throughout") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "MOSCOW - RUSSIAN FOREIGN MINISTRY") ==
        "MOSCOW = state/russia/capital or place/moscow/label | RUSSIAN FOREIGN MINISTRY = body/russia/foreign-ministry/label");
  CHECK(matches(known, "russia and the kremlin, but the Kremlin") == "Kremlin = state/russia/metonym");
  CHECK(matches(known, "The Alliance or the alliance, an alliance") ==
        "The Alliance = organisation/nato/contextual | the alliance = organisation/nato/contextual");
}

TEST_CASE("points after short forms do not end a name") {
  World world(items);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "St. Petersburg, St Petersburg") ==
        "St. Petersburg = place/st-petersburg/label | St Petersburg = place/st-petersburg/label");
}

TEST_CASE("match gives byte offsets, ascending and disjoint, in text that is not ASCII") {
  World world(items);
  const Knowledge known = world.knowledge();
  const std::string text = "“Россия” — Russia… São Côte d'Ivoire";
  const auto found = known.match(text);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "Russia");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "Côte d'Ivoire");
  CHECK(known.match("").empty());
}

TEST_CASE("lookup says what exactly a form can mean") {
  World world(items);
  const Knowledge known = world.knowledge();
  const auto moscow = known.lookup("Moscow");
  REQUIRE(moscow.size() == 2);
  CHECK(known.item(moscow[0].item).key == "state/russia");
  CHECK(moscow[0].kind == NameKind::capital);
  CHECK(known.item(moscow[1].item).klass == "City");
  CHECK(known.lookup("the Kremlin").size() == 1);
  CHECK(known.lookup("NATO–Russia Council").size() == 1);
  CHECK(known.lookup("moscow").empty());
  CHECK(known.lookup("Moscow talks").empty());
  CHECK(known.lookup("").empty());
}
