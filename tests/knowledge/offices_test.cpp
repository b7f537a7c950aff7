#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string offices = R"(
<state/utopia> a ent:State ; rdfs:label "Utopia" .
<office/foreign-minister> a org:Role ; rdfs:label "foreign minister" .
<post/utopia/foreign-minister> a org:Post ; rdfs:label "Minister of Foreign Affairs" ; org:postIn <state/utopia> ; org:role <office/foreign-minister> .
<person/a> a ent:Person ; rdfs:label "Ann Alder" .
<person/b> a ent:Person ; rdfs:label "Ben Birch" .
<person/c> a ent:Person ; rdfs:label "Cleo Cedar" .
<tenure/1> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/foreign-minister> ; ent:from "2001-03" ; ent:until "2005-06-01" .
<tenure/2> a ent:Tenure ; ent:holder <person/b> ; ent:post <post/utopia/foreign-minister> ; ent:from "2005-06-01" .
<tenure/3> a ent:Tenure ; ent:holder <person/c> ; ent:post <post/utopia/foreign-minister> ; ent:from "2010" .
<tenure/4> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/foreign-minister> ; ent:until "1999" .
)";

std::string holders(const Knowledge& known, PartialDate at, std::string_view office = "foreign-minister") {
  std::string out;
  for (const Tenure* tenure : known.holders(office, known.find_key("state/utopia"), at))
    out += known.item(tenure->person).label + ";";
  return out;
}

}  // namespace

TEST_CASE("holders of an office on a day") {
  World world(offices);
  const Knowledge known = world.knowledge();
  CHECK(holders(known, {2003, 5, 5}) == "Ann Alder;");
  CHECK(holders(known, {2001, 2, 28}).empty());
  CHECK(holders(known, {2001, 3, 1}) == "Ann Alder;");
  CHECK(holders(known, {2005, 6, 1}) == "Ann Alder;Ben Birch;");
  CHECK(holders(known, {2005, 6, 2}) == "Ben Birch;");
  CHECK(holders(known, {2009, 12, 31}) == "Ben Birch;");
  CHECK(holders(known, {2011, 1, 1}) == "Cleo Cedar;");  // the successor ends a term whose end is unknown
  CHECK(holders(known, {2020, 0, 0}) == "Cleo Cedar;");  // no end: open or unknown
  CHECK(holders(known, {1998, 1, 1}).empty());           // a term without a beginning is no answer
  CHECK(holders(known, {}).empty());
  CHECK(holders(known, {2003, 5, 5}, "defence-minister").empty());
  const auto* tenure = known.holders("foreign-minister", known.find_key("state/utopia"), {2003, 5, 5}).at(0);
  CHECK(tenure->title == "Minister of Foreign Affairs");
}

TEST_CASE("nothing is said of days on which no source has seen it so") {
  World world(offices + R"(
<post/utopia/minister> a org:Post ; rdfs:label "Minister of Rain" ; org:postIn <state/utopia> ; org:role <office/foreign-minister> .
<office/x> a org:Role ; rdfs:label "x" .
<post/utopia/x> a org:Post ; rdfs:label "X" ; org:postIn <state/utopia> ; org:role <office/x> .
<tenure/5> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/x> ; ent:from "2015" ; ent:seenUntil "2018-06-30" .
<tenure/6> a ent:Tenure ; ent:holder <person/b> ; ent:post <post/utopia/x> ; ent:seenFrom "2019-06" ; ent:seenUntil "2019-08" .
)");
  const Knowledge known = world.knowledge();
  CHECK(holders(known, {2018, 6, 30}, "x") == "Ann Alder;");
  CHECK(holders(known, {2018, 7, 1}, "x").empty());
  CHECK(holders(known, {2019, 5, 31}, "x").empty());
  CHECK(holders(known, {2019, 7, 1}, "x") == "Ben Birch;");
  CHECK(holders(known, {2019, 9, 1}, "x").empty());
  World reversed(offices +
                 "<tenure/5> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/foreign-minister> ; "
                 "ent:seenFrom \"2001\" ; ent:seenUntil \"2000\" .\n");
  CHECK_FALSE(reversed.load());
}

TEST_CASE("memberships over time") {
  World world(R"(
<state/a> a ent:State ; rdfs:label "Arcadia" .
<state/b> a ent:State ; rdfs:label "Borealia" .
<organisation/o> a ent:InternationalOrganization ; rdfs:label "Union of Tests" .
<membership/1> a ent:Membership ; ent:member <state/a> ; ent:organization <organisation/o> ; ent:from "1990-05" ; ent:until "2000" .
<membership/2> a ent:Membership ; ent:member <state/a> ; ent:organization <organisation/o> ; ent:from "2010" .
<membership/3> a ent:Membership ; ent:member <state/b> ; ent:organization <organisation/o> ; ent:seenFrom "2020" .
)");
  const Knowledge known = world.knowledge();
  const ItemId a = known.find_key("state/a"), b = known.find_key("state/b"), o = known.find_key("organisation/o");
  CHECK(known.memberships().size() == 3);
  CHECK_FALSE(known.is_member(a, o, {1990, 4, 30}));
  CHECK(known.is_member(a, o, {1990, 5, 1}));
  CHECK(known.is_member(a, o, {2000, 12, 31}));
  CHECK_FALSE(known.is_member(a, o, {2005, 1, 1}));
  CHECK(known.is_member(a, o, {2024, 1, 1}));
  CHECK_FALSE(known.is_member(b, o, {2019, 1, 1}));
  CHECK(known.is_member(b, o, {2021, 1, 1}));
  CHECK_FALSE(known.is_member(a, o, {}));
  World broken("<state/a> a ent:State ; rdfs:label \"A\" .\n<membership/1> a ent:Membership ; ent:member <state/a> .\n");
  const Result<Knowledge> loaded = broken.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message == "'membership/1': a membership has an ent:member and an ent:organization");
}

TEST_CASE("tenures of a person") {
  World world(offices);
  const Knowledge known = world.knowledge();
  const auto ann = known.tenures_of(known.find_key("person/a"));
  REQUIRE(ann.size() == 2);
  CHECK(to_string(ann[1]->time.end) == "2005-06-01");
  CHECK(known.tenures_of(known.find_key("state/utopia")).empty());
  CHECK(known.tenures().size() == 4);
}

TEST_CASE("a tenure that ends before it begins is refused") {
  World world(offices +
              "<tenure/5> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/foreign-minister> ;\n ent:from \"2001-03\" "
              "; ent:until \"2000\" .\n");
  const Result<Knowledge> loaded = world.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message == "'tenure/5' ends (2000) before it begins (2001-03)");
}

TEST_CASE("tenures and posts must be complete and lead somewhere") {
  const auto refused = [](const std::string& more) {
    World world(offices + more);
    const Result<Knowledge> loaded = world.load();
    return loaded ? "accepted" : loaded.error().message;
  };
  CHECK(refused("<tenure/5> a ent:Tenure ; ent:holder <person/z> ; ent:post <post/utopia/foreign-minister> .\n") ==
        "'tenure/5' refers to 'person/z', which no file describes");
  CHECK(refused("<tenure/5> a ent:Tenure ; ent:holder <state/utopia> ; ent:post <post/utopia/foreign-minister> .\n") ==
        "'tenure/5': the holder 'state/utopia' is no person");
  CHECK(refused("<tenure/5> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/x> .\n") ==
        "'tenure/5' refers to 'post/x', which no file describes");
  CHECK(refused("<tenure/5> a ent:Tenure ; ent:holder <person/a> .\n") == "'tenure/5': a tenure has an ent:holder and an ent:post");
  CHECK(refused("<post/x> a org:Post ; rdfs:label \"X\" ; org:postIn <state/utopia> ; org:role <office/x> .\n") ==
        "'post/x' refers to 'office/x', which no file describes");
  CHECK(refused("<tenure/5> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/foreign-minister> ; ent:from \"May 2004\" "
                ".\n") == "'tenure/5': 'May 2004' is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
}

TEST_CASE("the life of a treaty") {
  World world(R"(
<state/a> a ent:State ; rdfs:label "Arcadia" .
<state/b> a ent:State ; rdfs:label "Borealia" .
<treaty/t> a ent:Treaty ; rdfs:label "Treaty of Testing" ; ent:signedOn "1987-12-08" ; ent:inForceFrom "1988-06-01" ; ent:endedOn "2019-08-02" ;
  ent:party <state/a>, <state/b> .
<treaty/t/1> a ent:TreatyStep ; ent:ofTreaty <treaty/t> ; ent:step "suspended" ; ent:takenBy <state/a> ; ent:onDate "2019-02-02" .
)");
  const Knowledge known = world.knowledge();
  std::string all;
  for (const TreatyStep& step : known.treaty_steps())
    all += step.step + " " + (step.actor == no_item ? "-" : known.item(step.actor).label) + " " + to_string(step.date) + "; ";
  CHECK(all ==
        "party Arcadia ; party Borealia ; signed - 1987-12-08; in-force - 1988-06-01; suspended Arcadia 2019-02-02; ended - "
        "2019-08-02; ");
}

TEST_CASE("steps that are none are refused") {
  World world(
      "<state/a> a ent:State ; rdfs:label \"A\" .\n<step/1> a ent:TreatyStep ; ent:ofTreaty <state/a> ; ent:step \"signed\" .\n");
  Result<Knowledge> loaded = world.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message == "'step/1': 'state/a' is no treaty");
  World other(
      "<treaty/a> a ent:Treaty ; rdfs:label \"A\" .\n<step/1> a ent:TreatyStep ; ent:ofTreaty <treaty/a> ; ent:step \"admired\" "
      ".\n");
  loaded = other.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message == "'step/1': a step has an ent:ofTreaty and a known ent:step");
}
