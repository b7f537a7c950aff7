#include "knowledge/first_names.hpp"

#include <fstream>
#include <iterator>

#include "base/text.hpp"

namespace entente {

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
    if (out.names_.insert(fold(line.substr(0, tab))) != out.genders_.size())
      return Error{"bad-first-name", "'" + std::string(line.substr(0, tab)) + "' stands here for the second time", file, number};
    out.genders_ += gender;
  }
  return out;
}

char FirstNames::gender(std::string_view first_name) const {
  const std::uint32_t at = names_.find(fold(first_name));
  return at == Vocabulary::absent || genders_[at] == 'b' ? '\0' : genders_[at];
}

bool FirstNames::known(std::string_view first_name) const { return names_.find(fold(first_name)) != Vocabulary::absent; }

}  // namespace entente
