// The file format of models: named sections behind a header with magic, version and checksum, mapped into memory.
//
// Layout, little-endian: 8 bytes magic, u32 version, u32 number of sections, u64 FNV-1a hash of all that follows the
// header; then per section 16 bytes name (padded with zeros), u64 offset from the file's begin, u64 size; then the data.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.hpp"

namespace entente {

class ModelFile {
 public:
  // A file that is missing, truncated, of another kind or of a newer version, or whose checksum fails is an error.
  static Result<ModelFile> open(const std::string& path);
  // The bytes of a section, valid while the ModelFile or a copy of it lives; empty if there is none.
  std::string_view section(std::string_view name) const;
  std::vector<std::string> names() const;  // of all sections, sorted

 private:
  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
  std::map<std::string, std::string_view, std::less<>> sections_;
};

// Names at most 15 bytes.
using ModelSections = std::vector<std::pair<std::string, std::string>>;
Outcome write_model(const std::string& path, const ModelSections& sections);

}  // namespace entente
