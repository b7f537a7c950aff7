#include "import/dump_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/identifier.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 4096;                 // of the input, by which it is known again
constexpr std::uint64_t step = std::uint64_t{1} << 26;  // bytes between two savings
constexpr std::uint64_t most_reported = 100;            // lines that are bad, in full

}  // namespace

DumpReader::DumpReader(const std::string& input, const ImportOptions& options, std::string hash, TakeEntity take,
                       Diagnostics& diagnostics, const ImportListener& listener)
    : input_(input == "-" ? "standard input" : input),
      options_(options),
      hash_(std::move(hash)),
      take_(std::move(take)),
      diagnostics_(diagnostics),
      listener_(listener) {}

Result<ImportSummary> DumpReader::run(ByteSource& source) {
  state_.options_hash = hash_;
  if (const Outcome begun = options_.resume ? take_up(source) : begin(source); !begun) return begun.error();
  spool_.open(spool_file(options_), std::ios::binary | (options_.resume ? std::ios::app : std::ios::trunc));
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

Error DumpReader::not_written() const {
  return Error{"not-written", "cannot write the records of the import", spool_file(options_), 0};
}

void DumpReader::report(Severity severity, const char* code, std::size_t line, std::string message) {
  diagnostics_.push_back({severity, code, input_, line, std::move(message)});
}
void DumpReader::bad_line(std::string message) {
  if (++counts().bad <= most_reported)
    report(Severity::error, "bad-line", counts().lines, std::move(message) + "; the line was left out");
  else if (counts().bad == most_reported + 1)
    report(Severity::error, "bad-line", counts().lines, "more lines are bad; they are counted, but not listed");
}

// The first bytes of the input, which tell it from others.
Result<std::string> DumpReader::read_head(ByteSource& source, std::size_t size) {
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

Outcome DumpReader::begin(ByteSource& source) {
  const auto first = read_head(source, head_size);
  if (!first) return first.error();
  begun_ = first.value();
  state_.begun = begun_.size();
  state_.begin_hash = hex_hash(begun_, 16);
  return Done{};
}

Outcome DumpReader::take_up(ByteSource& source) {
  auto state = load_state(state_file(options_));
  if (!state) return state.error();
  const std::string options_hash = std::exchange(state_, std::move(state).value()).options_hash;
  if (state_.options_hash != options_hash)
    return Error{"bad-state", "the import was begun with other classes or properties: use the same, or begin anew",
                 state_file(options_), 0};
  const auto first = read_head(source, state_.begun);
  if (!first) return first.error();
  if (hex_hash(first.value(), 16) != state_.begin_hash)
    return Error{"bad-state", "the import was begun with another dump: it does not begin as " + input_ + " does",
                 state_file(options_), 0};
  in_array_ = first->compare(0, 1, "[") == 0;
  if (counts().bytes < first->size()) {
    begun_ = first->substr(counts().bytes);
  } else {
    const auto skipped = source.skip(counts().bytes - first->size());
    if (!skipped) return skipped.error();
    if (!skipped.value()) return Error{"truncated-input", "the dump ends before the point to resume from", input_, 0};
  }
  std::error_code error;
  if (fs::file_size(spool_file(options_), error) < state_.written || error)
    return Error{"bad-state", "the file of records is not as it was left; begin anew", spool_file(options_), 0};
  fs::resize_file(spool_file(options_), state_.written, error);
  if (error) return not_written();
  return Done{};
}

Outcome DumpReader::read_lines(LineReader& lines) {
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

Outcome DumpReader::at_end(const LineReader& lines) {
  if (lines.error()) {
    Diagnostic wrong = diagnose(*lines.error());
    wrong.line = counts().lines + 1;
    diagnostics_.push_back(std::move(wrong));
    ++counts().bad;
  } else if (in_array_ && !array_ended_) {
    report(Severity::error, "truncated-input", counts().lines, "the dump ends without its last line, ']'; what precedes was read");
    ++counts().bad;
  } else {
    counts().complete = true;
    if (counts().entities == 0) report(Severity::error, "no-entities", 0, "there is no entity of Wikidata in it");
  }
  return Done{};
}

void DumpReader::take_line(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ',' || line.back() == ' ')) line.remove_suffix(1);
  if (line.empty()) return;
  if (line == "[" || line == "]") {
    (line == "[" ? in_array_ : array_ended_) = true;
    return;
  }
  ++counts().entities;
  if (line.front() != '{' || line.back() != '}') return bad_line("no entity: a JSON object on one line was expected");
  const auto kept = take_(line);
  if (!kept) return bad_line(kept.error().message);
  if (!kept.value()) return;
  spool_ << *kept.value() << '\n';
  state_.written += kept.value()->size() + 1;
  ++counts().kept;
}

// What the state says has been written must be in the file before the state is.
Outcome DumpReader::save() {
  spool_.flush();
  if (!spool_) return not_written();
  return save_state(state_file(options_), state_);
}

}  // namespace entente
