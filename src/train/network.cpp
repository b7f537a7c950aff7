#include "train/network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/clones.hpp"
#include "train/matrix.hpp"

namespace entente {

namespace {

using Floats = std::vector<float>;

Floats product_of(const Floats& values, const Floats& mask) {
  if (mask.empty()) return values;
  Floats out(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) out[i] = values[i] * mask[i];
  return out;
}

void add_masked(Floats& to, const Floats& from, const Floats& mask) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += mask.empty() ? from[i] : from[i] * mask[i];
}

void rectify(Floats& values) {
  for (float& v : values) v = std::max(v, 0.0F);
}

void rectify_back(const Floats& values, Floats& gradients) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] <= 0) gradients[i] = 0;
}

// Scores become the gradient of the cross entropy, times `weight`; returns the loss.
double softmax_loss(float* scores, std::size_t n, std::size_t right, float weight) {
  const float most = *std::max_element(scores, scores + n);
  double total = 0;
  for (std::size_t i = 0; i < n; ++i) total += scores[i] = std::exp(scores[i] - most);
  const double p = static_cast<double>(scores[right]) / total;
  for (std::size_t i = 0; i < n; ++i) scores[i] = weight * static_cast<float>(scores[i] / total);
  scores[right] -= weight;
  return -std::log(std::max(p, 1e-12));
}

}  // namespace

// Values of one batch that the way back needs.
struct Network::Pass {
  Floats input_exact, input;
  Floats input_mask, tag_mask, top_mask, dependent_mask, head_mask, label_mask;
  std::vector<Floats> masks, dropped, out, d_out;
  Floats tag_in, d_tag_in, top, d_top;
  Floats dependent, dependent_exact, left, left_exact, right, right_exact;  // dependent: before the bilinear product
  Floats root;
};

Network::Network(const NetShape& s, unsigned seed) : shape(s), words(s.words, s.width), pieces(s.pieces, s.width), random_(seed) {
  words.tensor.fill(random_, 0.3F);
  pieces.tensor.fill(random_, 0.3F);
  for (std::size_t l = 0; l < s.layers; ++l) layers.emplace_back(s, l, random_);
  tag = Linear(s.tags, s.both(), random_);
  arc_dependent = Linear(s.arc, s.both(), random_);
  arc_bilinear = Linear(s.arc, s.arc, random_);
  for (float& w : arc_bilinear.weight.value) w *= 0.1F;
  arc_head = Linear(s.arc, s.both(), random_);
  label_dependent = Linear(s.hidden, s.both(), random_);
  label_head = Linear(s.hidden, s.both(), random_);
  label = Linear(s.labels, s.hidden, random_);
  root = Tensor(s.arc);
  root.fill(random_, 0.5F);
  distance = Tensor(distances);
}

std::vector<Tensor*> Network::tensors() {
  std::vector<Tensor*> all = {&words.tensor, &pieces.tensor, &root, &distance};
  for (Linear* l : {&tag, &arc_dependent, &arc_bilinear, &arc_head, &label_dependent, &label_head, &label})
    all.insert(all.end(), {&l->weight, &l->bias});
  for (Recurrence& r : layers) all.insert(all.end(), {&r.product.weight, &r.product.bias, &r.forget_by, &r.reset_by});
  return all;
}

std::vector<Activation*> Network::activations() {
  std::vector<Activation*> all = {&input, &arc_inner, &arc_left, &arc_right, &label_inner};
  for (Recurrence& r : layers) all.push_back(&r.activation);
  return all;
}

std::vector<float> Network::mask(std::size_t size, float dropout) {
  if (dropout <= 0) return {};
  Floats out(size);
  const float keep = 1 / (1 - dropout);
  const auto edge = static_cast<std::uint32_t>(dropout * 65536);
  for (std::size_t i = 0; i < size; i += 2) {  // two from each number
    const auto number = static_cast<std::uint32_t>(random_());
    out[i] = (number & 0xFFFF) < edge ? 0 : keep;
    if (i + 1 < size) out[i + 1] = (number >> 16) < edge ? 0 : keep;
  }
  return out;
}

std::vector<float> Network::sentence_mask(const Batch& batch, std::size_t width, float dropout) {
  if (dropout <= 0) return {};
  Floats out(batch.size() * width);
  for (std::size_t s = 0; s + 1 < batch.bounds.size(); ++s) {
    const Floats one = mask(width, dropout);
    for (std::size_t t = batch.bounds[s]; t < batch.bounds[s + 1]; ++t)
      std::copy(one.begin(), one.end(), out.begin() + static_cast<std::ptrdiff_t>(t * width));
  }
  return out;
}

void Network::encode(const Batch& batch, float dropout, Pass& pass) {
  const std::size_t width = shape.width;
  pass.input_exact.assign(batch.size() * width, 0);
  for (std::size_t t = 0; t < batch.size(); ++t) {
    float* x = pass.input_exact.data() + t * width;
    const auto add = [&](const float* row) {
      for (std::size_t i = 0; i < width; ++i) x[i] += row[i];
    };
    if (batch.words[t] != no_row) add(words.row(batch.words[t]));
    for (const std::uint32_t piece : *batch.pieces[t]) add(pieces.row(piece));
  }
  pass.input = pass.input_exact;
  input.pass(pass.input);
  pass.input_mask = mask(pass.input.size(), dropout);
  for (std::size_t l = 0; l < layers.size(); ++l) {
    pass.masks.push_back(l == 0 ? pass.input_mask : sentence_mask(batch, shape.both(), dropout));
    pass.dropped.push_back(product_of(l == 0 ? pass.input : pass.out[l - 1], pass.masks[l]));
    pass.out.push_back(layers[l].forward(pass.dropped[l], l == 0 ? pass.input : pass.out[l - 1], batch.bounds));
    pass.d_out.emplace_back(pass.out[l].size(), 0.0F);
  }
  pass.tag_mask = sentence_mask(batch, shape.both(), dropout);
  pass.tag_in = product_of(pass.out[shape.tag_layer()], pass.tag_mask);
  pass.top_mask = sentence_mask(batch, shape.both(), dropout);
  pass.top = product_of(pass.out.back(), pass.top_mask);
  pass.d_top.assign(pass.top.size(), 0);
}

void Network::arcs(const Batch& batch, float dropout, Pass& pass) {
  const std::size_t n = batch.size();
  pass.dependent_exact.resize(n * shape.arc), pass.left_exact.resize(n * shape.arc), pass.right_exact.resize(n * shape.arc);
  arc_dependent.forward(pass.top.data(), n, pass.dependent_exact.data());
  rectify(pass.dependent_exact);
  pass.dependent = pass.dependent_exact;
  arc_inner.pass(pass.dependent);
  pass.dependent_mask = mask(pass.dependent.size(), dropout);
  pass.dependent = product_of(pass.dependent, pass.dependent_mask);
  arc_bilinear.forward(pass.dependent.data(), n, pass.left_exact.data());
  pass.left = pass.left_exact;
  arc_left.pass(pass.left);
  arc_head.forward(pass.top.data(), n, pass.right_exact.data());
  rectify(pass.right_exact);
  pass.right = pass.right_exact;
  arc_right.pass(pass.right);
  pass.head_mask = mask(pass.right.size(), dropout);
  pass.right = product_of(pass.right, pass.head_mask);
  pass.root = root.value;
  if (arc_right.frozen()) arc_right.pass(pass.root);
}

// Row d, column h: how well word h + 1... column 0 is the root. A word is no head of its own.
static void arc_scores(const Batch& batch, std::size_t s, std::size_t arc, const Floats& left, const Floats& right,
                       const Floats& root, const Floats& distance, Floats& scores) {
  const std::size_t begin = batch.bounds[s];
  const std::size_t n = batch.bounds[s + 1] - begin;
  scores.resize(n * (n + 1));
  multiply(n, n, arc, {left.data() + begin * arc, arc, 1}, transposed({right.data() + begin * arc, arc, 1}), scores.data() + 1,
           n + 1, false);
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores.data() + d * (n + 1);
    row[0] = std::inner_product(root.begin(), root.end(), left.begin() + static_cast<std::ptrdiff_t>((begin + d) * arc), 0.0F);
    for (std::size_t h = 0; h <= n; ++h) row[h] += distance[distance_row(d + 1, h)];
    row[d + 1] = -1e9F;
  }
}

void Network::learn_arcs(const Batch& batch, Pass& pass, Losses& losses) {
  const std::size_t arc = shape.arc;
  const float weight = 1 / static_cast<float>(batch.size());
  Floats d_left(pass.left.size());
  Floats d_right(pass.right.size());
  Floats scores;
  for (std::size_t s = 0; s + 1 < batch.bounds.size(); ++s) {
    const std::size_t begin = batch.bounds[s];
    const std::size_t n = batch.bounds[s + 1] - begin;
    arc_scores(batch, s, arc, pass.left, pass.right, pass.root, distance.value, scores);
    for (std::size_t d = 0; d < n; ++d) {
      float* row = scores.data() + d * (n + 1);
      losses.arc += softmax_loss(row, n + 1, static_cast<std::size_t>(batch.heads[begin + d]), weight);
      for (std::size_t h = 0; h <= n; ++h)
        if (h != d + 1) distance.gradient[distance_row(d + 1, h)] += row[h];
      const float* left = pass.left.data() + (begin + d) * arc;
      float* to = d_left.data() + (begin + d) * arc;
      for (std::size_t i = 0; i < arc; ++i) {
        root.gradient[i] += row[0] * left[i];
        to[i] += row[0] * pass.root[i];
      }
    }
    const MatrixView d_scores{scores.data() + 1, n + 1, 1};
    multiply(n, arc, n, d_scores, {pass.right.data() + begin * arc, arc, 1}, d_left.data() + begin * arc, arc, true);
    multiply(n, arc, n, transposed(d_scores), {pass.left.data() + begin * arc, arc, 1}, d_right.data() + begin * arc, arc, true);
  }
  d_right = product_of(d_right, pass.head_mask);
  arc_right.back(pass.right_exact, d_right);
  rectify_back(pass.right_exact, d_right);
  arc_head.backward(pass.top.data(), batch.size(), d_right.data(), pass.d_top.data());
  arc_left.back(pass.left_exact, d_left);
  Floats d_dependent(pass.dependent.size());
  arc_bilinear.backward(pass.dependent.data(), batch.size(), d_left.data(), d_dependent.data());
  d_dependent = product_of(d_dependent, pass.dependent_mask);
  arc_inner.back(pass.dependent_exact, d_dependent);
  rectify_back(pass.dependent_exact, d_dependent);
  arc_dependent.backward(pass.top.data(), batch.size(), d_dependent.data(), pass.d_top.data());
}

void Network::learn_tags(const Batch& batch, Pass& pass, Losses& losses) {
  const std::size_t n = batch.size();
  Floats scores(n * shape.tags);
  tag.forward(pass.tag_in.data(), n, scores.data());
  const float weight = 1 / static_cast<float>(n);
  for (std::size_t t = 0; t < n; ++t) {
    float* row = scores.data() + t * shape.tags;
    if (batch.tags[t] == unknown_class)
      std::fill_n(row, shape.tags, 0.0F);
    else
      losses.tag += softmax_loss(row, shape.tags, batch.tags[t], weight);
  }
  Floats d_in(pass.tag_in.size());
  tag.backward(pass.tag_in.data(), n, scores.data(), d_in.data());
  add_masked(pass.d_out[shape.tag_layer()], d_in, pass.tag_mask);
}

// The row of each word's head in the batch; no_row for the root.
static std::vector<std::uint32_t> head_rows(const Batch& batch, const std::vector<std::int32_t>& heads) {
  std::vector<std::uint32_t> rows(batch.size(), no_row);
  for (std::size_t s = 0; s + 1 < batch.bounds.size(); ++s)
    for (std::size_t t = batch.bounds[s]; t < batch.bounds[s + 1]; ++t)
      if (heads[t] != 0) rows[t] = batch.bounds[s] + static_cast<std::uint32_t>(heads[t]) - 1;
  return rows;
}

static Floats label_inner_of(const Floats& dependent, const Floats& head, const std::vector<std::uint32_t>& rows,
                             std::size_t hidden) {
  Floats inner = dependent;
  for (std::size_t t = 0; t < rows.size(); ++t)
    if (rows[t] != no_row)
      for (std::size_t i = 0; i < hidden; ++i) inner[t * hidden + i] += head[rows[t] * hidden + i];
  rectify(inner);
  return inner;
}

void Network::learn_labels(const Batch& batch, float dropout, Pass& pass, Losses& losses) {
  const std::size_t n = batch.size();
  const std::size_t hidden = shape.hidden;
  Floats dependent(n * hidden);
  Floats head(n * hidden);
  label_dependent.forward(pass.top.data(), n, dependent.data());
  label_head.forward(pass.top.data(), n, head.data());
  const auto rows = head_rows(batch, batch.heads);
  const Floats exact = label_inner_of(dependent, head, rows, hidden);
  Floats inner = exact;
  label_inner.pass(inner);
  pass.label_mask = mask(inner.size(), dropout);
  inner = product_of(inner, pass.label_mask);
  Floats scores(n * shape.labels);
  label.forward(inner.data(), n, scores.data());
  for (std::size_t t = 0; t < n; ++t) {
    float* row = scores.data() + t * shape.labels;
    if (rows[t] == no_row || batch.labels[t] == unknown_class)
      std::fill_n(row, shape.labels, 0.0F);
    else
      losses.label += softmax_loss(row, shape.labels, batch.labels[t], 1 / static_cast<float>(n));
  }
  Floats d_inner(inner.size());
  label.backward(inner.data(), n, scores.data(), d_inner.data());
  d_inner = product_of(d_inner, pass.label_mask);
  label_inner.back(exact, d_inner);
  rectify_back(exact, d_inner);
  Floats d_head(head.size());
  for (std::size_t t = 0; t < n; ++t)
    if (rows[t] != no_row)
      for (std::size_t i = 0; i < hidden; ++i) d_head[rows[t] * hidden + i] += d_inner[t * hidden + i];
  label_dependent.backward(pass.top.data(), n, d_inner.data(), pass.d_top.data());
  label_head.backward(pass.top.data(), n, d_head.data(), pass.d_top.data());
}

void Network::back(const Batch& batch, Pass& pass) {
  add_masked(pass.d_out.back(), pass.d_top, pass.top_mask);
  for (std::size_t l = layers.size(); l-- > 0;) {
    Floats d_dropped(pass.dropped[l].size());
    Floats unused;
    layers[l].backward(pass.dropped[l], l == 0 ? pass.input : pass.out[l - 1], batch.bounds, pass.d_out[l], d_dropped,
                       l == 0 ? unused : pass.d_out[l - 1]);
    if (l > 0) {
      add_masked(pass.d_out[l - 1], d_dropped, pass.masks[l]);
      continue;
    }
    Floats d_input = product_of(d_dropped, pass.masks[0]);
    input.back(pass.input_exact, d_input);
    for (std::size_t t = 0; t < batch.size(); ++t) {
      const float* from = d_input.data() + t * shape.width;
      const auto add = [&](float* to) {
        for (std::size_t i = 0; i < shape.width; ++i) to[i] += from[i];
      };
      if (batch.words[t] != no_row) add(words.gradient(batch.words[t]));
      for (const std::uint32_t piece : *batch.pieces[t]) add(pieces.gradient(piece));
    }
  }
}

void Network::step(AdamStep by) {
  constexpr double longest = 2;
  double square = words.square() + pieces.square();
  std::vector<Tensor*> dense = tensors();
  dense.erase(dense.begin(), dense.begin() + 2);
  for (const Tensor* t : dense) square += t->square();
  by.scale = square > longest * longest ? static_cast<float>(longest / std::sqrt(square)) : 1;
  words.step(by);
  pieces.step(by);
  for (Tensor* t : dense) t->step(by);
}

void Network::refresh() {
  for (Recurrence& r : layers) r.refresh(quantised_);
  for (Linear* l : {&tag, &arc_dependent, &arc_bilinear, &arc_head, &label_dependent, &label_head, &label}) l->refresh(quantised_);
}

Losses Network::learn(const Batch& batch, float dropout, AdamStep by) {
  refresh();
  Pass pass;
  Losses losses;
  encode(batch, dropout, pass);
  arcs(batch, dropout, pass);
  learn_tags(batch, pass, losses);
  learn_arcs(batch, pass, losses);
  learn_labels(batch, dropout, pass, losses);
  back(batch, pass);
  step(by);
  return losses;
}

Opinions Network::look(const Batch& batch) {
  refresh();
  Pass pass;
  encode(batch, 0, pass);
  arcs(batch, 0, pass);
  Opinions opinions;
  opinions.tags.resize(batch.size() * shape.tags);
  tag.forward(pass.tag_in.data(), batch.size(), opinions.tags.data());
  for (std::size_t s = 0; s + 1 < batch.bounds.size(); ++s) {
    opinions.arcs.emplace_back();
    arc_scores(batch, s, shape.arc, pass.left, pass.right, pass.root, distance.value, opinions.arcs.back());
  }
  opinions.label_dependent.resize(batch.size() * shape.hidden);
  opinions.label_head.resize(batch.size() * shape.hidden);
  label_dependent.forward(pass.top.data(), batch.size(), opinions.label_dependent.data());
  label_head.forward(pass.top.data(), batch.size(), opinions.label_head.data());
  return opinions;
}

std::vector<float> Network::label_scores(const Opinions& opinions, const Batch& batch, const std::vector<std::int32_t>& heads) {
  Floats inner = label_inner_of(opinions.label_dependent, opinions.label_head, head_rows(batch, heads), shape.hidden);
  label_inner.pass(inner);
  Floats scores(batch.size() * shape.labels);
  label.forward(inner.data(), batch.size(), scores.data());
  return scores;
}

void Network::quantise() {
  quantised_ = true;
  words.quantise();
  pieces.quantise();
  for (Activation* a : activations()) a->freeze();
}

}  // namespace entente
