// First names and whether men or women bear them.
#pragma once

#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/name_index.hpp"

namespace entente {

class FirstNames {
 public:
  // Reads lines of "name TAB m|f|b" in lower case; lines that start with '#' are comments. A missing file is an error,
  // so is a line of another shape or a name that stands twice.
  static Result<FirstNames> load(const std::string& file);

  // 'm', 'f', or 0 for unknown names and those of both.
  char gender(std::string_view first_name) const;
  // Is it a first name at all?
  bool known(std::string_view first_name) const;

 private:
  Vocabulary names_;
  std::string genders_;  // by number in names_
};

}  // namespace entente
