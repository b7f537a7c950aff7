#include "knowledge/sources.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <tuple>

#include "base/identifier.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

struct Listed {
  std::string name;
  std::string path;
  bool own = false;
};

// In the order in which they count. Files that may be missing are left out if they are.
std::vector<Listed> list_sources(const std::string& folder, const std::vector<std::string>& more) {
  std::vector<std::string> names = {"entente.ttl", "knowledge/first-names.tsv"};
  std::error_code error;
  for (const char* optional : {"plover.ttl", "knowledge/spellings.tsv"})
    if (fs::exists(folder + "/" + optional, error)) names.emplace_back(optional);
  for (fs::directory_iterator at(folder + "/knowledge", error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".ttl") names.push_back("knowledge/" + at->path().filename().string());
  std::sort(names.begin(), names.end());
  std::vector<Listed> out;
  out.reserve(names.size() + more.size());
  for (const std::string& name : names) out.push_back({name, folder + "/" + name, false});
  for (const std::string& file : more) out.push_back({file, file, true});
  return out;
}

Result<SourceFile> read_source(const Listed& listed) {
  std::ifstream in(listed.path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) return Error{"file-not-found", "the file cannot be read", listed.path, 0};
  return SourceFile{listed.name, listed.own, text.size(), block_hash(text)};
}

bool before(const std::timespec& a, const std::timespec& b) {
  return std::tie(a.tv_sec, a.tv_nsec) < std::tie(b.tv_sec, b.tv_nsec);
}

// Its content was what it is before `compiled`. The time of the last change of a file's entry cannot be set back.
bool untouched_since(const struct stat& info, const std::timespec& compiled) {
  return before(info.st_mtim, compiled) && before(info.st_ctim, compiled);
}

bool same_content(const Listed& listed, const SourceFile& recorded, std::timespec compiled) {
  struct stat info {};
  if (::stat(listed.path.c_str(), &info) != 0 || static_cast<std::uint64_t>(info.st_size) != recorded.size) return false;
  if (untouched_since(info, compiled)) return true;
  const Result<SourceFile> now = read_source(listed);
  return now && now->size == recorded.size && now->hash == recorded.hash;
}

std::uint64_t number(std::string_view text, int base) {
  std::uint64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out, base);
  return out;
}

}  // namespace

Result<std::vector<SourceFile>> read_sources(const std::string& folder, const std::vector<std::string>& more) {
  std::vector<SourceFile> out;
  for (const Listed& listed : list_sources(folder, more)) {
    Result<SourceFile> source = read_source(listed);
    if (!source) return source.error();
    out.push_back(std::move(source).value());
  }
  return out;
}

std::string sources_section(const std::vector<SourceFile>& sources) {
  std::string out;
  for (const SourceFile& source : sources) {
    char hash[17] = {};
    std::to_chars(hash, hash + 16, source.hash, 16);
    out += (source.own ? "own\t" : "folder\t") + std::to_string(source.size) + "\t" + hash + "\t" +
           (source.own ? "" : source.name) + "\n";
  }
  return out;
}

std::vector<SourceFile> sources_of(std::string_view section) {
  std::vector<SourceFile> out;
  for (const std::string_view line : split(section, '\n')) {
    const std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() != 4) continue;
    out.push_back({std::string(fields[3]), fields[0] == "own", number(fields[1], 10), number(fields[2], 16)});
  }
  return out;
}

std::string difference(const std::vector<SourceFile>& recorded, const std::string& folder, const std::vector<std::string>& more,
                       std::timespec compiled) {
  const std::vector<Listed> listed = list_sources(folder, more);
  for (std::size_t i = 0; i < std::max(listed.size(), recorded.size()); ++i) {
    if (i >= listed.size()) return (recorded[i].own ? "a file of one's own" : recorded[i].name) + " is gone";
    if (i >= recorded.size() || listed[i].own != recorded[i].own) return listed[i].name + " is new";
    if (!listed[i].own && listed[i].name != recorded[i].name)
      return listed[i].name < recorded[i].name ? listed[i].name + " is new" : recorded[i].name + " is gone";
    if (!same_content(listed[i], recorded[i], compiled)) return listed[i].name + " has changed";
  }
  return {};
}

std::timespec file_clock() {
  std::timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return now;
}

}  // namespace entente
