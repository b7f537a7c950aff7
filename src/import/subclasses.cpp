#include "import/subclasses.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <utility>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "import/bytes.hpp"
#include "import/dump_reader.hpp"
#include "import/entity.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr Qid human = 5;

// The number of "Q123" or "<http://www.wikidata.org/entity/Q123>"; 0 for anything else.
Qid qid_of(std::string_view text) {
  if (text.starts_with("<") && text.ends_with(">")) text = text.substr(1, text.size() - 2);
  constexpr std::string_view iri = "http://www.wikidata.org/entity/";
  if (text.starts_with(iri)) text.remove_prefix(iri.size());
  const Qid id = to_qid(text);
  return id <= std::numeric_limits<std::uint32_t>::max() ? id : 0;
}

bool by_above(const SubclassEdge& a, const SubclassEdge& b) { return std::pair(a.above, a.below) < std::pair(b.above, b.below); }

}  // namespace

Result<std::vector<SubclassEdge>> read_subclasses(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{"file-not-found", "cannot read the subclasses", file, 0};
  std::vector<SubclassEdge> out;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#' || line[0] == '?') continue;
    const std::size_t tab = line.find('\t');
    const Qid below = qid_of(std::string_view(line).substr(0, tab));
    const Qid above = tab == std::string::npos ? 0 : qid_of(std::string_view(line).substr(tab + 1));
    // The service has nodes for unknown values.
    if (tab != std::string::npos && (line.find(".well-known/genid") != std::string::npos || line.find("_:") != std::string::npos))
      continue;
    if (below == 0 || above == 0)
      return Error{"bad-import-table", "expected two items of Wikidata separated by a tab, the subclass first", file, number};
    out.push_back({static_cast<std::uint32_t>(above), static_cast<std::uint32_t>(below)});
  }
  return out;
}

std::vector<ImportTables::Below> classes_below(const std::unordered_map<Qid, ClassRule>& rows, std::vector<SubclassEdge> edges) {
  std::sort(edges.begin(), edges.end(), by_above);
  std::vector<std::pair<std::uint32_t, Qid>> order;  // rank of a row, its class
  for (const auto& [id, rule] : rows)
    if (id != human) order.emplace_back(rule.rank, id);
  std::sort(order.begin(), order.end());
  std::unordered_map<Qid, Qid> row_of;
  std::vector<ImportTables::Below> reached;  // in the order of distance, then of rows
  reached.reserve(order.size());
  for (const auto& [rank, id] : order) reached.push_back({id, id});
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const ImportTables::Below from = reached[next];
    auto edge = std::lower_bound(edges.begin(), edges.end(), SubclassEdge{static_cast<std::uint32_t>(from.id), 0}, by_above);
    for (; edge != edges.end() && edge->above == from.id; ++edge)
      if (!rows.contains(edge->below) && row_of.emplace(edge->below, from.row).second) reached.push_back({edge->below, from.row});
  }
  reached.erase(reached.begin(), reached.begin() + static_cast<std::ptrdiff_t>(order.size()));
  std::sort(reached.begin(), reached.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return reached;
}

Result<ImportSummary> import_subclasses(const std::string& input, const ImportOptions& options, Diagnostics& diagnostics,
                                        const ImportListener& listener) {
  const auto source = open_bytes(input);
  if (!source) return source.error();
  const auto take = [](std::string_view line) -> Result<std::optional<std::string>> {
    Result<std::string> lines = subclass_lines(line);
    if (!lines) return lines.error();
    return lines.value().empty() ? std::optional<std::string>{} : std::optional(std::move(lines).value());
  };
  DumpReader reader(input, options, hex_hash("subclasses", 16), take, diagnostics, listener);
  Result<ImportSummary> summary = reader.run(*source.value());
  if (!summary || !summary->complete) return summary;
  std::error_code error;
  fs::rename(DumpReader::spool_file(options), options.output, error);
  if (error) return Error{"not-written", "cannot write the subclasses", options.output, 0};
  fs::remove(DumpReader::state_file(options), error);
  return summary;
}

}  // namespace entente
