// First names and whether men or women bear them.
#pragma once

#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/number_table.hpp"

namespace entente {

class FirstNames {
 public:
  FirstNames() = default;
  // As `table()` of another was.
  explicit FirstNames(NumberTableView table);
  // Reads lines of "name TAB m|f|b" in lower case; lines that start with '#' are comments. A missing file is an error,
  // so is a line of another shape or a name that stands twice.
  static Result<FirstNames> load(const std::string& file);

  // Hash of a folded name -> 'm', 'f' or 'b'.
  NumberTableView table() const { return names_.view(); }

 private:
  NumberTable names_;
};

// 'm', 'f', or 0 for names that the table does not have and those of both.
char gender_of(const NumberTableView& first_names, std::string_view name);

}  // namespace entente
