#include "import/tables.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "import/subclasses.hpp"

namespace entente {

namespace {

using Fields = std::vector<std::string_view>;

// Calls `take` with the fields of each line that is no comment; `take` returns what is wrong, or "".
Outcome read_lines(const std::string& file, std::size_t columns, const std::function<std::string(const Fields&)>& take) {
  std::ifstream in(file);
  if (!in) return Error{"file-not-found", "cannot read the table", file, 0};
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const Fields fields = split(line, '\t');
    const std::string wrong =
        fields.size() == columns ? take(fields) : "expected " + std::to_string(columns) + " fields separated by tabs";
    if (!wrong.empty()) return Error{"bad-import-table", wrong, file, number};
  }
  return Done{};
}

bool is_class(const Knowledge& base, std::string_view name) { return name == "Post" || base.declares(name); }

Outcome read_classes(const std::string& file, const Knowledge& base, ImportTables& tables) {
  return read_lines(file, 5, [&](const Fields& fields) -> std::string {
    const Qid id = to_qid(fields[0]);
    if (id == 0) return "'" + std::string(fields[0]) + "' is no Wikidata item";
    if (!is_class(base, fields[2])) return "no class '" + std::string(fields[2]) + "' is declared in entente.ttl";
    ClassRule rule{static_cast<std::uint32_t>(tables.classes.size()), std::string(fields[2]), std::string(fields[3]), 0};
    std::from_chars(fields[4].data(), fields[4].data() + fields[4].size(), rule.at_least);
    return tables.classes.emplace(id, std::move(rule)).second ? "" : std::string(fields[0]) + " stands twice";
  });
}

Outcome read_offices(const std::string& file, ImportTables& tables) {
  return read_lines(file, 5, [&](const Fields& fields) -> std::string {
    OfficeRule rule{std::string(fields[0]), std::string(fields[1]), fields[2] == "State", {}, {}};
    if (rule.office != slug(rule.office)) return "'" + rule.office + "' is no key of an office";
    for (const std::string_view id : split(fields[3], '|'))
      if (!id.empty() && (rule.classes.emplace_back(to_qid(id)) == 0)) return "'" + std::string(id) + "' is no Wikidata item";
    for (const std::string_view phrase : split(fields[4], '|'))
      if (!phrase.empty()) rule.phrases.push_back(" " + fold(phrase) + " ");
    tables.offices.push_back(std::move(rule));
    return "";
  });
}

Outcome choose_classes(const std::vector<std::string>& wanted, const Knowledge& base, ImportTables& tables) {
  if (wanted.empty()) return Done{};
  std::unordered_map<Qid, ClassRule> chosen;
  bool people = false;
  for (const std::string& text : wanted) {
    const std::size_t sign = text.find('=');
    const std::string id = text.substr(0, sign);
    const auto known = tables.classes.find(to_qid(id));
    if (to_qid(id) == 0) return Error{"bad-option", "'" + id + "' is no class of Wikidata: it begins with Q", {}, 0};
    if (sign == std::string::npos && known == tables.classes.end())
      return Error{
          "bad-option", id + " is not in import/classes.tsv: say what it is in entente.ttl, as " + id + "=Organization", {}, 0};
    ClassRule rule = known == tables.classes.end() ? ClassRule{} : known->second;
    if (sign != std::string::npos)
      rule = {static_cast<std::uint32_t>(tables.classes.size() + chosen.size()), text.substr(sign + 1), "", 0};
    if (!is_class(base, rule.klass)) return Error{"bad-option", "no class '" + rule.klass + "' is declared in entente.ttl", {}, 0};
    people = people || rule.klass == "Person";
    chosen[to_qid(id)] = std::move(rule);
  }
  // Who holds an office says nothing without the office.
  for (const auto& [id, rule] : tables.classes)
    if (people && rule.klass == "Post") chosen.emplace(id, rule);
  tables.classes = std::move(chosen);
  return Done{};
}

bool fits(const OfficeRule& rule, const std::string& folded, const std::vector<Qid>& classes) {
  const auto has = [&](Qid id) { return std::find(classes.begin(), classes.end(), id) != classes.end(); };
  const auto says = [&](const std::string& phrase) { return folded.find(phrase) != std::string::npos; };
  return std::any_of(rule.classes.begin(), rule.classes.end(), has) || std::any_of(rule.phrases.begin(), rule.phrases.end(), says);
}

// "Governor of the Northern Coast" -> "governor".
std::string head_of(const std::string& folded) {
  std::size_t end = folded.size();
  for (const char* word : {" of ", " for ", " to ", " at ", " in ", " on ", ","}) end = std::min(end, folded.find(word, 1));
  return std::string(trim(std::string_view(folded).substr(0, end)));
}

}  // namespace

bool ImportTables::takes(std::string_view klass) const {
  return std::any_of(classes.begin(), classes.end(), [&](const auto& entry) { return entry.second.klass == klass; });
}

const ClassRule* ImportTables::rule_of(Qid klass) const {
  if (const auto row = classes.find(klass); row != classes.end()) return &row->second;
  const auto at = std::lower_bound(below.begin(), below.end(), klass, [](const Below& b, Qid id) { return b.id < id; });
  return at == below.end() || at->id != klass ? nullptr : &classes.at(at->row);
}

Result<ImportTables> load_tables(const ImportOptions& options, const Knowledge& base) {
  ImportTables tables;
  const std::string folder = options.ontology + "/import/";
  if (const Outcome read = read_classes(folder + "classes.tsv", base, tables); !read) return read.error();
  if (const Outcome read = read_offices(folder + "offices.tsv", tables); !read) return read.error();
  if (const Outcome chosen = choose_classes(options.classes, base, tables); !chosen) return chosen.error();
  if (options.subclasses.empty()) return tables;
  Result<std::vector<SubclassEdge>> edges = read_subclasses(options.subclasses);
  if (!edges) return edges.error();
  tables.below = classes_below(tables.classes, std::move(edges).value());
  return tables;
}

OfficeRow office_of(const ImportTables& tables, const std::string& title, const std::vector<Qid>& classes, bool of_state) {
  const std::string folded = " " + fold(title) + " ";
  // A deputy's class stands below that of the office, and so does a shadow minister's.
  static constexpr const char* lesser[] = {" deputy ", " vice ", " shadow ", " assistant ", " under ", " acting "};
  const bool low =
      std::any_of(std::begin(lesser), std::end(lesser), [&](const char* word) { return folded.find(word) != std::string::npos; });
  for (const OfficeRule& rule : tables.offices)
    if (!low && (of_state || !rule.of_state) && fits(rule, folded, classes)) return {rule.office, rule.label};
  const std::string head = head_of(folded);
  return {slug(head.empty() ? title : head), head.empty() ? title : head};
}

}  // namespace entente
