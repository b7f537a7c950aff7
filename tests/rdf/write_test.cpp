#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <streambuf>

#include "entente/rdf.hpp"

using namespace entente;

namespace {

const std::string xs = "http://www.w3.org/2001/XMLSchema#";
const std::string type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const std::string label = "http://www.w3.org/2000/01/rdf-schema#label";

Term iri(const std::string& value) { return {TermKind::iri, value, "", ""}; }
Term text(const std::string& value, const std::string& datatype = "", const std::string& language = "") {
  return {TermKind::literal, value, datatype, language};
}

const Prefixes prefixes = {{"ent", "http://e/o#"}, {"p", "http://e/person/"}, {"unused", "http://e/unused/"}, {"xsd", xs}};

std::vector<Triple> sample() {
  const Term a = iri("http://e/person/jens-stoltenberg");
  return {
      {a, iri("http://e/o#aka"), text("\"Jens\" said\nso\"\"")},
      {a, iri(label), text("Jens Stoltenberg", "", "en")},
      {a, iri(type), iri("http://e/o#Person")},
      {a, iri("http://e/o#age"), text("12", xs + "integer")},
      {a, iri("http://e/o#share"), text("0.50", xs + "decimal")},
      {a, iri("http://e/o#whole"), text("5", xs + "decimal")},
      {a, iri("http://e/o#good"), text("true", xs + "boolean")},
      {a, iri("http://e/o#born"), text("1959-03", xs + "gYearMonth")},
      {a, iri("http://e/o#knows"), iri("http://e/person/b.c")},
      {a, iri("http://e/o#knows"), iri("http://e/person/zoe")},
      {iri("http://e/person/aa"), iri("http://e/o#kind"), iri("http://e/o#phone-call")},
      {iri("http://e/person/aa"), iri("http://e/o#kind"), text("plain", xs + "string")},
      {iri("http://e/person/aa"), iri("http://e/o#kind"), text("plain")},
  };
}

constexpr std::string_view expected = R"(@prefix ent: <http://e/o#> .
@prefix p: <http://e/person/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

p:aa
	ent:kind "plain" ,
		ent:phone-call .

p:jens-stoltenberg
	a ent:Person ;
	<http://www.w3.org/2000/01/rdf-schema#label> "Jens Stoltenberg"@en ;
	ent:age 12 ;
	ent:aka "\"Jens\" said\nso\"\"" ;
	ent:born "1959-03"^^xsd:gYearMonth ;
	ent:good true ;
	ent:knows <http://e/person/b.c> ,
		p:zoe ;
	ent:share 0.50 ;
	ent:whole "5"^^xsd:decimal .

)";

std::string written(std::vector<Triple> triples, RdfFormat format = RdfFormat::turtle) {
  std::ostringstream out;
  const auto count = write_rdf(out, std::move(triples), prefixes, format);
  REQUIRE(count);
  return out.str();
}

// A disk that is full after so many bytes.
class FullDisk : public std::streambuf {
 public:
  explicit FullDisk(std::size_t space) : space_(space) {}

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    const auto taken = std::min(space_, static_cast<std::size_t>(size));
    space_ -= taken;
    return static_cast<std::streamsize>(taken);
  }
  int overflow(int c) override { return space_ == 0 ? traits_type::eof() : (--space_, c); }

 private:
  std::size_t space_;
};

}  // namespace

TEST_CASE("Turtle is readable: used prefixes, types first, grouped by subject", "[rdf]") { CHECK(written(sample()) == expected); }

TEST_CASE("the order of the input leaves no trace", "[rdf]") {
  std::vector<Triple> triples = sample();
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(triples.begin(), triples.end(), random);
    auto twice = triples;
    twice.insert(twice.end(), triples.begin(), triples.begin() + 5);
    CHECK(written(twice) == expected);
  }
}

TEST_CASE("the number of different triples is returned", "[rdf]") {
  std::ostringstream out;
  CHECK(write_rdf(out, sample(), prefixes, RdfFormat::turtle).value() == 12);
  CHECK(write_rdf(out, {}, prefixes, RdfFormat::turtle).value() == 0);
}

TEST_CASE("N-Triples are one full triple a line", "[rdf]") {
  const std::string lines = written(sample(), RdfFormat::ntriples);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 12);
  CHECK(lines.find("<http://e/person/aa> <http://e/o#kind> <http://e/o#phone-call> .\n") != std::string::npos);
  CHECK(lines.find("\"12\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n") != std::string::npos);
}

TEST_CASE("nothing is written if one triple is invalid", "[rdf]") {
  for (const Term& bad :
       {iri("http://e/a b"), iri("relative"), text("\xFF"), text("x", xs + "integer"), text("2014-02-30", xs + "date")}) {
    auto triples = sample();
    triples.push_back({iri("http://e/s"), iri("http://e/p"), bad});
    std::ostringstream out;
    const auto result = write_rdf(out, triples, prefixes, RdfFormat::turtle);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "invalid-rdf");
    CHECK(result.error().message.find("<http://e/s>") != std::string::npos);
    CHECK(out.str().empty());
  }
}

TEST_CASE("a bad prefix is refused", "[rdf]") {
  std::ostringstream out;
  CHECK_FALSE(write_rdf(out, sample(), {{"a b", "http://e/"}}, RdfFormat::turtle));
  CHECK_FALSE(write_rdf(out, sample(), {{"a", "no iri"}}, RdfFormat::turtle));
  CHECK_FALSE(write_rdf(out, sample(), {{"a", "http://e/x"}}, RdfFormat::turtle));
}

TEST_CASE("a full disk is an error wherever it strikes", "[rdf]") {
  for (const std::size_t space : {std::size_t{0}, std::size_t{10}, expected.size() - 1}) {
    FullDisk disk(space);
    std::ostream out(&disk);
    const auto result = write_rdf(out, sample(), prefixes, RdfFormat::turtle);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "cannot-write");
  }
  FullDisk enough(expected.size());
  std::ostream out(&enough);
  CHECK(write_rdf(out, sample(), prefixes, RdfFormat::turtle));
}

TEST_CASE("N-Quads name the graph of each line, or none, and are sorted") {
  const Term a = iri("http://e/person/zoe");
  const std::vector<Triple> triples = {{a, iri(label), text("Zoe \"Z\"\n", "", "en")}, {a, iri(type), iri("http://e/o#Person")}};
  std::ostringstream out;
  REQUIRE(write_nquads(out, triples, "").value() == 2);
  REQUIRE(write_nquads(out, triples, "http://e/graph/background").value() == 2);
  const std::string first = "<http://e/person/zoe> <" + type + "> <http://e/o#Person>";
  const std::string second = "<http://e/person/zoe> <" + label + R"(> "Zoe \"Z\"\n"@en)";
  CHECK(out.str() == first + " .\n" + second + " .\n" + first + " <http://e/graph/background> .\n" + second +
                         " <http://e/graph/background> .\n");
  std::ostringstream nothing;
  CHECK(write_nquads(nothing, triples, "no iri").error().code == "invalid-rdf");
  CHECK(nothing.str().empty());
}
