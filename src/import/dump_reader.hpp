// Reads a dump line by line and keeps a text of some of its entities in OUTPUT.part, so that it can go on after a break:
// OUTPUT.state says how far it has come.
#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "entente/import.hpp"
#include "import/bytes.hpp"
#include "import/lines.hpp"
#include "import/state.hpp"

namespace entente {

// What is kept of an entity, one or more lines without the last line break; nothing if it is not wanted. An error: the line is
// no entity.
using TakeEntity = std::function<Result<std::optional<std::string>>(std::string_view line)>;

class DumpReader {
 public:
  // `hash`: of what decides on what is kept. `options`: output, resume and stop_after count here.
  DumpReader(const std::string& input, const ImportOptions& options, std::string hash, TakeEntity take, Diagnostics& diagnostics,
             const ImportListener& listener);

  // Reads what there is into the file of records. The counts are those of all runs, earlier ones included.
  Result<ImportSummary> run(ByteSource& source);

  static std::string spool_file(const ImportOptions& options) { return options.output + ".part"; }
  static std::string state_file(const ImportOptions& options) { return options.output + ".state"; }

 private:
  ImportSummary& counts() { return state_.counts; }
  Error not_written() const;
  void report(Severity severity, const char* code, std::size_t line, std::string message);
  void bad_line(std::string message);
  Result<std::string> read_head(ByteSource& source, std::size_t size);
  Outcome begin(ByteSource& source);
  Outcome take_up(ByteSource& source);
  Outcome read_lines(LineReader& lines);
  Outcome at_end(const LineReader& lines);
  void take_line(std::string_view line);
  Outcome save();

  std::string input_;
  const ImportOptions& options_;
  std::string hash_;
  TakeEntity take_;
  Diagnostics& diagnostics_;
  const ImportListener& listener_;
  ImportState state_;
  std::string begun_;  // bytes of the first line to read that were read with the head
  std::uint64_t base_bytes_ = 0;
  std::ofstream spool_;
  bool in_array_ = false;
  bool array_ended_ = false;
};

}  // namespace entente
