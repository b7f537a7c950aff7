// Words: the units in which names are compared. A text and a name are cut the same way, so that "NATO-Russia Council",
// "NATO Russia Council" and "N.A.T.O.-Russia Council" are the same three words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  none,        // a sentence's punctuation, a blank line, or the start of the text: no name runs across
  space,       // white space without a blank line, also after the point of "St." or "F."
  hyphen,      // a hyphen or dash (or plus sign) with nothing else
  apostrophe,  // directly between two letters: "Russia's", "d'Orsay"
};

struct Word {
  std::uint32_t begin = 0;  // bytes, half-open; a dotted acronym includes its last point
  std::uint32_t end = 0;
  std::uint32_t folded = 0;  // where its folded form stands in Words::folded
  std::uint32_t folded_size = 0;
  Gap gap = Gap::none;
  bool initial_upper = false;
  bool all_upper = false;  // every letter is a capital, and there is at least one
  bool letters = false;    // has more than one letter
};

struct Words {
  std::vector<Word> list;
  std::string folded;  // the folded forms, one after the other

  std::string_view form(const Word& word) const { return std::string_view(folded).substr(word.folded, word.folded_size); }
};

// Cuts valid UTF-8 text. Runs of letters and digits are words, "U.S." is the word "us", and so are the comma and the
// ampersand where they may belong to a name ("Washington, D.C.").
Words cut_words(std::string_view text);

}  // namespace entente
