// Wikidata's points in time.
#pragma once

#include <string_view>

#include "entente/date.hpp"

namespace entente {

// "+2001-09-00T00:00:00Z" with precision 9 (year), 10 (month) or 11 (day) as a date; days of the Julian calendar are
// converted. Unknown: before the year 1, less precise than a year, or not a date at all.
PartialDate from_wikidata_time(std::string_view time, int precision, bool julian);

}  // namespace entente
