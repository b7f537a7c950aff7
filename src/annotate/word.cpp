#include "annotate/word.hpp"

#include <algorithm>
#include <string>

#include "base/identifier.hpp"
#include "base/text.hpp"

namespace entente {

char32_t plain_letter(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x60) return U'\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E) return U'"';
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  return c;
}

char shape_of(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  if (is_upper(c)) return 'X';
  if ((c >= 'a' && c <= 'z') || c >= 0xAA) return 'x';
  return static_cast<char>(c < 0x80 ? c : '?');
}

Word word_of(std::string_view form) {
  std::string whole;
  std::string small;
  std::string shape;
  Word word;
  bool all_upper = true;
  for (std::size_t at = 0; at < form.size();) {
    const bool first = at == 0;
    const char32_t c = plain_letter(next_code_point(form, at));
    const char s = shape_of(c);
    append_utf8(whole, c);
    if (s == '0')
      small += '0';
    else
      append_utf8(small, to_lower(c));
    if (shape.size() < 2 || shape.back() != s || shape[shape.size() - 2] != s) shape += s;
    if (first && s == 'X') word.cased |= 1;
    if (s == '0') word.cased |= 2;
    if (c == '-') word.cased |= 4;
    if (s != 'X') all_upper = false;
  }
  if (all_upper && form.size() > 1) word.cased |= 8;
  word.form = stable_hash(whole);
  word.lower = stable_hash(small);
  word.shape = stable_hash(shape);
  for (std::size_t n = 1; n <= 3; ++n) word.prefix[n - 1] = stable_hash(std::string_view(small).substr(0, n));
  for (std::size_t n = 1; n <= 4; ++n)
    word.suffix[n - 1] = stable_hash(std::string_view(small).substr(small.size() - std::min(small.size(), n)));
  return word;
}

}  // namespace entente
