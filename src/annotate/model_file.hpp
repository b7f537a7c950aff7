// The file format of models: a file of sections (base/section_file.hpp).
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "base/section_file.hpp"

namespace entente {

// Version 1 has the same layout without alignment, and a slower checksum.
inline constexpr SectionFormat model_format{"ENTENTEM", 2, 1, 1, "model", "no-model", "bad-model"};

class ModelFile : public SectionFile {
 public:
  // A file that is missing, truncated, of another kind or of a newer version, or whose checksum fails is an error.
  static Result<ModelFile> open(const std::string& path) {
    Result<SectionFile> file = SectionFile::open(path, model_format);
    if (!file) return file.error();
    ModelFile model;
    static_cast<SectionFile&>(model) = std::move(file).value();
    return model;
  }
};

using ModelSections = Sections;
inline Outcome write_model(const std::string& path, const ModelSections& sections) {
  return write_sections(path, model_format, sections);
}
// Writes the sections in place of those of the same names; the others of the file stay. A path without a file gets one.
inline Outcome replace_sections(const std::string& path, const ModelSections& sections) {
  ModelSections all;
  const Result<ModelFile> old = ModelFile::open(path);
  if (!old && old.error().code != model_format.missing) return old.error();
  if (old)
    for (const std::string& name : old->names())
      if (std::none_of(sections.begin(), sections.end(), [&](const auto& section) { return section.first == name; }))
        all.emplace_back(name, std::string(old->section(name)));
  all.insert(all.end(), sections.begin(), sections.end());
  return write_model(path, all);
}

}  // namespace entente
