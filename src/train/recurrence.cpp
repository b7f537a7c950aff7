#include "train/recurrence.hpp"

#include "base/clones.hpp"

namespace entente {

namespace {

// One word of one direction; `before` is the state of the word before it.
struct Step {
  std::size_t units;
  const float *u, *skip, *before, *forget_by, *reset_by;
  float *forget, *reset, *state, *output;
};

ENTENTE_CLONES void step_forward(const Step& s) {
  const std::size_t n = s.units;
  const float* u = s.u;
  const float* skip = s.skip;
  const float* before = s.before;
  const float* forget_by = s.forget_by;
  const float* reset_by = s.reset_by;
  float* forget = s.forget;
  float* reset = s.reset;
  float* state = s.state;
  float* output = s.output;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) {
    const float f = squash(u[n + i] + forget_by[i] * before[i]);
    const float r = squash(u[2 * n + i] + reset_by[i] * before[i]);
    const float c = u[i] + f * (before[i] - u[i]);
    forget[i] = f;
    reset[i] = r;
    state[i] = c;
    output[i] = skip[i] + r * (c - skip[i]);
  }
}

struct BackStep {
  std::size_t units;
  const float *u, *skip, *before, *forget_by, *reset_by, *forget, *reset, *state, *d_output;
  float *du, *d_skip, *d_state, *d_forget_by, *d_reset_by;  // d_state: from the word after, becomes that for the word before
};

// The slope of squash where it has the value y.
inline float slope(float y) {
  const float q = y * (1 - y);
  return 4 * q * std::sqrt(q);
}

ENTENTE_CLONES void step_backward(const BackStep& s) {
  const std::size_t n = s.units;
  const float* u = s.u;
  const float* skip = s.skip;
  const float* before = s.before;
  const float* forget = s.forget;
  const float* reset = s.reset;
  const float* state = s.state;
  const float* d_output = s.d_output;
  const float* forget_by = s.forget_by;
  const float* reset_by = s.reset_by;
  float* du = s.du;
  float* d_skip = s.d_skip;
  float* d_state = s.d_state;
  float* d_forget_by = s.d_forget_by;
  float* d_reset_by = s.d_reset_by;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) {
    const float f = forget[i];
    const float r = reset[i];
    const float d = d_output[i];
    const float dr = d * (state[i] - skip[i]) * slope(r);
    const float dc = d * r + d_state[i];
    const float df = dc * (before[i] - u[i]) * slope(f);
    d_skip[i] += d * (1 - r);
    du[i] = dc * (1 - f);
    du[n + i] = df;
    du[2 * n + i] = dr;
    d_state[i] = dc * f + df * forget_by[i] + dr * reset_by[i];
    d_forget_by[i] += df * before[i];
    d_reset_by[i] += dr * before[i];
  }
}

}  // namespace

Recurrence::Recurrence(const NetShape& shape, std::size_t layer, std::mt19937& random)
    : product(shape.outputs(layer), shape.inputs(layer), random),
      forget_by(shape.both()),
      reset_by(shape.both()),
      units_(shape.units),
      gates_(shape.gates(layer)) {
  forget_by.fill(random, 0.5F);
  reset_by.fill(random, 0.5F);
}

const std::vector<float>& Recurrence::forward(const std::vector<float>& dropped, const std::vector<float>& whole,
                                              const Bounds& bounds) {
  const std::size_t rows = bounds.back();
  const std::size_t both = 2 * units_;
  const std::size_t wide = gates_ * both;
  u_.resize(rows * wide);
  forget_.resize(rows * both), reset_.resize(rows * both), state_.resize(rows * both), exact_.resize(rows * both);
  product.forward(dropped.data(), rows, u_.data());
  const std::vector<float> none(units_);
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t s = 0; s + 1 < bounds.size(); ++s) {
      const float* before = none.data();
      for (std::size_t k = bounds[s]; k < bounds[s + 1]; ++k) {
        const std::size_t t = side == 0 ? k : bounds[s + 1] - 1 - (k - bounds[s]);
        const float* u = u_.data() + t * wide + side * gates_ * units_;
        const std::size_t at = t * both + side * units_;
        step_forward({units_, u, gates_ == 4 ? u + 3 * units_ : whole.data() + at, before, forget_by.value.data() + side * units_,
                      reset_by.value.data() + side * units_, forget_.data() + at, reset_.data() + at, state_.data() + at,
                      exact_.data() + at});
        before = state_.data() + at;
      }
    }
  output_ = exact_;
  activation.pass(output_);
  return output_;
}

void Recurrence::backward(const std::vector<float>& dropped, const std::vector<float>& whole, const Bounds& bounds,
                          std::vector<float>& d_output, std::vector<float>& d_dropped, std::vector<float>& d_whole) {
  const std::size_t rows = bounds.back();
  const std::size_t both = 2 * units_;
  const std::size_t wide = gates_ * both;
  activation.back(exact_, d_output);
  du_.assign(rows * wide, 0);
  const std::vector<float> none(units_);
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t s = 0; s + 1 < bounds.size(); ++s) {
      std::vector<float> d_state(units_);
      for (std::size_t k = bounds[s + 1]; k-- > bounds[s];) {
        const std::size_t t = side == 0 ? k : bounds[s + 1] - 1 - (k - bounds[s]);
        const std::size_t at = t * both + side * units_;
        const std::size_t previous = side == 0 ? at - both : at + both;
        const std::size_t in_u = t * wide + side * gates_ * units_;
        const float* u = u_.data() + in_u;
        float* du = du_.data() + in_u;
        step_backward({units_, u, gates_ == 4 ? u + 3 * units_ : whole.data() + at,
                       k == bounds[s] ? none.data() : state_.data() + previous, forget_by.value.data() + side * units_,
                       reset_by.value.data() + side * units_, forget_.data() + at, reset_.data() + at, state_.data() + at,
                       d_output.data() + at, du, gates_ == 4 ? du + 3 * units_ : d_whole.data() + at, d_state.data(),
                       forget_by.gradient.data() + side * units_, reset_by.gradient.data() + side * units_});
      }
    }
  product.backward(dropped.data(), rows, du_.data(), d_dropped.data());
}

}  // namespace entente
