#include "import/lines.hpp"

#include <algorithm>
#include <cstring>

namespace entente {

LineReader::LineReader(ByteSource& source, std::string_view begun)
    : source_(source), buffer_(std::max<std::size_t>(1 << 20, begun.size())) {
  std::copy(begun.begin(), begun.end(), buffer_.begin());
  end_ = begun.size();
}

// Reads on behind what is there; makes room first. False at the end.
bool LineReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  const auto got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  if (!got) error_ = got.error();
  at_end_ = !got || got.value() == 0;
  if (got) end_ += got.value();
  return !at_end_;
}

std::string_view LineReader::cut(std::size_t length, std::size_t with_break) {
  const std::string_view line(buffer_.data() + begin_, length);
  begin_ += with_break;
  bytes_ += with_break;
  return line;
}

std::optional<std::string_view> LineReader::next() {
  too_long_ = false;
  std::size_t searched = 0;
  std::uint64_t dropped = 0;
  for (;;) {
    const char* from = buffer_.data() + begin_ + searched;
    if (const void* found = end_ == begin_ + searched ? nullptr : std::memchr(from, '\n', end_ - begin_ - searched)) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - (buffer_.data() + begin_));
      bytes_ += dropped;
      too_long_ = too_long_ || length > longest;
      const std::string_view line = cut(length, length + 1);
      return too_long_ ? std::string_view{} : line;
    }
    searched = end_ - begin_;
    if (searched > longest) {
      too_long_ = true;
      dropped += searched;
      begin_ = end_;
      searched = 0;
    }
    if (fill()) continue;
    if (error_ || (end_ == begin_ && dropped == 0)) return std::nullopt;
    bytes_ += dropped;
    too_long_ = too_long_ || end_ - begin_ > longest;
    const std::string_view line = cut(end_ - begin_, end_ - begin_);
    return too_long_ ? std::string_view{} : line;
  }
}

}  // namespace entente
