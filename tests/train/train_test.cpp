#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <random>

#include "train/matrix.hpp"
#include "train/parse_score.hpp"
#include "train/trainer.hpp"

using namespace entente;

namespace {

// Word, UPOS, XPOS, head, relation.
using Row = std::tuple<const char*, const char*, const char*, int, const char*>;

TreebankSentence sentence(std::initializer_list<Row> rows) {
  TreebankSentence out;
  for (const auto& [form, upos, xpos, head, relation] : rows) out.words.push_back({form, form, upos, xpos, relation, head});
  return out;
}

// Envoys, ministers and guards meet, warn and thank each other in some towns.
std::vector<TreebankSentence> treebank() {
  std::vector<TreebankSentence> all;
  for (const char* who : {"Envoys", "Ministers", "Guards"})
    for (const char* does : {"met", "warned", "thanked"})
      for (const char* town : {"Lima", "Oslo"}) {
        all.push_back(sentence({{who, "NOUN", "NNS", 2, "nsubj"},
                                {does, "VERB", "VBD", 0, "root"},
                                {"rebels", "NOUN", "NNS", 2, "obj"},
                                {"in", "ADP", "IN", 5, "case"},
                                {town, "PROPN", "NNP", 2, "obl"},
                                {".", "PUNCT", ".", 2, "punct"}}));
        all.push_back(sentence({{"In", "ADP", "IN", 2, "case"},
                                {town, "PROPN", "NNP", 6, "obl"},
                                {"the", "DET", "DT", 4, "det"},
                                {"rebels", "NOUN", "NNS", 6, "nsubj:pass"},
                                {"were", "AUX", "VBD", 6, "aux:pass"},
                                {does, "VERB", "VBN", 0, "root"},
                                {".", "PUNCT", ".", 6, "punct"}}));
      }
  return all;
}

TrainOptions small() {
  TrainOptions options;
  options.epochs = 40;
  options.batch = 40;
  options.rate = 0.01F;
  options.dropout = 0.1F;
  options.shape.pieces = 256;
  options.shape.width = options.shape.units = options.shape.arc = options.shape.hidden = 16;
  return options;
}

void quiet(const std::string&) {}

}  // namespace

TEST_CASE("training is deterministic for its seed and learns a tiny treebank", "[train]") {
  const auto sentences = treebank();
  TrainOptions options = small();
  TrainedNetwork one = train_network(sentences, {}, {}, options, quiet);
  TrainedNetwork two = train_network(sentences, {}, {}, options, quiet);
  ModelSections sections = network_sections(one);
  CHECK(sections == network_sections(two));
  options.seed = 2;
  TrainedNetwork other = train_network(sentences, {}, {}, options, quiet);
  CHECK(sections != network_sections(other));

  sections.emplace_back("lemmas", lemma_table(sentences));
  const std::string path = "train-test.model";
  REQUIRE(write_model(path, sections));
  const Result<Tagger> tagger = Tagger::load(path);
  REQUIRE(tagger);
  const ParseScore score = score_parse(tagger.value(), sentences);
  CHECK(score.percent(score.upos) > 98);
  CHECK(score.percent(score.las) > 95);
  // Words that it has never seen, in an order that it has.
  const ParseScore fresh = score_parse(tagger.value(), {sentence({{"Pilots", "NOUN", "NNS", 2, "nsubj"},
                                                                  {"met", "VERB", "VBD", 0, "root"},
                                                                  {"rebels", "NOUN", "NNS", 2, "obj"},
                                                                  {"in", "ADP", "IN", 5, "case"},
                                                                  {"Rome", "PROPN", "NNP", 2, "obl"},
                                                                  {".", "PUNCT", ".", 2, "punct"}})});
  CHECK(fresh.las >= 5);
}

TEST_CASE("a network's floats can be kept, gone on from, and used to parse", "[train]") {
  const auto sentences = treebank();
  TrainedNetwork trained = train_network(sentences, {}, {}, small(), quiet);
  const std::string path = "train-test.state";
  REQUIRE(save_state(path, trained));
  Result<TrainedNetwork> loaded = load_state(path);
  REQUIRE(loaded);
  TrainOptions none = small();
  none.epochs = 0;
  std::vector<TrainedNetwork> twice;
  for (int i = 0; i < 2; ++i) twice.push_back(load_state(path).value());
  TrainedNetwork same = train_network(sentences, {}, {}, none, quiet, std::move(twice));  // their average
  CHECK(network_sections(same) == network_sections(trained));

  auto bare = sentences;
  for (TreebankSentence& s : bare)
    for (TreebankWord& w : s.words) w.upos = w.xpos = w.relation = "", w.head = 0;
  std::vector<TrainedNetwork> networks;
  networks.push_back(std::move(loaded).value());
  const auto parsed = parse_with(networks, bare);
  std::size_t right = 0;
  std::size_t words = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s)
    for (std::size_t w = 0; w < sentences[s].words.size(); ++w, ++words)
      right +=
          parsed[s].words[w].head == sentences[s].words[w].head && parsed[s].words[w].relation == sentences[s].words[w].relation;
  CHECK(right * 20 > words * 19);
  std::ofstream("train-test.bad", std::ios::binary) << "no state";
  CHECK(load_state("train-test.bad").error().code == "bad-model");
}

TEST_CASE("products of matrices", "[train]") {
  std::mt19937 random(5);
  for (const auto& [m, n, k] : {std::tuple{1, 1, 1}, {8, 32, 5}, {13, 70, 300}, {130, 33, 9}}) {
    const auto rows = static_cast<std::size_t>(m);
    const auto columns = static_cast<std::size_t>(n);
    const auto depth = static_cast<std::size_t>(k);
    std::vector<float> a(rows * depth);
    std::vector<float> b(depth * columns);
    for (float& v : a) v = static_cast<float>(random() % 9) - 4;
    for (float& v : b) v = static_cast<float>(random() % 9) - 4;
    // Small whole numbers: every order of additions gives the same.
    std::vector<float> expected(rows * columns, 1);
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t j = 0; j < columns; ++j)
        for (std::size_t d = 0; d < depth; ++d) expected[i * columns + j] += a[i * depth + d] * b[j * depth + d];
    std::vector<float> c(rows * columns, 1);
    multiply(rows, columns, depth, {a.data(), depth, 1}, transposed({b.data(), depth, 1}), c.data(), columns, true);
    CHECK(c == expected);
    std::vector<float> turned(rows * columns);
    multiply(columns, rows, depth, {b.data(), depth, 1}, transposed({a.data(), depth, 1}), turned.data(), rows, false);
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t j = 0; j < columns; ++j) REQUIRE(turned[j * rows + i] == expected[i * columns + j] - 1);
  }
}
