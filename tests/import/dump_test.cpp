// The JSON dump: dump.json is invented and has the form of Wikidata's, with the errors that such files have.
#include "import/scratch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::string sample = data + "dump.json";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0, end; at < text.size(); at = end + 1) {
    end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
  }
  return out;
}

std::string tenures_of(const Knowledge& known, const std::string& key) {
  std::string out;
  REQUIRE(known.find_key(key) != no_item);
  for (const Tenure* t : known.tenures_of(known.find_key(key)))
    out +=
        t->office + " of " + known.item(t->organization).key + " " + to_string(t->time.begin) + "/" + to_string(t->time.end) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a dump becomes the file that is expected") {
  Import import;
  const ImportSummary summary = import.dump(sample);
  CHECK(import.output() == read_all(data + "expected/dump.ttl"));
  CHECK(summary.complete);
  CHECK(summary.entities == 30);
  CHECK(summary.lines == 32);
  CHECK(summary.bytes == read_all(sample).size());
  CHECK(summary.bad == 3);
  CHECK(summary.extended == 2);
  CHECK(summary.dropped == 1);
  CHECK_FALSE(exists(import.options.output + ".part"));
  CHECK_FALSE(exists(import.options.output + ".state"));
}

TEST_CASE("bad lines are named by their number, and left out") {
  Import import;
  import.dump(sample);
  REQUIRE(import.diagnostics.size() == 3);
  CHECK(import.diagnostics[0].file == sample);
  CHECK(import.problems() ==
        "18: no entity: a JSON object on one line was expected; the line was left out\n"
        "19: not valid JSON near '\"rank\":no'; the line was left out\n"
        "26: no entity: a JSON object on one line was expected; the line was left out\n");
}

TEST_CASE("what was made is knowledge, and says who held which office") {
  Import import;
  import.dump(sample);
  const Knowledge known = import.loaded();
  CHECK(tenures_of(known, "person/astrid-holm-q900030") ==
        "foreign-minister of state/northland-q900001 2009-05-12/2013\n"
        "head-of-government of state/northland-q900001 2013-10/\n");
  // The day is of the Julian calendar; a year before the year 1 is refused.
  CHECK(tenures_of(known, "person/old-iron-king-q900031") == "head-of-state of state/northland-q900001 /1700-01-01\n");
  CHECK(tenures_of(known, "person/impossible-day-q900062") == "foreign-minister of state/northland-q900001 /\n");
  CHECK(tenures_of(known, "person/angela-merkel") == "head-of-government of state/germany 2005-11-22/2021-12-08\n");
  CHECK(tenures_of(known, "person/jan-kos-q900033").empty());
  CHECK(known.item(known.find_key("body/ministry-of-foreign-affairs-q900020")).klass == "ForeignMinistry");
  CHECK(known.item(known.find_key("state/kingdom-of-southland-q900064")).klass == "FormerState");
  CHECK(known.find_key("place/oldformat-city-q900061") != no_item);
  CHECK(known.item(known.find_key("person/astrid-holm-q900030")).state == known.find_key("state/northland-q900001"));
  CHECK(known.lookup("Federal Republic of Germany").size() == 1);
  CHECK(known.item(known.find_key("state/northland-q900001")).wikidata == "Q900001");
}

TEST_CASE("a code of letters is no name of a state, and one word none of a person") {
  Import import;
  import.dump(sample);
  const Knowledge known = import.loaded();
  for (const char* name : {"NL", "DE", "NPT", "Mutti", "Ironside", "league"}) {
    INFO(name);
    CHECK(known.lookup(name).empty());
  }
  for (const char* name : {"NORL", "MFA", "RL", "Rex Ferreus Magnus", "Deutschland", "House of Letters"}) {
    INFO(name);
    CHECK(known.lookup(name).size() == 1);
  }
}

TEST_CASE("a tenure that the base has is not written again") {
  Import import;
  const std::string post =
      R"({"type":"item","id":"Q900070","labels":{"en":{"language":"en","value":"Chancellor"}},"claims":{"P279":[{"mainsnak":{"snaktype":"value","property":"P279","datavalue":{"value":{"id":"Q2285706"},"type":"wikibase-entityid"}},"rank":"normal"}],"P1001":[{"mainsnak":{"snaktype":"value","property":"P1001","datavalue":{"value":{"id":"Q183"},"type":"wikibase-entityid"}},"rank":"normal"}]}})";
  const auto person = [](const std::string& year) {
    return R"({"type":"item","id":"Q900065","labels":{"en":{"language":"en","value":"Otto Old"}},"claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"value":{"id":"Q5"},"type":"wikibase-entityid"}},"rank":"normal"}],"P39":[{"mainsnak":{"snaktype":"value","property":"P39","datavalue":{"value":{"id":"Q900070"},"type":"wikibase-entityid"}},"qualifiers":{"P580":[{"snaktype":"value","property":"P580","datavalue":{"value":{"time":"+)" +
           year +
           R"(-00-00T00:00:00Z","precision":9,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"}}]},"rank":"normal"}]}})";
  };
  CHECK(import.dump(import.file("same.json", post + "\n" + person("1998") + "\n")).tenures == 0);
  CHECK(import.dump(import.file("other.json", post + "\n" + person("2005") + "\n")).tenures == 1);
  CHECK(tenures_of(import.loaded(), "person/old") ==
        "head-of-government of state/germany 1998-10-27/\nhead-of-government of state/germany 2005/\n");
}

TEST_CASE("an import that was stopped goes on where it was, and ends with the same bytes") {
  const std::string expected = read_all(data + "expected/dump.ttl");
  for (const std::uint64_t stop : {1, 2, 7, 17, 18, 29}) {
    INFO(stop);
    Import import;
    import.options.stop_after = stop;
    const ImportSummary first = import.dump(sample);
    CHECK_FALSE(first.complete);
    CHECK(first.entities == stop);
    REQUIRE(exists(import.options.output + ".state"));
    import.loaded();
    // What was written after the last saving, by a run that was killed, does not count.
    std::ofstream(import.options.output + ".part", std::ios::app) << "Q1\tcPerson\tlSpurious Person\nQ2\tcPer";
    import.options.stop_after = 0;
    import.options.resume = true;
    const ImportSummary second = import.dump(sample);
    CHECK(second.complete);
    CHECK(second.entities == 30);
    CHECK(second.bad == 3);
    CHECK(second.bytes == read_all(sample).size());
    CHECK(import.output() == expected);
    CHECK_FALSE(exists(import.options.output + ".state"));
  }
}

TEST_CASE("a dump that breaks off is reported, and its rest read later") {
  const std::string whole = read_all(sample);
  Import import;
  const std::string file = import.file("dump.json", whole.substr(0, whole.size() * 2 / 3));
  CHECK_FALSE(import.dump(file).complete);
  CHECK(import.diagnostics.back().severity == Severity::error);
  import.options.resume = true;
  import.file("dump.json", whole);
  // The line that was cut was counted as bad and is passed over; all others are there.
  CHECK(import.dump(file).complete);
  CHECK(lines_of(import.output()).size() > 50);
}

TEST_CASE("resuming is refused where it would mix things up") {
  Import import;
  import.options.resume = true;
  CHECK(import.refusal(sample) == "file-not-found");
  import.options.resume = false;
  import.options.stop_after = 5;
  import.dump(sample);
  import.options.resume = true;
  CHECK(import.refusal(import.file("other.json", "[\n" + std::string(5000, ' ') + "\n]\n")) == "bad-state");
  CHECK(import.refusal(import.file("short.json", read_all(sample).substr(0, 4096))) == "truncated-input");
  import.options.classes = {"Q6256"};
  CHECK(import.refusal(sample) == "bad-state");
  import.options.classes.clear();
  std::filesystem::resize_file(import.options.output + ".part", 10);
  CHECK(import.refusal(sample) == "bad-state");
  std::ofstream(import.options.output + ".state") << "entente-import 1\nbytes many\n";
  CHECK(import.refusal(sample) == "bad-state");
}

TEST_CASE("classes and properties filter") {
  Import import;
  import.options.classes = {"Q3624078", "Q198=Crisis"};
  import.dump(sample);
  std::string text = import.output();
  CHECK(text.find("<state/northland-q900001> a ent:State") != std::string::npos);
  CHECK(text.find("<conflict/harbour-war-q900060> a ent:Crisis") != std::string::npos);
  CHECK(text.find("<person/") == std::string::npos);
  import.options.classes = {"Q5"};
  import.options.properties = {"P39"};
  import.dump(sample);
  text = import.output();
  CHECK(text.find("<person/astrid-holm-q900030>") != std::string::npos);
  CHECK(text.find("ent:gender") == std::string::npos);
  CHECK(text.find("northland") == std::string::npos);
  CHECK(text.find("<tenure/q567/federal-chancellor-of-germany-q900070/1>") != std::string::npos);  // posts come with people
  for (const char* wrong : {"Q77777", "P31", "Q77777=Kingdom"}) {
    import.options.classes = {wrong};
    CHECK(import.refusal(sample) == "bad-option");
  }
  import.options.classes.clear();
  import.options.properties = {"P999"};
  CHECK(import.refusal(sample) == "bad-option");
}

TEST_CASE("what cannot be read or written is an error") {
  Import import;
  CHECK(import.refusal(import.world.folder() + "/none.json") == "file-not-found");
  import.options.output = import.world.folder() + "/no/such/folder.ttl";
  CHECK(import.refusal(sample) == "not-written");
}

TEST_CASE("only the first hundred bad lines are listed, all are counted") {
  Import import;
  std::string text = "[\n";
  for (int i = 0; i < 300; ++i) text += "{,\n";
  const ImportSummary summary = import.dump(import.file("bad.json", text + "]\n"));
  CHECK(summary.bad == 300);
  CHECK(summary.complete);
  CHECK(import.diagnostics.size() == 101);
  CHECK(import.diagnostics[0].line == 2);
}

TEST_CASE("what the base has without a Wikidata item is recognised by name, kind and state") {
  const std::string items =
      base_items +
      "<state/northland> a ent:State ; rdfs:label \"Northland\" ; owl:sameAs wd:Q900001 ; ent:prominence 0.9 .\n"
      "<place/northport> a ent:City ; rdfs:label \"Northport\" ; ent:ofState <state/northland> .\n"
      "<place/oldformat-city> a ent:City ; rdfs:label \"Oldformat City\" ; ent:ofState <state/germany> .\n"
      "<conflict/harbour-war> a ent:War ; rdfs:label \"War of the Harbour\" ; skos:altLabel \"Harbour War\" .\n"
      "<organisation/river-league> a ent:Forum ; rdfs:label \"River League\" .\n"
      "<person/jan-kos> a ent:Person ; rdfs:label \"Jan Kos\" .\n";
  Import import(items);
  CHECK(import.dump(sample).by_name == 2);
  const Knowledge known = import.loaded();
  CHECK(known.item(known.find_key("place/northport")).wikidata == "Q900002");
  CHECK(known.item(known.find_key("organisation/river-league")).wikidata == "Q900041");
  for (const char* other : {"place/oldformat-city", "conflict/harbour-war", "person/jan-kos"})
    CHECK(known.item(known.find_key(other)).wikidata.empty());
  // Two of that name in the dump: which is meant is not certain.
  const std::string text = read_all(sample);
  const std::size_t at = text.find("{\"type\":\"item\",\"id\":\"Q900041\"");
  std::string second = text.substr(at, text.find('\n', at) - at);
  for (std::size_t i = 0; (i = second.find("Q900041", i)) != std::string::npos;) second.replace(i, 7, "Q900047");
  CHECK(import.dump(import.file("two.json", "[\n" + second + "\n" + text.substr(2))).by_name == 1);
}

TEST_CASE("a dump without entities is reported") {
  Import import;
  import.dump(import.file("empty.json", "[\n]\n"));
  REQUIRE(import.diagnostics.size() == 1);
  CHECK(import.diagnostics[0].code == "no-entities");
}
