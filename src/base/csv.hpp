// CSV as RFC 4180 has it: quoted fields may hold separators, line breaks and doubled quotation marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.hpp"

namespace entente {

struct CsvRow {
  std::size_t line = 0;  // 1-based line on which the row begins
  std::vector<std::string> fields;
};

// All rows, empty lines left out. An error carries the line and no file: a quotation mark that is not closed, one in
// the middle of an unquoted field, text after a closing one, or bytes that are no UTF-8.
Result<std::vector<CsvRow>> parse_csv(std::string_view text);

}  // namespace entente
