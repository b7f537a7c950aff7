#include "base/section_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/identifier.hpp"

namespace entente {

namespace {

constexpr std::size_t header_bytes = 24;
constexpr std::size_t entry_bytes = 32;
constexpr std::size_t name_bytes = 16;
constexpr std::size_t alignment = 64;  // a line of the cache, for products of weights

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename Number>
void append(std::string& out, Number value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

std::uint64_t checksum(std::string_view bytes, std::uint32_t version, const SectionFormat& format) {
  return version <= format.byte_hashed ? stable_hash(bytes) : block_hash(bytes);
}

// What is wrong with the header or the checksum; empty: nothing.
std::string problem_of(std::string_view bytes, const SectionFormat& format) {
  if (bytes.size() < header_bytes || bytes.substr(0, format.magic.size()) != format.magic)
    return "it is no Entente " + std::string(format.what);
  const auto version = number_at<std::uint32_t>(bytes, 8);
  if (version < format.oldest || version > format.version) return "it was made for another version of Entente";
  if (number_at<std::uint64_t>(bytes, 16) != checksum(bytes.substr(header_bytes), version, format))
    return "its checksum is wrong; it may be cut off";
  if (bytes.size() < header_bytes + std::size_t{number_at<std::uint32_t>(bytes, 12)} * entry_bytes) return "it is cut off";
  return {};
}

// The head of the file: header and table of sections. `size` becomes the size of the whole file.
std::string head_of(const SectionFormat& format, const Sections& sections, std::vector<std::size_t>& offsets) {
  std::string table;
  std::size_t at = header_bytes + sections.size() * entry_bytes;
  for (const auto& [name, bytes] : sections) {
    at = (at + alignment - 1) / alignment * alignment;
    offsets.push_back(at);
    std::string padded = name;
    padded.resize(name_bytes, '\0');
    table += padded;
    append(table, static_cast<std::uint64_t>(at));
    append(table, static_cast<std::uint64_t>(bytes.size()));
    at += bytes.size();
  }
  std::string head(format.magic);
  append(head, format.version);
  append(head, static_cast<std::uint32_t>(sections.size()));
  append(head, std::uint64_t{0});
  return head + table;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

// A fresh file beside `path`, whose name becomes `beside`; negative if none can be made.
int open_beside(const std::string& path, std::string& beside) {
  for (int attempt = 0; attempt < 1000; ++attempt) {
    beside = path + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}

}  // namespace

struct SectionFile::Memory {
  void* mapped = nullptr;
  std::size_t size = 0;
  Sections held;
  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    if (mapped != nullptr) ::munmap(mapped, size);
  }
  std::string_view bytes() const { return {static_cast<const char*>(mapped), size}; }
};

Result<SectionFile> SectionFile::open(const std::string& path, const SectionFormat& format) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return Error{std::string(format.missing), "cannot open the " + std::string(format.what) + ": " + std::strerror(errno), path, 0};
  struct stat info {};
  auto memory = std::make_shared<Memory>();
  SectionFile out;
  if (::fstat(file, &info) == 0 && info.st_size > 0) {
    // All of it is read for the checksum in any case: one call is cheaper than a fault for every page.
    const auto size = static_cast<std::size_t>(info.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (data != MAP_FAILED) {
      memory->mapped = data;
      memory->size = size;
    }
    out.written_ = info.st_mtim;
  }
  ::close(file);
  const std::string_view bytes = memory->bytes();
  const auto broken = [&](const std::string& why) {
    return Error{std::string(format.broken), "this " + std::string(format.what) + " cannot be used: " + why, path, 0};
  };
  if (const std::string problem = problem_of(bytes, format); !problem.empty()) return broken(problem);

  const auto count = number_at<std::uint32_t>(bytes, 12);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = header_bytes + i * entry_bytes;
    const std::string_view name = bytes.substr(at, name_bytes);
    const auto offset = number_at<std::uint64_t>(bytes, at + name_bytes);
    const auto size = number_at<std::uint64_t>(bytes, at + name_bytes + 8);
    if (offset > bytes.size() || size > bytes.size() - offset) return broken("it is cut off");
    out.sections_[std::string(name.substr(0, name.find('\0')))] = bytes.substr(offset, size);
  }
  out.memory_ = std::move(memory);
  return out;
}

SectionFile SectionFile::hold(Sections sections) {
  auto memory = std::make_shared<Memory>();
  memory->held = std::move(sections);
  SectionFile out;
  for (const auto& [name, bytes] : memory->held) out.sections_[name] = bytes;
  out.memory_ = std::move(memory);
  return out;
}

std::string_view SectionFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::string_view() : found->second;
}

std::vector<std::string> SectionFile::names() const {
  std::vector<std::string> out;
  for (const auto& [name, bytes] : sections_) out.push_back(name);
  return out;
}

Outcome write_sections(const std::string& path, const SectionFormat& format, const Sections& sections,
                       std::optional<std::timespec> written) {
  std::vector<std::size_t> offsets;
  std::string bytes = head_of(format, sections, offsets);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    bytes.resize(offsets[i], '\0');
    bytes += sections[i].second;
  }
  const std::uint64_t sum = checksum(std::string_view(bytes).substr(header_bytes), format.version, format);
  std::memcpy(bytes.data() + 16, &sum, sizeof sum);

  std::string beside;
  const int file = open_beside(path, beside);
  bool good = file >= 0 && write_all(file, bytes);
  if (good && written) {
    const std::timespec times[2] = {*written, *written};
    good = ::futimens(file, times) == 0;
  }
  int problem = good ? 0 : errno;
  if (file >= 0 && ::close(file) != 0 && good) {
    good = false;
    problem = errno;
  }
  if (good && std::rename(beside.c_str(), path.c_str()) != 0) {
    good = false;
    problem = errno;
  }
  if (good) return Done{};
  if (file >= 0) ::unlink(beside.c_str());
  return Error{"not-written", "cannot write the " + std::string(format.what) + ": " + std::strerror(problem), path, 0};
}

}  // namespace entente
