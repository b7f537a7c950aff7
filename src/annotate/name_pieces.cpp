#include "annotate/name_pieces.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::string_view non_breaking_hyphen = "\xE2\x80\x91";

std::size_t hyphen_at(std::string_view text, std::size_t at) {
  if (text[at] == '-') return 1;
  if (text.substr(at).starts_with(en_dash) || text.substr(at).starts_with(non_breaking_hyphen)) return 3;
  return 0;
}

bool is_letter(char32_t c) { return is_upper(c) || to_lower(c) != c || (c >= 'a' && c <= 'z') || c >= 0xC0; }

void describe(std::string_view text, Piece& piece) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t others = 0;
  bool first = true;
  for (std::size_t at = 0; at < text.size(); first = false) {
    const char32_t c = next_code_point(text, at);
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (is_upper(c)) {
      ++letters;
      ++capitals;
      piece.upper = piece.upper || first;
    } else if (is_letter(c) && c != 0x2013 && c != 0x2014 && c != 0x2018 && c != 0x2019 && c != 0x201C && c != 0x201D &&
               c != 0x2026 && c != 0xAB && c != 0xBB) {
      ++letters;
    } else {
      ++others;
    }
  }
  // "d'Estaing", "dell'Orso"
  for (const std::string_view mark : {"'", "\xE2\x80\x99"})
    if (const std::size_t at = text.find(mark); at != std::string_view::npos && at > 0 && at <= 4)
      piece.upper = piece.upper || starts_upper(text.substr(at + mark.size()));
  piece.caps = letters >= 2 && capitals == letters;
  piece.initial = letters == 1 && capitals == 1 && digits == 0 && others <= 1;
  piece.number = digits > 0 && letters == 0 && others == 0;
  piece.punctuation = letters == 0 && digits == 0;
  piece.lower = lower(text);
  if (piece.lower.size() > 1 && piece.lower.back() == '.') {
    // "Gen." and "Mr.", but "u.s." keeps its dots inside and loses the last one like its other spelling "u.s".
    piece.lower.pop_back();
  }
}

void add_piece(const Document& document, std::uint32_t token, Range range, std::vector<Piece>& out) {
  Piece piece;
  piece.range = range;
  piece.token = token;
  const std::string_view text = document.text(range);
  describe(text, piece);
  piece.hyphen = hyphen_at(text, 0) == text.size();
  piece.glued = !out.empty() && out.back().range.end == range.begin;
  piece.proper = document.tokens[token].upos == Upos::PROPN;
  out.push_back(std::move(piece));
}

void split_token(const Document& document, std::uint32_t token, std::vector<Piece>& out) {
  const Range whole = document.tokens[token].range;
  const std::string_view text = document.text(whole);
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t width = hyphen_at(text, at);
    if (width == 0 || at == 0 || at + width >= text.size()) {
      at += width == 0 ? 1 : width;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(whole.begin + at);
    add_piece(document, token, {static_cast<std::uint32_t>(whole.begin + from), begin}, out);
    add_piece(document, token, {begin, static_cast<std::uint32_t>(begin + width)}, out);
    at += width;
    from = at;
  }
  add_piece(document, token, {static_cast<std::uint32_t>(whole.begin + from), whole.end}, out);
}

bool opens(std::string_view form) {
  return form == "\"" || form == "\xE2\x80\x9C" || form == "\xC2\xAB" || form == ":" || form == "\xE2\x80\x98" || form == "``" ||
         form == "\xE2\x80\xA2" || form == "*" || form == "\xE2\x80\x94";
}

}  // namespace

std::vector<Piece> pieces_of(const Document& document, Range sentence) {
  std::vector<Piece> out;
  out.reserve(sentence.size() + 8);
  for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) split_token(document, token, out);
  bool start = true;
  for (std::size_t i = 0; i < out.size(); ++i) {
    Piece& piece = out[i];
    const bool spaced = !piece.glued || i + 1 >= out.size() || !out[i + 1].glued;
    piece.hyphen = piece.hyphen && !spaced;
    piece.punctuation = piece.punctuation && !piece.hyphen;
    piece.starts = start && !piece.punctuation;
    if (!piece.punctuation && !piece.hyphen) start = false;
    if (piece.punctuation && opens(document.text(piece.range))) start = true;
  }
  return out;
}

bool is_title_case(const std::vector<Piece>& pieces) {
  if (pieces.empty() || pieces.back().lower == ".") return false;
  std::size_t words = 0;
  std::size_t upper = 0;
  std::size_t small = 0;  // long words in lower case: a headline in title case has none
  for (const Piece& piece : pieces) {
    if (piece.punctuation || piece.hyphen || piece.number) continue;
    ++words;
    if (piece.upper) ++upper;
    if (!piece.upper && piece.lower.size() > 4) ++small;
  }
  return words >= 4 && upper * 10 >= words * 6 && small * 6 <= words;
}

}  // namespace entente
