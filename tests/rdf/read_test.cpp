#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "entente/rdf.hpp"

using namespace entente;

namespace {

struct File {
  std::string path;
  File(const std::string& name, const std::string& content)
      : path((std::filesystem::temp_directory_path() / ("entente-rdf-" + std::to_string(::getpid()) + name)).string()) {
    std::ofstream(path, std::ios::binary) << content;
  }
  ~File() { std::filesystem::remove(path); }
};

struct Read {
  std::vector<Triple> triples;
  std::vector<std::size_t> lines;
  Outcome outcome = Done{};
};

Read read(const std::string& path) {
  Read result;
  result.outcome = read_rdf(path, [&](const Triple& triple, std::size_t line) {
    result.triples.push_back(triple);
    result.lines.push_back(line);
  });
  return result;
}

}  // namespace

TEST_CASE("triples come in file order with their lines", "[rdf]") {
  const File file(".ttl",
                  "\xEF\xBB\xBF@prefix e: <http://e/> .\n# comment\ne:a e:p \"x\"@en ,\n  12 ;\n  e:q e:b .\n\ne:c e:p "
                  "\"\"\"two\nlines\"\"\" .\n");
  const Read got = read(file.path);
  REQUIRE(got.outcome);
  REQUIRE(got.triples.size() == 4);
  CHECK(got.lines == std::vector<std::size_t>{3, 4, 5, 8});
  CHECK(got.triples[0] ==
        Triple{{TermKind::iri, "http://e/a", "", ""}, {TermKind::iri, "http://e/p", "", ""}, {TermKind::literal, "x", "", "en"}});
  CHECK(got.triples[1].object == Term{TermKind::literal, "12", "http://www.w3.org/2001/XMLSchema#integer", ""});
  CHECK(got.triples[3].object.value == "two\nlines");
}

TEST_CASE("blank nodes become IRIs, relative IRIs absolute", "[rdf]") {
  const File file(".ttl", "@base <http://e/x/> .\n<a> <p> [ <q> \"1\" ] .\n");
  const Read got = read(file.path);
  REQUIRE(got.outcome);
  REQUIRE(got.triples.size() == 2);
  for (const Triple& triple : got.triples) CHECK(triple.predicate.value.substr(0, 11) == "http://e/x/");
  std::size_t blanks = 0;
  for (const Triple& triple : got.triples)
    blanks += (triple.subject.value.rfind("urn:bnode:", 0) == 0) + (triple.object.value.rfind("urn:bnode:", 0) == 0);
  CHECK(blanks == 2);
}

TEST_CASE("bad input is an error with file and line", "[rdf]") {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"@prefix e: <http://e/> .\ne:a e:p e:b .\ne:a e:p e:c .\nbroken here\n", 4},
      {"<http://e/a> <http://e/p> undeclared:x .\n", 1},
      {"<http://e/a> <http://e/p>\n\n <http://e/a b> .\n", 3},
      {"<http://e/a> <http://e/p> \"\xFF\" .\n", 1},
      {"<http://e/a> <http://e/p> \"never closed\n", 1},
      {"<http://e/a> <http://e/p>", 1},
  };
  for (const auto& [content, line] : cases) {
    INFO(content);
    const File file(".ttl", content);
    const Read got = read(file.path);
    REQUIRE_FALSE(got.outcome);
    CHECK(got.outcome.error().code == "invalid-rdf");
    CHECK(got.outcome.error().file == file.path);
    CHECK(got.outcome.error().line == line);
  }
}

TEST_CASE("no such file, a folder and an unknown ending are told apart", "[rdf]") {
  CHECK(read("/nowhere/x.ttl").outcome.error().code == "file-not-found");
  CHECK(read("/nowhere/x.rdf").outcome.error().code == "unknown-format");
  const auto folder = std::filesystem::temp_directory_path() / ("entente-rdf-folder" + std::to_string(::getpid()) + ".ttl");
  std::filesystem::create_directory(folder);
  CHECK(read(folder.string()).outcome.error().code == "file-not-found");
  std::filesystem::remove(folder);
}

TEST_CASE("what is written is read back the same", "[rdf]") {
  const std::string xs = "http://www.w3.org/2001/XMLSchema#";
  std::vector<Triple> triples;
  for (const char* value :
       {"", "\"", "\"\"\"", "ends in quotes\"\"", "back\\slash\\", "tab\tnew\nline\r", "\x01\x7F", "é € 𝒳", "a 'b' \"c\""})
    triples.push_back(
        {{TermKind::iri, "http://e/s", "", ""}, {TermKind::iri, "http://e/p", "", ""}, {TermKind::literal, value, "", ""}});
  triples.push_back({{TermKind::iri, "http://e/sé", "", ""},
                     {TermKind::iri, "http://e/p-x", "", ""},
                     {TermKind::literal, "-5", xs + "integer", ""}});
  triples.push_back({{TermKind::iri, "http://e/s", "", ""},
                     {TermKind::iri, "http://e/p", "", ""},
                     {TermKind::literal, "3", xs + "nonNegativeInteger", ""}});
  std::sort(triples.begin(), triples.end());
  for (const RdfFormat format : {RdfFormat::turtle, RdfFormat::ntriples}) {
    std::ostringstream out;
    REQUIRE(write_rdf(out, triples, {{"e", "http://e/"}, {"xsd", xs}}, format));
    const File file(format == RdfFormat::turtle ? ".ttl" : ".nt", out.str());
    Read got = read(file.path);
    REQUIRE(got.outcome);
    std::sort(got.triples.begin(), got.triples.end());
    CHECK(got.triples == triples);
  }
}
