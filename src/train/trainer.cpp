#include "train/trainer.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "annotate/parse_features.hpp"
#include "annotate/parse_state.hpp"
#include "annotate/tag_features.hpp"
#include "annotate/word.hpp"
#include "train/learner.hpp"

namespace entente {

namespace {

// A sentence in numbers: index 0 is the root.
struct Example {
  std::vector<Word> words;
  std::vector<std::uint8_t> tags, coarse, labels;
  std::vector<std::uint8_t> own_tags, own_coarse;  // predicted, for the parser
  std::vector<std::int32_t> heads;
};

struct Inventory {
  std::vector<std::string> tags, labels;  // "NOUN NN", "nsubj"
  std::map<std::string, std::uint8_t> tag_ids, label_ids;
  std::vector<std::uint8_t> coarse_of;  // UPOS of each tag
};

std::uint8_t coarse_id(const std::string& upos) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    if (to_string(static_cast<Upos>(i)) == upos) return static_cast<std::uint8_t>(i);
  return static_cast<std::uint8_t>(Upos::X);
}

// The most frequent values, at most one row full of them; rarer ones are not learned.
std::vector<std::string> frequent(const std::map<std::string, int>& counts) {
  std::vector<std::pair<int, std::string>> order;
  order.reserve(counts.size());
  for (const auto& [value, count] : counts) order.emplace_back(-count, value);
  std::sort(order.begin(), order.end());
  std::vector<std::string> out;
  for (const auto& [count, value] : order)
    if (out.size() + 1 < most_classes && count <= -3) out.push_back(value);
  return out;
}

Inventory take_inventory(const std::vector<TreebankSentence>& sentences) {
  std::map<std::string, int> tags;
  std::map<std::string, int> labels;
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words) {
      ++tags[word.upos + " " + word.xpos];
      if (word.head != 0) ++labels[word.relation];
    }
  Inventory inventory;
  inventory.tags = frequent(tags);
  inventory.labels = frequent(labels);
  for (const std::string& tag : inventory.tags) {
    inventory.tag_ids[tag] = static_cast<std::uint8_t>(inventory.coarse_of.size());
    inventory.coarse_of.push_back(coarse_id(tag.substr(0, tag.find(' '))));
  }
  for (std::size_t i = 0; i < inventory.labels.size(); ++i) inventory.label_ids[inventory.labels[i]] = static_cast<std::uint8_t>(i);
  return inventory;
}

constexpr std::uint8_t unknown = 255;

std::vector<Example> examples_of(const std::vector<TreebankSentence>& sentences, const Inventory& inventory) {
  const auto id = [](const std::map<std::string, std::uint8_t>& ids, const std::string& value) {
    const auto found = ids.find(value);
    return found == ids.end() ? unknown : found->second;
  };
  std::vector<Example> examples;
  for (const TreebankSentence& sentence : sentences) {
    Example e;
    e.words.push_back(word_of("<root>"));
    e.tags.push_back(most_classes - 1);
    e.coarse.push_back(static_cast<std::uint8_t>(Upos::X) + 1);
    e.labels.push_back(0);
    e.heads.push_back(-1);
    for (const TreebankWord& word : sentence.words) {
      e.words.push_back(word_of(word.form));
      e.tags.push_back(id(inventory.tag_ids, word.upos + " " + word.xpos));
      e.coarse.push_back(coarse_id(word.upos));
      e.labels.push_back(word.head == 0 ? unknown : id(inventory.label_ids, word.relation));
      e.heads.push_back(word.head);
    }
    examples.push_back(std::move(e));
  }
  return examples;
}

std::size_t best_of(const std::vector<float>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// Tags one sentence with its own earlier decisions; learns from each if `learn`.
std::vector<std::uint8_t> tag_example(Learner& learner, const Example& e, bool learn, FeatureHashes& features) {
  std::vector<std::uint8_t> tags;
  const std::span<const Word> words = std::span(e.words).subspan(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    tag_features(words, tags, i, features);
    const std::size_t guess = best_of(learner.score(features));
    const std::uint8_t gold = e.tags[i + 1];
    if (learn && gold != unknown) {
      learner.tick();
      if (guess != gold) learner.update(features, gold, guess);
    }
    tags.push_back(static_cast<std::uint8_t>(guess));
  }
  return tags;
}

Learner train_tagger(const std::vector<Example>& examples, std::vector<std::size_t> order, const Inventory& inventory,
                     const TrainOptions& options, unsigned rounds) {
  Learner learner(inventory.tags.size(), options.tagger_bits);
  std::mt19937 random(options.seed);
  FeatureHashes features;
  for (unsigned round = 0; round < rounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::size_t i : order) tag_example(learner, examples[i], true, features);
  }
  return learner;
}

// Every sentence is tagged by a tagger that has not seen it, so that the parser learns what tags it will meet.
void jackknife(std::vector<Example>& examples, const Inventory& inventory, const TrainOptions& options) {
  FeatureHashes features;
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (i % options.folds != fold) others.push_back(i);
    const std::string table = train_tagger(examples, others, inventory, options, 5).quantised();
    const Weights weights({reinterpret_cast<const std::int8_t*>(table.data()), table.size()}, inventory.tags.size());
    for (std::size_t i = fold; i < examples.size(); i += options.folds) {
      Example& e = examples[i];
      e.own_tags = {e.tags[0]};
      e.own_coarse = {e.coarse[0]};
      std::vector<std::uint8_t> tags;
      for (std::size_t w = 0; w + 1 < e.words.size(); ++w) {
        tag_features(std::span(e.words).subspan(1), tags, w, features);
        tags.push_back(static_cast<std::uint8_t>(weights.best(features)));
        e.own_tags.push_back(tags.back());
        e.own_coarse.push_back(inventory.coarse_of[tags.back()]);
      }
    }
  }
}

// Parses one sentence by the learners' own decisions and corrects each that costs an arc (dynamic oracle with
// exploration): the action among those of least cost that scores best is right.
void learn_parse(Learner& actions, Learner& labels, const Example& e, FeatureHashes& features) {
  const ParseInput input{e.words, e.own_tags, e.own_coarse};
  ParseState state(e.words.size() - 1);
  while (!state.finished()) {
    action_features(input, state, features);
    const std::vector<float>& scores = actions.score(features);
    int least = 1 << 20;
    for (unsigned a = 0; a < 3; ++a)
      if (state.allowed(static_cast<Action>(a))) least = std::min(least, state.cost(static_cast<Action>(a), e.heads));
    unsigned guess = 3;
    unsigned right = 3;
    for (unsigned a = 0; a < 3; ++a) {
      if (!state.allowed(static_cast<Action>(a))) continue;
      if (guess == 3 || scores[a] > scores[guess]) guess = a;
      if (state.cost(static_cast<Action>(a), e.heads) == least && (right == 3 || scores[a] > scores[right])) right = a;
    }
    actions.tick();
    if (state.cost(static_cast<Action>(guess), e.heads) > least) actions.update(features, right, guess);
    const std::size_t child = state.apply(static_cast<Action>(guess));
    if (child == 0) continue;
    label_features(input, state, child, features);
    const std::size_t label = best_of(labels.score(features));
    state.set_label(child, static_cast<std::uint8_t>(label));
    // A relation means something only to its own head.
    if (e.labels[child] == unknown || state.head(child) != e.heads[child]) continue;
    labels.tick();
    if (label != e.labels[child]) labels.update(features, e.labels[child], label);
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

ModelSections train(const std::vector<TreebankSentence>& sentences, const TrainOptions& options,
                    const std::function<void(const std::string&)>& log) {
  const Inventory inventory = take_inventory(sentences);
  std::vector<Example> examples = examples_of(sentences, inventory);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  log(std::to_string(examples.size()) + " sentences, " + std::to_string(inventory.tags.size()) + " tags, " +
      std::to_string(inventory.labels.size()) + " relations");
  const std::string tagger = train_tagger(examples, order, inventory, options, options.tagger_rounds).quantised();
  log("tagger trained");
  jackknife(examples, inventory, options);
  log("training data tagged by taggers that have not seen it");

  Learner actions(3, options.action_bits);
  Learner labels(inventory.labels.size(), options.label_bits);
  std::mt19937 random(options.seed);
  FeatureHashes features;
  for (unsigned round = 0; round < options.parser_rounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::size_t i : order) learn_parse(actions, labels, examples[i], features);
    log("parser round " + std::to_string(round + 1));
  }
  return {{"tags", joined(inventory.tags)}, {"labels", joined(inventory.labels)}, {"tagger", tagger},
          {"action", actions.quantised()},  {"label", labels.quantised()},        {"lemmas", lemma_table(sentences)}};
}

}  // namespace entente
