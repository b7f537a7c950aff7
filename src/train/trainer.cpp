#include "train/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace entente {

namespace {

std::vector<std::vector<const Example*>> batches_of(const std::vector<const Example*>& order, std::size_t words) {
  std::vector<std::vector<const Example*>> batches;
  std::size_t filled = words;
  for (const Example* e : order) {
    if (filled >= words) {
      batches.emplace_back();
      filled = 0;
    }
    batches.back().push_back(e);
    filled += e->words.size();
  }
  return batches;
}

// Some words are hidden, rare ones more often, so that their pieces learn to stand for them.
void hide_words(Batch& batch, const Inventory& inventory, float rate, std::mt19937& random) {
  for (std::uint32_t& word : batch.words) {
    if (word == no_row) continue;
    const auto n = static_cast<float>(inventory.counts[word]);
    if (static_cast<float>(random() >> 8) / 16777216.0F < rate / (rate + n)) word = no_row;
  }
}

// The standard's shuffle is not the same everywhere.
void shuffle(std::vector<const Example*>& order, std::mt19937& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

std::size_t best(const float* scores, std::size_t n) {
  return static_cast<std::size_t>(std::max_element(scores, scores + n) - scores);
}

std::string score_line(Network& network, const Inventory& inventory, const Examples& dev) {
  std::vector<const Example*> order;
  for (const Example& e : dev.all()) order.push_back(&e);
  std::size_t words = 0, tags = 0, heads = 0, both = 0;
  for (const auto& sentences : batches_of(order, 2000)) {
    Batch batch;
    for (const Example* e : sentences) append(batch, *e);
    const Opinions opinions = network.look(batch);
    std::vector<std::int32_t> guessed;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const std::size_t n = sentences[s]->words.size();
      for (std::size_t d = 0; d < n; ++d)
        guessed.push_back(static_cast<std::int32_t>(best(opinions.arcs[s].data() + d * (n + 1), n + 1)));
    }
    const std::vector<float> labels = network.label_scores(opinions, batch, guessed);
    for (std::size_t t = 0; t < batch.size(); ++t) {
      ++words;
      tags += best(opinions.tags.data() + t * inventory.tags.size(), inventory.tags.size()) == batch.tags[t];
      if (guessed[t] != batch.heads[t]) continue;
      ++heads;
      both += guessed[t] == 0 || best(labels.data() + t * inventory.labels.size(), inventory.labels.size()) == batch.labels[t];
    }
  }
  const auto percent = [&](std::size_t n) {
    return 100.0 * static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(1, words));
  };
  char line[100];
  std::snprintf(line, sizeof line, "dev: both tags %.2f UAS %.2f LAS %.2f", percent(tags), percent(heads), percent(both));
  return line;
}

// Takes over what was learned: the average of the networks, of rows of words over those that know the word.
void take_over(std::vector<TrainedNetwork>& from, const Inventory& inventory, Network& network) {
  const auto share = 1 / static_cast<float>(from.size());
  const std::vector<Tensor*> fresh = network.tensors();
  for (std::size_t i = 1; i < fresh.size(); ++i) std::fill(fresh[i]->value.begin(), fresh[i]->value.end(), 0.0F);
  for (Activation* a : network.activations()) a->limit_ = 0;
  for (TrainedNetwork& one : from) {
    const std::vector<Tensor*> old = one.network.tensors();
    for (std::size_t i = 1; i < fresh.size(); ++i)
      for (std::size_t k = 0; k < fresh[i]->value.size(); ++k) fresh[i]->value[k] += share * old[i]->value[k];
    for (std::size_t i = 0; i < network.activations().size(); ++i)
      network.activations()[i]->limit_ += share * one.network.activations()[i]->limit_;
  }
  const std::size_t width = network.shape.width;
  for (std::size_t row = 0; row < inventory.words.size(); ++row) {
    std::vector<float> sum(width);
    float known = 0;
    for (const TrainedNetwork& one : from) {
      const std::vector<std::uint64_t>& keys = one.inventory.words;
      const auto found = std::lower_bound(keys.begin(), keys.end(), inventory.words[row]);
      if (found == keys.end() || *found != inventory.words[row]) continue;
      const float* old = one.network.words.tensor.value.data() + static_cast<std::size_t>(found - keys.begin()) * width;
      for (std::size_t k = 0; k < width; ++k) sum[k] += old[k];
      ++known;
    }
    if (known == 0) continue;
    for (std::size_t k = 0; k < width; ++k) network.words.tensor.value[row * width + k] = sum[k] / known;
  }
}

// The sentences of one epoch.
std::vector<const Example*> one_epoch(const Examples& gold, const Examples& silver, const TrainOptions& options,
                                      std::mt19937& random) {
  std::vector<const Example*> order;
  for (const Example& e : silver.all()) order.push_back(&e);
  if (options.silver_part < 1) {
    shuffle(order, random);
    order.resize(static_cast<std::size_t>(static_cast<float>(order.size()) * options.silver_part));
  }
  for (unsigned i = 0; i < options.gold_times; ++i)
    for (const Example& e : gold.all()) order.push_back(&e);
  shuffle(order, random);
  return order;
}

// Rises for some steps, stays, and falls to nothing: `done` of all is behind us.
float rate_at(float rate, std::uint64_t step, double done) {
  constexpr double first_steps = 200;
  constexpr double falling = 0.8;  // of the whole
  return rate * static_cast<float>(std::min({1.0, static_cast<double>(step) / first_steps, std::max(0.01, (1 - done) / falling)}));
}

class Training {
 public:
  Training(const Examples& gold, const Examples& silver, const Inventory& inventory, const TrainOptions& options)
      : gold_(gold), silver_(silver), inventory_(inventory), options_(options), random_(options.seed + 1) {
    step_.number = 0;
  }

  // One epoch; returns its line for the log.
  std::string epoch(Network& network, unsigned number) {
    const auto order = one_epoch(gold_, silver_, options_, random_);
    const auto batches = batches_of(order, options_.batch);
    Losses losses;
    std::size_t words = 0;
    for (std::size_t b = 0; b < batches.size(); ++b) {
      Batch batch;
      for (const Example* e : batches[b]) append(batch, *e);
      hide_words(batch, inventory_, options_.word_dropout, random_);
      ++step_.number;
      const double part = static_cast<double>(b) / static_cast<double>(batches.size());
      step_.rate = rate_at(options_.rate, step_.number, (number + part) / options_.epochs);
      const Losses more = network.learn(batch, options_.dropout, step_);
      losses.tag += more.tag, losses.arc += more.arc, losses.label += more.label;
      words += batch.size();
    }
    const auto each = [&](double loss) { return loss / static_cast<double>(std::max<std::size_t>(1, words)); };
    char line[160];
    std::snprintf(line, sizeof line, "epoch %u, %zu words: losses a word: tag %.4f arc %.4f relation %.4f", number + 1, words,
                  each(losses.tag), each(losses.arc), each(losses.label));
    return line;
  }

 private:
  const Examples& gold_;
  const Examples& silver_;
  const Inventory& inventory_;
  TrainOptions options_;
  std::mt19937 random_;
  AdamStep step_;
};

}  // namespace

TrainedNetwork train_network(const std::vector<TreebankSentence>& gold, const std::vector<TreebankSentence>& silver,
                             const std::vector<TreebankSentence>& dev, const TrainOptions& options, const Log& log,
                             std::vector<TrainedNetwork> from) {
  std::vector<TreebankSentence> sentences = gold;
  sentences.insert(sentences.end(), silver.begin(), silver.end());
  Inventory inventory = take_inventory(sentences);
  NetShape shape = options.shape;
  if (!from.empty()) {
    inventory.tags = from[0].inventory.tags;
    inventory.labels = from[0].inventory.labels;
    shape = from[0].network.shape;
  }
  shape.words = static_cast<std::uint32_t>(inventory.words.size());
  shape.tags = static_cast<std::uint32_t>(inventory.tags.size());
  shape.labels = static_cast<std::uint32_t>(inventory.labels.size());
  Network network(shape, options.seed);
  if (!from.empty()) take_over(from, inventory, network);
  const Examples gold_examples(gold, inventory, shape.pieces);
  const Examples silver_examples(silver, inventory, shape.pieces);
  const Examples dev_examples(dev, inventory, shape.pieces);
  log(std::to_string(gold.size()) + " gold and " + std::to_string(silver.size()) + " silver sentences, " +
      std::to_string(shape.words) + " words in the vocabulary, " + std::to_string(shape.tags) + " tags, " +
      std::to_string(shape.labels) + " relations");
  Training training(gold_examples, silver_examples, inventory, options);
  const auto first_quantised = static_cast<unsigned>(std::lround(static_cast<float>(options.epochs) * (1 - options.quantised)));
  for (unsigned epoch = 0; epoch < options.epochs; ++epoch) {
    if (epoch == first_quantised && epoch > 0) network.quantise();
    const std::string line = training.epoch(network, epoch);
    const bool scored = !dev.empty() && ((epoch + 1) % options.every == 0 || epoch + 1 == options.epochs);
    log(line + (scored ? "; " + score_line(network, inventory, dev_examples) : std::string()));
  }
  network.quantise();  // again, as rows have grown since
  return {std::move(inventory), std::move(network)};
}

}  // namespace entente
