// Which files to read, and what their articles are called.
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "entente/read.hpp"
#include "read/input.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

std::optional<SourceFormat> format_of(const fs::path& path) {
  const std::string ending = lower(path.extension().string());
  if (ending == ".txt" || ending == ".text" || ending == ".md") return SourceFormat::text;
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return SourceFormat::html;
  if (ending == ".jsonl" || ending == ".ndjson" || ending == ".json") return SourceFormat::record;
  return std::nullopt;
}

class SourceFinder {
 public:
  explicit SourceFinder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return report("file-not-found", path, "no such file or folder");
    if (error && error.value() == static_cast<int>(std::errc::too_many_symbolic_link_levels))
      return report("file-not-found", path, "is a symbolic link that leads in a circle");
    if (error) return report("permission-denied", path, "cannot be looked at: " + error.message());
    if (status.type() == fs::file_type::directory) {
      const std::size_t before = files_.size() + known_again_;
      walk(path);
      if (files_.size() + known_again_ == before)
        report("no-articles", path, "the folder holds no article (.txt .md .html .jsonl .json ...)", Severity::warning);
    } else if (status.type() != fs::file_type::regular) {
      report("not-a-file", path, "is no regular file (a pipe, socket or device); copy its content to a file first");
    } else if (const auto format = format_of(path)) {
      keep(path, *format);
    } else {
      report("unknown-format", path, "the ending is none of .txt .text .md .html .htm .xhtml .jsonl .ndjson .json");
    }
  }

  std::vector<Source> finish() {
    std::vector<Source> sources;
    for (auto& [path, format] : files_)
      sources.push_back({path, format, format == SourceFormat::record ? "" : fs::path(path).stem().string()});
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
    tell_apart(sources);
    return sources;
  }

 private:
  void report(std::string code, std::string file, std::string message, Severity severity = Severity::error) {
    diagnostics_.push_back({severity, std::move(code), std::move(file), 0, std::move(message)});
  }

  // One real file is read once, under the path that sorts first.
  void keep(const fs::path& path, SourceFormat format) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    const std::string name = path.string();
    const auto [known, fresh] = by_real_path_.emplace(error ? name : real.string(), name);
    if (fresh) {
      files_.emplace(name, format);
      return;
    }
    ++known_again_;
    if (name >= known->second) return;
    files_.erase(known->second);
    files_.emplace(name, format);
    known->second = name;
  }

  void walk(const fs::path& folder) {
    std::error_code error;
    const std::string real = fs::canonical(folder, error).string();
    if (std::find(open_folders_.begin(), open_folders_.end(), real) != open_folders_.end())
      return report("directory-loop", folder.string(), "is a link to a folder that holds it; it was not followed",
                    Severity::warning);
    std::vector<fs::path> entries;
    fs::directory_iterator entry(folder, error);
    if (error) return report("permission-denied", folder.string(), "the folder cannot be read: " + error.message());
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(entry->path());
    std::sort(entries.begin(), entries.end());
    open_folders_.push_back(real);
    for (const fs::path& path : entries) visit(path);
    open_folders_.pop_back();
  }

  void visit(const fs::path& path) {
    if (path.filename().string().front() == '.' || lower(path.stem().string()) == "readme") return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::directory) return walk(path);
    if (status.type() != fs::file_type::regular) return;
    if (const auto format = format_of(path)) keep(path, *format);
  }

  // Different ids for files of one name (read.hpp, Source::id).
  void tell_apart(std::vector<Source>& sources) {
    std::map<std::string, std::vector<std::size_t>> by_id;
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (!sources[i].id.empty()) by_id[sources[i].id].push_back(i);
    std::set<std::size_t> dropped;
    for (const auto& [id, indices] : by_id) {
      if (indices.size() < 2) continue;
      std::map<std::string, std::size_t> by_content;
      for (const std::size_t i : indices) {
        const Result<std::string> bytes = read_file(sources[i].file, std::size_t{1} << 32);
        const std::string hash = hex_hash(bytes ? bytes.value() : sources[i].file);
        const auto [first, fresh] = by_content.emplace(hash, i);
        if (!fresh) {
          dropped.insert(i);
          report("duplicate-file", sources[i].file,
                 "has the name and the content of " + sources[first->second].file + "; it was read once", Severity::note);
        } else {
          sources[i].id.append("-").append(hash);
        }
      }
      if (by_content.size() == 1) {
        sources[by_content.begin()->second].id = id;
        continue;
      }
      for (const auto& [hash, i] : by_content)
        report("same-name", sources[i].file,
               "other files have the name \"" + id + "\" too; its article is called \"" + sources[i].id + "\"", Severity::note);
    }
    std::vector<Source> kept;
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (dropped.count(i) == 0) kept.push_back(std::move(sources[i]));
    sources = std::move(kept);
  }

  Diagnostics& diagnostics_;
  std::map<std::string, SourceFormat> files_;
  std::map<std::string, std::string> by_real_path_;
  std::size_t known_again_ = 0;
  std::vector<std::string> open_folders_;
};

}  // namespace

std::vector<Source> find_sources(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  SourceFinder finder(diagnostics);
  for (const std::string& path : paths) finder.add(path);
  return finder.finish();
}

}  // namespace entente
