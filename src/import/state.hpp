// How far the reading of a dump has come: a small file beside the output, replaced as a whole.
#pragma once

#include <cstdint>
#include <string>

#include "entente/import.hpp"
#include "entente/result.hpp"

namespace entente {

struct ImportState {
  ImportSummary counts;       // bytes, lines, entities, kept, bad
  std::uint64_t written = 0;  // size of the file of records at that point
  std::uint64_t begun = 0;    // the first so many bytes of the input ...
  std::string begin_hash;     // ... and their hash, so that another dump is not taken for this one
  std::string options_hash;   // of the filter
};

Outcome save_state(const std::string& file, const ImportState& state);
Result<ImportState> load_state(const std::string& file);

}  // namespace entente
