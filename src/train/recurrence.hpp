// One layer of simple recurrent units in both directions, with its gradients. Values of words lie in rows, sentences
// one after another.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "annotate/net_shape.hpp"
#include "train/parameters.hpp"

namespace entente {

// Where the sentences of a batch begin; the last entry is the end of all.
using Bounds = std::vector<std::uint32_t>;

class Recurrence {
 public:
  Recurrence() = default;
  Recurrence(const NetShape& shape, std::size_t layer, std::mt19937& random);

  void refresh(bool quantised) { product.refresh(quantised); }
  // `dropped` is the input of the product, `whole` that of the shortcut (above the first layer).
  const std::vector<float>& forward(const std::vector<float>& dropped, const std::vector<float>& whole, const Bounds& bounds);
  // Adds to the gradients of both inputs; that of `whole` is unused in the first layer.
  void backward(const std::vector<float>& dropped, const std::vector<float>& whole, const Bounds& bounds,
                std::vector<float>& d_output, std::vector<float>& d_dropped, std::vector<float>& d_whole);

  Linear product;              // rows: direction, gate, unit
  Tensor forget_by, reset_by;  // how the last state turns the gates, a weight a unit
  Activation activation;       // of the output

 private:
  std::size_t units_ = 0, gates_ = 0;
  std::vector<float> u_, du_, forget_, reset_, state_, exact_, output_;
};

}  // namespace entente
