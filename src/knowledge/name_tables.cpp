#include "knowledge/name_tables.hpp"

#include <algorithm>

#include "knowledge/flat.hpp"

namespace entente {

namespace {

template <typename Record>
bool read(const SectionFile& file, std::string_view name, std::span<const Record>& out) {
  const auto found = records_of<Record>(file.section(name));
  if (found) out = *found;
  return found.has_value();
}

}  // namespace

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
  const bool whole = read(file, "words.keys", out.words.keys) && read(file, "words.values", out.words.values) &&
                     read(file, "nodes", out.nodes) && read(file, "starts", out.starts) && read(file, "groups", out.groups) &&
                     read(file, "names", out.names) && read(file, "spelled.keys", out.spellings.keys) &&
                     read(file, "spelled.values", out.spellings.values) && read(file, "kin.begins", out.kin_begins) &&
                     read(file, "kin.words", out.kin_words);
  const bool fits = whole && out.words.well_formed() && out.spellings.well_formed() && out.nodes.size() >= 2 &&
                    !out.kin_begins.empty() && out.kin_begins.back() == out.kin_words.size() &&
                    out.nodes.back().groups == out.groups.size() && out.nodes.back().children == out.nodes.size() - 1;
  if (!fits) return Error{"bad-knowledge-file", "the tables of names do not fit together", {}, 0};
  return out;
}

}  // namespace entente
