#include "knowledge/name_tables.hpp"

#include <algorithm>

#include "knowledge/flat.hpp"

namespace entente {

std::uint32_t NameTables::step(std::uint32_t node, std::uint32_t word) const {
  std::uint32_t low = nodes[node].children, high = nodes[node + 1].children;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (nodes[middle].word < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low < nodes[node + 1].children && nodes[low].word == word ? low : absent;
}

std::span<const Name> NameTables::names_of(std::uint32_t node, const NameCase& written, std::uint32_t use) const {
  for (const NameGroup& group : groups_of(node))
    if ((group.use & use) != 0 && written.allows(group.required)) return names.subspan(group.begin, group.end - group.begin);
  return {};
}

Result<NameTables> name_tables(const SectionFile& file) {
  NameTables out;
  const bool whole = read_records(file, "words.keys", out.words.keys) && read_records(file, "words.values", out.words.values) &&
                     read_records(file, "nodes", out.nodes) && read_records(file, "starts", out.starts) &&
                     read_records(file, "groups", out.groups) && read_records(file, "names", out.names) &&
                     read_records(file, "spelled.keys", out.spellings.keys) &&
                     read_records(file, "spelled.values", out.spellings.values) &&
                     read_records(file, "kin.begins", out.kin_begins) && read_records(file, "kin.words", out.kin_words);
  const bool fits = whole && out.words.well_formed() && out.spellings.well_formed() && out.nodes.size() >= 2 &&
                    !out.kin_begins.empty() && out.kin_begins.back() == out.kin_words.size() &&
                    out.nodes.back().groups == out.groups.size() && out.nodes.back().children == out.nodes.size() - 1;
  if (!fits) return Error{"bad-knowledge-file", "the tables of names do not fit together", {}, 0};
  return out;
}

}  // namespace entente
