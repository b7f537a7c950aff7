#include "knowledge/words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

bool ascii_alnum(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

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

  void plain(Word& word) {
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
