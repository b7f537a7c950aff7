// Files of named sections behind a header with magic, version and checksum, mapped into memory: models, compiled
// knowledge.
//
// Layout, little-endian: 8 bytes magic, u32 version, u32 number of sections, u64 checksum of all that follows the header;
// then per section 16 bytes name (padded with zeros), u64 offset from the file's begin, u64 size; then the data, each
// section from a multiple of 64 bytes (of 8 at least), so that arrays of numbers can be read where they lie.
#pragma once

#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/result.hpp"

namespace entente {

// Names at most 15 bytes.
using Sections = std::vector<std::pair<std::string, std::string>>;

// One kind of such files.
struct SectionFormat {
  std::string_view magic;         // 8 bytes
  std::uint32_t version = 1;      // what is written
  std::uint32_t oldest = 1;       // versions from here on are read
  std::uint32_t byte_hashed = 0;  // up to this version the checksum is stable_hash; after it, block_hash
  std::string_view what;          // "model": for messages
  std::string_view missing;       // code of the error for a file that cannot be opened
  std::string_view broken;        // code of the error for one that cannot be used
};

class SectionFile {
 public:
  // A file that is missing, truncated, of another kind or of a version not read, or whose checksum fails is an error.
  static Result<SectionFile> open(const std::string& path, const SectionFormat& format);
  // The same without a file.
  static SectionFile hold(Sections sections);

  // The bytes of a section, valid while the SectionFile or a copy of it lives; empty if there is none.
  std::string_view section(std::string_view name) const;
  std::vector<std::string> names() const;  // of all sections, sorted
  // When the file was last written, as it says itself; zero where there is no file.
  std::timespec written() const { return written_; }

 private:
  struct Memory;
  std::shared_ptr<const Memory> memory_;
  std::map<std::string, std::string_view, std::less<>> sections_;
  std::timespec written_{};
};

// Writes beside `path` and renames, so that nobody ever sees half a file. `written`: what its time of writing shall say.
Outcome write_sections(const std::string& path, const SectionFormat& format, const Sections& sections,
                       std::optional<std::timespec> written = std::nullopt);

}  // namespace entente
