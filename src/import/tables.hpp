// The tables of ontology/import: which classes of Wikidata are taken as which of ours, and how posts are told apart.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/import.hpp"
#include "import/record.hpp"

namespace entente {

struct ClassRule {
  std::uint32_t rank = 0;  // its place in the table: of several classes of one entity the first counts
  std::string klass;       // of entente.ttl, or "Post"
  std::string needs;       // a property that the entity must have, "P39"; or empty
  double at_least = 0;     // the least value of that property
};

struct OfficeRule {
  std::string office;  // "foreign-minister"
  std::string label;
  bool of_state = false;  // only where it is the office of a state
  std::vector<Qid> classes;
  std::vector<std::string> phrases;  // folded
};

struct ImportTables {
  // A class that is no row of the table but lies below one.
  struct Below {
    Qid id = 0;
    Qid row = 0;
  };

  std::unordered_map<Qid, ClassRule> classes;
  std::vector<Below> below;         // by id
  std::vector<OfficeRule> offices;  // the first that fits counts

  bool takes(std::string_view klass) const;
  // The rule for things of this class; null if they are not wanted.
  const ClassRule* rule_of(Qid klass) const;
};

// Reads `options.ontology`/import/*.tsv and applies `options.classes` and `options.subclasses`.
Result<ImportTables> load_tables(const ImportOptions& options, const Knowledge& base);

// The class of office of a post and its label.
struct OfficeRow {
  std::string key;  // "foreign-minister"
  std::string label;
};
OfficeRow office_of(const ImportTables& tables, const std::string& title, const std::vector<Qid>& classes, bool of_state);

}  // namespace entente
