#include "pipeline/output_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace entente {

namespace fs = std::filesystem;

namespace {

Error cannot_write(const fs::path& path, const std::string& why) {
  return {"output-not-writable", "cannot write here: " + why + "; nothing was written", path.string(), 0};
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const std::string& path) {
  const fs::path folder(path);
  std::error_code error;
  const bool made = fs::create_directories(folder, error);
  if (error) return cannot_write(folder, error.message());
  if (!fs::is_directory(folder, error)) return cannot_write(folder, "it is not a folder");
  OutputFolder output(folder, made);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return cannot_write(folder, std::strerror(errno));
  return output;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : folder_(std::move(other.folder_)), made_(other.made_), published_(other.published_), staged_(std::move(other.staged_)) {
  other.staged_.clear();
  other.made_ = false;
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  for (const std::string& name : staged_) fs::remove(staged_path(name), ignored);
  if (made_ && !published_) fs::remove(folder_, ignored);  // only if it is empty
}

// In the same folder, so that publishing is a rename within one file system.
fs::path OutputFolder::staged_path(const std::string& name) const {
  const fs::path place = folder_ / name;
  return place.parent_path() / ("." + place.filename().string() + ".part");
}

Outcome OutputFolder::stage(const std::string& name, const std::function<Outcome(std::ostream&)>& write) {
  const fs::path path = staged_path(name);
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) return cannot_write(folder_ / name, std::strerror(errno));
  staged_.push_back(name);
  if (Outcome outcome = write(out); !outcome) return outcome;
  errno = 0;
  out.close();  // a full disk shows only here
  if (!out) return cannot_write(folder_ / name, errno != 0 ? std::strerror(errno) : "the disk is full or a limit was reached");
  return Done{};
}

Result<std::vector<std::string>> OutputFolder::publish() {
  for (const std::string& name : staged_) {
    std::error_code error;
    fs::rename(staged_path(name), folder_ / name, error);
    if (error) return cannot_write(folder_ / name, error.message());
  }
  published_ = true;
  return std::exchange(staged_, {});
}

}  // namespace entente
