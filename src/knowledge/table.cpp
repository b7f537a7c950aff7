#include "knowledge/table.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/csv.hpp"
#include "base/identifier.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

enum Column { key, type, label, aliases, acronym, wikidata, state, prominence, gender, office, title, organization, from, until };
constexpr std::array<std::string_view, 14> column_names = {"key",      "type",         "label",      "aliases", "acronym",
                                                           "wikidata", "state",        "prominence", "gender",  "office",
                                                           "title",    "organization", "from",       "until"};

// First part of the key of a new thing, by its type; those of the shipped files.
std::string_view folder_of(EntityType type) {
  switch (type) {
    case EntityType::Person: return "person/";
    case EntityType::State: return "state/";
    case EntityType::GovernmentBody: return "body/";
    case EntityType::NewsAgency: return "media/";
    case EntityType::Council: return "council/";
    case EntityType::Place: return "place/";
    case EntityType::Treaty: return "treaty/";
    case EntityType::Exercise: return "exercise/";
    case EntityType::Conflict: return "conflict/";
    case EntityType::Summit: return "summit/";
    case EntityType::Equipment: return "equipment/";
    case EntityType::Organization:
    case EntityType::InternationalOrganization: break;
  }
  return "organisation/";
}

struct Row {
  std::size_t line = 0;
  std::array<std::string, column_names.size()> cells;
  std::string key;
  bool good = true;
};

class TableReader {
 public:
  TableReader(std::string file, const Ontology& ontology, const KeyFinder& find_key, const std::function<void(const Entry&)>& sink,
              Diagnostics& diagnostics)
      : file_(std::move(file)), ontology_(ontology), find_key_(find_key), sink_(sink), diagnostics_(diagnostics) {}

  Outcome run(const std::vector<CsvRow>& rows) {
    if (rows.empty()) return Error{"bad-csv", "the table has no header row", file_, 1};
    if (Outcome header = take_header(rows[0]); !header) return header;
    for (std::size_t i = 1; i < rows.size(); ++i) take_row(rows[i]);
    for (const Row& row : rows_) name_key(row);
    for (const Row& row : rows_)
      if (row.good) put_thing(row);
    for (const Row& row : rows_)
      if (row.good && !row.cells[office].empty()) put_tenure(row);
    return Done{};
  }

 private:
  void report(std::size_t line, std::string message) {
    diagnostics_.push_back({Severity::error, "bad-knowledge", file_, line, std::move(message)});
  }

  Outcome take_header(const CsvRow& row) {
    for (const std::string& field : row.fields) {
      const auto found = std::find(column_names.begin(), column_names.end(), lower(trim(field)));
      if (found == column_names.end()) return Error{"bad-csv", unknown_column(field), file_, row.line};
      const auto column = static_cast<Column>(found - column_names.begin());
      if (std::find(columns_.begin(), columns_.end(), column) != columns_.end())
        return Error{"bad-csv", "the column '" + field + "' stands twice", file_, row.line};
      columns_.push_back(column);
    }
    if (std::find(columns_.begin(), columns_.end(), label) == columns_.end() &&
        std::find(columns_.begin(), columns_.end(), key) == columns_.end())
      return Error{"bad-csv", "the table needs a column 'label', or 'key' to add to things that are known", file_, row.line};
    return Done{};
  }

  static std::string unknown_column(const std::string& field) {
    std::string message = "there is no column '" + field + "'; the columns are";
    for (const std::string_view name : column_names) message += " " + std::string(name);
    return message;
  }

  void take_row(const CsvRow& source) {
    if (source.fields.size() != columns_.size())
      return report(source.line, "the row has " + std::to_string(source.fields.size()) + " fields, the header has " +
                                     std::to_string(columns_.size()));
    Row row;
    row.line = source.line;
    for (std::size_t i = 0; i < columns_.size(); ++i) row.cells[columns_[i]] = plain_spaces(source.fields[i]);
    row.key = row.cells[key];
    if (row.key.empty() && !make_key(row)) return;
    if (!valid_key(row.key)) return report(row.line, "'" + row.key + "' is no key: it has a folder and a name, as state/germany");
    rows_.push_back(std::move(row));
  }

  static bool valid_key(std::string_view text) {
    const auto allowed = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.';
    };
    return text.find('/') != std::string_view::npos && text.front() != '/' && text.back() != '/' &&
           text.find("//") == std::string_view::npos && std::all_of(text.begin(), text.end(), allowed);
  }

  bool make_key(Row& row) {
    if (row.cells[label].empty() || row.cells[type].empty()) {
      report(row.line, "the row needs a label and a type, or a key");
      return false;
    }
    const auto klass = ontology_.classes.find(row.cells[type]);
    if (klass == ontology_.classes.end()) {
      report(row.line, "no class of entities '" + row.cells[type] + "' is declared in entente.ttl");
      return false;
    }
    row.key = std::string(folder_of(klass->second)) + slug(row.cells[label]);
    return true;
  }

  // What this table itself calls its things, so that rows can refer to each other in any order.
  void name_key(const Row& row) {
    if (row.cells[label].empty()) return;
    const auto [at, fresh] = own_.emplace(fold(row.cells[label]), row.key);
    if (!fresh && at->second != row.key) at->second.clear();
  }

  std::string reference(const Row& row, Column column) {
    const std::string& cell = row.cells[column];
    if (valid_key(cell)) return cell;
    const auto own = own_.find(fold(cell));
    std::string found = own != own_.end() ? own->second : find_key_(cell);
    if (found.empty())
      report(row.line, "'" + cell + "' in column '" + std::string(column_names[column]) +
                           "' is not known, or means several things: give its key, as state/germany");
    return found;
  }

  void put_thing(const Row& row) {
    Entry entry{row.key, row.line, {}};
    const auto add = [&](Property property, std::string value, bool is_iri = false) {
      if (!value.empty()) entry.facts.push_back({property, is_iri, std::move(value), row.line});
    };
    // Further rows of one thing add names and offices to it.
    const bool first = described_.insert(row.key).second;
    if (first) add(Property::type, row.cells[type], true);
    add(first && !row.cells[type].empty() ? Property::label : Property::alias, first ? row.cells[label] : std::string{});
    for (const std::string_view name : split(row.cells[aliases], '|')) add(Property::alias, std::string(trim(name)));
    for (const std::string_view name : split(row.cells[acronym], '|')) add(Property::acronym, std::string(trim(name)));
    if (!row.cells[wikidata].empty() && first)
      add(Property::same_as, "http://www.wikidata.org/entity/" + row.cells[wikidata], true);
    if (!row.cells[state].empty()) add(Property::of_state, reference(row, state), true);
    add(Property::prominence, row.cells[prominence]);
    add(Property::gender, row.cells[gender]);
    if (first || !entry.facts.empty()) sink_(entry);
  }

  void put_tenure(const Row& row) {
    if (row.cells[organization].empty())
      return report(row.line, "an office needs the organization or state that it is an office of");
    const std::string in = reference(row, organization);
    if (in.empty()) return;
    const std::string office_key = "office/" + slug(row.cells[office]);
    const std::string name = lower(row.cells[office]);
    std::string plain = name;
    std::replace(plain.begin(), plain.end(), '-', ' ');
    const std::string post_title = row.cells[title].empty() ? plain : row.cells[title];
    const std::string post = "post/own/" + slug(in) + "/" + slug(name) + "/" + slug(post_title);
    put(row, office_key, {{Property::type, "http://www.w3.org/ns/org#Role"}}, {{Property::label, plain}});
    put(row, post, {{Property::type, "http://www.w3.org/ns/org#Post"}, {Property::post_in, in}, {Property::office, office_key}},
        {{Property::label, post_title}});
    put(row, "tenure/" + row.key + "/" + std::to_string(row.line),
        {{Property::type, "Tenure"}, {Property::holder, row.key}, {Property::post, post}},
        {{Property::from, row.cells[from]}, {Property::until, row.cells[until]}});
  }

  using Values = std::vector<std::pair<Property, std::string>>;
  void put(const Row& row, const std::string& subject, const Values& iris, const Values& literals) {
    const bool repeated = subject.compare(0, 7, "tenure/") != 0 && !described_.insert(subject).second;
    if (repeated) return;
    Entry entry{subject, row.line, {}};
    for (const auto& [property, value] : iris) entry.facts.push_back({property, true, value, row.line});
    for (const auto& [property, value] : literals)
      if (!value.empty()) entry.facts.push_back({property, false, value, row.line});
    sink_(entry);
  }

  std::string file_;
  const Ontology& ontology_;
  const KeyFinder& find_key_;
  const std::function<void(const Entry&)>& sink_;
  Diagnostics& diagnostics_;
  std::vector<Column> columns_;
  std::vector<Row> rows_;
  std::map<std::string, std::string> own_;  // folded label -> key; "" where two things share it
  std::set<std::string> described_;
};

}  // namespace

Outcome read_table(const std::string& file, const Ontology& ontology, const KeyFinder& find_key,
                   const std::function<void(const Entry&)>& sink, Diagnostics& diagnostics) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{"file-not-found", "cannot read the file", file, 0};
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const Result<std::vector<CsvRow>> rows = parse_csv(text);
  if (!rows) return Error{rows.error().code, rows.error().message, file, rows.error().line};
  return TableReader(file, ontology, find_key, sink, diagnostics).run(rows.value());
}

}  // namespace entente
