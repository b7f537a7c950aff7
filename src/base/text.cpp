#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

// Length of the sequence that a lead byte announces; 0 for a byte that leads none.
int sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The second byte is restricted after four lead bytes (RFC 3629, section 4).
bool second_byte_allowed(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second <= 0x9F;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second <= 0x8F;
    default: return true;
  }
}

// Base letters of U+00C0..U+017F (Latin-1 Supplement and Latin Extended-A), lower case; two letters where the
// usual transliteration has two.
constexpr std::array<const char*, 192> latin_base = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e", "e", "e", "e", "i", "i", "i",  "i", "d", "n", "o",  "o",  "o", "o", "o", " ",
    "o", "u", "u",  "u",  "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e",  "e",  "i", "i", "i", "i",
    "d", "n", "o",  "o",  "o", "o", "o",  " ",  "o", "u", "u", "u", "u", "y", "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d", "d", "e", "e", "e", "e", "e",  "e", "e", "e", "e",  "e",  "g", "g", "g", "g",
    "g", "g", "g",  "g",  "h", "h", "h",  "h",  "i", "i", "i", "i", "i", "i", "i",  "i", "i", "i", "ij", "ij", "j", "j", "k", "k",
    "k", "l", "l",  "l",  "l", "l", "l",  "l",  "l", "l", "l", "n", "n", "n", "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r", "r", "s", "s", "s", "s", "s",  "s", "s", "s", "t",  "t",  "t", "t", "t", "t",
    "u", "u", "u",  "u",  "u", "u", "u",  "u",  "u", "u", "u", "u", "w", "w", "y",  "y", "y", "z", "z",  "z",  "z", "z", "z", "s"};

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = sequence_length(lead);
    if (length == 0 || i + static_cast<std::size_t>(length) > text.size()) return i;
    for (int k = 1; k < length; ++k)
      if (!is_continuation(static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]))) return i;
    if (length > 1 && !second_byte_allowed(lead, static_cast<unsigned char>(text[i + 1]))) return i;
    i += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const int length = std::max(1, sequence_length(lead));
  if (length == 1) {
    ++at;
    return lead;
  }
  char32_t c = lead & (0x7FU >> length);
  for (int k = 1; k < length && at + static_cast<std::size_t>(k) < text.size(); ++k)
    c = (c << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(k)]) & 0x3FU);
  at = std::min(text.size(), at + static_cast<std::size_t>(length));
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i % step == 0) marks_.push_back(count);
    if (i < text.size() && !is_continuation(static_cast<unsigned char>(text[i]))) ++count;
  }
}

std::uint32_t CodePointIndex::at(std::size_t byte) const {
  const std::size_t mark = byte / step;
  return marks_[mark] + static_cast<std::uint32_t>(count_code_points(text_.substr(mark * step, byte - mark * step)));
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

bool is_space(char32_t c) {
  if (c > ' ' && c < 0x7F) return false;  // most of all text
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x100 && c <= 0x17F) {
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x138 || c == 0x149 || c == 0x17F || c == 0x131) return c;
    return (c % 2 == 1) == odd_is_upper ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0x218 || c == 0x21A) return c + 1;
  return c;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      append_utf8(out, to_lower(next_code_point(text, i)));
      continue;
    }
    out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : static_cast<char>(byte);
    ++i;
  }
  return out;
}

bool starts_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at));
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char p, char t) {
           return p == static_cast<char>(to_lower(static_cast<unsigned char>(t) < 0x80 ? static_cast<char32_t>(t) : U'\x7F'));
         });
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && is_continuation(static_cast<unsigned char>(text[last]))) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text, next))) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string plain_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    append_utf8(out, c);
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i != text.size() && text[i] != separator) continue;
    parts.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return parts;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const char byte = text[i]; (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {  // most of all text
      if (gap) out += ' ';
      gap = false;
      out += byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
      ++i;
      continue;
    }
    const char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (c >= 0x300 && c <= 0x36F) continue;  // combining diacritics
    if (gap) out += ' ';
    gap = false;
    if (c < 0x80 && c != 0x60)  // first, because most of all text is
      out += static_cast<char>(to_lower(c));
    else if (c >= 0xC0 && c <= 0x17F)
      out += latin_base[c - 0xC0];
    else if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x60 || c == 0xB4)
      out += '\'';
    else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
      out += '"';
    else if (c >= 0x2010 && c <= 0x2015)
      out += '-';
    else if (c == 0x218 || c == 0x219)
      out += 's';
    else if (c == 0x21A || c == 0x21B)
      out += 't';
    else
      append_utf8(out, to_lower(c));
  }
  return out;
}

}  // namespace entente
