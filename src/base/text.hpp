// UTF-8 and plain string helpers that every room needs. Offsets are bytes unless the name says code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Offset of the first byte that does not belong to valid UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::size_t> invalid_utf8(std::string_view text);

// Decodes the code point that starts at `at` (valid UTF-8) and moves `at` past it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// Byte offset -> code point offset in constant time, after one pass over the text.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // `byte` must be at the start of a code point, or the end of the text. The text must still be alive.
  std::uint32_t at(std::size_t byte) const;

 private:
  static constexpr std::size_t step = 64;
  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // code points before byte i * step
};

bool is_upper(char32_t c);  // Latin, Greek and Cyrillic capitals
bool is_space(char32_t c);  // ASCII white space, no-break and typographic spaces
char32_t to_lower(char32_t c);
std::string lower(std::string_view text);
bool starts_upper(std::string_view text);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);  // prefix: lower-case ASCII

std::string_view trim(std::string_view text);
// Runs of white space (no-break spaces and line ends too) become one plain space; the ends are trimmed.
std::string plain_spaces(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

// To compare names: lower case, Latin letters without diacritics, typographic quotes and dashes plain, spaces single.
std::string fold(std::string_view text);

}  // namespace entente
