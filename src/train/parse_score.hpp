// How right a model's tags and trees are.
#pragma once

#include <algorithm>
#include <vector>

#include "annotate/tagger.hpp"
#include "train/treebank.hpp"

namespace entente {

struct ParseScore {
  std::size_t words = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
  double percent(std::size_t n) const {
    return 100.0 * static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(1, words));
  }
};

// Against the treebank's own tokens, with the model's own tags. Relations count with their subtypes, punctuation counts.
ParseScore score_parse(const Tagger& tagger, const std::vector<TreebankSentence>& sentences);

}  // namespace entente
