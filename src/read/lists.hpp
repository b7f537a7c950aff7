// The word lists of the readers: phrases.txt (what web pages say around their articles) and publishers.txt.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The files as they stand, compiled in.
std::string_view phrases_file();
std::string_view publishers_file();

// phrases.txt by section; every entry is folded (base/text.hpp). What each section means stands in the file.
struct Phrases {
  using Words = std::set<std::string, std::less<>>;
  Words line, section, function, article, byline_word;
  std::vector<std::string> start_any, start, contains_any, contains, credit, caption;
  Words label, agency, social, html_class;
};
const Phrases& phrases();

// The name of the publisher behind a host ("www.npr.org" -> "NPR") or written in some other way ("The New York Times"
// -> "New York Times"). Empty if the table does not know it.
std::string publisher_of_host(std::string_view host);
std::string publisher_of_name(std::string_view name);

}  // namespace entente
