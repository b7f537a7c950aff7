// The folder that a build writes: its files appear together, whole, or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "entente/result.hpp"

namespace entente {

class OutputFolder {
 public:
  // Makes the folder if it is not there and proves that it can be written.
  static Result<OutputFolder> open(const std::string& path);

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&&) = delete;
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  // Removes what was staged and not published, and the folder if it was made in vain.
  ~OutputFolder();

  // Writes `name` (may hold a subfolder) beside its final place. An error of the writer or of the disk is returned.
  Outcome stage(const std::string& name, const std::function<Outcome(std::ostream&)>& write);
  // Moves all staged files to their places. Returns their names in the order of staging.
  Result<std::vector<std::string>> publish();

 private:
  OutputFolder(std::filesystem::path folder, bool made) : folder_(std::move(folder)), made_(made) {}
  std::filesystem::path staged_path(const std::string& name) const;

  std::filesystem::path folder_;
  bool made_ = false;  // by us: removed again if nothing is published
  bool published_ = false;
  std::vector<std::string> staged_;
};

}  // namespace entente
