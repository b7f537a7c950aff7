// What one unit of text looks like by itself, before its neighbours are considered.
#pragma once

#include <string>
#include <string_view>

namespace entente {

struct Shape {
  unsigned words = 0;
  unsigned functions = 0;     // words that build sentences ("the", "of", "said")
  unsigned articles = 0;      // "the", "a", "an"
  unsigned eligible = 0;      // words that a title in title case would capitalise; the first word does not count
  unsigned capitalised = 0;   // of those
  unsigned starts_upper = 0;  // words with a capital or a digit at the beginning, function words left out
  unsigned commas = 0;
  bool terminal = false;  // ends like a sentence: . ! ? or an ellipsis, closing quotes and brackets after it
  bool question = false;  // ... with ? or !
  bool colon = false;
  bool transcript = false;        // begins with the mark of a speaker: "((Name))", "Q: "
  bool quoted = false;            // begins with a quotation mark
  bool has_quote = false;         // holds a double quotation mark
  bool all_capitals = false;      // letters, and none of them small
  bool speaks_to_reader = false;  // "you", "our" ... outside of quotation marks

  float title_ratio() const { return eligible == 0 ? 0 : static_cast<float>(capitalised) / static_cast<float>(eligible); }
  float function_ratio() const { return words == 0 ? 0 : static_cast<float>(functions) / static_cast<float>(words); }

  bool prose() const;       // running text: whole sentences, quotations, or a lead-in that ends with a colon
  bool headline() const;    // could be a headline: three words or more, no full stop
  bool names_only() const;  // nothing but capitalised words
};

// `folded` is fold(text), here and below, to spare work.
Shape shape_of(std::string_view text, std::string_view folded);

// Is it something that pages say around articles?
bool is_chrome(std::string_view text, std::string_view folded, const Shape& shape);

// A standalone line that opens the part below an article: "Related stories", "Comments (12)".
bool opens_foot(std::string_view folded);

// "By Jane Doe and John Roe, Associated Press".
bool is_byline(std::string_view text, const Shape& shape);

// Lower-case letters with single spaces: digits and punctuation gone.
std::string letters_of(std::string_view folded);

}  // namespace entente
