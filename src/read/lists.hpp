// The word lists of the readers: phrases.txt (what web pages say around their articles) and publishers.txt.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

// The files as they stand, compiled in.
std::string_view phrases_file();
std::string_view publishers_file();

// Phrases that are looked for in every line: sorted by their first byte, so that few are compared at each place.
class PhraseList {
 public:
  PhraseList() = default;
  explicit PhraseList(const std::vector<std::string>& phrases);
  bool begins(std::string_view folded) const;  // one of them opens the text, as whole words
  bool within(std::string_view folded) const;  // one of them stands in it, not from the middle of a word on

 private:
  const std::vector<std::string>& starting_with(char first) const { return by_first_[static_cast<unsigned char>(first)]; }
  std::array<std::vector<std::string>, 256> by_first_;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// phrases.txt by section; every entry is folded (base/text.hpp). What each section means stands in the file.
struct Phrases {
  using Words = std::unordered_set<std::string, StringHash, std::equal_to<>>;
  Words line, section, function, article, byline_word;
  PhraseList start_any, start, contains_any, contains, credit, caption;
  Words label, agency, social, html_class, media_word;
};
const Phrases& phrases();

// The name of the publisher behind a host ("www.npr.org" -> "NPR") or written in some other way ("The New York Times"
// -> "New York Times"). Empty if the table does not know it.
std::string publisher_of_host(std::string_view host);
std::string publisher_of_name(std::string_view name);
// A name that the table knows, or capitalised words of which the last is one that papers and stations call themselves
// by ("The Example Herald").
bool names_media(std::string_view name);

}  // namespace entente
