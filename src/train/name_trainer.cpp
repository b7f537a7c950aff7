#include "train/name_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "annotate/name_features.hpp"
#include "annotate/segment.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

// Tokens to judge that follow each other.
struct Example {
  std::vector<std::vector<std::uint32_t>> features;  // cells
  std::vector<std::uint8_t> labels;
  bool foreign = false;
};

Document document_of(const CorpusSentence& sentence, const Tagger& tagger) {
  Document document;
  document.article.text = sentence.text;
  document.article.blocks.push_back({{0, static_cast<std::uint32_t>(sentence.text.size())}, BlockKind::paragraph});
  segment(document);
  tagger.tag(document);
  return document;
}

bool is_title(const NameWords& words, std::string_view form) {
  std::string word = lower(form);
  if (word.size() > 1 && word.back() == '.') word.pop_back();
  return words.is(word, NameWord::title) || words.is(word, NameWord::title_modifier) || words.is(word, NameWord::honorific);
}

// Corpora differ on whether a title belongs to the name; here it does not.
std::uint32_t without_titles(const NameWords& words, const Document& document, std::uint32_t token, Range name) {
  while (token + 1 < document.tokens.size() && document.tokens[token + 1].range.begin < name.end &&
         is_title(words, document.form(token)))
    ++token;
  return token;
}

std::vector<std::uint8_t> labels_of(const CorpusSentence& sentence, const NameWords& words, const Document& document) {
  std::vector<std::uint8_t> labels(document.tokens.size(), 0);
  for (const CorpusName& name : sentence.names) {
    std::uint32_t token = 0;
    while (token < document.tokens.size() && document.tokens[token].range.end <= name.range.begin) ++token;
    if (name.kind == NameClass::person) token = without_titles(words, document, token, name.range);
    if (token < document.tokens.size() && name.kind == NameClass::person && is_title(words, document.form(token))) continue;
    for (bool first = true; token < document.tokens.size() && document.tokens[token].range.begin < name.range.end;
         ++token, first = false)
      labels[token] = static_cast<std::uint8_t>(first ? begin_class(name.kind) : inside_class(name.kind));
  }
  return labels;
}

void add_examples(const CorpusSentence& sentence, const Tagger& tagger, const Knowledge& knowledge, const NameWords& words,
                  std::uint64_t mask, std::vector<Example>& out) {
  const Document document = document_of(sentence, tagger);
  const std::vector<std::uint8_t> labels = labels_of(sentence, words, document);
  for (const Sentence& s : document.sentences) {
    const std::vector<FeatureHashes> features = name_features(knowledge, words, document, s.tokens);
    for (std::uint32_t i = 0; i < features.size(); ++i) {
      if (features[i].empty()) continue;
      if (i == 0 || features[i - 1].empty()) out.emplace_back().foreign = sentence.foreign;
      out.back().labels.push_back(labels[s.tokens.begin + i]);
      std::vector<std::uint32_t>& cells = out.back().features.emplace_back();
      cells.reserve(features[i].size());
      for (const std::uint64_t feature : features[i]) cells.push_back(static_cast<std::uint32_t>(feature & mask));
    }
  }
}

// A weight and the sum of its squared gradients.
struct Weights {
  explicit Weights(std::size_t count) : values(count), squares(count, 1e-6F) {}
  void step(std::size_t at, float gradient, float rate) {
    squares[at] += gradient * gradient;
    values[at] -= rate * gradient / std::sqrt(squares[at]);
  }
  std::vector<float> values, squares;
};

// The average of what some have learned.
struct Learned {
  explicit Learned(unsigned bits) : cells((std::size_t{1} << bits) + NameModel::row) {}
  std::vector<float> cells;
  NameTransitions pairs{};
};

NameWeights quantised(const Learned& learned) {
  NameWeights out{learned.pairs, std::string(learned.cells.size(), '\0')};
  for (std::size_t i = 0; i < out.table.size(); ++i)
    out.table[i] =
        static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(learned.cells[i] * NameModel::scale, -127.0F, 127.0F))));
  return out;
}

// The weights that all corpora share, and beside them those of the two conventions: what names are to be like, and what
// the foreign corpora make of them (Daumé 2007, "Frustratingly easy domain adaptation").
class Regression {
 public:
  explicit Regression(const NameTrainOptions& options)
      : options_(options), shared_(options.bits), own_{Table(options.bits), Table(options.bits)} {}

  // One step; returns the loss, summed over the tokens.
  double learn(const Example& example) {
    drop_out(example);
    Table& own = own_[example.foreign ? 1 : 0];
    const std::size_t n = example.labels.size();
    scores_.assign(n, NameScores{});
    for (std::size_t i = 0; i < n; ++i)
      for (const std::uint32_t cell : kept_[i])
        for (std::size_t c = 0; c < name_classes; ++c) scores_[i][c] += shared_.cells.values[cell + c] + own.cells.values[cell + c];
    NameChain chain(transitions(own));
    chain.run(scores_);
    double loss = 0;
    for (std::size_t i = 0; i < n; ++i) {
      loss -= std::log(std::max(1e-9F, scores_[i][example.labels[i]]));
      scores_[i][example.labels[i]] -= 1;
      learn_token(kept_[i], scores_[i], own);
    }
    NameTransitions pairs{};
    chain.add_pairs(pairs);
    for (std::size_t i = 0; i <= n; ++i) pairs[i == 0 ? 0 : example.labels[i - 1]][i == n ? 0 : example.labels[i]] -= 1;
    for (std::size_t a = 0; a < name_classes; ++a)
      for (std::size_t b = 0; b < name_classes; ++b)
        if (std::abs(pairs[a][b]) >= least_gradient)
          for (Table* table : {&shared_, &own}) table->pairs.step(a * name_classes + b, pairs[a][b], options_.rate);
    return loss;
  }

  // Adds what it has learned of our own convention. Half of the features spoke at a time while it learned, all do in use.
  void add_to(Learned& sum, float part) const {
    const Table& own = own_[0];
    for (std::size_t i = 0; i < sum.cells.size(); ++i)
      sum.cells[i] += (shared_.cells.values[i] + own.cells.values[i]) * (1 - options_.dropout) * part;
    const NameTransitions pairs = transitions(own);
    for (std::size_t a = 0; a < name_classes; ++a)
      for (std::size_t b = 0; b < name_classes; ++b) sum.pairs[a][b] += pairs[a][b] * part;
  }

 private:
  static constexpr float least_gradient = 1e-4F;
  struct Table {
    explicit Table(unsigned bits) : cells((std::size_t{1} << bits) + NameModel::row), pairs(name_classes * name_classes) {}
    Weights cells, pairs;
  };

  void drop_out(const Example& example) {
    kept_.resize(std::max(kept_.size(), example.labels.size()));
    for (std::size_t i = 0; i < example.labels.size(); ++i) {
      kept_[i].clear();
      for (const std::uint32_t cell : example.features[i])
        if (static_cast<float>(random_() & 0xFFFF) >= options_.dropout * 0x10000) kept_[i].push_back(cell);
    }
  }

  void learn_token(const std::vector<std::uint32_t>& cells, const NameScores& gradients, Table& own) {
    for (std::size_t c = 0; c < name_classes; ++c) {
      if (std::abs(gradients[c]) < least_gradient) continue;
      for (Table* table : {&shared_, &own})
        for (const std::uint32_t cell : cells)
          table->cells.step(cell + c, gradients[c] + options_.decay * table->cells.values[cell + c], options_.rate);
    }
  }

  NameTransitions transitions(const Table& own) const {
    NameTransitions out{};
    for (std::size_t a = 0; a < name_classes; ++a)
      for (std::size_t b = 0; b < name_classes; ++b) {
        const std::size_t at = a * name_classes + b;
        out[a][b] = std::clamp(shared_.pairs.values[at] + own.pairs.values[at], -9.0F, 9.0F);
      }
    return out;
  }

  NameTrainOptions options_;
  Table shared_;
  std::array<Table, 2> own_;  // of our own convention, of the foreign one
  std::vector<std::vector<std::uint32_t>> kept_;
  std::vector<NameScores> scores_;
  std::mt19937 random_{options_.seed};
};

std::size_t count_tokens(const std::vector<Example>& examples) {
  std::size_t tokens = 0;
  for (const Example& example : examples) tokens += example.labels.size();
  return tokens;
}

void learn_all(const std::vector<Example>& examples, const NameTrainOptions& options, Regression& regression,
               const std::function<void(const std::string&)>& log) {
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(options.seed);
  const double tokens = static_cast<double>(std::max<std::size_t>(1, count_tokens(examples)));
  for (unsigned round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);  // the same on every platform
    double loss = 0;
    for (const std::size_t i : order) loss += regression.learn(examples[i]);
    log("seed " + std::to_string(options.seed) + ", round " + std::to_string(round + 1) + ": loss " +
        std::to_string(loss / tokens));
  }
}

void add_most_likely(const Document& document, const Sentence& sentence, const std::vector<NameScores>& scores,
                     std::vector<CorpusName>& out) {
  std::size_t open = 0;  // the class of the name that is being read
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto best = static_cast<std::size_t>(std::max_element(scores[i].begin(), scores[i].end()) - scores[i].begin());
    const Range token = document.tokens[sentence.tokens.begin + i].range;
    const bool inside = best != 0 && best % 2 == 0;
    if (best == 0)
      open = 0;
    else if (inside && open != 0)
      out.back().range.end = token.end;
    else
      out.push_back({token, static_cast<NameClass>((best - 1) / 2)}), open = best;
  }
}

}  // namespace

NameWeights train_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                        const NameTrainOptions& options, const std::function<void(const std::string&)>& log) {
  const NameWords words(knowledge.rules());
  std::vector<Example> examples;
  for (const CorpusSentence& sentence : sentences)
    add_examples(sentence, tagger, knowledge, words, (std::uint64_t{1} << options.bits) - 1, examples);
  log(std::to_string(sentences.size()) + " sentences, " + std::to_string(count_tokens(examples)) + " tokens to judge");
  Learned learned(options.bits);
  NameTrainOptions one = options;
  for (unsigned i = 0; i < options.models; ++i, ++one.seed) {
    Regression regression(one);
    learn_all(examples, one, regression, log);
    regression.add_to(learned, 1.0F / static_cast<float>(options.models));
  }
  return quantised(learned);
}

NameScore score_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                      const NameModel& model) {
  const NameWords words(knowledge.rules());
  NameScore score;
  for (const CorpusSentence& sentence : sentences) {
    const Document document = document_of(sentence, tagger);
    std::vector<CorpusName> found;
    for (const Sentence& s : document.sentences)
      add_most_likely(document, s, model.score(knowledge, words, document, s.tokens), found);
    std::erase_if(found, [](const CorpusName& name) { return name.kind == NameClass::other; });
    add_counts(sentence, found, score);
  }
  return score;
}

}  // namespace entente
