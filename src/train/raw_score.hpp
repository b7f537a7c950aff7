// How well raw text is cut into sentences and tokens.
#pragma once

#include <vector>

#include "train/treebank.hpp"

namespace entente {

struct SpanScore {
  std::size_t gold = 0, found = 0, right = 0;
  double f1() const { return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

struct RawScore {
  SpanScore tokens, sentences;
};

// Rebuilds the text of the treebank (paragraphs from its comments), segments it, and compares the spans. The first
// `most` token spans that are wrong go to `examples` if it is given, as "«gold» | «found»".
RawScore score_raw(const std::vector<TreebankSentence>& sentences, std::vector<std::string>* examples = nullptr,
                   std::size_t most = 60);

}  // namespace entente
