#include "import/bytes.hpp"

#include <bzlib.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t block = std::size_t{1} << 18;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

// The file itself. The bytes by which its kind was told are handed out again.
class PlainBytes final : public ByteSource {
 public:
  PlainBytes(Descriptor descriptor, std::string file) : descriptor_(std::move(descriptor)), file_(std::move(file)) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (!seen_.empty()) {
      const std::size_t count = std::min(size, seen_.size());
      std::memcpy(out, seen_.data(), count);
      seen_.erase(0, count);
      return count;
    }
    for (;;) {
      const ssize_t count = ::read(descriptor_.number(), out, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return Error{"read-failed", std::string("cannot read on: ") + std::strerror(errno), file_, 0};
    }
  }

  Result<bool> skip(std::uint64_t count) override {
    struct stat info {};
    if (::fstat(descriptor_.number(), &info) != 0 || !S_ISREG(info.st_mode)) return ByteSource::skip(count);
    const std::uint64_t seen = std::min<std::uint64_t>(count, seen_.size());
    seen_.erase(0, seen);
    const off_t at = ::lseek(descriptor_.number(), static_cast<off_t>(count - seen), SEEK_CUR);
    return at >= 0 && at <= info.st_size;
  }

  // The first bytes, which stay to be read.
  Result<std::string> peek(std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t count = 0;
    while (count < size) {
      const auto got = read(&bytes[count], size - count);
      if (!got) return got.error();
      if (got.value() == 0) break;
      count += got.value();
    }
    bytes.resize(count);
    seen_ = bytes;
    return bytes;
  }

  const std::string& file() const { return file_; }

 private:
  Descriptor descriptor_;
  std::string file_;
  std::string seen_;
};

// Hands compressed bytes to a decoder block by block.
class Compressed : public ByteSource {
 public:
  explicit Compressed(std::unique_ptr<PlainBytes> plain) : plain_(std::move(plain)), in_(block) {}

 protected:
  // False at the end of the file.
  Result<bool> refill(char*& next, unsigned& available) {
    const auto got = plain_->read(in_.data(), in_.size());
    if (!got) return got.error();
    next = in_.data();
    available = static_cast<unsigned>(got.value());
    return got.value() != 0;
  }
  Error fail(const char* code, const char* message) const { return Error{code, message, plain_->file(), 0}; }

 private:
  std::unique_ptr<PlainBytes> plain_;
  std::vector<char> in_;
};

class GzipBytes final : public Compressed {
 public:
  explicit GzipBytes(std::unique_ptr<PlainBytes> plain) : Compressed(std::move(plain)) {
    ready_ = ::inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  ~GzipBytes() override { ::inflateEnd(&stream_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (!ready_) return fail("bad-compression", "no memory to decompress");
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (stream_.avail_in == 0) {
        char* next = nullptr;
        const auto more = refill(next, stream_.avail_in);
        if (!more) return more.error();
        stream_.next_in = reinterpret_cast<Bytef*>(next);
        if (!more.value()) {
          if (inside_) return fail("truncated-input", "the gzip file ends too early; what precedes was read");
          return std::size_t{0};
        }
      }
      if (const Outcome step = inflate_some(); !step) return step.error();
    }
    return size - stream_.avail_out;
  }

 private:
  Outcome inflate_some() {
    // Zeros after the last member are padding.
    while (!inside_ && members_ > 0 && stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return Done{};
    inside_ = true;
    const int code = ::inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      inside_ = false;
      ++members_;
      ::inflateReset(&stream_);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      return fail("bad-compression", "the gzip file is damaged; what precedes was read");
    }
    return Done{};
  }

  z_stream stream_{};
  bool ready_ = false;
  bool inside_ = false;  // a member has begun and not ended
  std::size_t members_ = 0;
};

class Bzip2Bytes final : public Compressed {
 public:
  explicit Bzip2Bytes(std::unique_ptr<PlainBytes> plain) : Compressed(std::move(plain)) { start(); }
  Bzip2Bytes(const Bzip2Bytes&) = delete;
  Bzip2Bytes& operator=(const Bzip2Bytes&) = delete;
  ~Bzip2Bytes() override { ::BZ2_bzDecompressEnd(&stream_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (!ready_) return fail("bad-compression", "no memory to decompress");
    stream_.next_out = out;
    stream_.avail_out = static_cast<unsigned>(size);
    while (stream_.avail_out == size) {
      if (stream_.avail_in == 0) {
        const auto more = refill(stream_.next_in, stream_.avail_in);
        if (!more) return more.error();
        if (!more.value()) {
          if (inside_) return fail("truncated-input", "the bzip2 file ends too early; what precedes was read");
          return std::size_t{0};
        }
      }
      inside_ = true;
      const int code = ::BZ2_bzDecompress(&stream_);
      if (code == BZ_STREAM_END)
        restart();
      else if (code != BZ_OK)
        return fail("bad-compression", "the bzip2 file is damaged; what precedes was read");
    }
    return size - stream_.avail_out;
  }

 private:
  void start() { ready_ = ::BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK; }
  // Another stream may follow.
  void restart() {
    const bz_stream old = stream_;
    ::BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    start();
    stream_.next_in = old.next_in;
    stream_.avail_in = old.avail_in;
    stream_.next_out = old.next_out;
    stream_.avail_out = old.avail_out;
    inside_ = false;
  }

  bz_stream stream_{};
  bool ready_ = false;
  bool inside_ = false;
};

}  // namespace

Result<bool> ByteSource::skip(std::uint64_t count) {
  std::vector<char> buffer(block);
  while (count > 0) {
    const auto got = read(buffer.data(), static_cast<std::size_t>(std::min<std::uint64_t>(count, buffer.size())));
    if (!got) return got.error();
    if (got.value() == 0) return false;
    count -= got.value();
  }
  return true;
}

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& file) {
  const int number = file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return Error{"file-not-found", std::string("cannot open the dump: ") + std::strerror(errno), file, 0};
  auto plain = std::make_unique<PlainBytes>(Descriptor(number), file == "-" ? "standard input" : file);
  const auto first = plain->peek(3);
  if (!first) return first.error();
  if (first.value().compare(0, 2, "\x1f\x8b") == 0)
    return std::unique_ptr<ByteSource>(std::make_unique<GzipBytes>(std::move(plain)));
  if (first.value() == "BZh") return std::unique_ptr<ByteSource>(std::make_unique<Bzip2Bytes>(std::move(plain)));
  return std::unique_ptr<ByteSource>(std::move(plain));
}

}  // namespace entente
