#include "annotate/tokenize.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "annotate/abbreviations.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

// One code point with where it stands.
struct Point {
  char32_t c = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
using Points = std::vector<Point>;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c >= 0x2C00;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// Prefixes that keep their hyphen in the treebanks ("co-operation", "non-nuclear").
bool keeps_hyphen(const std::string& before) {
  static constexpr std::array<std::string_view, 27> prefixes = {
      "anti", "co",   "counter", "cross", "de",  "e",   "ex",   "extra", "hyper", "inter", "intra", "macro", "mega", "micro",
      "mid",  "mini", "mis",     "multi", "neo", "non", "over", "post",  "pre",   "pro",   "re",    "semi",  "sub"};
  return std::find(prefixes.begin(), prefixes.end(), before) != prefixes.end();
}

class Chunk {
 public:
  Chunk(std::string_view text, Points points, std::vector<Range>& out) : text_(text), points_(std::move(points)), out_(out) {}

  void split() {
    std::size_t begin = 0;
    if (is_address()) {
      std::size_t end = points_.size();
      while (end > 1 && std::u32string_view(U".,;:!?)\"'”’").find(points_[end - 1].c) != std::u32string_view::npos) --end;
      emit(0, end);
      begin = end;
    }
    while (begin < points_.size()) begin = next_token(begin);
  }

 private:
  char32_t at(std::size_t i) const { return i < points_.size() ? points_[i].c : 0; }
  std::string_view view(std::size_t begin, std::size_t end) const {
    return begin >= end ? std::string_view() : text_.substr(points_[begin].begin, points_[end - 1].end - points_[begin].begin);
  }
  void emit(std::size_t begin, std::size_t end) {
    if (begin < end) out_.push_back({points_[begin].begin, points_[end - 1].end});
  }
  bool is_address() const {
    const std::string_view all = view(0, points_.size());
    return all.find("://") != std::string_view::npos || all.starts_with("www.") ||
           (all.find('@') != std::string_view::npos && all.find('@') > 0 && all.find('.') != std::string_view::npos) ||
           ((all[0] == '@' || all[0] == '#') && points_.size() > 1 && is_letter(at(1)));
  }

  // Emits the token that begins at `begin` and returns where the next one begins.
  std::size_t next_token(std::size_t begin) {
    const char32_t c = at(begin);
    if (is_letter(c) || is_digit(c)) return word(begin);
    if (is_apostrophe(c) && begin == 0 && is_digit(at(1))) return word(1, 0);  // '90s
    std::size_t end = begin + 1;
    if (c == '.' || c == '-' || c == '*' || c == '=' || c == '_' || c == '!' || c == '?')
      while (at(end) == c || (c == '!' && at(end) == '?') || (c == '?' && at(end) == '!')) ++end;
    if ((is_apostrophe(c) || c == '`') && at(end) == c && c != 0x2019) ++end;        // '' and ``
    if (c == '.' && is_digit(at(end)) && end == begin + 1) return word(end, begin);  // .5
    if ((c == 'U' || c == 'A') && at(end) == '$') ++end;
    emit(begin, end);
    return end;
  }

  // A run of letters and digits with what may stand inside: apostrophes, full stops of abbreviations, separators in
  // numbers, hyphens of prefixes.
  std::size_t word(std::size_t inner, std::size_t from = static_cast<std::size_t>(-1)) {
    const std::size_t begin = from == static_cast<std::size_t>(-1) ? inner : from;
    std::size_t end = inner;
    while (end < points_.size() && continues(begin, end)) ++end;
    // The full stop of an abbreviation.
    if (at(end) == '.' && at(end + 1) != '.' && is_abbreviation(view(begin, end))) ++end;
    split_clitics(begin, end);
    return end;
  }

  bool continues(std::size_t begin, std::size_t i) const {
    const char32_t c = at(i);
    const char32_t before = i > begin ? at(i - 1) : 0;
    const char32_t after = at(i + 1);
    if (is_letter(c) || is_digit(c)) return true;
    if (is_apostrophe(c)) return is_letter(before) && is_letter(after);
    if (c == '.') {
      if (is_digit(before) && is_digit(after)) return true;
      const bool dotted = is_letter(before) && is_letter(after) && (i - begin == 1 || at(i - 2) == '.') &&
                          (at(i + 2) == '.' || is_apostrophe(at(i + 2)) || i + 2 >= points_.size() || !is_letter(at(i + 2)));
      return dotted || (is_letter(before) && is_letter(after) && is_domain(begin));
    }
    if (c == ',' || c == ':') return is_digit(before) && is_digit(after);
    if (c == '/') return is_digit(before) && is_digit(after) && is_number(begin, i);
    if (c == '&') return is_upper(before) && is_upper(after);
    if (is_hyphen(c)) {
      if (is_letter(after) && keeps_hyphen(lower(view(begin, i)))) return true;
      return is_digit(before) && is_digit(after) && is_phone(begin);
    }
    return false;
  }
  // "02/13/2001", "9/11": only digits and slashes so far.
  bool is_number(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (!is_digit(at(i)) && at(i) != '/') return false;
    return true;
  }
  // "example.com": the chunk ends in a known ending of host names.
  bool is_domain(std::size_t begin) const {
    std::string all = lower(view(begin, points_.size()));
    while (!all.empty() && !((all.back() >= 'a' && all.back() <= 'z'))) all.pop_back();
    for (const std::string_view ending : {".com", ".org", ".net", ".gov", ".edu", ".info", ".ru", ".de", ".uk"})
      if (all.ends_with(ending) && all.size() > ending.size()) return true;
    return false;
  }
  // "303-832-8160", "2019-04-01": two hyphens between digits.
  bool is_phone(std::size_t begin) const {
    int hyphens = 0;
    for (std::size_t i = begin; i < points_.size() && (is_digit(at(i)) || is_hyphen(at(i))); ++i)
      hyphens += is_hyphen(at(i)) ? 1 : 0;
    return hyphens == 2;
  }

  void split_clitics(std::size_t begin, std::size_t end) {
    const std::string small = lower(view(begin, end));
    if (small == "cannot") return emit(begin, begin + 3), emit(begin + 3, end);
    if (small == "gonna" || small == "gotta" || small == "wanna") return emit(begin, begin + 3), emit(begin + 3, end);
    const std::size_t size = end - begin;
    if (size > 3 && (at(end - 3) | 32) == 'n' && is_apostrophe(at(end - 2)) && (at(end - 1) | 32) == 't')
      return emit(begin, end - 3), emit(end - 3, end);
    for (const std::size_t n : {std::size_t{2}, std::size_t{3}}) {
      if (size <= n || !is_apostrophe(at(end - n))) continue;
      const std::string clitic = lower(view(end - n + 1, end));
      if (clitic == "s" || clitic == "m" || clitic == "d" || clitic == "re" || clitic == "ve" || clitic == "ll")
        return emit(begin, end - n), emit(end - n, end);
    }
    // "10km", "5pm", but "1990s", "4th", "3G": a number before a unit.
    std::size_t digits = begin;
    while (digits < end && (is_digit(at(digits)) || at(digits) == '.' || at(digits) == ',')) ++digits;
    const std::string unit = digits > begin && digits < end ? lower(view(digits, end)) : std::string();
    for (const std::string_view known : {"km", "kg", "m", "bn", "mm", "cm", "am", "pm", "mph", "kph", "mn", "tn"})
      if (unit == known) return emit(begin, digits), emit(digits, end);
    emit(begin, end);
  }

  std::string_view text_;
  Points points_;
  std::vector<Range>& out_;
};

}  // namespace

std::vector<Range> tokenize(std::string_view text, Range stretch) {
  std::vector<Range> out;
  Points points;
  const auto flush = [&] {
    if (!points.empty()) Chunk(text, std::move(points), out).split();
    points.clear();
  };
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_space(c))
      flush();
    else
      points.push_back({c, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  flush();
  return out;
}

}  // namespace entente
