#include "annotate/model_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/identifier.hpp"

namespace entente {

namespace {

constexpr std::string_view magic = "ENTENTEM";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_bytes = 24;
constexpr std::size_t entry_bytes = 32;
constexpr std::size_t name_bytes = 16;

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

Error broken(const std::string& path, const std::string& why) {
  return {"bad-model", "this model cannot be used: " + why, path, 0};
}

}  // namespace

struct ModelFile::Mapping {
  void* data = nullptr;
  std::size_t size = 0;
  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (data != nullptr) ::munmap(data, size);
  }
  std::string_view bytes() const { return {static_cast<const char*>(data), size}; }
};

Result<ModelFile> ModelFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{"no-model", std::string("cannot open the model: ") + std::strerror(errno), path, 0};
  struct stat info {};
  const bool known = ::fstat(file, &info) == 0 && info.st_size > 0;
  auto mapping = std::make_shared<Mapping>();
  if (known) {
    void* data = ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    if (data != MAP_FAILED) {
      mapping->data = data;
      mapping->size = static_cast<std::size_t>(info.st_size);
    }
  }
  ::close(file);
  const std::string_view bytes = mapping->bytes();
  if (bytes.size() < header_bytes || bytes.substr(0, magic.size()) != magic) return broken(path, "it is no Entente model");
  if (number_at<std::uint32_t>(bytes, 8) != version) return broken(path, "it was made for another version of Entente");
  if (number_at<std::uint64_t>(bytes, 16) != stable_hash(bytes.substr(header_bytes)))
    return broken(path, "its checksum is wrong; it may be cut off");

  ModelFile model;
  model.mapping_ = mapping;
  const std::uint32_t count = number_at<std::uint32_t>(bytes, 12);
  if (bytes.size() < header_bytes + count * entry_bytes) return broken(path, "it is cut off");
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = header_bytes + i * entry_bytes;
    const std::string_view name = bytes.substr(at, name_bytes);
    const auto offset = number_at<std::uint64_t>(bytes, at + name_bytes);
    const auto size = number_at<std::uint64_t>(bytes, at + name_bytes + 8);
    if (offset > bytes.size() || size > bytes.size() - offset) return broken(path, "it is cut off");
    model.sections_[std::string(name.substr(0, name.find('\0')))] = bytes.substr(offset, size);
  }
  return model;
}

std::string_view ModelFile::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::string_view() : found->second;
}

std::vector<std::string> ModelFile::names() const {
  std::vector<std::string> out;
  for (const auto& [name, bytes] : sections_) out.push_back(name);
  return out;
}

Outcome write_model(const std::string& path, const ModelSections& sections) {
  std::string table;
  std::string data;
  const std::size_t begin = header_bytes + sections.size() * entry_bytes;
  for (const auto& [name, bytes] : sections) {
    std::string padded = name;
    padded.resize(name_bytes, '\0');
    table += padded;
    append(table, static_cast<std::uint64_t>(begin + data.size()));
    append(table, static_cast<std::uint64_t>(bytes.size()));
    data += bytes;
  }
  std::string file(magic);
  append(file, version);
  append(file, static_cast<std::uint32_t>(sections.size()));
  append(file, stable_hash(table + data));
  std::ofstream out(path, std::ios::binary);
  out << file << table << data;
  out.close();
  if (!out) return Error{"not-written", "cannot write the model", path, 0};
  return Done{};
}

}  // namespace entente
