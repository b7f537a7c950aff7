// One line of Wikidata's JSON dump -> Record.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "entente/result.hpp"
#include "import/record.hpp"
#include "import/tables.hpp"

namespace entente {

// Which lines and which of their properties are taken.
class EntityFilter {
 public:
  EntityFilter(const ImportTables& tables, const std::vector<std::string>& properties);

  // False only if the entity cannot be of a wanted class. Looks at the bytes alone, so that the many lines that are not
  // wanted cost no parsing.
  bool may_want(std::string_view line) const;
  bool takes(std::string_view property) const { return properties_.count(property) != 0; }
  const ImportTables& tables() const { return tables_; }

 private:
  bool may_be_post(std::string_view line) const;

  const ImportTables& tables_;
  std::set<std::string, std::less<>> properties_;
  bool posts_ = false;
};

// Wikidata's properties that are understood.
const std::vector<std::string>& understood_properties();

// Nothing: the entity is not wanted (another class, no item, no English name). An error: the line is no entity.
Result<std::optional<Record>> read_entity(std::string_view line, const EntityFilter& filter);

// Names that the knowledge base takes: with a letter, not too long; white space made plain. Else "".
std::string usable_name(std::string_view text);
// Puts the further names of a record where they belong: initials to the acronyms, what is no use left out.
void add_alias(Record& record, std::string_view name, bool short_name = false);

}  // namespace entente
