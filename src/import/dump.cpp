#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <utility>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "import/bytes.hpp"
#include "import/entity.hpp"
#include "import/lines.hpp"
#include "import/state.hpp"
#include "import/write.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 4096;                 // of the input, by which it is known again
constexpr std::uint64_t step = std::uint64_t{1} << 26;  // bytes between two savings
constexpr std::uint64_t most_reported = 100;            // lines that are bad, in full

std::string hash_of(const ImportOptions& options) {
  std::string text;
  for (const auto* list : {&options.classes, &options.properties}) {
    std::vector<std::string> sorted = *list;
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& word : sorted) text += word + ",";
    text += ";";
  }
  return hex_hash(text, 16);
}

class DumpImport {
 public:
  DumpImport(const std::string& input, const ImportOptions& options, const ImportTables& tables, Diagnostics& diagnostics,
             const ImportListener& listener)
      : input_(input == "-" ? "standard input" : input),
        options_(options),
        filter_(tables, options.properties),
        diagnostics_(diagnostics),
        listener_(listener) {}

  // Reads what there is into the file of records. The counts are those of the whole import, earlier runs included.
  Result<ImportSummary> run(ByteSource& source) {
    state_.options_hash = hash_of(options_);
    if (const Outcome begun = options_.resume ? take_up(source) : begin(source); !begun) return begun.error();
    spool_.open(spool_file(), std::ios::binary | (options_.resume ? std::ios::app : std::ios::trunc));
    if (!spool_) return not_written();
    counts().complete = false;
    LineReader lines(source, begun_);
    base_bytes_ = counts().bytes;
    const Outcome read = read_lines(lines);
    if (!read) return read.error();
    if (const Outcome saved = save(); !saved) return saved.error();
    spool_.close();
    return counts();
  }

  std::string spool_file() const { return options_.output + ".part"; }
  std::string state_file() const { return options_.output + ".state"; }

 private:
  ImportSummary& counts() { return state_.counts; }
  Error not_written() const { return Error{"not-written", "cannot write the records of the import", spool_file(), 0}; }

  void report(Severity severity, const char* code, std::size_t line, std::string message) {
    diagnostics_.push_back({severity, code, input_, line, std::move(message)});
  }
  void bad_line(std::string message) {
    if (++counts().bad <= most_reported)
      report(Severity::error, "bad-line", counts().lines, std::move(message) + "; the line was left out");
    else if (counts().bad == most_reported + 1)
      report(Severity::error, "bad-line", counts().lines, "more lines are bad; they are counted, but not listed");
  }

  // --- beginning, and going on

  // The first bytes of the input, which tell it from others.
  Result<std::string> read_head(ByteSource& source, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t count = 0;
    while (count < size) {
      const auto got = source.read(&bytes[count], size - count);
      // What breaks off so early is reported by the reader of lines.
      if (!got || got.value() == 0) break;
      count += got.value();
    }
    bytes.resize(count);
    return bytes;
  }

  Outcome begin(ByteSource& source) {
    const auto first = read_head(source, head_size);
    if (!first) return first.error();
    begun_ = first.value();
    state_.begun = begun_.size();
    state_.begin_hash = hex_hash(begun_, 16);
    return Done{};
  }

  Outcome take_up(ByteSource& source) {
    auto state = load_state(state_file());
    if (!state) return state.error();
    const std::string options_hash = std::exchange(state_, std::move(state).value()).options_hash;
    if (state_.options_hash != options_hash)
      return Error{"bad-state", "the import was begun with other classes or properties: use the same, or begin anew", state_file(),
                   0};
    const auto first = read_head(source, state_.begun);
    if (!first) return first.error();
    if (hex_hash(first.value(), 16) != state_.begin_hash)
      return Error{"bad-state", "the import was begun with another dump: it does not begin as " + input_ + " does", state_file(),
                   0};
    in_array_ = first->compare(0, 1, "[") == 0;
    if (counts().bytes < first->size()) {
      begun_ = first->substr(counts().bytes);
    } else {
      const auto skipped = source.skip(counts().bytes - first->size());
      if (!skipped) return skipped.error();
      if (!skipped.value()) return Error{"truncated-input", "the dump ends before the point to resume from", input_, 0};
    }
    std::error_code error;
    if (fs::file_size(spool_file(), error) < state_.written || error)
      return Error{"bad-state", "the file of records is not as it was left; begin anew", spool_file(), 0};
    fs::resize_file(spool_file(), state_.written, error);
    if (error) return not_written();
    return Done{};
  }

  // --- lines

  Outcome read_lines(LineReader& lines) {
    std::uint64_t next_save = counts().bytes + step;
    while (const auto line = lines.next()) {
      ++counts().lines;
      if (lines.too_long())
        bad_line("the line is longer than " + std::to_string(LineReader::longest >> 20) + " MB");
      else
        take_line(*line);
      counts().bytes = base_bytes_ + lines.bytes();
      if (options_.stop_after != 0 && counts().entities >= options_.stop_after) return Done{};
      if (counts().bytes < next_save) continue;
      next_save = counts().bytes + step;
      if (const Outcome saved = save(); !saved) return saved.error();
      if (listener_) listener_(counts());
    }
    return at_end(lines);
  }

  Outcome at_end(const LineReader& lines) {
    if (lines.error()) {
      Diagnostic wrong = diagnose(*lines.error());
      wrong.line = counts().lines + 1;
      diagnostics_.push_back(std::move(wrong));
      ++counts().bad;
    } else if (in_array_ && !array_ended_) {
      report(Severity::error, "truncated-input", counts().lines,
             "the dump ends without its last line, ']'; what precedes was read");
      ++counts().bad;
    } else {
      counts().complete = true;
      if (counts().entities == 0) report(Severity::error, "no-entities", 0, "there is no entity of Wikidata in it");
    }
    return Done{};
  }

  void take_line(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ',' || line.back() == ' ')) line.remove_suffix(1);
    if (line.empty()) return;
    if (line == "[" || line == "]") {
      (line == "[" ? in_array_ : array_ended_) = true;
      return;
    }
    ++counts().entities;
    if (line.front() != '{' || line.back() != '}') return bad_line("no entity: a JSON object on one line was expected");
    if (!filter_.may_want(line)) return;
    const auto record = read_entity(line, filter_);
    if (!record) return bad_line(record.error().message);
    if (!record.value()) return;
    const std::string text = to_line(*record.value());
    spool_ << text << '\n';
    state_.written += text.size() + 1;
    ++counts().kept;
  }

  // What the state says has been written must be in the file before the state is.
  Outcome save() {
    spool_.flush();
    if (!spool_) return not_written();
    return save_state(state_file(), state_);
  }

  std::string input_;
  const ImportOptions& options_;
  EntityFilter filter_;
  Diagnostics& diagnostics_;
  const ImportListener& listener_;
  ImportState state_;
  std::string begun_;  // bytes of the first line to read that were read with the head
  std::uint64_t base_bytes_ = 0;
  std::ofstream spool_;
  bool in_array_ = false;
  bool array_ended_ = false;
};

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
  DumpImport import(input, options, tables.value(), diagnostics, listener);
  Result<ImportSummary> summary = import.run(*source.value());
  if (!summary) return summary;
  if (const Outcome written = write_knowledge(import.spool_file(), tables.value(), options, base, summary.value()); !written)
    return written.error();
  if (summary->complete) {
    std::error_code ignored;
    fs::remove(import.spool_file(), ignored);
    fs::remove(import.state_file(), ignored);
  }
  return summary;
}

}  // namespace entente
