#include "annotate/lemmas.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente {

Lemmas::Lemmas(std::string_view table) {
  for (const std::string_view line : split(table, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() != 4) continue;
    auto& map = fields[0] == "w" ? words_ : endings_;
    map.emplace(std::string(fields[1]) + "\t" + std::string(fields[2]), fields[3]);
  }
}

std::string Lemmas::lemma(std::string_view form, const std::string& xpos) const {
  if (xpos == "NNP") return std::string(form);
  std::string small = lower(form);
  if (const std::size_t curly = small.find("\xE2\x80\x99"); curly != std::string::npos) small.replace(curly, 3, "'");
  const bool name = xpos == "NNPS";
  if (const auto word = words_.find(small + "\t" + xpos); word != words_.end() && !name) return word->second;
  for (std::size_t n = std::min<std::size_t>(5, small.size()); n > 0; --n) {
    const std::string ending = small.substr(small.size() - n);
    if (const auto rule = endings_.find(ending + "\t" + xpos); rule != endings_.end())
      return (name ? std::string(form.substr(0, form.size() - n)) : small.substr(0, small.size() - n)) + rule->second;
  }
  return name ? std::string(form) : small;
}

}  // namespace entente
