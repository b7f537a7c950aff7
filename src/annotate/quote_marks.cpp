#include "annotate/quote_marks.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.hpp"

namespace entente {

namespace {

enum class Side : std::uint8_t { open, close, either };

struct Mark {
  Range range;
  bool single = false;
  Side side = Side::either;
};

bool is_word(char32_t c) {
  return c >= 0x80 ? !is_space(c) && (c < 0x2010 || c > 0x203A) : (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

bool opens_after(char32_t before) {
  return before == 0 || is_space(before) || std::u32string_view(U"([{-–—/\"“‘'").find(before) != std::u32string_view::npos;
}

bool closes_before(char32_t after) {
  return after == 0 || is_space(after) || std::u32string_view(U".,;:!?)]}-–—\"”’'").find(after) != std::u32string_view::npos;
}

// Which side a mark is on as its neighbours tell it; `said` is what its own shape tells.
Side side_of(Side said, char32_t before, char32_t after) {
  const bool may_open = opens_after(before) && after != 0 && !is_space(after);
  const bool may_close = before != 0 && !is_space(before) && closes_before(after);
  if (may_open != may_close) return may_open ? Side::open : Side::close;
  return said;
}

struct Shape {
  bool single = false;
  Side side = Side::either;
};

std::optional<Shape> shape_of(char32_t c) {
  switch (c) {
    case U'"': return Shape{false, Side::either};
    case U'“':
    case U'„':
    case U'«': return Shape{false, Side::open};
    case U'”':
    case U'»': return Shape{false, Side::close};
    case U'\'': return Shape{true, Side::either};
    case U'‘': return Shape{true, Side::open};
    case U'’': return Shape{true, Side::close};
    default: return std::nullopt;
  }
}

// The marks of one block, in order. Two single marks in a row, and two backticks, are a double one.
std::vector<Mark> marks_in(std::string_view text, Range block) {
  std::vector<Mark> out;
  char32_t before = 0;
  std::size_t at = block.begin;
  while (at < block.end) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const auto peek = [&]() -> char32_t {
      std::size_t look = at;
      return look < block.end ? next_code_point(text, look) : 0;
    };
    std::optional<Shape> shape = shape_of(c);
    if ((c == U'\'' || c == U'`') && peek() == c) {
      next_code_point(text, at);
      shape = Shape{false, c == U'`' ? Side::open : Side::either};
    }
    if (shape) {
      const char32_t after = peek();
      const bool apostrophe = shape->single && is_word(before) && is_word(after);
      const Side side = c == U'„' || c == U'«' ? Side::open : side_of(shape->side, before, after);
      if (!apostrophe) out.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at)}, shape->single, side});
    }
    before = c;
  }
  return out;
}

Range trimmed(std::string_view text, Range range) {
  std::string_view inside = trim(text.substr(range.begin, range.size()));
  if (inside.ends_with(',')) inside = trim(inside.substr(0, inside.size() - 1));
  const auto begin = static_cast<std::uint32_t>(inside.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inside.size())};
}

// Ends of sentences are looked for only to end a quotation that was never closed.
std::uint32_t last_sentence_end(std::string_view text, Range range) {
  for (std::uint32_t at = range.end; at > range.begin; --at)
    if (text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?') return at;
  return range.begin;
}

class BlockQuotes {
 public:
  BlockQuotes(std::string_view text, Range block, std::uint32_t index)
      : text_(text), block_(block), index_(index), marks_(marks_in(text, block)) {}

  std::vector<QuotedSpan> read() {
    for (const Mark& mark : marks_)
      if (!mark.single) read_double(mark);
    if (open_) end_open(block_.end);
    read_singles();
    std::sort(spans_.begin(), spans_.end(), [](const QuotedSpan& a, const QuotedSpan& b) { return a.marks < b.marks; });
    return std::move(spans_);
  }

 private:
  void read_double(const Mark& mark) {
    if (!open_) {
      // A closing mark without an opening one, such as the sign for inches, is passed over.
      if (mark.side != Side::close) open_ = mark.range;
      return;
    }
    if (mark.side == Side::open) {
      end_open(mark.range.begin);
      open_ = mark.range;
      return;
    }
    add({open_->begin, mark.range.end}, {open_->end, mark.range.begin}, false, true);
    open_.reset();
  }

  // The open quotation was never closed: it ends with the last sentence before `end`.
  void end_open(std::uint32_t end) {
    const std::uint32_t stop = end == block_.end ? end : last_sentence_end(text_, {open_->end, end});
    add({open_->begin, stop}, {open_->end, stop}, false, false);
    open_.reset();
  }

  // Single marks are paired only where an opening one is followed by a closing one that is no plural's apostrophe.
  void read_singles() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (!marks_[i].single || marks_[i].side != Side::open) continue;
      const std::size_t close = closing_single(i);
      if (close == i) continue;
      add({marks_[i].range.begin, marks_[close].range.end}, {marks_[i].range.end, marks_[close].range.begin}, true, true);
      i = close;
    }
  }

  std::size_t closing_single(std::size_t open) const {
    constexpr std::uint32_t longest = 400;  // bytes
    std::size_t plural = open;
    for (std::size_t i = open + 1; i < marks_.size(); ++i) {
      const Mark& mark = marks_[i];
      if (mark.range.begin - marks_[open].range.end > longest) break;
      if (!mark.single || mark.side == Side::open) continue;
      if (mark.side != Side::close && i != open + 1) continue;
      const bool maybe_plural = text_[mark.range.begin - 1] == 's';
      if (!maybe_plural) return i;
      if (plural == open) plural = i;
    }
    return plural;
  }

  void add(Range marks, Range content, bool single, bool closed) {
    QuotedSpan span;
    span.marks = marks;
    span.content = trimmed(text_, content);
    span.block = index_;
    span.closed = closed;
    span.single = single;
    if (span.content.empty()) return;
    for (const QuotedSpan& other : spans_)
      if (other.content.contains(marks)) span.nested = true;
    // What crosses another span is no quotation but an apostrophe or a stray mark.
    if (single && !span.nested && std::any_of(spans_.begin(), spans_.end(), [&](const QuotedSpan& s) {
          return s.marks.overlaps(marks) && !marks.contains(s.marks);
        }))
      return;
    spans_.push_back(span);
  }

  std::string_view text_;
  Range block_;
  std::uint32_t index_;
  std::vector<Mark> marks_;
  std::optional<Range> open_;
  std::vector<QuotedSpan> spans_;
};

void link_paragraphs(std::vector<QuotedSpan>& spans, const Article& article) {
  for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
    if (spans[i].closed || spans[i].single) continue;
    const QuotedSpan& next = spans[i + 1];
    const bool reopens = next.block == spans[i].block + 1 && next.marks.begin == article.blocks[next.block].range.begin;
    spans[i].continued = reopens && spans[i].marks.end == article.blocks[spans[i].block].range.end;
  }
}

}  // namespace

std::vector<QuotedSpan> quoted_spans(const Article& article) {
  std::vector<QuotedSpan> out;
  for (std::uint32_t i = 0; i < article.blocks.size(); ++i) {
    if (article.blocks[i].kind == BlockKind::boilerplate) continue;
    for (QuotedSpan& span : BlockQuotes(article.text, article.blocks[i].range, i).read()) out.push_back(span);
  }
  link_paragraphs(out, article);
  return out;
}

}  // namespace entente
