// Training of the tagger, the parser and the lemma tables from treebanks.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "annotate/model_file.hpp"
#include "train/treebank.hpp"

namespace entente {

struct TrainOptions {
  unsigned seed = 1;
  unsigned tagger_rounds = 10;
  unsigned parser_rounds = 14;
  unsigned folds = 5;                                            // for tags that the parser is trained on (jackknifing)
  unsigned tagger_bits = 22, action_bits = 22, label_bits = 21;  // log2 of the tables' cells
};

// All sections of a model. `log` gets a line a round.
ModelSections train(const std::vector<TreebankSentence>& sentences, const TrainOptions& options,
                    const std::function<void(const std::string&)>& log);

// "w ..." and "b ..." lines; see annotate/lemmas.hpp.
std::string lemma_table(const std::vector<TreebankSentence>& sentences);

}  // namespace entente
