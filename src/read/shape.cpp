#include "read/shape.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "read/lists.hpp"

namespace entente {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view strip_punctuation(std::string_view word) {
  const auto part_of_word = [](char c) { return is_letter(c) || is_digit(c) || (c >= 'A' && c <= 'Z'); };
  while (!word.empty() && !part_of_word(word.front())) word.remove_prefix(1);
  while (!word.empty() && !part_of_word(word.back())) word.remove_suffix(1);
  return word;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Text without closing quotation marks and brackets at its end.
std::string_view without_closers(std::string_view text) {
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view closer : {"\"", "'", ")", "]", "”", "’", "»", "*"})
      if (ends_with(text, closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
  }
  return text;
}

// Sets what the end and the beginning of the text say.
void look_at_ends(std::string_view text, Shape& shape) {
  const std::string_view core = without_closers(text);
  shape.question = ends_with(core, "?") || ends_with(core, "!");
  shape.terminal = shape.question || ends_with(core, ".") || ends_with(core, "…");
  shape.colon = ends_with(text, ":");
  shape.transcript = text.substr(0, 2) == "((" || text.substr(0, 3) == "Q: " || text.substr(0, 3) == "A: ";
  for (const std::string_view mark : {"\"", "“", "„", "«", "‘", "'", "''"})
    if (text.substr(0, mark.size()) == mark) shape.quoted = true;
  for (const std::string_view mark : {"\"", "“", "”", "„", "«", "»"})
    if (text.find(mark) != std::string_view::npos) shape.has_quote = true;
}

bool speaks_to_reader(std::string_view word) {
  return word == "you" || word == "your" || word == "our" || word == "we" || word == "us" || word == "you'll" || word == "we'll" ||
         word == "here";
}

// Can the words be cut into phrases that all stand in the list?
bool made_of_phrases(const std::vector<std::string_view>& words) {
  constexpr std::size_t longest_phrase = 8;
  std::vector<bool> reachable(words.size() + 1, false);
  reachable[0] = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!reachable[i]) continue;
    const char* begin = words[i].data();
    for (std::size_t k = i; k < words.size() && k < i + longest_phrase; ++k) {
      const auto size = static_cast<std::size_t>(words[k].data() + words[k].size() - begin);
      if (phrases().line.count(std::string_view(begin, size)) != 0) reachable[k + 1] = true;
    }
  }
  return reachable.back();
}

// Words that two page elements left without a space between them: "Community standardsDiscussion".
std::string unglued(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z') out += ' ';
    out += text[i];
  }
  return out;
}

// "STORY: Leaders agree to meet again", "Related: ..."
bool is_labelled(std::string_view text, std::string_view folded, const Shape& shape) {
  const std::size_t colon = folded.find(':');
  if (colon == std::string_view::npos || colon + 1 >= folded.size()) return false;
  if (phrases().label.count(trim(folded.substr(0, colon))) == 0) return false;
  const bool capitals = text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
  return !shape.terminal || shape.question || capitals;
}

}  // namespace

bool Shape::prose() const {
  if (transcript) return true;
  if (words >= 25) return title_ratio() < 0.9F || function_ratio() >= 0.2F;
  if (terminal && !(question && words >= 5 && title_ratio() >= 0.8F && function_ratio() < 0.4F))
    return words >= 8 || (words >= 3 && functions >= 1) || quoted;
  if (colon) return words >= 3 && title_ratio() < 0.7F;
  if (quoted && has_quote && terminal) return true;
  return words >= 12 && articles >= 1 && function_ratio() >= 0.25F && title_ratio() < 0.6F;
}

bool Shape::headline() const { return words >= 3 && words <= 30 && (!terminal || question) && !colon; }

bool Shape::names_only() const { return words > 0 && starts_upper + functions >= words && functions * 2 < words; }

Shape shape_of(std::string_view text, std::string_view folded_text) {
  Shape shape;
  look_at_ends(text, shape);
  const std::string plain = plain_spaces(text);
  shape.all_capitals = std::none_of(plain.begin(), plain.end(), [](char c) { return is_letter(c); }) &&
                       std::any_of(plain.begin(), plain.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  // Folding drops combining marks alone, so the words of both texts correspond, but for a word made of marks.
  const auto words = split(plain, ' ');
  const auto folded_words = split(folded_text, ' ');
  bool in_quote = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view raw = words[i];
    if (raw.find(',') != std::string_view::npos) ++shape.commas;
    const std::string_view word = strip_punctuation(raw);
    if (word.empty()) continue;
    const std::string own = words.size() == folded_words.size() ? std::string() : fold(word);
    const std::string_view folded =
        words.size() == folded_words.size() ? strip_punctuation(folded_words[i]) : std::string_view(own);
    const bool function = phrases().function.count(folded) != 0;
    const bool upper = starts_upper(word);
    if (function) ++shape.functions;
    if (phrases().article.count(folded) != 0) ++shape.articles;
    if (!function && (upper || is_digit(word.front()))) ++shape.starts_upper;
    if (shape.words > 0 && !function && !folded.empty() && is_letter(folded.front()) && count_code_points(word) >= 4) {
      ++shape.eligible;
      if (upper) ++shape.capitalised;
    }
    if (raw.front() == '"' || raw.substr(0, 3) == "“") in_quote = true;
    if (!in_quote && speaks_to_reader(folded)) shape.speaks_to_reader = true;
    if (raw.find('"', 1) != std::string_view::npos || raw.find("”") != std::string_view::npos) in_quote = false;
    ++shape.words;
  }
  return shape;
}

std::string letters_of(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (is_letter(c) || c == '\'')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_chrome(std::string_view text, std::string_view folded, const Shape& shape) {
  if (shape.words <= 20) {
    const std::string letters = letters_of(folded);
    if (letters.empty()) return true;  // a counter, a rule
    if (made_of_phrases(split(letters, ' '))) return true;
    if (!shape.prose()) {
      const std::string apart = letters_of(fold(unglued(text)));
      if (apart != letters && made_of_phrases(split(apart, ' '))) return true;
    }
  }
  const bool addressed = !shape.terminal || (shape.speaks_to_reader && !shape.quoted);
  if (shape.words <= 40) {
    if (is_labelled(text, folded, shape)) return true;
    if (phrases().start_any.begins(folded)) return true;
    if (addressed && !shape.colon && phrases().start.begins(folded)) return true;
  }
  if (shape.words > 60 || shape.has_quote) return false;
  return phrases().contains_any.within(folded) || (addressed && phrases().contains.within(folded));
}

bool opens_foot(std::string_view folded) { return folded.size() <= 40 && phrases().section.count(letters_of(folded)) != 0; }

bool is_byline(std::string_view text, const Shape& shape) {
  if (!starts_with_ignoring_case(text, "by ") || shape.words < 2 || shape.words > 14 || shape.terminal) return false;
  const std::string plain = plain_spaces(text);
  const auto words = split(plain, ' ');
  return std::all_of(words.begin() + 1, words.end(), [](std::string_view raw) {
    const std::string_view word = strip_punctuation(raw);
    return word.empty() || starts_upper(word) || phrases().byline_word.count(fold(word)) != 0;
  });
}

}  // namespace entente
