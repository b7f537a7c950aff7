#include "train/name_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include "annotate/name_features.hpp"
#include "annotate/segment.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

struct Example {
  std::vector<std::uint32_t> features;  // cells
  std::uint8_t label = 0;
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
      Example example;
      example.label = labels[s.tokens.begin + i];
      example.features.reserve(features[i].size());
      for (const std::uint64_t feature : features[i]) example.features.push_back(static_cast<std::uint32_t>(feature & mask));
      out.push_back(std::move(example));
    }
  }
}

class Regression {
 public:
  Regression(unsigned bits, const NameTrainOptions& options)
      : options_(options), weights_((std::size_t{1} << bits) + NameModel::row), squares_(weights_.size(), 1e-6F) {}

  // One step; returns the loss.
  float learn(const Example& example) {
    kept_.clear();
    for (const std::uint32_t cell : example.features)
      if (static_cast<float>(random_() & 0xFFFF) >= options_.dropout * 0x10000) kept_.push_back(cell);
    std::array<float, name_classes> p{};
    for (const std::uint32_t cell : kept_)
      for (std::size_t c = 0; c < name_classes; ++c) p[c] += weights_[cell + c];
    const float most = *std::max_element(p.begin(), p.end());
    float total = 0;
    for (float& value : p) total += value = std::exp(value - most);
    for (float& value : p) value /= total;
    const float loss = -std::log(std::max(1e-9F, p[example.label]));
    p[example.label] -= 1;
    for (std::size_t c = 0; c < name_classes; ++c) {
      const float gradient = p[c];
      if (std::abs(gradient) < 1e-4F) continue;
      for (const std::uint32_t cell : kept_) {
        float& weight = weights_[cell + c];
        float& square = squares_[cell + c];
        const float g = gradient + options_.decay * weight;
        square += g * g;
        weight -= options_.rate * g / std::sqrt(square);
      }
    }
    return loss;
  }

  std::string quantised() const {
    std::string out(weights_.size(), '\0');
    for (std::size_t i = 0; i < weights_.size(); ++i)
      out[i] =
          static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(weights_[i] * NameModel::scale, -127.0F, 127.0F))));
    return out;
  }

 private:
  NameTrainOptions options_;
  std::vector<float> weights_, squares_;
  std::vector<std::uint32_t> kept_;
  std::mt19937 random_{options_.seed};
};

using Span = std::tuple<std::uint32_t, std::uint32_t, NameClass>;

std::set<Span> most_likely(const Document& document, const Sentence& sentence, const std::vector<NameScores>& scores) {
  std::set<Span> out;
  std::size_t open = 0;  // the class of the name that is being read
  Range range;
  const auto close = [&] {
    if (open != 0) out.emplace(range.begin, range.end, static_cast<NameClass>((open - 1) / 2));
    open = 0;
  };
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto best = static_cast<std::size_t>(std::max_element(scores[i].begin(), scores[i].end()) - scores[i].begin());
    const Range token = document.tokens[sentence.tokens.begin + i].range;
    const bool inside = best != 0 && best % 2 == 0;
    if (!inside || open == 0) close();
    if (best == 0) continue;
    if (open == 0) {
      open = best;
      range = token;
    }
    range.end = token.end;
  }
  close();
  return out;
}

}  // namespace

std::string train_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                        const NameTrainOptions& options, const std::function<void(const std::string&)>& log) {
  const NameWords words(knowledge.rules());
  std::vector<Example> examples;
  for (const CorpusSentence& sentence : sentences)
    add_examples(sentence, tagger, knowledge, words, (std::uint64_t{1} << options.bits) - 1, examples);
  log(std::to_string(sentences.size()) + " sentences, " + std::to_string(examples.size()) + " tokens to judge");
  Regression regression(options.bits, options);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(options.seed);
  for (unsigned round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);  // the same on every platform
    double loss = 0;
    for (const std::size_t i : order) loss += regression.learn(examples[i]);
    log("round " + std::to_string(round + 1) + ": loss " +
        std::to_string(loss / static_cast<double>(std::max<std::size_t>(1, order.size()))));
  }
  return regression.quantised();
}

NameCounts score_names(const std::vector<CorpusSentence>& sentences, const Tagger& tagger, const Knowledge& knowledge,
                       const NameModel& model) {
  const NameWords words(knowledge.rules());
  NameCounts counts;
  for (const CorpusSentence& sentence : sentences) {
    const Document document = document_of(sentence, tagger);
    std::set<Span> wanted;
    for (const CorpusName& name : sentence.names) {
      if (name.kind == NameClass::other) continue;
      std::uint32_t token = 0;
      while (token < document.tokens.size() && document.tokens[token].range.end <= name.range.begin) ++token;
      if (name.kind == NameClass::person) token = without_titles(words, document, token, name.range);
      if (token < document.tokens.size())
        wanted.emplace(std::max(name.range.begin, document.tokens[token].range.begin), name.range.end, name.kind);
    }
    counts.wanted += wanted.size();
    for (const Sentence& s : document.sentences) {
      for (const Span& span : most_likely(document, s, model.score(knowledge, words, document, s.tokens))) {
        if (std::get<2>(span) == NameClass::other) continue;
        ++counts.found;
        counts.right += wanted.contains(span) ? 1 : 0;
      }
    }
  }
  return counts;
}

}  // namespace entente
