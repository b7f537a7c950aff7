// Sources: which files compiled knowledge was made of, and whether they are still what they were.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.hpp"

namespace entente {

struct SourceFile {
  std::string name;  // below the folder; of a file beyond it as the user gave it
  bool own = false;  // a file beyond the folder
  std::uint64_t size = 0;
  std::uint64_t hash = 0;  // block_hash of what stands in it
};

// The files that a Knowledge is read from, all but the rules: of `folder` sorted by name, then those of `more`. A file that
// cannot be read is an error.
Result<std::vector<SourceFile>> read_sources(const std::string& folder, const std::vector<std::string>& more);

// As a section of a file, and back. Names of own files are left out: they say nothing, and differ by machine.
std::string sources_section(const std::vector<SourceFile>& sources);
std::vector<SourceFile> sources_of(std::string_view section);

// Are the files the same as those recorded? What an unchanged file system proves is not read again: sizes are compared, and
// contents unless the file was last touched in any way (written, moved, renamed) before `compiled`, when compiling began.
// Returns what differs, in words; empty: nothing.
std::string difference(const std::vector<SourceFile>& recorded, const std::string& folder, const std::vector<std::string>& more,
                       std::timespec compiled);

// The time on the clock by which files are stamped.
std::timespec file_clock();

}  // namespace entente
