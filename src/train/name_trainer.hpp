// Training of the name model by AdaGrad (Duchi, Hazan and Singer 2011) on the likelihood of the right chain of classes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "annotate/name_model.hpp"
#include "annotate/tagger.hpp"
#include "entente/knowledge.hpp"
#include "train/name_corpus.hpp"
#include "train/name_score.hpp"

namespace entente {

struct NameTrainOptions {
  unsigned seed = 1;
  unsigned models = 1;  // that are learned, with seeds in a row, and averaged
  unsigned rounds = 6;
  unsigned bits = 21;  // log2 of the table's cells
  float rate = 0.1F;
  float decay = 1e-7F;    // L2
  float dropout = 0.25F;  // share of features left out of each step, so that no single one is relied on
};

NameWeights train_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                        const NameTrainOptions& options, const std::function<void(const std::string&)>& log);

// By the most likely classes alone, without the grammar of names.
NameScore score_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                      const NameModel& model);

}  // namespace entente
