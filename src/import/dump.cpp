#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "import/bytes.hpp"
#include "import/dump_reader.hpp"
#include "import/entity.hpp"
#include "import/write.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

std::string hash_of(const ImportOptions& options, const ImportTables& tables) {
  std::string text;
  for (const auto* list : {&options.classes, &options.properties}) {
    std::vector<std::string> sorted = *list;
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& word : sorted) text += word + ",";
    text += ";";
  }
  // With other subclasses other things pass.
  for (const ImportTables::Below& below : tables.below) text += std::to_string(below.id) + ",";
  return hex_hash(text, 16);
}

}  // namespace

Result<ImportSummary> import_dump(const std::string& input, const ImportOptions& options, const Knowledge& base,
                                  Diagnostics& diagnostics, const ImportListener& listener) {
  const Result<ImportTables> tables = load_tables(options, base);
  if (!tables) return tables.error();
  for (const std::string& property : options.properties) {
    const auto& known = understood_properties();
    if (std::find(known.begin(), known.end(), property) == known.end())
      return Error{"bad-option", "the property " + property + " is not understood; see ontology/knowledge/IMPORT.md", {}, 0};
  }
  const auto source = open_bytes(input);
  if (!source) return source.error();
  const EntityFilter filter(tables.value(), options.properties);
  const auto take = [&](std::string_view line) -> Result<std::optional<std::string>> {
    if (!filter.may_want(line)) return std::optional<std::string>{};
    const auto record = read_entity(line, filter);
    if (!record) return record.error();
    return record.value() ? std::optional(to_line(*record.value())) : std::nullopt;
  };
  DumpReader reader(input, options, hash_of(options, tables.value()), take, diagnostics, listener);
  Result<ImportSummary> summary = reader.run(*source.value());
  if (!summary) return summary;
  if (const Outcome written = write_knowledge(DumpReader::spool_file(options), tables.value(), options, base, summary.value());
      !written)
    return written.error();
  if (summary->complete) {
    std::error_code ignored;
    fs::remove(DumpReader::spool_file(options), ignored);
    fs::remove(DumpReader::state_file(options), ignored);
  }
  return summary;
}

}  // namespace entente
