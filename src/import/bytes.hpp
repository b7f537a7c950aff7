// The bytes of a file as they were before it was compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "entente/result.hpp"

namespace entente {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Up to `size` bytes; 0 at the end. An error, once what precedes it has been handed out: "truncated-input" where
  // the file ends too early, "bad-compression" where it is damaged, "read-failed".
  virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
  // Passes over `count` bytes; the result is false if there are fewer.
  virtual Result<bool> skip(std::uint64_t count);
};

// Plain, gzip (of several members, too) or bzip2 (of several streams, too), known by the first bytes. "-": standard input.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& file);

}  // namespace entente
