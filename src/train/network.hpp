// The network in training: floats, gradients, dropout. annotate/net.hpp is the same network in use.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "annotate/net_shape.hpp"
#include "train/parameters.hpp"
#include "train/recurrence.hpp"

namespace entente {

constexpr std::uint8_t unknown_class = 255;  // a tag or relation that is not learned
constexpr std::uint32_t no_row = 0xFFFFFFFF;

// Sentences one after another, a row a word.
struct Batch {
  Bounds bounds{0};
  std::vector<std::uint32_t> words;                       // rows of the vocabulary, or no_row
  std::vector<const std::vector<std::uint32_t>*> pieces;  // owned by someone else
  std::vector<std::uint8_t> tags, labels;
  std::vector<std::int32_t> heads;  // 0 the root, else the number of a word in its sentence
  std::size_t size() const { return words.size(); }
};

struct Losses {
  double tag = 0, arc = 0, label = 0;  // sums over words
};

// What the network thinks: rows of scores.
struct Opinions {
  std::vector<float> tags;                         // words x tags
  std::vector<std::vector<float>> arcs;            // a sentence: n x (n + 1), column 0 the root
  std::vector<float> label_dependent, label_head;  // words x hidden, before they are added
};

class Network {
 public:
  Network(const NetShape& shape, unsigned seed);

  // One step; `dropout` of inputs and layers.
  Losses learn(const Batch& batch, float dropout, AdamStep by);
  Opinions look(const Batch& batch);
  // Scores of the relations of words with these heads.
  std::vector<float> label_scores(const Opinions& opinions, const Batch& batch, const std::vector<std::int32_t>& heads);
  // From now on weights and values are seen in steps of eight bits.
  void quantise();
  bool quantised() const { return quantised_; }
  std::vector<Tensor*> tensors();  // the rows of words first
  std::vector<Activation*> activations();

  NetShape shape;
  Table words, pieces;
  Activation input;
  std::vector<Recurrence> layers;
  Linear tag, arc_dependent, arc_bilinear, arc_head, label_dependent, label_head, label;
  Activation arc_inner, arc_left, arc_right, label_inner;
  Tensor root, distance;  // the root as a head; what each distance adds to an arc's score

 private:
  struct Pass;  // the values of one batch
  void encode(const Batch& batch, float dropout, Pass& pass);
  void arcs(const Batch& batch, float dropout, Pass& pass);
  void learn_tags(const Batch& batch, Pass& pass, Losses& losses);
  void learn_arcs(const Batch& batch, Pass& pass, Losses& losses);
  void learn_labels(const Batch& batch, float dropout, Pass& pass, Losses& losses);
  void back(const Batch& batch, Pass& pass);
  void step(AdamStep by);
  void refresh();
  std::vector<float> mask(std::size_t size, float dropout);
  std::vector<float> sentence_mask(const Batch& batch, std::size_t width, float dropout);

  std::mt19937 random_;
  bool quantised_ = false;
};

}  // namespace entente
