#include "knowledge/office_titles.hpp"

#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string offices = R"(
<state/utopia> a ent:State ; rdfs:label "Utopia" .
<state/arcadia> a ent:State ; rdfs:label "Arcadia" .
<office/foreign-minister> a org:Role ; rdfs:label "foreign minister" ; skos:altLabel "top diplomat", "defense and foreign minister" .
<office/head-of-state> a org:Role ; rdfs:label "head of state" ; skos:altLabel "president" .
<post/utopia/fm> a org:Post ; rdfs:label "Secretary of State" ; org:postIn <state/utopia> ; org:role <office/foreign-minister> .
<post/utopia/pr> a org:Post ; rdfs:label "President" ; org:postIn <state/utopia> ; org:role <office/head-of-state> .
<person/a> a ent:Person ; rdfs:label "Ann Alder" .
<person/b> a ent:Person ; rdfs:label "Ben Birch" .
<person/c> a ent:Person ; rdfs:label "Cleo Cedar" .
<tenure/1> a ent:Tenure ; ent:holder <person/a> ; ent:post <post/utopia/fm> ; ent:from "2001-03-02" ; ent:until "2005-06-01" .
<tenure/2> a ent:Tenure ; ent:holder <person/b> ; ent:post <post/utopia/fm> ; ent:from "2005-06-01" ; ent:until "2008" .
<tenure/3> a ent:Tenure ; ent:holder <person/c> ; ent:post <post/utopia/fm> ; ent:from "2010-01-01" ; ent:seenUntil "2012-01-01" .
<tenure/4> a ent:Tenure ; ent:holder <person/c> ; ent:post <post/utopia/pr> ; ent:until "2004" .
)";

std::string holder(const Knowledge& known, PartialDate at, std::string_view office = "foreign-minister") {
  const Tenure* tenure = certain_holder(known, office, known.find_key("state/utopia"), at);
  return tenure == nullptr ? "-" : std::string(known.item(tenure->person).label);
}

}  // namespace

TEST_CASE("a holder is certain only where one person is on record for the whole date") {
  World world(offices);
  const Knowledge known = world.knowledge();
  CHECK(holder(known, {2003, 5, 5}) == "Ann Alder");
  CHECK(holder(known, {2003, 0, 0}) == "Ann Alder");
  CHECK(holder(known, {2001, 0, 0}) == "-");  // only a part of the year
  CHECK(holder(known, {2005, 0, 0}) == "-");  // two held it
  CHECK(holder(known, {2005, 6, 1}) == "-");  // the day on which it changed hands
  CHECK(holder(known, {2007, 12, 31}) == "Ben Birch");
  CHECK(holder(known, {2008, 3, 1}) == "-");  // it ended in that year, nobody knows when
  CHECK(holder(known, {2009, 1, 1}) == "-");  // a gap
  CHECK(holder(known, {2011, 1, 1}) == "Cleo Cedar");
  CHECK(holder(known, {2013, 1, 1}) == "-");  // last seen before
  CHECK(holder(known, {}) == "-");
  CHECK(holder(known, {2003, 1, 1}, "head-of-state") == "-");  // no beginning is on record
}

TEST_CASE("titles name classes of offices, the posts' own titles first") {
  World world(offices);
  const Knowledge known = world.knowledge();
  const OfficeTitles titles(known);
  const auto named = [&](std::string_view title, const char* where) {
    std::string out;
    for (const std::string_view office : titles.offices(title, known.find_key(where))) out += std::string(office) + ";";
    return out;
  };
  CHECK(named("Secretary of State", "state/utopia") == "foreign-minister;");
  CHECK(named("secretary of state", "state/arcadia").empty());
  CHECK(named("Top Diplomat", "state/arcadia") == "foreign-minister;");
  CHECK(named("Defence and Foreign Minister", "state/utopia") == "foreign-minister;");
  CHECK(named("gardener", "state/utopia").empty());
  CHECK(titles.is_title("President"));
  CHECK_FALSE(titles.is_title("Secretary of State"));
  CHECK(plain_title("the Vice-President, U.N.") == "vice president, un");
  CHECK(titles.names("foreign minister", known.tenures()[0]) != titles.names("president", known.tenures()[0]));
}
