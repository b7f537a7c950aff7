// What is learned: tensors with their gradients, and Adam (Kingma and Ba 2015).
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace entente {

struct AdamStep {
  float rate = 0.002F;
  float scale = 1;  // of the gradients, to clip them
  std::uint64_t number = 1;
};

class Tensor {
 public:
  Tensor() = default;
  explicit Tensor(std::size_t size) : value(size), gradient(size), first_(size), second_(size) {}
  void fill(std::mt19937& random, float limit);  // uniformly in [-limit, limit]
  double square() const;                         // of the gradient
  void step(const AdamStep& by) { step_part(by, 0, value.size()); }
  void step_part(const AdamStep& by, std::size_t begin, std::size_t end);  // also clears that part's gradient

  std::vector<float> value, gradient;

 private:
  std::vector<float> first_, second_;
};

// Rows of which a batch touches few.
class Table {
 public:
  Table() = default;
  Table(std::size_t rows, std::size_t width) : tensor(rows * width), width_(width), touched_(rows) {}
  const float* row(std::size_t r) const { return used_.empty() ? tensor.value.data() + r * width_ : used_.data() + r * width_; }
  float* gradient(std::size_t r);
  double square() const;
  void step(const AdamStep& by);
  std::size_t width() const { return width_; }
  std::size_t rows() const { return touched_.size(); }
  // From now on rows are seen in steps of eight bits.
  void quantise();
  float scale() const { return scale_; }

  Tensor tensor;

 private:
  void round_row(std::size_t r);
  std::size_t width_ = 0;
  std::vector<std::uint8_t> touched_;
  std::vector<std::uint32_t> rows_;  // touched by this batch
  std::vector<float> used_;
  float scale_ = 0;
};

// y = W x + b. Once quantised, W is seen in steps of eight bits, a scale a row.
class Linear {
 public:
  Linear() = default;
  Linear(std::size_t outputs, std::size_t inputs, std::mt19937& random);
  void refresh(bool quantised);  // before a batch
  void forward(const float* x, std::size_t rows, float* y) const;
  // Adds to dx unless it is null, and to the gradients.
  void backward(const float* x, std::size_t rows, const float* dy, float* dx);
  std::size_t outputs() const { return bias.value.size(); }
  std::size_t inputs() const { return weight.value.size() / bias.value.size(); }
  float row_scale(std::size_t row) const;

  Tensor weight, bias;

 private:
  const float* used() const { return rounded_.empty() ? weight.value.data() : rounded_.data(); }
  std::vector<float> rounded_;
};

// Values in steps of eight bits with one scale, which follows the values until it is frozen.
class Activation {
 public:
  void see(const std::vector<float>& values);
  void freeze() { frozen_ = true; }
  bool frozen() const { return frozen_; }
  float scale() const { return limit_ / 127; }
  // Rounds if frozen; otherwise watches.
  void pass(std::vector<float>& values);
  // Clears gradients of values that were clipped.
  void back(const std::vector<float>& values, std::vector<float>& gradients) const;

  float limit_ = 0;

 private:
  bool frozen_ = false;
};

}  // namespace entente
