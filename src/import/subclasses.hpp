// Which classes of Wikidata lie below which (P279): read from a file of pairs, and followed down from the wanted classes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/result.hpp"
#include "import/tables.hpp"

namespace entente {

// Eight bytes: Wikidata has some four million of them, and numbers below 2^32.
struct SubclassEdge {
  std::uint32_t above = 0;
  std::uint32_t below = 0;
};

// Lines "Q1<TAB>Q2": Q1 is a subclass of Q2. What the query service answers is taken, too: IRIs, in angle brackets or not, and a
// header.
Result<std::vector<SubclassEdge>> read_subclasses(const std::string& file);

// All classes below those of the table, however far, each with the row that it is nearest to; of two as near, the earlier row.
// Below "human" nothing is looked for: people are instances of that very class, and what else lies there are none.
std::vector<ImportTables::Below> classes_below(const std::unordered_map<Qid, ClassRule>& rows, std::vector<SubclassEdge> edges);

// The lines of such a file for one entity of a dump, without the last line break; empty if it is a subclass of nothing. An
// error: the line is no entity.
Result<std::string> subclass_lines(std::string_view entity);

}  // namespace entente
