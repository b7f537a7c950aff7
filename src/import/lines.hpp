// Lines of a byte source, as views into one buffer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/bytes.hpp"

namespace entente {

class LineReader {
 public:
  // The longest line that is handed out; Wikidata's largest entities have some 5 MB. Longer ones are passed over.
  static constexpr std::size_t longest = std::size_t{1} << 26;

  // `begun`: bytes of the source that were read already and belong to the first line.
  LineReader(ByteSource& source, std::string_view begun);

  // The next line without its line break, valid until the next call; nothing at the end of the input or at an error.
  // A last line without line break is handed out, too, unless an error cut it.
  std::optional<std::string_view> next();
  // Bytes up to the end of the last line, counted from the start of this reader.
  std::uint64_t bytes() const { return bytes_; }
  // The line was longer than `longest`; what was handed out is empty.
  bool too_long() const { return too_long_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  bool fill();
  std::string_view cut(std::size_t length, std::size_t with_break);

  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what has not been handed out
  std::size_t end_ = 0;
  std::uint64_t bytes_ = 0;
  bool too_long_ = false;
  bool at_end_ = false;
  std::optional<Error> error_;
};

}  // namespace entente
