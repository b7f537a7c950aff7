#include "annotate/segment.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "annotate/abbreviations.hpp"
#include "annotate/tokenize.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

// Words that begin a sentence far more often than they follow an abbreviation within one.
bool is_starter(std::string_view form) {
  static constexpr std::array<std::string_view, 62> words = {
      "A",     "After", "All",     "Also",   "Although", "An",   "And",       "As",       "At",     "Because", "Before",
      "But",   "By",    "Despite", "During", "For",      "From", "He",        "Her",      "His",    "However", "I",
      "If",    "In",    "It",      "Its",    "Last",     "Many", "Meanwhile", "Moreover", "Most",   "No",      "Now",
      "On",    "One",   "Or",      "Our",    "Over",     "She",  "Since",     "So",       "Some",   "Such",    "That",
      "The",   "Their", "Then",    "There",  "These",    "They", "This",      "Those",    "Though", "Through", "To",
      "Under", "We",    "What",    "When",   "While",    "With", "You"};
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool is_closing(std::string_view form) {
  return form == "\"" || form == "'" || form == "''" || form == "\xE2\x80\x9D" || form == "\xE2\x80\x99" || form == ")" ||
         form == "]" || form == "\xC2\xBB";
}
bool is_opening(std::string_view form) {
  return form == "\"" || form == "'" || form == "``" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x98" || form == "(" ||
         form == "[" || form == "\xC2\xAB";
}

class Splitter {
 public:
  Splitter(Document& document, std::uint32_t block) : document_(document), block_(block), text_(document.article.text) {}

  void split() {
    const Range range = document_.article.blocks[block_].range;
    tokens_ = tokenize(text_, range);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!ends_sentence(i)) continue;
      std::size_t end = i + 1;
      while (end < tokens_.size() && closes(begin, end)) ++end;
      if (end < tokens_.size() && !can_begin(end, i)) continue;
      add(begin, end);
      begin = end;
      i = end - 1;
    }
    if (begin < tokens_.size()) add(begin, tokens_.size());
  }

 private:
  std::string_view form(std::size_t i) const { return text_.substr(tokens_[i].begin, tokens_[i].size()); }
  bool glued(std::size_t i) const { return i > 0 && tokens_[i - 1].end == tokens_[i].begin; }

  bool ends_sentence(std::size_t i) const {
    const std::string_view f = form(i);
    if (f == "." || f[0] == '!' || f[0] == '?' || f == "\xE2\x80\xA6" || f.find("...") == 0) return true;
    return f.size() > 1 && f.back() == '.' && is_abbreviation(f.substr(0, f.size() - 1)) &&
           !binds_to_name(f.substr(0, f.size() - 1));
  }
  // A closing mark right behind the full stop; a straight quotation mark closes only what was opened in this sentence
  // or before it, which its place tells: glued to the left.
  bool closes(std::size_t /*begin*/, std::size_t i) const { return is_closing(form(i)) && glued(i); }

  bool can_begin(std::size_t next, std::size_t mark) const {
    if (glued(next) && !is_opening(form(next))) return false;
    std::size_t first = next;
    while (first + 1 < tokens_.size() && is_opening(form(first))) ++first;
    const std::string_view word = form(first);
    const std::string_view end = form(mark);
    const bool abbreviated = end.size() > 1 && end.back() == '.' && end[0] != '.';
    if (abbreviated) return is_starter(word) || (first > next && starts_upper(word));
    const bool soft = end == "\xE2\x80\xA6" || end.find("...") == 0;
    if (starts_upper(word)) return true;
    if (soft) return false;
    const bool digit = word[0] >= '0' && word[0] <= '9';
    if (digit) return !glued(next);
    const bool quoted = mark + 1 < next;  // "...?" he said
    return first > next && !quoted;
  }

  void add(std::size_t begin, std::size_t end) {
    Sentence sentence;
    sentence.block = block_;
    sentence.tokens.begin = static_cast<std::uint32_t>(document_.tokens.size());
    for (std::size_t i = begin; i < end; ++i) {
      Token token;
      token.range = tokens_[i];
      document_.tokens.push_back(std::move(token));
    }
    sentence.tokens.end = static_cast<std::uint32_t>(document_.tokens.size());
    sentence.range = document_.bytes(sentence.tokens);
    document_.sentences.push_back(sentence);
  }

  Document& document_;
  std::uint32_t block_;
  std::string_view text_;
  std::vector<Range> tokens_;
};

}  // namespace

void segment(Document& document) {
  for (std::uint32_t block = 0; block < document.article.blocks.size(); ++block)
    if (document.article.blocks[block].kind != BlockKind::boilerplate) Splitter(document, block).split();
}

}  // namespace entente
