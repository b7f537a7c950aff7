// The shipped knowledge base, asked who held an office on a day: office_at_date.tsv.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "entente/knowledge.hpp"

using namespace entente;

namespace {

const std::string folder = std::string(ENTENTE_SOURCE_DIR);

const Knowledge& shipped() {
  static const Knowledge knowledge = [] {
    Diagnostics diagnostics;
    Result<Knowledge> loaded = Knowledge::load(folder + "/ontology", diagnostics);
    if (!loaded) throw std::runtime_error(to_line(loaded.error()));
    std::string all;
    for (const Diagnostic& d : diagnostics) all += to_line(d) + "\n";
    if (!all.empty()) throw std::runtime_error(all);
    return std::move(loaded).value();
  }();
  return knowledge;
}

std::vector<std::string> fields(const std::string& line, char separator) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, separator);) out.push_back(field);
  return out;
}

struct Question {
  std::string where, office, title;
  PartialDate date;
  std::vector<std::string> expected;  // none: the base must not know
  std::string line;
};

std::vector<Question> questions() {
  std::vector<Question> out;
  std::ifstream in(folder + "/tests/knowledge/office_at_date.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> f = fields(line, '\t');
    if (f.size() != 5) throw std::runtime_error("office_at_date.tsv: five fields, not: " + line);
    const auto date = parse_iso_date(f[3]);
    if (!date) throw std::runtime_error("office_at_date.tsv: no date in: " + line);
    out.push_back({f[0], f[1], f[2], *date, f[4] == "unknown" ? std::vector<std::string>{} : fields(f[4], '|'), line});
  }
  return out;
}

bool is_named(const Knowledge& known, ItemId person, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto found = known.lookup(name);
    return std::any_of(found.begin(), found.end(), [&](const Name& n) { return n.item == person && n.kind != NameKind::surname; });
  });
}

enum class Verdict { right, gap, wrong };

// Right: every holder that the base gives is expected. A gap: it gives none, or another beside an expected one.
Verdict ask(const Knowledge& known, const Question& question) {
  const ItemId where = known.find_key(question.where);
  if (where == no_item) throw std::runtime_error("nothing has the key of: " + question.line);
  std::size_t given = 0, good = 0;
  for (const Tenure* tenure : known.holders(question.office, where, question.date)) {
    if (!question.title.empty() && tenure->title != question.title) continue;
    ++given;
    if (is_named(known, tenure->person, question.expected)) ++good;
  }
  if (given == 0) return question.expected.empty() ? Verdict::right : Verdict::gap;
  if (good == 0) return Verdict::wrong;
  return good == given ? Verdict::right : Verdict::gap;
}

}  // namespace

TEST_CASE("who held an office on a day") {
  std::map<Verdict, std::size_t> count;
  for (const Question& question : questions()) {
    const Verdict verdict = ask(shipped(), question);
    ++count[verdict];
    if (verdict == Verdict::wrong) FAIL_CHECK("wrong: " << question.line);
    if (verdict == Verdict::gap) WARN("gap: " << question.line);
  }
  CHECK(count[Verdict::right] + count[Verdict::gap] + count[Verdict::wrong] == 60);
  CHECK(count[Verdict::right] >= 55);
  CHECK(count[Verdict::wrong] == 0);
}

TEST_CASE("the shipped knowledge base: no item of Wikidata twice, no term that ends before it begins") {
  const Knowledge& known = shipped();
  std::map<std::string, std::string> items;
  for (const Item& item : known.items())
    if (!item.wikidata.empty()) {
      INFO(item.key);
      CHECK(items.emplace(item.wikidata, item.key).second);
    }
  std::size_t wrong = 0;
  const auto reversed = [](const TimeSpan& span) {
    return span.begin.known() && span.end.known() && last_day(span.end) < first_day(span.begin);
  };
  for (const Tenure& t : known.tenures()) wrong += reversed(t.time) || reversed(t.seen) || t.person == no_item;
  for (const Membership& m : known.memberships()) wrong += reversed(m.time) || reversed(m.seen);
  CHECK(wrong == 0);
  CHECK(known.tenures().size() >= 9000);
}

TEST_CASE("members of organisations over time") {
  const Knowledge& known = shipped();
  const auto member = [&](const char* state, const char* organization, PartialDate at) {
    REQUIRE(known.find_key(state) != no_item);
    REQUIRE(known.find_key(organization) != no_item);
    return known.is_member(known.find_key(state), known.find_key(organization), at);
  };
  CHECK(member("state/finland", "organisation/nato", {2023, 4, 4}));
  CHECK_FALSE(member("state/finland", "organisation/nato", {2023, 4, 3}));
  CHECK(member("state/united-kingdom", "organisation/european-union", {2016, 6, 23}));
  CHECK_FALSE(member("state/united-kingdom", "organisation/european-union", {2020, 2, 1}));
  CHECK(member("state/russia", "organisation/council-of-europe", {2022, 3, 15}));
  CHECK_FALSE(member("state/russia", "organisation/council-of-europe", {2022, 3, 17}));
  CHECK_FALSE(member("state/uzbekistan", "organisation/collective-security-treaty-organization", {2003, 1, 1}));
  CHECK(member("state/iran", "organisation/brics", {2024, 10, 22}));
  CHECK(member("state/poland", "organisation/warsaw-pact", {1980, 0, 0}));
}
