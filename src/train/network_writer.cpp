#include <algorithm>
#include <cmath>
#include <cstring>

#include "annotate/product.hpp"
#include "train/trainer.hpp"

namespace entente {

namespace {

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::int8_t eight_bits(float value, float scale) {
  return static_cast<std::int8_t>(std::min(127.0F, std::max(-127.0F, std::nearbyint(value * (1 / scale)))));
}

std::vector<std::int8_t> eight_bits(const std::vector<float>& values, float scale) {
  std::vector<std::int8_t> out;
  out.reserve(values.size());
  for (const float v : values) out.push_back(eight_bits(v, scale));
  return out;
}

// The parts in the order that Net::load reads.
class Parts {
 public:
  template <typename T>
  void add(const std::vector<T>& values) {
    bytes_.resize((bytes_.size() + 63) / 64 * 64, '\0');
    bytes_ += bytes_of(values);
  }
  // `input_scale` of the bytes that come in.
  void add(const Linear& linear, float input_scale) {
    const std::size_t inputs = linear.inputs();
    std::vector<std::int8_t> weights(packed_size(linear.outputs(), inputs), 0);
    std::vector<float> scales(padded(linear.outputs()), 0.0F);
    std::vector<float> biases(padded(linear.outputs()), 0.0F);
    for (std::size_t o = 0; o < linear.outputs(); ++o) {
      const float scale = linear.row_scale(o);
      for (std::size_t i = 0; i < inputs; ++i)
        weights[packed_place(o, i, inputs)] = eight_bits(linear.weight.value[o * inputs + i], scale);
      scales[o] = scale * input_scale;
      biases[o] = linear.bias.value[o];
    }
    add(weights), add(scales), add(biases);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

ModelSections network_sections(TrainedNetwork& trained) {
  Network& n = trained.network;
  if (!n.quantised()) n.quantise();
  Parts parts;
  parts.add(trained.inventory.words);
  parts.add(eight_bits(n.words.tensor.value, n.words.scale()));
  parts.add(eight_bits(n.pieces.tensor.value, n.pieces.scale()));
  std::vector<float> scales = {n.words.scale(),    n.pieces.scale(),    n.input.scale(),      n.arc_inner.scale(),
                               n.arc_left.scale(), n.arc_right.scale(), n.label_inner.scale()};
  for (const Recurrence& r : n.layers) scales.push_back(r.activation.scale());
  parts.add(scales);
  for (std::size_t l = 0; l < n.layers.size(); ++l) {
    parts.add(n.layers[l].product, l == 0 ? n.input.scale() : n.layers[l - 1].activation.scale());
    parts.add(n.layers[l].forget_by.value);
    parts.add(n.layers[l].reset_by.value);
  }
  const float top = n.layers.back().activation.scale();
  parts.add(n.tag, n.layers[n.shape.tag_layer()].activation.scale());
  parts.add(n.arc_dependent, top);
  parts.add(n.arc_bilinear, n.arc_inner.scale());
  parts.add(n.arc_head, top);
  parts.add(n.label_dependent, top);
  parts.add(n.label_head, top);
  parts.add(n.label, n.label_inner.scale());
  parts.add(eight_bits(n.root.value, n.arc_right.scale()));
  parts.add(n.distance.value);
  return {{"tags", joined(trained.inventory.tags)},
          {"labels", joined(trained.inventory.labels)},
          {"shape", bytes_of(std::vector<NetShape>{n.shape})},
          {"network", parts.take()}};
}

}  // namespace entente
