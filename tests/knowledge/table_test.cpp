// Knowledge of one's own: further Turtle files and tables.
#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string shipped =
    "<state/utopia> a ent:State ; rdfs:label \"Utopia\" ; owl:sameAs wd:Q10 .\n"
    "<office/minister> a org:Role ; rdfs:label \"minister\" .\n"
    "<organisation/league> a ent:InternationalOrganization ; rdfs:label \"Silver League\" .\n";

class Own {
 public:
  explicit Own(const std::string& table, const std::string& name = "own.csv") : world(shipped), file(world.folder() + "/" + name) {
    world.write(name, table);
  }
  Knowledge load() {
    auto loaded = Knowledge::load(world.folder(), world.diagnostics, {file});
    if (!loaded) FAIL(to_line(loaded.error()));
    return std::move(loaded).value();
  }
  // "LINE: MESSAGE" of the first error.
  std::string refusal() {
    const auto loaded = Knowledge::load(world.folder(), world.diagnostics, {file});
    if (loaded) return "accepted";
    CHECK(loaded.error().file == file);
    return std::to_string(loaded.error().line) + ": " + loaded.error().message;
  }

  World world;
  std::string file;
};

std::string refused(const std::string& table) { return Own(table).refusal(); }

}  // namespace

TEST_CASE("a table adds things and the offices that they held") {
  Own own(
      "type,label,aliases,wikidata,state,prominence,gender,office,title,organization,from,until\n"
      "Person,\"Ada Quill, Jr.\",Ada Q. Quill|A. Quill,Q99001,Utopia,0.5,female,foreign minister,Minister for the "
      "World,Q10,2001-02,2004\n"
      "Person,\"Ada Quill, Jr.\",,,,,,Secretary-General,,silver league,2010-01-01,\n"
      "ForeignMinistry,House of Letters,,,state/utopia,,,,,,,\n");
  const Knowledge known = own.load();
  CHECK(own.world.diagnostics.empty());
  const ItemId ada = known.find_key("person/ada-quill-jr");
  REQUIRE(ada != no_item);
  CHECK(known.item(ada).label == "Ada Quill, Jr.");
  CHECK(known.item(ada).wikidata == "Q99001");
  CHECK(known.item(known.item(ada).state).key == "state/utopia");
  CHECK(known.item(ada).prominence == Approx(0.5));
  CHECK(known.lookup("Ada Q. Quill").size() == 1);
  CHECK(known.item(known.find_key("body/house-of-letters")).klass == "ForeignMinistry");
  const auto tenures = known.tenures_of(ada);
  REQUIRE(tenures.size() == 2);
  CHECK(tenures[0]->office == "foreign-minister");
  CHECK(tenures[0]->title == "Minister for the World");
  CHECK(known.item(tenures[0]->organization).key == "state/utopia");
  CHECK(to_string(tenures[0]->time.begin) == "2001-02");
  CHECK(to_string(tenures[0]->time.end) == "2004");
  CHECK(tenures[1]->office == "secretary-general");
  CHECK(known.item(tenures[1]->organization).key == "organisation/league");
  CHECK(known.holders("secretary-general", known.find_key("organisation/league"), {2012, 0, 0}).size() == 1);
}

TEST_CASE("a table adds names and offices to what is known, by key") {
  Own own("key,label,aliases,acronym\nstate/utopia,Land of Utopia,Nowhere Land,UTP\n");
  const Knowledge known = own.load();
  CHECK(known.items().size() == 2);
  for (const char* name : {"Utopia", "Land of Utopia", "Nowhere Land", "UTP"}) CHECK(known.lookup(name).size() == 1);
}

TEST_CASE("a file of one's own may name an office that another file has") {
  Own turtle(prefixes +
                 "<office/minister> a org:Role ; rdfs:label \"minister\" .\n<person/b> a ent:Person ; rdfs:label \"Bo Bee\" .\n" +
                 "<post/x> a org:Post ; rdfs:label \"Minister\" ; org:postIn <state/utopia> ; org:role <office/minister> .\n" +
                 "<tenure/x> a ent:Tenure ; ent:holder <person/b> ; ent:post <post/x> ; ent:from \"2001\" .\n",
             "own.ttl");
  CHECK(turtle.load().tenures().size() == 1);
  Own twice(prefixes +
                "<office/a> a org:Role ; rdfs:label \"a\" .\n<state/z> a ent:State ; rdfs:label \"Z\" .\n<office/a> a org:Role .\n",
            "own.ttl");
  CHECK(twice.refusal() == std::to_string(prefix_lines + 3) + ": 'office/a' stands twice");
}

TEST_CASE("what is wrong in a table is refused with its line") {
  CHECK(refused("label,colour\nA,red\n").substr(0, 30) == "1: there is no column 'colour'");
  CHECK(refused("label,label\nA,B\n") == "1: the column 'label' stands twice");
  CHECK(refused("type,state\nPerson,\n").substr(0, 33) == "1: the table needs a column 'labe");
  CHECK(refused("") == "1: the table has no header row");
  CHECK(refused("type,label\nPerson,A B\nPerson\n") == "3: the row has 1 fields, the header has 2");
  CHECK(refused("type,label\nKing,A B\n") == "2: no class of entities 'King' is declared in entente.ttl");
  CHECK(refused("type,label\n,A B\n") == "2: the row needs a label and a type, or a key");
  CHECK(refused("key,label\nNowhere,A B\n").substr(0, 24) == "2: 'Nowhere' is no key: ");
  CHECK(refused("key,label\nstate/nowhere,A B\n") ==
        "2: 'state/nowhere' has no rdf:type, and no file before this one describes it");
  CHECK(refused("type,label,state\nPerson,A B,Atlantis\n").substr(0, 39) == "2: 'Atlantis' in column 'state' is not ");
  CHECK(refused("type,label,office\nPerson,A B,king\n").substr(0, 20) == "2: an office needs t");
  CHECK(refused("type,label,office,organization,from,until\nPerson,A B,king,Utopia,2001,1999\n") ==
        "2: 'tenure/person/a-b/2' ends (1999) before it begins (2001)");
  CHECK(refused("type,label,office,organization,from\nPerson,A B,king,Utopia,May 2001\n").substr(0, 42) ==
        "2: 'tenure/person/a-b/2': 'May 2001' is no");
  CHECK(refused("type,label,wikidata\nPerson,A B,P5\n").substr(0, 44) == "2: 'person/a-b': owl:sameAs must name a Wiki");
  CHECK(refused("type,label,wikidata\nPerson,A B,Q10\n") == "2: wd:Q10 stands for two things: 'state/utopia' and 'person/a-b'");
  CHECK(refused("type,label,prominence\nPerson,A B,high\n").substr(0, 34) == "2: 'person/a-b': ent:prominence is");
  CHECK(refused("type,label\nPerson,\"A B\n").substr(0, 16) == "2: the quotation");
}

TEST_CASE("a file of one's own that is missing or no knowledge is refused") {
  World world(shipped);
  const auto missing = Knowledge::load(world.folder(), world.diagnostics, {world.folder() + "/none.csv"});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().file == world.folder() + "/none.csv");
  Own broken("<state/a> a", "own.ttl");
  CHECK(broken.refusal().find("1: ") == 0);
}
