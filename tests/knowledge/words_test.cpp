#include "knowledge/words.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// "a b-c": folded words with the gaps between them; '|' where no name runs across.
std::string cut(std::string_view text) {
  const Words words = cut_words(text);
  std::string out;
  for (const Word& word : words.list) {
    if (&word != words.list.data())
      out += word.gap == Gap::none ? '|' : word.gap == Gap::space ? ' ' : word.gap == Gap::hyphen ? '-' : '\'';
    out += words.form(word);
  }
  return out;
}

}  // namespace

TEST_CASE("words are folded and the gaps between them told apart") {
  CHECK(cut("Kim Jong-un's São Tomé") == "kim jong-un's sao tome");
  CHECK(cut("One. Two; three: four") == "one|two|three|four");
  CHECK(cut("one\ntwo\n\nthree \n \n four") == "one two|three|four");
  CHECK(cut("P5+1, G-7, S-400") == "p5-1 , g-7 , s-400");
  CHECK(cut("Johnson & Johnson") == "johnson & johnson");
  CHECK(cut("a - b — c–d") == "a|b|c-d");
  CHECK(cut("'Ukraine' \"Russia\"") == "ukraine|russia");
  CHECK(cut("") == "");
}

TEST_CASE("dotted acronyms are one word, initials are not") {
  CHECK(cut("The U.S. and the U.S.S.R.") == "the us and the ussr");
  CHECK(cut("John F. Kennedy, J.K. Smith, E.Smith") == "john f kennedy , jk smith , e smith");
  CHECK(cut("Gen. Mark Milley met Mr. Ban. Then") == "gen mark milley met mr ban|then");
  const Words words = cut_words("in the U.S.");
  CHECK(words.list.back().end == 11);
}

TEST_CASE("capitals are seen in any script that has them") {
  const Words words = cut_words("Élysée ÖVP nato 2014 Łódź");
  CHECK(words.list[0].initial_upper);
  CHECK_FALSE(words.list[0].all_upper);
  CHECK(words.list[1].all_upper);
  CHECK_FALSE(words.list[2].initial_upper);
  CHECK_FALSE(words.list[3].all_upper);
  CHECK(words.form(words.list[4]) == "lodz");
}
