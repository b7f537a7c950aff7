#include "train/parameters.hpp"

#include <algorithm>
#include <cmath>

#include "base/clones.hpp"
#include "train/matrix.hpp"

namespace entente {

namespace {

ENTENTE_CLONES void adam(std::size_t n, float* value, float* gradient, float* first, float* second, float rate, float scale,
                         float decay1, float decay2) {
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) {
    const float g = gradient[i] * scale;
    gradient[i] = 0;
    first[i] = decay1 * first[i] + (1 - decay1) * g;
    second[i] = decay2 * second[i] + (1 - decay2) * g * g;
    value[i] -= rate * first[i] / (std::sqrt(second[i]) + 1e-8F);
  }
}

ENTENTE_CLONES void round_all(std::size_t n, float* values, float scale) {
  const float inverse = 1 / scale;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) values[i] = scale * std::min(127.0F, std::max(-127.0F, std::nearbyint(values[i] * inverse)));
}

}  // namespace

void Tensor::fill(std::mt19937& random, float limit) {
  // mt19937's numbers are the same everywhere; the standard's distributions are not.
  for (float& v : value) v = limit * (static_cast<float>(random() >> 8) / 8388608.0F - 1);
}

double Tensor::square() const {
  double sum = 0;
  for (const float g : gradient) sum += static_cast<double>(g) * static_cast<double>(g);
  return sum;
}

void Tensor::step_part(const AdamStep& by, std::size_t begin, std::size_t end) {
  constexpr float decay1 = 0.9F;
  constexpr float decay2 = 0.95F;
  const float correction =
      std::sqrt(1 - std::pow(decay2, static_cast<float>(by.number))) / (1 - std::pow(decay1, static_cast<float>(by.number)));
  adam(end - begin, value.data() + begin, gradient.data() + begin, first_.data() + begin, second_.data() + begin,
       by.rate * correction, by.scale, decay1, decay2);
}

float* Table::gradient(std::size_t r) {
  if (touched_[r] == 0) {
    touched_[r] = 1;
    rows_.push_back(static_cast<std::uint32_t>(r));
  }
  return tensor.gradient.data() + r * width_;
}

double Table::square() const {
  double sum = 0;
  for (const std::uint32_t r : rows_)
    for (std::size_t i = 0; i < width_; ++i) {
      const double g = tensor.gradient[r * width_ + i];
      sum += g * g;
    }
  return sum;
}

void Table::step(const AdamStep& by) {
  for (const std::uint32_t r : rows_) {
    tensor.step_part(by, r * width_, (r + 1) * width_);
    touched_[r] = 0;
    if (!used_.empty()) round_row(r);
  }
  rows_.clear();
}

void Table::quantise() {
  std::vector<float> sizes;
  sizes.reserve(tensor.value.size());
  for (const float v : tensor.value) sizes.push_back(std::abs(v));
  // The few largest are clipped.
  const std::size_t at = sizes.size() - 1 - sizes.size() / 50000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
  scale_ = std::max(sizes[at], 1e-6F) / 127;
  used_ = tensor.value;
  round_all(used_.size(), used_.data(), scale_);
}

void Table::round_row(std::size_t r) {
  for (std::size_t i = 0; i < width_; ++i) used_[r * width_ + i] = tensor.value[r * width_ + i];
  round_all(width_, used_.data() + r * width_, scale_);
}

Linear::Linear(std::size_t outputs, std::size_t inputs, std::mt19937& random) : weight(outputs * inputs), bias(outputs) {
  weight.fill(random, std::sqrt(3.0F / static_cast<float>(inputs)));
}

float Linear::row_scale(std::size_t row) const {
  const std::size_t n = inputs();
  float most = 1e-9F;
  for (std::size_t i = 0; i < n; ++i) most = std::max(most, std::abs(weight.value[row * n + i]));
  return most / 127;
}

void Linear::refresh(bool quantised) {
  if (!quantised) return;
  rounded_ = weight.value;
  const std::size_t n = inputs();
  for (std::size_t row = 0; row < outputs(); ++row) round_all(n, rounded_.data() + row * n, row_scale(row));
}

void Linear::forward(const float* x, std::size_t rows, float* y) const {
  const std::size_t n = outputs();
  for (std::size_t r = 0; r < rows; ++r) std::copy(bias.value.begin(), bias.value.end(), y + r * n);
  multiply(rows, n, inputs(), {x, inputs(), 1}, transposed({used(), inputs(), 1}), y, n, true);
}

void Linear::backward(const float* x, std::size_t rows, const float* dy, float* dx) {
  const std::size_t n = outputs();
  multiply(n, inputs(), rows, transposed({dy, n, 1}), {x, inputs(), 1}, weight.gradient.data(), inputs(), true);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t i = 0; i < n; ++i) bias.gradient[i] += dy[r * n + i];
  if (dx != nullptr) multiply(rows, inputs(), n, {dy, n, 1}, {used(), inputs(), 1}, dx, inputs(), true);
}

void Activation::see(const std::vector<float>& values) {
  if (values.empty()) return;
  float most = 0;
  double square = 0;
  for (const float v : values) {
    most = std::max(most, std::abs(v));
    square += static_cast<double>(v) * static_cast<double>(v);
  }
  const float spread = static_cast<float>(std::sqrt(square / static_cast<double>(values.size())));
  const float now = std::max(1e-6F, std::min(most, 8 * spread));
  limit_ = limit_ == 0 ? now : 0.98F * limit_ + 0.02F * now;
}

void Activation::pass(std::vector<float>& values) {
  if (frozen_)
    round_all(values.size(), values.data(), scale());
  else
    see(values);
}

void Activation::back(const std::vector<float>& values, std::vector<float>& gradients) const {
  if (!frozen_) return;
  const float edge = 126.9F * scale();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::abs(values[i]) > edge) gradients[i] = 0;
}

}  // namespace entente
