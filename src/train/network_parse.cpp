#include <algorithm>
#include <cmath>

#include "annotate/tree.hpp"
#include "train/trainer.hpp"

namespace entente {

namespace {

// Adds the probabilities that a row of scores stands for.
void add_probabilities(const float* scores, std::size_t n, float* sum) {
  const float most = *std::max_element(scores, scores + n);
  float total = 0;
  for (std::size_t i = 0; i < n; ++i) total += std::exp(scores[i] - most);
  for (std::size_t i = 0; i < n; ++i) sum[i] += std::exp(scores[i] - most) / total;
}

void add_rows(const std::vector<float>& scores, std::size_t width, std::vector<float>& sums) {
  sums.resize(scores.size());
  for (std::size_t at = 0; at < scores.size(); at += width) add_probabilities(scores.data() + at, width, sums.data() + at);
}

// Networks number their classes by how often each occurred in what they were trained on.
using Classes = std::vector<std::string>;

// The same for classes: in the order of `names`; what only `own` has is left out.
void add_classes(const std::vector<float>& scores, const Classes& own, const Classes& names, std::vector<float>& sums) {
  std::vector<float> probabilities;
  add_rows(scores, own.size(), probabilities);
  const std::size_t rows = scores.size() / own.size();
  sums.resize(rows * names.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    const auto found = std::find(names.begin(), names.end(), own[i]);
    if (found == names.end()) continue;
    const auto to = static_cast<std::size_t>(found - names.begin());
    for (std::size_t row = 0; row < rows; ++row) sums[row * names.size() + to] += probabilities[row * own.size() + i];
  }
}

std::size_t best(const std::vector<float>& sums, std::size_t row, std::size_t width) {
  const float* begin = sums.data() + row * width;
  return static_cast<std::size_t>(std::max_element(begin, begin + width) - begin);
}

void parse_some(std::vector<TrainedNetwork>& networks, std::vector<Batch>& batches, TreebankSentence* sentences) {
  const Inventory& inventory = networks[0].inventory;
  std::vector<Opinions> opinions;
  std::vector<float> tags, labels;
  std::vector<std::vector<float>> arcs(batches[0].bounds.size() - 1);
  for (std::size_t k = 0; k < networks.size(); ++k) {
    opinions.push_back(networks[k].network.look(batches[k]));
    add_classes(opinions[k].tags, networks[k].inventory.tags, inventory.tags, tags);
    for (std::size_t s = 0; s < arcs.size(); ++s)
      add_rows(opinions[k].arcs[s], batches[k].bounds[s + 1] - batches[k].bounds[s] + 1, arcs[s]);
  }
  std::vector<std::int32_t> heads;
  for (std::vector<float>& sums : arcs) {
    for (float& p : sums) p = std::log(std::max(p, 1e-9F));
    const std::size_t n = (static_cast<std::size_t>(std::sqrt(4.0 * static_cast<double>(sums.size()) + 1)) - 1) / 2;
    const auto tree = best_tree(sums.data(), n);
    heads.insert(heads.end(), tree.begin(), tree.end());
  }
  for (std::size_t k = 0; k < networks.size(); ++k)
    add_classes(networks[k].network.label_scores(opinions[k], batches[k], heads), networks[k].inventory.labels, inventory.labels,
                labels);
  std::size_t t = 0;
  for (std::size_t s = 0; s < arcs.size(); ++s)
    for (TreebankWord& word : sentences[s].words) {
      const std::string& tag = inventory.tags[best(tags, t, inventory.tags.size())];
      word.upos = tag.substr(0, tag.find(' '));
      word.xpos = tag.substr(tag.find(' ') + 1);
      word.head = heads[t];
      word.relation = word.head == 0 ? "root" : inventory.labels[best(labels, t, inventory.labels.size())];
      ++t;
    }
}

}  // namespace

std::vector<TreebankSentence> parse_with(std::vector<TrainedNetwork>& networks, std::vector<TreebankSentence> sentences) {
  std::vector<Examples> examples;
  examples.reserve(networks.size());
  for (const TrainedNetwork& n : networks) examples.emplace_back(sentences, n.inventory, n.network.shape.pieces);
  constexpr std::size_t some = 50;
  for (std::size_t begin = 0; begin < sentences.size(); begin += some) {
    const std::size_t end = std::min(sentences.size(), begin + some);
    std::vector<Batch> batches(networks.size());
    for (std::size_t k = 0; k < networks.size(); ++k)
      for (std::size_t s = begin; s < end; ++s) append(batches[k], examples[k].all()[s]);
    parse_some(networks, batches, sentences.data() + begin);
  }
  return sentences;
}

}  // namespace entente
