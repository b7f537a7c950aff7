#include "import/entity.hpp"
#include "import/record.hpp"
#include "import/scratch.hpp"
#include "import/tables.hpp"
#include "import/time_value.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("points in time of Wikidata") {
  const auto date = [](const char* time, int precision, bool julian = false) {
    return to_string(from_wikidata_time(time, precision, julian));
  };
  CHECK(date("+2001-09-11T00:00:00Z", 11) == "2001-09-11");
  CHECK(date("+2001-09-11T00:00:00Z", 14) == "2001-09-11");
  CHECK(date("+2001-09-00T00:00:00Z", 10) == "2001-09");
  CHECK(date("+2001-09-01T00:00:00Z", 10) == "2001-09");
  CHECK(date("+2001-00-00T00:00:00Z", 9) == "2001");
  CHECK(date("+2001-01-01T00:00:00Z", 9) == "2001");
  CHECK(date("+2001-00-00T00:00:00Z", 11) == "2001");
  CHECK(date("+2001-05-00T00:00:00Z", 11) == "2001-05");
  CHECK(date("+2000-00-00T00:00:00Z", 8).empty());  // a decade
  CHECK(date("+1900-00-00T00:00:00Z", 7).empty());
  CHECK(date("-0044-03-15T00:00:00Z", 11).empty());
  CHECK(date("+2001-02-30T00:00:00Z", 11).empty());
  CHECK(date("+12001-02-03T00:00:00Z", 11).empty());
  CHECK(date("+13798000000-00-00T00:00:00Z", 9).empty());
  CHECK(date("", 11).empty());
  CHECK(date("yesterday it was", 11).empty());
  CHECK(date("+1917-10-25T00:00:00Z", 11, true) == "1917-11-07");
  CHECK(date("+1582-10-04T00:00:00Z", 11, true) == "1582-10-14");
  CHECK(date("+1700-02-28T00:00:00Z", 11, true) == "1700-03-10");
  CHECK(date("+1917-10-00T00:00:00Z", 10, true) == "1917-10");
}

TEST_CASE("numbers of items") {
  CHECK(to_qid("Q42") == 42);
  for (const char* no : {"", "Q", "P42", "Q0", "Q042", "Q4x", "42", "Q99999999999999999999"}) CHECK(to_qid(no) == 0);
}

TEST_CASE("a record is read back as it was written") {
  Record r;
  r.id = 7;
  r.klass = "Person";
  r.label = "Ann Alder";
  r.aliases = {"A. Alder", "Ann | Alder"};
  r.acronyms = {"AAA"};
  r.states = {1, 2};
  r.gender = "female";
  r.sitelinks = 12;
  r.population = 12345;
  r.positions = {{5, {{2001, 2, 3}, {}}}, {6, {{}, {2004, 0, 0}}}};
  r.organizations = {8};
  r.offices = {9, 10};
  r.head_of_state = 11;
  r.head_of_government = 12;
  r.capital = 13;
  r.signed_on = {1950, 1, 0};
  r.in_force_from = {1951, 0, 0};
  r.ended_on = {1999, 12, 31};
  r.parties = {{14, {1950, 1, 2}}, {15, {}}};
  const auto back = parse_record(to_line(r));
  REQUIRE(back);
  CHECK(to_line(*back) == to_line(r));
  CHECK(back->positions.at(1).time.end == PartialDate{2004, 0, 0});
  CHECK(back->aliases == r.aliases);
  CHECK(back->parties.at(0).date == PartialDate{1950, 1, 2});
  CHECK_FALSE(parse_record("Q7"));
  CHECK_FALSE(parse_record(""));
}

TEST_CASE("classes of offices are told by class and by title") {
  const Import import;
  const auto tables = load_tables(import.options, import.base);
  REQUIRE(tables);
  const auto office = [&](const char* title, bool of_state = true, std::vector<Qid> classes = {}) {
    return office_of(tables.value(), title, classes, of_state).key;
  };
  CHECK(office("Minister of Foreign Affairs of Northland") == "foreign-minister");
  CHECK(office("Foreign Secretary") == "foreign-minister");
  CHECK(office("Great Speaker to Others", true, {7330070}) == "foreign-minister");
  CHECK(office("Minister of National Defence") == "defence-minister");
  CHECK(office("Prime Minister of Northland") == "head-of-government");
  CHECK(office("Prime Minister of Greater Port", false) == "prime-minister");
  CHECK(office("Secretary-General of the River League", false) == "secretary-general");
  CHECK(office("Ambassador of Northland to Southland") == "ambassador");
  CHECK(office("President of the Supreme Court of Northland") == "president");
  CHECK(office("Deputy Minister of Foreign Affairs") == "deputy-minister");
  CHECK(office("Warden of the Northern Coast") == "warden");
  CHECK(office("Minister of Fisheries") == "minister");
}

TEST_CASE("the filter over bytes passes what it must") {
  const Import import;
  const auto tables = load_tables(import.options, import.base);
  const EntityFilter filter(tables.value(), {});
  const std::string start =
      R"({"type":"item","id":"Q1","labels":{},"claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31",)";
  CHECK(filter.may_want(start + R"("datavalue":{"value":{"entity-type":"item","numeric-id":6256,"id":"Q6256"},"type":"x"}}}]}})"));
  CHECK(filter.may_want(start + R"("datavalue":{"value":{"entity-type":"item","numeric-id":6256},"type":"x"}},"id":"Q1$A"}]}})"));
  CHECK_FALSE(
      filter.may_want(start + R"("datavalue":{"value":{"entity-type":"item","numeric-id":62560,"id":"Q62560"},"type":"x"}}}]}})"));
  CHECK(filter.may_want(R"({"id": "Q1", "claims": {"P31": []}})"));  // white space as others write it
  CHECK(filter.may_want(R"({"claims":{"P1001":[],"P279":[]}})"));
  CHECK_FALSE(filter.may_want(R"({"type":"item","id":"Q1","claims":[]})"));
  CHECK_FALSE(
      filter.may_want(R"({"type":"item","id":"Q1","labels":{"en":{"value":"\"property\":\"P31\" \"id\":\"Q5"}},"claims":{}})"));
}
