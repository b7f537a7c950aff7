#include "knowledge/first_names.hpp"

#include <fstream>
#include <iterator>

#include "base/text.hpp"

namespace entente {

FirstNames::FirstNames(NumberTableView table) {
  for (std::size_t i = 0; i < table.keys.size(); ++i)
    if (table.keys[i] != 0) names_.insert(table.keys[i], table.values[i]);
}

Result<FirstNames> FirstNames::load(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{"file-not-found", "the list of first names cannot be read", file, 0};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  FirstNames out;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    const std::string_view gender = tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
    if (tab == 0 || (gender != "m" && gender != "f" && gender != "b"))
      return Error{"bad-first-name", "a line is a name, a tab, and m, f or b", file, number};
    const std::size_t before = out.names_.size();
    out.names_.insert(hash_text(fold(line.substr(0, tab))), static_cast<unsigned char>(gender[0]));
    if (out.names_.size() == before)
      return Error{"bad-first-name", "'" + std::string(line.substr(0, tab)) + "' stands here for the second time", file, number};
  }
  return out;
}

char gender_of(const NumberTableView& first_names, std::string_view name) {
  const std::uint32_t found = first_names.find(hash_text(fold(name)));
  return found == 'm' || found == 'f' ? static_cast<char>(found) : '\0';
}

}  // namespace entente
