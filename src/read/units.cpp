#include "read/units.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t widest_wrap = 110;    // code points; longer lines were not broken by hand or by a mailer
constexpr std::size_t narrowest_wrap = 30;  // narrower columns do not occur in articles

struct Line {
  Range range;
  std::uint32_t blank_lines = 0;
  std::size_t indent = 0;  // bytes of white space before it
  std::size_t length = 0;  // code points
  std::size_t first_word = 0;
  bool lower_start = false;
  bool stands_alone = false;  // a URL or a list item: never a continuation
};

// Length of the line end at `at`, 0 if there is none.
std::size_t line_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\f' || c == '\v') return 1;
  if (text.substr(at, 2) == "\xC2\x85") return 2;
  return text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9" ? 3 : 0;
}

bool is_list_item(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "•", "·", "– ", "‣", "▪", "●", "■"})
    if (line.substr(0, bullet.size()) == bullet) return true;
  return false;
}

Line describe(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view raw = text.substr(begin, end - begin);
  const std::string_view body = trim(raw);
  Line line;
  if (body.empty()) return line;
  line.indent = static_cast<std::size_t>(body.data() - raw.data());
  const std::size_t at = begin + line.indent;
  line.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + body.size())};
  line.length = count_code_points(body);
  line.first_word = count_code_points(body.substr(0, std::min(body.find(' '), body.size())));
  std::size_t next = 0;
  const char32_t first = next_code_point(body, next);
  line.lower_start = !is_upper(first) && ((first >= 'a' && first <= 'z') || (first >= 0xDF && first <= 0x24F));
  line.stands_alone = body.substr(0, 4) == "http" || is_list_item(body);
  return line;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t blank_lines = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t length = at == text.size() ? 1 : line_end(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    Line line = describe(text, begin, at);
    if (line.range.empty()) {
      ++blank_lines;
    } else {
      line.blank_lines = blank_lines;
      blank_lines = 0;
      lines.push_back(line);
    }
    at += length;
    begin = at;
  }
  return lines;
}

bool adjacent(const Line& line, const Line& next) { return next.blank_lines == 0 && !line.stands_alone && !next.stands_alone; }

// The column at which the text was broken, 0 if it was not. A wrapped text goes on in lower case after most of its line
// ends, and a line ends where the next word did not fit any more.
std::size_t wrap_width(const std::vector<Line>& lines) {
  std::size_t width = 0;
  std::size_t pairs = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!adjacent(lines[i], lines[i + 1]) || lines[i].length > widest_wrap) continue;
    ++pairs;
    if (!lines[i + 1].lower_start) continue;
    ++lower;
    width = std::max(width, lines[i].length);
  }
  // Two continuations may be chance among many lines, several are not.
  const bool goes_on = (lower >= 2 && lower * 5 >= pairs * 2) || (lower >= 3 && lower * 5 >= pairs);
  if (!goes_on || width < narrowest_wrap) return 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (adjacent(lines[i], lines[i + 1]) && lines[i].length <= widest_wrap && lines[i + 1].lower_start &&
        lines[i].length + 1 + lines[i + 1].first_word + 2 > width)
      ++full;
  return full * 10 >= lower * 6 ? width : 0;
}

bool continues(const Line& line, const Line& next, std::size_t width) {
  if (width == 0 || !adjacent(line, next) || line.length > width + 2 || next.length > width + 12) return false;
  if (next.indent > line.indent && !next.lower_start) return false;  // an indented first line begins a paragraph
  return next.lower_start || line.length + 1 + next.first_word + 2 > width;
}

}  // namespace

std::vector<Unit> split_units(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  const std::size_t width = wrap_width(lines);
  std::vector<Unit> units;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && continues(lines[i - 1], lines[i], width)) {
      units.back().range.end = lines[i].range.end;
      continue;
    }
    Unit unit;
    unit.range = lines[i].range;
    unit.blank_lines = lines[i].blank_lines;
    unit.hint = is_list_item(text.substr(unit.range.begin, unit.range.size())) ? Hint::list_item : Hint::none;
    units.push_back(unit);
  }
  return units;
}

}  // namespace entente
