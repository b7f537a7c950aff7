// Classes below the wanted ones: collected from a dump of Wikidata's form in a first reading, or answered by the query service.
#include "import/subclasses.hpp"

#include "import/scratch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string statement(const std::string& property, int value, const std::string& rank = "normal") {
  const std::string id = std::to_string(value);
  return R"({"mainsnak":{"snaktype":"value","property":")" + property +
         R"(","datavalue":{"value":{"entity-type":"item","numeric-id":)" + id + R"(,"id":"Q)" + id +
         R"("},"type":"wikibase-entityid"},"datatype":"wikibase-item"},"type":"statement","id":"Q1$0-)" + property + id +
         R"(","rank":")" + rank + R"(","references":[]})";
}

std::string entity(int id, const std::string& label, const std::string& claims) {
  return R"({"type":"item","id":"Q)" + std::to_string(id) + R"(","labels":{"en":{"language":"en","value":")" + label +
         R"("}},"descriptions":{"en":{"language":"en","value":"not a \"P279\" of anything"}},"aliases":{},"claims":{)" + claims +
         R"(},"sitelinks":{"enwiki":{"site":"enwiki","title":")" + label + R"(","badges":[]}},"lastrevid":7})";
}

std::string is_a(const std::string& statements) { return R"("P31":[)" + statements + "]"; }
std::string below(const std::string& statements) { return R"("P279":[)" + statements + "]"; }

// Two steps below "treaty" (Q131569): 900210 below 900211 below it, and the loops that Wikidata has. Instances stand before their
// class and behind it.
std::string dump_text() {
  const std::vector<std::string> lines = {
      entity(900201, "Elbow Bay Fisheries Accord", is_a(statement("P31", 900210))),
      entity(900210, "fisheries accord", below(statement("P279", 900211) + "," + statement("P279", 900299, "deprecated"))),
      entity(900202, "Two Shores Boundary Accord", is_a(statement("P31", 900211))),
      entity(900211, "accord between neighbours", below(statement("P279", 131569) + "," + statement("P279", 900210))),
      entity(900203, "Herring Sound Accord", is_a(statement("P31", 900210))),
      entity(900204, "Accord of the Old Kind", is_a(statement("P31", 900299))),
      entity(900299, "folk tale", below(statement("P279", 900298))),
      entity(900205, "Plain Treaty of Ostrava", is_a(statement("P31", 131569)))};
  std::string out = "[\n";
  for (std::size_t i = 0; i < lines.size(); ++i) out += lines[i] + (i + 1 < lines.size() ? ",\n" : "\n");
  return out + "]\n";
}

std::vector<std::string> treaties_of(const Knowledge& known) {
  std::vector<std::string> out;
  for (const Item& item : known.items())
    if (item.type == EntityType::Treaty) out.emplace_back(item.label);
  std::sort(out.begin(), out.end());
  return out;
}

class Subclasses : public Import {
 public:
  Subclasses() { table.output = world.folder() + "/subclasses.tsv"; }
  ImportSummary collect(const std::string& input) {
    diagnostics.clear();
    auto summary = import_subclasses(input, table, diagnostics);
    if (!summary) FAIL(to_line(summary.error()));
    return summary.value();
  }
  ImportOptions table;
};

const std::string expected_table = "Q900210\tQ900211\nQ900211\tQ131569\nQ900211\tQ900210\nQ900299\tQ900298\n";

}  // namespace

TEST_CASE("the first reading of a dump writes which class lies below which") {
  Subclasses import;
  const ImportSummary summary = import.collect(import.file("dump.json", dump_text()));
  CHECK(summary.complete);
  CHECK(summary.entities == 8);
  CHECK(summary.kept == 3);
  CHECK(read_all(import.table.output) == expected_table);
  CHECK_FALSE(exists(import.table.output + ".part"));
  CHECK_FALSE(exists(import.table.output + ".state"));
}

TEST_CASE("a first reading that stopped goes on where it was") {
  Subclasses import;
  const std::string dump = import.file("dump.json", dump_text());
  import.table.stop_after = 3;
  CHECK_FALSE(import.collect(dump).complete);
  CHECK_FALSE(exists(import.table.output));
  import.table.stop_after = 0;
  import.table.resume = true;
  CHECK(import.collect(dump).entities == 8);
  CHECK(read_all(import.table.output) == expected_table);
}

TEST_CASE("instances of classes below the wanted ones are taken, wherever the class stands in the dump") {
  Subclasses import;
  const std::string dump = import.file("dump.json", dump_text());
  import.dump(dump);
  CHECK(treaties_of(import.loaded()) == std::vector<std::string>{"Plain Treaty of Ostrava"});
  import.collect(dump);
  import.options.subclasses = import.table.output;
  import.dump(dump);
  CHECK(treaties_of(import.loaded()) == std::vector<std::string>{"Elbow Bay Fisheries Accord", "Herring Sound Accord",
                                                                 "Plain Treaty of Ostrava", "Two Shores Boundary Accord"});
}

TEST_CASE("an import that was begun with other subclasses does not go on") {
  Subclasses import;
  const std::string dump = import.file("dump.json", dump_text());
  import.options.stop_after = 2;
  import.dump(dump);
  import.options.stop_after = 0;
  import.options.resume = true;
  import.options.subclasses = import.file("subclasses.tsv", "Q900210\tQ131569\n");
  CHECK(import.refusal(dump) == "bad-state");
}

TEST_CASE("answers of the query service are a table of subclasses, too") {
  Subclasses import;
  const std::string file =
      import.file("answer.tsv",
                  "?below\t?above\r\n<http://www.wikidata.org/entity/Q900210>\t<http://www.wikidata.org/entity/Q900211>\r\n"
                  "http://www.wikidata.org/entity/Q900211\thttp://www.wikidata.org/entity/Q131569\n"
                  "Q900212\t<http://www.wikidata.org/.well-known/genid/5a>\n");
  const auto edges = read_subclasses(file);
  REQUIRE(edges);
  REQUIRE(edges->size() == 2);
  CHECK(edges.value()[1].above == 131569);
  CHECK(edges.value()[1].below == 900211);
  const auto refused = read_subclasses(import.file("wrong.tsv", "Q1\tQ2\nQ3 Q4\n"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().line == 2);
  CHECK(read_subclasses(import.world.folder() + "/nothing.tsv").error().code == "file-not-found");
}

TEST_CASE("a class counts for the row that it is nearest to, and people are not looked for below") {
  std::unordered_map<Qid, ClassRule> rows;
  rows[5] = {0, "Person", "", 0};
  rows[10] = {1, "War", "", 0};
  rows[20] = {2, "Conflict", "", 0};
  // 30 lies two steps below 10 and one below 20; 31 one below both; 10 itself below 20; 40 below people.
  const auto found = classes_below(rows, {{10, 33}, {33, 30}, {20, 30}, {20, 31}, {10, 31}, {20, 10}, {5, 40}, {31, 20}});
  std::string text;
  for (const ImportTables::Below& b : found) text += std::to_string(b.id) + "<" + std::to_string(b.row) + " ";
  CHECK(text == "30<20 31<10 33<10 ");
}
