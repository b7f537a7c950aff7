#include "rdf/validate.hpp"

#include <catch2/catch.hpp>

#include "rdf/lexical.hpp"

using namespace entente;

TEST_CASE("IRIs that every store takes", "[rdf]") {
  for (const char* iri :
       {"http://example.org/a", "https://example.org/person/zoë-ng#x", "urn:x:y", "http://a/b?c=d&e=%C3%A9", "mailto:a@b.org"}) {
    INFO(iri);
    CHECK(valid_iri(iri));
  }
}

TEST_CASE("IRIs that some store refuses", "[rdf]") {
  for (const char* iri : {"",
                          "a",
                          "/a/b",
                          "http:",
                          "http://a/b c",
                          "http://a/<b>",
                          "http://a/\"b\"",
                          "http://a/{b}",
                          "http://a/b|c",
                          "http://a/b\\c",
                          "http://a/b^c",
                          "http://a/`",
                          "http://a/\n",
                          "http://a/\x7F",
                          "http://a/%zz",
                          "http://a/%4",
                          "http://a/#b#c",
                          "http://a/\xFF",
                          "http://a/\xEE\x80\x80",
                          "http://a/\xC2\x85",
                          "1ttp://a/",
                          "http://[::1]/"}) {
    INFO(iri);
    CHECK_FALSE(valid_iri(iri));
  }
}

static bool fits(const char* type, const char* text) { return valid_lexical(std::string(xsd) + type, text); }

TEST_CASE("lexical forms of typed literals", "[rdf]") {
  CHECK(fits("integer", "-12"));
  CHECK_FALSE(fits("integer", "x"));
  CHECK_FALSE(fits("integer", ""));
  CHECK_FALSE(fits("integer", "1.0"));
  CHECK(fits("nonNegativeInteger", "0"));
  CHECK_FALSE(fits("nonNegativeInteger", "-1"));
  CHECK_FALSE(fits("positiveInteger", "00"));
  CHECK(fits("decimal", "0.75"));
  CHECK_FALSE(fits("decimal", "5."));
  CHECK_FALSE(fits("decimal", "1e3"));
  CHECK(fits("double", "1e-3"));
  CHECK_FALSE(fits("double", "inf"));
  CHECK(fits("boolean", "true"));
  CHECK_FALSE(fits("boolean", "1"));
  CHECK(fits("date", "2020-02-29"));
  CHECK(fits("date", "2020-02-29+01:00"));
  CHECK_FALSE(fits("date", "2019-02-29"));
  CHECK_FALSE(fits("date", "2019-02"));
  CHECK_FALSE(fits("date", "2019-02-01+15:00"));
  CHECK(fits("gYearMonth", "2014-04"));
  CHECK_FALSE(fits("gYearMonth", "2014-13"));
  CHECK(fits("gYear", "1997"));
  CHECK_FALSE(fits("gYear", "97"));
  CHECK(fits("dateTime", "2014-04-01T12:30:00.5Z"));
  CHECK_FALSE(fits("dateTime", "2014-04-01T25:30:00Z"));
  CHECK_FALSE(fits("dateTime", "2014-04-01"));
  CHECK(valid_lexical("http://example.org/own", "anything"));
}

TEST_CASE("a triple's problem is named", "[rdf]") {
  const Term iri{TermKind::iri, "http://a/b", "", ""};
  CHECK(problem(Triple{iri, iri, iri}).empty());
  CHECK(problem(Triple{iri, iri, {TermKind::literal, "x", "", "en-GB"}}).empty());
  CHECK_FALSE(problem(Triple{{TermKind::literal, "x", "", ""}, iri, iri}).empty());
  CHECK_FALSE(problem(Triple{iri, {TermKind::literal, "x", "", ""}, iri}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::literal, "\xC3", "", ""}}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::literal, std::string("a\0b", 3), "", ""}}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::literal, "x", "", "en us"}}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::literal, "x", "http://a/type", "en"}}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::literal, "x", "not an iri", ""}}).empty());
  CHECK_FALSE(problem(Triple{iri, iri, {TermKind::iri, "http://a/b", "http://a/type", ""}}).empty());
}
