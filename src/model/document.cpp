#include "entente/document.hpp"

#include <algorithm>
#include <array>

namespace entente {

std::string_view to_string(Upos tag) {
  static constexpr std::array<std::string_view, 17> names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                             "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                             "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return names[static_cast<std::size_t>(tag)];
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

}  // namespace entente
