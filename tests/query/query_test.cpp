// The tests of the engine need Node.js and `npm ci` in the source folder, as `entente query` does.
#include "entente/query.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/json.hpp"
#include "query/process.hpp"

using namespace entente;

namespace {

const std::string source = ENTENTE_SOURCE_DIR;
const std::string graph = source + "/tests/emit/sample.ttl";

QueryOptions options(const std::string& query, ResultFormat format = ResultFormat::tsv) {
  QueryOptions out;
  out.query = query;
  out.graphs = {graph};
  out.format = format;
  out.engine = find_engine(source);
  return out;
}

std::string answer(const std::string& query, ResultFormat format = ResultFormat::tsv) {
  const auto result = run_query(options(query, format));
  if (!result) FAIL(result.error().message);
  return result.value();
}

Error refusal(const QueryOptions& options) {
  const auto result = run_query(options);
  REQUIRE_FALSE(result);
  return result.error();
}

struct File {
  std::string path;
  File(const std::string& ending, const std::string& content)
      : path((std::filesystem::temp_directory_path() / ("entente-query-" + std::to_string(::getpid()) + ending)).string()) {
    std::ofstream(path, std::ios::binary) << content;
  }
  ~File() { std::filesystem::remove(path); }
};

const std::string all = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

}  // namespace

TEST_CASE("the features that simple engines lack", "[query]") {
  CHECK(answer("SELECT ?name { ?claim ent:reports/ent:actor/rdfs:label ?name . FILTER NOT EXISTS { ?claim ent:target ?t } ?claim a "
               "ent:EventClaim }") == "?name\n\"Norland\"\n");
  CHECK(answer("SELECT ?article (COUNT(DISTINCT ?claim) AS ?n) { ?claim ent:article ?a ; ent:status ?s . ?a dcterms:identifier "
               "?article } GROUP BY "
               "?article "
               "ORDER BY ?article") == "?article\t?n\n\"a-first\"\t5\n\"b-second\"\t6\n\"c-third\"\t5\n");
}

TEST_CASE("a table is aligned, shortens IRIs and counts its rows", "[query]") {
  const std::string table =
      answer("SELECT ?tie ?weight { ?tie a ent:Tie ; ent:weight ?weight } ORDER BY ?weight LIMIT 2", ResultFormat::table);
  CHECK(table ==
        "tie                                  weight\n"
        "-----------------------------------  ------\n"
        "tie:person_anna-berg--state_suria    1\n"
        "tie:person_anna-berg--state_norland  2\n(2 rows)\n");
}

TEST_CASE("ASK, CONSTRUCT and DESCRIBE", "[query]") {
  CHECK(answer("ASK { ?x a ent:Person }", ResultFormat::table) == "yes\n");
  CHECK(answer("# SELECT\nASK { ?x a ent:Ship }", ResultFormat::csv) == "false\n");
  CHECK(answer("ASK { ?x a ent:Ship }", ResultFormat::json).find("\"boolean\":false") != std::string::npos);
  const std::string made = answer("CONSTRUCT { ?p <http://e/is> \"here\" } WHERE { ?p a ent:Person }", ResultFormat::table);
  CHECK(made ==
        "<https://example.org/entente/person/anna-berg> <http://e/is> \"here\" .\n"
        "<https://example.org/entente/person/ivo-moss> <http://e/is> \"here\" .\n");
  CHECK(answer("DESCRIBE person:ivo-moss").find("\"Ivo Moss\"") != std::string::npos);
}

TEST_CASE("CSV and JSON are those of the W3C", "[query]") {
  const std::string query = "SELECT ?text { ?c ent:evidence/nif:anchorOf ?text . FILTER(STRSTARTS(?text, '\"')) } LIMIT 1";
  CHECK(answer(query, ResultFormat::csv).find("\"\"\"Norland has closed the strait,\"\" Berg said.\"") != std::string::npos);
  const auto json = Json::parse(answer(query, ResultFormat::json));
  REQUIRE(json);
  const Json& row = json->find("results")->find("bindings")->items().at(0);
  CHECK(row.find("text")->find("value")->text() == "\"Norland has closed the strait,\" Berg said.");
}

TEST_CASE("several files are one graph", "[query]") {
  const File more(".nt", "<https://example.org/entente/person/ivo-moss> <http://e/p> \"extra\" .\n");
  QueryOptions both = options("SELECT ?name ?x { ?s rdfs:label ?name ; <http://e/p> ?x }");
  both.graphs.push_back(more.path);
  CHECK(run_query(both).value() == "?name\t?x\n\"Ivo Moss\"\t\"extra\"\n");
}

TEST_CASE("a result of megabytes comes whole", "[query]") {
  std::string triples;
  for (int i = 0; i < 20000; ++i) triples += "<http://e/s> <http://e/p> \"" + std::to_string(i) + std::string(200, 'x') + "\" .\n";
  const File big(".nt", triples);
  QueryOptions query = options("SELECT ?o { ?s ?p ?o }");
  query.graphs = {big.path};
  const auto result = run_query(query);
  REQUIRE(result);
  CHECK(std::count(result.value().begin(), result.value().end(), '\n') == 20001);
}

TEST_CASE("a broken query is refused with the engine's words", "[query]") {
  const Error error = refusal(options("SELECT ?x\nWHERE { ?x a }"));
  CHECK(error.code == "invalid-query");
  CHECK(error.message.find("2:1") != std::string::npos);  // line and column
  CHECK(refusal(options("SELECT ?x { ?x a undeclared:Thing }")).message.find("'undeclared:'") != std::string::npos);
  CHECK(refusal(options("DROP ALL")).code == "invalid-query");
  CHECK(refusal(options("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }")).code == "invalid-query");
  CHECK(refusal(options("")).code == "invalid-query");
  CHECK(refusal(options(std::string("SELECT \0", 8))).code == "invalid-query");
  CHECK(refusal(options(std::string(1 << 20, ' '))).code == "invalid-query");
}

TEST_CASE("a missing or broken graph is named", "[query]") {
  QueryOptions missing = options(all);
  missing.graphs = {"/nowhere/graph.ttl"};
  CHECK(refusal(missing).code == "file-not-found");
  CHECK(refusal(missing).file == "/nowhere/graph.ttl");
  missing.graphs.clear();
  CHECK(refusal(missing).code == "file-not-found");
  const File broken(".ttl", "<http://e/a> <http://e/b> .\n");
  missing.graphs = {broken.path};
  CHECK(refusal(missing).code == "invalid-rdf");
  CHECK(refusal(missing).file == broken.path);
}

TEST_CASE("what is not installed is named", "[query]") {
  QueryOptions query = options(all);
  query.node = "/nowhere/node";
  CHECK(refusal(query).code == "no-node");
  query = options(all);
  query.engine = find_engine("/nowhere");
  CHECK(refusal(query).code == "no-engine");
  // The engine in a place from where it cannot see the package.
  const auto folder = std::filesystem::temp_directory_path() / ("entente-query-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  std::filesystem::copy_file(find_engine(source), folder / "engine.mjs");
  query.engine = find_engine(folder.string());
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path("/");
  const Error error = refusal(query);
  std::filesystem::current_path(here);
  std::filesystem::remove_all(folder);
  CHECK(error.code == "no-oxigraph");
  CHECK(error.message.find("npm install oxigraph") != std::string::npos);
  query = options(all);
  query.node = "false";  // a program that fails without a word
  CHECK(refusal(query).code == "engine-failed");
}

TEST_CASE("a program's output, errors and exit code are kept apart", "[query]") {
  const Ran ran = run_program({"sh", "-c", "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; exit 3"});
  CHECK(ran.spawn_error == 0);
  CHECK(ran.exit_code == 3);
  CHECK(ran.out.size() == 300000);
  CHECK(ran.err.size() == 300000);
  CHECK(run_program({"sh", "-c", "kill -9 $$"}).exit_code == -1);
  CHECK(run_program({"cat"}).out.empty());
}
