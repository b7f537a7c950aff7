// What the shipped queries answer, as files; expected/*.nt are their answers over wikidata.ttl.
#include "import/scratch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

ImportSummary take(Import& import, const std::vector<std::string>& files) {
  auto summary = import_results(files, import.options, import.base, import.diagnostics);
  if (!summary) FAIL(to_line(summary.error()));
  return summary.value();
}

const std::string rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
std::string wd(const std::string& id) { return "<http://www.wikidata.org/entity/" + id + "> "; }
std::string ent(const std::string& name) { return "<https://w3id.org/entente/ontology#" + name + "> "; }

}  // namespace

TEST_CASE("answers of all queries become one file of knowledge") {
  Import import;
  std::vector<std::string> files;
  for (const char* query : {"people", "treaties", "organisations", "ministries", "cities"})
    files.push_back(data + "expected/" + query + ".nt");
  const ImportSummary summary = take(import, files);
  CHECK(import.problems().empty());
  CHECK(summary.tenures == 3);
  CHECK(summary.steps == 2);
  CHECK(summary.things == 6);
  CHECK(import.output() == read_all(data + "expected/results.ttl"));
  CHECK_FALSE(exists(import.options.output + ".part"));
  const Knowledge known = import.loaded();
  const auto holders = known.holders("foreign-minister", known.find_key("state/germany"), {2010, 1, 1});
  REQUIRE(holders.size() == 1);
  CHECK(known.item(holders[0]->person).key == "person/astrid-holm-q900030");
  // The order of the files does not matter.
  const std::string first = import.output();
  take(import, {files.rbegin(), files.rend()});
  CHECK(import.output() == first);
}

TEST_CASE("what is wrong in an answer is named with file and line, and the rest taken") {
  Import import;
  const std::string file = import.file(
      "answer.nt", wd("Q900041") + rdf + ent("InternationalOrganization") + ".\n" + wd("Q900041") +
                       "<http://www.w3.org/2000/01/rdf-schema#label> \"River League\"@en .\n" + wd("Q900042") + rdf +
                       ent("Kingdom") + ".\n" + wd("Q900043") + rdf + ent("State") + ".\n" + "<http://a.example/x> " + rdf +
                       ent("State") + ".\n" + wd("Q900041") + "<http://a.example/motto> \"Flow\" .\n" + wd("statement/a") + rdf +
                       ent("Tenure") + ".\n" + wd("Q900041") + ent("signedOn") + "\"May 1951\" .\n");
  const ImportSummary summary = take(import, {file});
  CHECK(summary.bad == 6);
  CHECK(summary.things == 1);
  CHECK(import.problems() ==
        "6: the property <http://a.example/motto> is none of the project's queries\n"
        "5: <http://a.example/x> is no Wikidata item\n"
        "8: 'May 1951' is no date (YYYY, YYYY-MM or YYYY-MM-DD)\n"
        "3: Q900042 has no class of entente.ttl\n"
        "4: Q900043 has no English label\n"
        "7: <http://www.wikidata.org/entity/statement/a> does not say who or what it is about\n");
  CHECK(import.diagnostics[0].file == file);
  import.loaded();
  const auto broken = import_results({import.file("broken.ttl", "<a> <b")}, import.options, import.base, import.diagnostics);
  CHECK_FALSE(broken);
}
