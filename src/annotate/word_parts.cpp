#include "annotate/word_parts.hpp"

#include <algorithm>
#include <string>

#include "annotate/feature_hash.hpp"
#include "annotate/word.hpp"
#include "base/identifier.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t longest = 28;  // bytes of a word that are looked at: its beginning and its end

}  // namespace

WordParts word_parts(std::string_view form, std::size_t rows) {
  std::string small = "<";
  std::string shape;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = plain_letter(next_code_point(form, at));
    const char s = shape_of(c);
    if (s == '0')
      small += '0';
    else
      append_utf8(small, to_lower(c));
    if (shape.size() < 2 || shape.back() != s || shape[shape.size() - 2] != s) shape += s;
  }
  small += '>';
  WordParts parts;
  parts.key = stable_hash(small);
  const auto add = [&](std::uint64_t kind, std::string_view piece) {
    parts.pieces.push_back(static_cast<std::uint32_t>(mix(kind, stable_hash(piece)) & (rows - 1)));
  };
  add(1, shape);
  add(2, std::string_view(shape).substr(0, 1));
  if (small.size() > longest) small = small.substr(0, longest / 2) + small.substr(small.size() - longest / 2);
  const std::string_view whole = small;
  for (const std::size_t n : {std::size_t{2}, std::size_t{5}, std::size_t{6}}) {
    if (n > whole.size()) break;
    add(3, whole.substr(0, n));
    add(4, whole.substr(whole.size() - n));
  }
  for (const std::size_t n : {std::size_t{3}, std::size_t{4}})
    for (std::size_t at = 0; at + n <= whole.size(); ++at) add(5, whole.substr(at, n));
  return parts;
}

}  // namespace entente
