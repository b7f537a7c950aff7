#include "import/state.hpp"

#include <filesystem>
#include <fstream>

namespace entente {

namespace {

constexpr const char* first_line = "entente-import 1";

}  // namespace

Outcome save_state(const std::string& file, const ImportState& state) {
  const std::string fresh = file + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  const ImportSummary& c = state.counts;
  out << first_line << "\nbytes " << c.bytes << "\nlines " << c.lines << "\nentities " << c.entities << "\nkept " << c.kept
      << "\nbad " << c.bad << "\nwritten " << state.written << "\nbegun " << state.begun << "\nbegin-hash " << state.begin_hash
      << "\noptions-hash " << state.options_hash << "\n";
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, file, error);
  if (out && !error) return Done{};
  return Error{"not-written", "cannot write how far the import has come", file, 0};
}

Result<ImportState> load_state(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{"file-not-found", "there is nothing to resume: the import was not begun, or is complete", file, 0};
  std::string line;
  std::string word;
  ImportState state;
  ImportSummary& c = state.counts;
  std::getline(in, line);
  const auto number = [&](const char* name, std::uint64_t& value) { return (in >> word >> value) && word == name; };
  const auto text = [&](const char* name, std::string& value) { return (in >> word >> value) && word == name; };
  const bool good = line == first_line && number("bytes", c.bytes) && number("lines", c.lines) && number("entities", c.entities) &&
                    number("kept", c.kept) && number("bad", c.bad) && number("written", state.written) &&
                    number("begun", state.begun) && text("begin-hash", state.begin_hash) &&
                    text("options-hash", state.options_hash);
  if (!good) return Error{"bad-state", "this is not how an import has come along; remove it and begin anew", file, 0};
  return state;
}

}  // namespace entente
