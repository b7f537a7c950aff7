#include "knowledge/words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

bool ascii_alnum(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What each byte of ASCII is to a word; what is beyond ASCII is `other`.
enum class Byte : unsigned char { other, digit, small, capital };
constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> out{};
  for (unsigned char c = '0'; c <= '9'; ++c) out[c] = Byte::digit;
  for (unsigned char c = 'a'; c <= 'z'; ++c) out[c] = Byte::small;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) out[c] = Byte::capital;
  return out;
}();

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x60 || c == 0xB4;
}
bool is_hyphen(char32_t c) { return c == '-' || c == '+' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }

// Letters and digits beyond ASCII; what is left out are the blocks of spaces, punctuation and symbols.
bool is_word_character(char32_t c) {
  if (c < 0x80) return ascii_alnum(static_cast<unsigned char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || c == 0x02BB || c == 0x02BC) return false;
  return !((c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == 0xFEFF || (c >= 0xFF00 && c <= 0xFF0F) ||
           c == 0xFFFD);
}

// Short forms whose point does not end a name.
bool takes_point(std::string_view folded) {
  static constexpr std::array<std::string_view, 24> forms = {"st",  "mt",  "ft",  "gen", "dr",  "jr",   "sr",   "lt",
                                                             "col", "maj", "sgt", "adm", "mr",  "ms",   "mrs",  "prof",
                                                             "sen", "rep", "gov", "sec", "amb", "cmdr", "capt", "brig"};
  return folded.size() == 1 || std::find(forms.begin(), forms.end(), folded) != forms.end();
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {
    words_.list.reserve(text.size() / 5 + 1);
    words_.folded.reserve(text.size());
  }

  Words run() && {
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c < 0x80 ? ascii_alnum(c) : is_word_character(peek(at_)))
        word();
      else
        step();
    }
    return std::move(words_);
  }

 private:
  char32_t peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return next_code_point(text_, at);
  }

  bool word_at(std::size_t at) const { return at < text_.size() && is_word_character(peek(at)); }

  // "U.S.", "E.U", "U.S.S.R.": single letters, each but perhaps the last followed by a point. 0 if there is none here.
  std::size_t dotted_end(std::size_t at) const {
    std::size_t end = at;
    int letters = 0;
    while (end + 1 < text_.size() && ascii_letter(static_cast<unsigned char>(text_[end])) && text_[end + 1] == '.') {
      end += 2;
      ++letters;
    }
    if (letters == 0) return 0;
    if (end < text_.size() && ascii_letter(static_cast<unsigned char>(text_[end])) && !word_at(end + 1)) {
      ++end;
      ++letters;
    } else if (word_at(end)) {
      return 0;  // "E.Smith": an initial and a name
    }
    return letters > 1 ? end : 0;
  }

  void word() {
    Word word;
    word.begin = static_cast<std::uint32_t>(at_);
    word.gap = gap();
    word.folded = static_cast<std::uint32_t>(words_.folded.size());
    if (const std::size_t end = dotted_end(at_); end != 0)
      dotted(word, end);
    else
      plain(word);
    word.end = static_cast<std::uint32_t>(at_);
    word.folded_size = static_cast<std::uint32_t>(words_.folded.size() - word.folded);
    words_.list.push_back(word);
    between_ = Between::nothing;
    marked_ = false;
  }

  void dotted(Word& word, std::size_t end) {
    word.initial_upper = word.all_upper = text_[at_] < 'a';
    word.letters = true;
    for (; at_ < end; ++at_) {
      if (text_[at_] == '.') continue;
      if (text_[at_] >= 'a') word.all_upper = false;
      words_.folded += static_cast<char>(text_[at_] | 0x20);
    }
  }

  // Most words are of ASCII alone; false: this one is not.
  bool plain_ascii(Word& word) {
    std::size_t end = at_;
    std::size_t letters = 0, capitals = 0;
    for (; end < text_.size(); ++end) {
      const Byte kind = byte_kinds[static_cast<unsigned char>(text_[end])];
      if (kind == Byte::other) break;
      letters += kind != Byte::digit;
      capitals += kind == Byte::capital;
    }
    if (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80) return false;
    const std::size_t begin = words_.folded.size();
    words_.folded.append(text_, at_, end - at_);
    if (capitals > 0)
      for (std::size_t i = begin; i < words_.folded.size(); ++i)
        if (byte_kinds[static_cast<unsigned char>(words_.folded[i])] == Byte::capital) words_.folded[i] |= 0x20;
    word.initial_upper = byte_kinds[static_cast<unsigned char>(text_[at_])] == Byte::capital;
    word.all_upper = letters > 0 && capitals == letters;
    word.letters = letters > 1;
    at_ = end;
    return true;
  }

  void plain(Word& word) {
    if (plain_ascii(word)) return;
    int letters = 0, capitals = 0;
    bool ascii = true;
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c >= 0x80) {
        std::size_t next = at_;
        const char32_t code = next_code_point(text_, next);
        if (!is_word_character(code)) break;
        ascii = false;
        ++letters;
        const bool upper = is_upper(code);
        capitals += upper;
        if (at_ == word.begin) word.initial_upper = upper;
        at_ = next;
        continue;
      }
      if (!ascii_alnum(c)) break;
      const bool upper = c >= 'A' && c <= 'Z';
      letters += ascii_letter(c);
      capitals += upper;
      if (at_ == word.begin) word.initial_upper = upper;
      words_.folded += static_cast<char>(upper ? c | 0x20 : c);
      ++at_;
    }
    word.all_upper = letters > 0 && capitals == letters;
    word.letters = letters > 1;
    if (ascii) return;
    words_.folded.resize(word.folded);
    words_.folded += fold(text_.substr(word.begin, at_ - word.begin));
  }

  // A comma or ampersand as a word of its own: it may be part of a name, and else breaks it.
  void mark(std::size_t start) {
    Word word;
    word.begin = static_cast<std::uint32_t>(start);
    word.end = static_cast<std::uint32_t>(at_);
    word.folded = static_cast<std::uint32_t>(words_.folded.size());
    word.folded_size = 1;
    word.gap = between_ == Between::broken ? Gap::none : Gap::space;
    words_.folded += text_[start];
    words_.list.push_back(word);
    between_ = Between::nothing;
    marked_ = true;
  }

  // One step from the end of a word to what comes next: a code point, or a run of white space.
  void step() {
    const std::size_t start = at_;
    if (text_[at_] == ' ' && at_ + 1 < text_.size() && byte_kinds[static_cast<unsigned char>(text_[at_ + 1])] != Byte::other) {
      ++at_;  // a single space between words
      if (between_ != Between::broken) between_ = Between::space;
      return;
    }
    const char32_t c = next_code_point(text_, at_);
    const bool touching = between_ == Between::nothing && !marked_;
    if (is_space(c))
      space(start);
    else if (c == '&' || (c == ',' && touching))
      mark(start);
    else if (touching && is_apostrophe(c) && word_at(at_))
      between_ = Between::apostrophe;
    else if (touching && is_hyphen(c) && word_at(at_))
      between_ = Between::hyphen;
    else if (touching && c == '.' && takes_point(words_.form(words_.list.back())))
      between_ = Between::space;
    else
      between_ = Between::broken;
  }

  void space(std::size_t start) {
    int lines = text_[start] == '\n';
    while (at_ < text_.size()) {
      std::size_t next = at_;
      if (!is_space(next_code_point(text_, next))) break;
      lines += text_[at_] == '\n';
      at_ = next;
    }
    between_ = between_ == Between::broken || lines > 1 ? Between::broken : Between::space;
  }

  enum class Between { nothing, space, hyphen, apostrophe, broken };

  Gap gap() const {
    switch (between_) {
      case Between::nothing:
      case Between::space: return Gap::space;
      case Between::hyphen: return Gap::hyphen;
      case Between::apostrophe: return Gap::apostrophe;
      case Between::broken: break;
    }
    return Gap::none;
  }

  std::string_view text_;
  Words words_;
  std::size_t at_ = 0;
  Between between_ = Between::broken;  // what stands after the last of the list so far
  bool marked_ = false;                // the last of the list is a mark, not a word
};

}  // namespace

Words cut_words(std::string_view text) { return Cutter(text).run(); }

}  // namespace entente
