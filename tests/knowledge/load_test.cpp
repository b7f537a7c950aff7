#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// The first error of a world that must be refused, as "LINE: MESSAGE"; lines are counted after the prefixes.
std::string refusal(const std::string& items) {
  World world(items);
  const Result<Knowledge> loaded = world.load();
  if (loaded) return "accepted";
  CHECK(loaded.error().file == world.folder() + "/knowledge/items.ttl");
  return std::to_string(loaded.error().line - prefix_lines) + ": " + loaded.error().message;
}

}  // namespace

TEST_CASE("items carry their type, finer class, Wikidata item and what they belong to") {
  World world(R"(
<body/germany/foreign-office> a ent:ForeignMinistry ; rdfs:label "Federal Foreign Office" ; ent:ofState <state/germany> ;
  ent:partOf <body/germany/government> ; ent:prominence 0.4 .
<body/germany/government> a ent:GovernmentBody ; rdfs:label "German cabinet" .
<state/germany> a ent:State ; rdfs:label "Germany" ; owl:sameAs wd:Q183 .
)");
  const Knowledge known = world.knowledge();
  CHECK(world.diagnostics.empty());
  REQUIRE(known.items().size() == 3);
  const Item& office = known.item(known.find_key("body/germany/foreign-office"));
  CHECK(office.type == EntityType::GovernmentBody);
  CHECK(office.klass == "ForeignMinistry");
  CHECK(known.item(office.state).wikidata == "Q183");
  CHECK(known.item(office.parent).label == "German cabinet");
  CHECK(office.prominence == Approx(0.4));
  CHECK(known.item(office.state).klass.empty());
  CHECK(known.find_key("state/nowhere") == no_item);
  CHECK(known.declares("ForeignMinistry"));
  CHECK_FALSE(known.declares("Tennis"));
  CHECK(known.first_name_gender("Jens") == 'm');
  CHECK(known.first_name_gender("ANGELA") == 'f');
  CHECK(known.first_name_gender("Kim") == 0);
  CHECK(known.first_name_gender("Zzz") == 0);
}

TEST_CASE("a file may add names to things that another describes") {
  World world("<state/germany> a ent:State ; rdfs:label \"Germany\" .\n");
  world.write("knowledge/my.ttl", prefixes + "<state/germany> skos:altLabel \"Teutonia\" .\n");
  CHECK(world.knowledge().lookup("Teutonia").size() == 1);
}

TEST_CASE("a label that is a contextual name too is no more than that") {
  World world(
      "<state/a> a ent:State ; rdfs:label \"Arcadia\" .\n<place/b> a ent:City ; rdfs:label \"Reading\" ; ent:contextualName "
      "\"Reading\", \"Redding\" ; ent:ofState <state/a> .\n");
  const Knowledge known = world.knowledge();
  const auto names = known.lookup("Reading");
  REQUIRE(names.size() == 1);
  CHECK(names[0].kind == NameKind::contextual);
  CHECK(known.lookup("Redding")[0].kind == NameKind::contextual);
  CHECK(known.lookup("Arcadia")[0].kind == NameKind::label);
}

TEST_CASE("undeclared classes and properties are refused") {
  CHECK(refusal("\n<state/a> a ent:Kingdom ; rdfs:label \"A\" .\n") ==
        "2: 'state/a': no class of entities 'Kingdom' is declared in entente.ttl");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\" ;\n  ent:motto \"B\" .\n") ==
        "2: 'state/a': the property <https://w3id.org/entente/ontology#motto> is not declared in entente.ttl");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\" ; rdfs:seeAlso <http://a.example/> .\n") ==
        "1: 'state/a': the property <http://www.w3.org/2000/01/rdf-schema#seeAlso> has no meaning in a knowledge file");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label <state/b> .\n") ==
        "1: 'state/a': the value of http://www.w3.org/2000/01/rdf-schema#label must be a literal");
  CHECK(refusal("<http://else.example/a> a ent:State ; rdfs:label \"A\" .\n").find("no entry of the knowledge base") !=
        std::string::npos);
}

TEST_CASE("incomplete and repeated entries are refused") {
  CHECK(refusal("<state/a> a ent:State .\n") == "1: 'state/a' has no rdfs:label");
  CHECK(refusal("<state/a> rdfs:label \"A\" .\n") == "1: 'state/a' has no rdf:type, and no file before this one describes it");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\", \"B\" .\n") == "1: 'state/a' has a second rdfs:label");
  const std::string twice = refusal(
      "<state/a> a ent:State ; rdfs:label \"A\" .\n<state/b> a ent:State ; rdfs:label \"B\" .\n"
      "<state/a> a ent:State ; rdfs:label \"A\" .\n");
  CHECK(twice.substr(0, 42) == "3: 'state/a' has already been described in");
  CHECK(twice.substr(twice.size() - 11) == "items.ttl:" + std::to_string(prefix_lines + 1));
}

TEST_CASE("identifiers and numbers are checked") {
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\" ; owl:sameAs wd:Q1 .\n<state/b> a ent:State ; rdfs:label \"B\" ; "
                "owl:sameAs wd:Q1 .\n") == "2: wd:Q1 stands for two things: 'state/a' and 'state/b'");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\" ; owl:sameAs wd:P17 .\n") ==
        "1: 'state/a': owl:sameAs must name a Wikidata item, not <http://www.wikidata.org/entity/P17>");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"A\" ; ent:prominence 1.5 .\n") ==
        "1: 'state/a': ent:prominence is a number from 0 to 1, not '1.5'");
  CHECK(refusal("<state/a> a ent:State ; rdfs:label \"...\" .\n") == "1: 'state/a': the name '...' has no word, or too many");
}

TEST_CASE("references must lead somewhere, and to the right kind of thing") {
  CHECK(refusal("<place/a> a ent:City ; rdfs:label \"A\" ; ent:ofState <state/b> .\n") ==
        "1: 'place/a' refers to 'state/b', which no file describes");
  CHECK(refusal("<place/a> a ent:City ; rdfs:label \"A\" ; ent:ofState <place/a> .\n") ==
        "1: 'place/a': ent:ofState names 'place/a', which is no state");
}

TEST_CASE("a name that fits two things equally well is reported, but not refused") {
  World world("<place/a> a ent:City ; rdfs:label \"Springfield\" .\n<place/b> a ent:City ; rdfs:label \"Springfield\" .\n");
  world.knowledge();
  REQUIRE(world.diagnostics.size() == 1);
  CHECK(world.diagnostics[0].code == "name-clash");
  CHECK(world.diagnostics[0].severity == Severity::warning);
  CHECK(world.diagnostics[0].line == prefix_lines + 2);
  CHECK(world.diagnostics[0].message == "'place/b' and 'place/a' share the name 'Springfield' and have the same prominence");
}

TEST_CASE("broken files are refused with file and line") {
  World world("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  world.write("knowledge/broken.ttl", prefixes + "<state/b> a ent:State ;; ; rdfs:label \"B .\n");
  const Result<Knowledge> loaded = world.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().file == world.folder() + "/knowledge/broken.ttl");
  CHECK(loaded.error().line >= prefix_lines);
}

TEST_CASE("a folder without ontology, items or first names is refused") {
  World world("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  world.write("knowledge/first-names.tsv", "jens\tm\nJens\tf\n");
  Result<Knowledge> loaded = world.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().line == 2);
  std::filesystem::remove(world.folder() + "/knowledge/first-names.tsv");
  CHECK_FALSE(world.load());
  world.write("knowledge/first-names.tsv", "");
  CHECK(world.load());
  std::filesystem::remove(world.folder() + "/knowledge/items.ttl");
  CHECK_FALSE(world.load());
  std::filesystem::remove(world.folder() + "/entente.ttl");
  loaded = world.load();
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().file == world.folder() + "/entente.ttl");
}
