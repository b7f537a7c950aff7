// Training of the tagger, the parser and the lemma tables from treebanks.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "annotate/model_file.hpp"
#include "train/inventory.hpp"
#include "train/network.hpp"
#include "train/treebank.hpp"

namespace entente {

struct TrainOptions {
  unsigned seed = 1;
  unsigned epochs = 30;
  unsigned batch = 1000;  // words, about
  float rate = 0.003F;    // falls to nothing by the end
  float dropout = 0.33F;
  float word_dropout = 0.25F;  // a word that occurs n times is hidden this / (this + n) of the time
  float quantised = 0.2F;      // the last part of the epochs that sees what eight bits leave of weights and values
  unsigned every = 4;          // epochs between scores on the development set
  unsigned gold_times = 1;     // how often an epoch sees the gold sentences
  float silver_part = 1;       // how much of the silver sentences an epoch sees, chosen anew each time
  NetShape shape;              // without its counts
};

using Log = std::function<void(const std::string&)>;

struct TrainedNetwork {
  Inventory inventory;
  Network network;
};

// `silver` sentences were parsed by another network. Scores on `dev` are logged.
// With `from` the training goes on from the average of these networks, which have one shape and the same classes.
TrainedNetwork train_network(const std::vector<TreebankSentence>& gold, const std::vector<TreebankSentence>& silver,
                             const std::vector<TreebankSentence>& dev, const TrainOptions& options, const Log& log,
                             std::vector<TrainedNetwork> from = {});

// A network's floats, to go on with later: Outcome is an error if they cannot be written.
Outcome save_state(const std::string& path, TrainedNetwork& trained);
Result<TrainedNetwork> load_state(const std::string& path);

// The sections "tags", "labels", "shape" and "network" of a model.
ModelSections network_sections(TrainedNetwork& trained);

// The sentences with the tags, heads and relations that the networks agree on.
std::vector<TreebankSentence> parse_with(std::vector<TrainedNetwork>& networks, std::vector<TreebankSentence> sentences);

// "w ..." and "b ..." lines; see annotate/lemmas.hpp.
std::string lemma_table(const std::vector<TreebankSentence>& sentences);

}  // namespace entente
