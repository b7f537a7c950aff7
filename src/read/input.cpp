#include "read/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t chunk_bytes = 1U << 16;

// An open regular file; closes itself.
class File {
 public:
  static Result<File> open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return cannot_open(path, errno);
    File file(descriptor);
    struct stat info {};
    if (::fstat(descriptor, &info) != 0) return cannot_open(path, errno);
    if (!S_ISREG(info.st_mode))
      return Error{"not-a-file",
                   S_ISDIR(info.st_mode) ? "is a folder, not a file"
                                         : "is no regular file (a pipe, socket or device); copy its content to a file first",
                   path};
    file.size_ = static_cast<std::size_t>(info.st_size);
    return file;
  }

  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  File& operator=(File&&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  std::size_t size() const { return size_; }
  // Bytes read, 0 at the end, -1 on an error (errno).
  ssize_t read(char* to, std::size_t count) {
    ssize_t got = 0;
    do got = ::read(descriptor_, to, count);
    while (got < 0 && errno == EINTR);
    return got;
  }

 private:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  static Error cannot_open(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) return Error{"file-not-found", "no such file or folder", path};
    if (error == EACCES || error == EPERM) return Error{"permission-denied", "may not be read: permission denied", path};
    if (error == ELOOP) return Error{"file-not-found", "is a symbolic link that leads in a circle", path};
    return Error{"read-error", std::string("cannot be opened: ") + std::strerror(error), path};
  }

  int descriptor_ = -1;
  std::size_t size_ = 0;
};

Error read_error(const std::string& path) { return {"read-error", std::string("cannot be read: ") + std::strerror(errno), path}; }

// Puts chunks together to lines; what exceeds the limit is counted, not kept.
class LineSplitter {
 public:
  LineSplitter(std::size_t limit, const std::function<void(const InputLine&)>& sink) : limit_(limit), sink_(sink) {}

  void add(std::string_view chunk) {
    while (!chunk.empty()) {
      const std::size_t end = chunk.find('\n');
      const std::string_view part = chunk.substr(0, end);
      bytes_ += part.size();
      if (bytes_ <= limit_)
        line_ += part;
      else
        line_.clear();
      if (end == std::string_view::npos) return;
      finish();
      chunk.remove_prefix(end + 1);
    }
  }
  void finish() {
    ++number_;
    const bool too_long = bytes_ > limit_;
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    sink_({number_, bytes_, line_, too_long});
    line_.clear();
    bytes_ = 0;
  }
  bool pending() const { return bytes_ > 0; }

 private:
  std::size_t limit_;
  const std::function<void(const InputLine&)>& sink_;
  std::string line_;
  std::size_t bytes_ = 0;
  std::size_t number_ = 0;
};

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  Result<File> opened = File::open(path);
  if (!opened) return opened.error();
  File& file = opened.value();
  const auto too_large = [&] {
    return Error{"file-too-large",
                 "is larger than " + std::to_string(max_bytes) + " bytes, the limit for one article; it was left out", path};
  };
  if (file.size() > max_bytes) return too_large();
  std::string bytes;
  bytes.reserve(file.size());
  std::array<char, chunk_bytes> chunk{};
  for (;;) {
    const ssize_t got = file.read(chunk.data(), chunk.size());
    if (got < 0) return read_error(path);
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes) return too_large();
  }
}

Outcome read_lines(const std::string& path, std::size_t max_line_bytes, const std::function<void(const InputLine&)>& sink) {
  Result<File> opened = File::open(path);
  if (!opened) return opened.error();
  LineSplitter splitter(max_line_bytes, sink);
  std::array<char, chunk_bytes> chunk{};
  for (;;) {
    const ssize_t got = opened.value().read(chunk.data(), chunk.size());
    if (got < 0) return read_error(path);
    if (got == 0) break;
    splitter.add({chunk.data(), static_cast<std::size_t>(got)});
  }
  if (splitter.pending()) splitter.finish();
  return Done{};
}

std::string_view binary_format(std::string_view bytes) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> magic = {
      {{"%PDF-", "a PDF document"},
       {"PK\x03\x04", "a ZIP archive (or an Office document)"},
       {"\x89PNG", "a PNG picture"},
       {"\xFF\xD8\xFF", "a JPEG picture"},
       {"GIF8", "a GIF picture"},
       {"\x1F\x8B", "compressed with gzip"},
       {"BZh", "compressed with bzip2"},
       {"\xFD"
        "7zXZ",
        "compressed with xz"},
       {"\x28\xB5\x2F\xFD", "compressed with zstd"},
       {"\xD0\xCF\x11\xE0", "an old Office document"},
       {"{\\rtf", "an RTF document"},
       {"\x7F"
        "ELF",
        "a program"},
       {"SQLite format 3", "an SQLite database"}}};
  for (const auto& [start, name] : magic)
    if (bytes.substr(0, start.size()) == start) return name;
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return "text in UTF-16";
  return {};
}

std::optional<Error> text_problem(std::string_view bytes, const std::string& path) {
  if (bytes.empty()) return Error{"empty-file", "is empty; there is no article in it", path};
  if (const std::string_view format = binary_format(bytes); !format.empty())
    return Error{"binary-file", "is " + std::string(format) + ", not plain text in UTF-8; convert it first", path};
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos)
    return Error{"binary-file", "is a binary file (a NUL byte at offset " + std::to_string(nul) + "); it was left out", path};
  if (const auto at = invalid_utf8(bytes)) {
    const auto line =
        static_cast<std::size_t>(1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*at), '\n'));
    return Error{"invalid-utf8",
                 "is not valid UTF-8 at byte " + std::to_string(*at) + " (line " + std::to_string(line) +
                     "); convert it, for instance with iconv",
                 path, line};
  }
  if (trim(bytes).empty()) return Error{"empty-file", "holds nothing but white space; there is no article in it", path};
  return std::nullopt;
}

}  // namespace entente
