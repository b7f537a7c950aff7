#include "annotate/parse_features.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr std::uint64_t outside = 0x0DD;

// Reads words, tags and labels by position, -1 meaning nothing.
struct View {
  const ParseInput& input;
  const ParseState& state;

  std::uint64_t w(std::int32_t i) const { return valid(i) ? input.words[static_cast<std::size_t>(i)].lower : outside; }
  std::uint64_t t(std::int32_t i) const { return valid(i) ? input.tags[static_cast<std::size_t>(i)] + 1U : 0; }
  std::uint64_t c(std::int32_t i) const { return valid(i) ? input.coarse[static_cast<std::size_t>(i)] + 1U : 0; }
  std::uint64_t l(std::int32_t i) const { return i > 0 ? state.label(static_cast<std::size_t>(i)) + 1U : 0; }
  bool valid(std::int32_t i) const { return i >= 0 && i < static_cast<std::int32_t>(input.words.size()); }
};

std::uint64_t distance(std::int32_t a, std::int32_t b) {
  if (a < 0 || b < 0) return 0;
  const int d = std::abs(a - b);
  return static_cast<std::uint64_t>(d < 5 ? d : d < 8 ? 5 : d < 13 ? 6 : 7);
}

// What lies between two words: commas, verbs, conjunctions, quotation marks (capped counts).
std::uint64_t between(const ParseInput& input, std::int32_t a, std::int32_t b) {
  if (a < 0 || b < 0) return 0;
  constexpr std::uint8_t cconj = 4;
  constexpr std::uint8_t punct = 12;
  constexpr std::uint8_t verb = 15;
  unsigned counts[3] = {};
  for (std::int32_t i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
    const std::uint8_t coarse = input.coarse[static_cast<std::size_t>(i)];
    if (coarse == punct) ++counts[0];
    if (coarse == verb) ++counts[1];
    if (coarse == cconj) ++counts[2];
  }
  return std::min(counts[0], 3U) * 16 + std::min(counts[1], 3U) * 4 + std::min(counts[2], 3U);
}

class Adder {
 public:
  explicit Adder(FeatureHashes& out) : out_(out) { out_.clear(); }
  void operator()(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0, std::uint64_t e = 0) {
    out_.push_back(mix(mix(mix(mix(mix(++number_, a), b), c), d), e));
  }

 private:
  FeatureHashes& out_;
  std::uint64_t number_ = 0;
};

}  // namespace

void action_features(const ParseInput& input, const ParseState& state, FeatureHashes& out) {
  const View v{input, state};
  const std::int32_t s0 = state.stack(0), s1 = state.stack(1), s2 = state.stack(2);
  const std::int32_t b0 = state.buffer(0), b1 = state.buffer(1), b2 = state.buffer(2);
  const std::uint64_t s0w = v.w(s0), s1w = v.w(s1), b0w = v.w(b0), b1w = v.w(b1);
  const std::uint64_t s0t = v.t(s0), s1t = v.t(s1), s2t = v.t(s2), b0t = v.t(b0), b1t = v.t(b1), b2t = v.t(b2);
  const std::int32_t s0l = state.left_child(s0), s0r = state.right_child(s0), s0l2 = state.left_child(s0, 1),
                     s0r2 = state.right_child(s0, 1);
  const std::int32_t s1l = state.left_child(s1), s1r = state.right_child(s1), b0l = state.left_child(b0),
                     b0l2 = state.left_child(b0, 1);
  const std::uint64_t gap = distance(s0, b0), gap1 = distance(s1, s0);
  Adder add(out);
  add(1);
  for (const std::int32_t i : {s0, s1, s2, b0, b1, b2}) {
    add(v.w(i));
    add(v.t(i));
    add(v.w(i), v.t(i));
  }
  add(s0w, b0w), add(s0w, s0t, b0t), add(s0t, b0w, b0t), add(s0t, b0t), add(s0w, b0t), add(s0t, b0w);
  add(s1w, s0w), add(s1t, s0t), add(s1w, s0t), add(s1t, s0w), add(s1w, s1t, s0t), add(s1t, s0w, s0t);
  add(b0t, b1t), add(b0w, b1t), add(b0t, b1w), add(b0w, b1w), add(s0t, b1t), add(s0w, b1w), add(s1t, b0t), add(s1w, b0w),
      add(s1w, b0t), add(s1t, b0w);
  add(s0t, b0t, b1t), add(s0w, b0t, b1t), add(s1t, s0t, b0t), add(s1w, s0t, b0t), add(s1t, s0w, b0t), add(s1t, s0t, b0w),
      add(s2t, s1t, s0t), add(b0t, b1t, b2t);
  add(s1t, s0t, b0t, b1t), add(s2t, s1t, s0t, b0t);
  add(s0t, v.t(s0l), b0t), add(s0t, v.t(s0r), b0t), add(s0t, b0t, v.t(b0l)), add(s1t, v.t(s1r), s0t), add(s1t, s0t, v.t(s0l)),
      add(s1t, s0t, v.t(s0r));
  add(s1t, v.t(s1l), s0t), add(s0w, v.t(s0r), b0t), add(s0t, v.t(s0l), v.t(s0l2)), add(s0t, v.t(s0r), v.t(s0r2)),
      add(b0t, v.t(b0l), v.t(b0l2));
  add(gap, s0t), add(gap, b0t), add(gap, s0t, b0t), add(gap, s0w), add(gap, b0w), add(gap1, s1t, s0t), add(gap1, s1w),
      add(gap1, s0w);
  const std::uint64_t s0vl = state.left_count(s0), s0vr = state.right_count(s0), s1vr = state.right_count(s1),
                      b0vl = state.left_count(b0);
  add(s0t, s0vl), add(s0t, s0vr), add(s0w, s0vr), add(s0w, s0vl), add(s1t, s1vr), add(s1w, s1vr), add(b0t, b0vl), add(b0w, b0vl);
  add(s0t, v.l(s0l)), add(s0t, v.l(s0r)), add(s1t, v.l(s1r)), add(b0t, v.l(b0l)), add(s0w, v.l(s0r)), add(s1w, v.l(s1r)),
      add(s0w, v.l(s0l)), add(b0w, v.l(b0l));
  add(s0t, v.l(s0r), v.l(s0r2)), add(s1t, v.l(s1l), v.l(s1r)), add(s0t, v.l(s0l), v.l(s0l2)), add(s0t, v.l(s0l), v.l(s0r), b0t),
      add(s1t, v.l(s1l), v.l(s1r), s0t);
  add(s0w, v.w(s0l)), add(s0w, v.w(s0r)), add(s1w, v.w(s1r)), add(s0t, v.w(s0l), b0t), add(s1t, v.w(s0l), s0t),
      add(s1w, v.w(s0l), s0t);
  add(between(input, s0, b0), s0t, b0t), add(between(input, s1, s0), s1t, s0t), add(between(input, s1, b0), s1t, b0t);
  add(v.c(s1), v.c(s0), v.c(b0), v.c(b1)), add(v.c(s2), v.c(s1), v.c(s0), v.c(b0));
  add(b0 < 0 ? 1 : 0, state.stack(3) < 0 ? 1 : 0, s0t, s1t);
}

void label_features(const ParseInput& input, const ParseState& state, std::size_t child, FeatureHashes& out) {
  const View v{input, state};
  const auto d = static_cast<std::int32_t>(child);
  const std::int32_t h = state.head(child);
  const std::uint64_t side = d < h ? 1 : 2;
  const std::uint64_t dw = v.w(d), hw = v.w(h), dt = v.t(d), ht = v.t(h);
  const std::int32_t dl = state.left_child(d), dr = state.right_child(d), dl2 = state.left_child(d, 1);
  // The child of the head that was attached just before this one, on the same side.
  const std::int32_t sibling = d < h ? state.left_child(h, 1) : state.right_child(h, 1);
  const std::int32_t other = d < h ? state.right_child(h) : state.left_child(h);
  const Word& word = input.words[child];
  Adder add(out);
  add(side), add(side, dw), add(side, hw), add(side, dt), add(side, ht), add(side, dt, ht), add(side, dw, ht), add(side, dt, hw),
      add(side, dw, hw);
  add(side, dw, dt, ht), add(side, dt, hw, ht), add(side, dt, ht, distance(d, h)), add(side, dw, distance(d, h));
  add(side, v.t(d - 1), dt, ht), add(side, dt, v.t(d + 1), ht), add(side, v.w(d - 1), dt, ht), add(side, v.w(d + 1), dt, ht),
      add(side, v.w(d - 1), dw);
  add(side, dt, ht, v.t(h - 1)), add(side, dt, ht, v.t(h + 1)), add(side, dt, v.w(h + 1));
  add(side, dt, ht, v.t(dl)), add(side, dt, ht, v.t(dr)), add(side, v.w(dl), dt, ht), add(side, v.w(dl), hw),
      add(side, v.w(dl), dw), add(side, v.w(dl2), dt, ht);
  add(side, v.l(dl), dt, ht), add(side, v.l(dr), dt, ht), add(side, v.l(dl), v.l(dl2), dt), add(side, v.l(dl), hw),
      add(side, v.w(dr), dt, ht);
  add(side, v.l(sibling), dt, ht), add(side, v.l(sibling), hw), add(side, v.w(sibling), dt, ht), add(side, v.l(other), dt, ht),
      add(side, v.l(other), v.l(sibling), dt, ht);
  add(side, word.suffix[2], ht), add(side, word.suffix[1], ht), add(side, word.suffix[3], hw), add(side, word.shape, ht),
      add(side, v.valid(h) ? input.words[static_cast<std::size_t>(h)].suffix[2] : 0, dt);
  add(side, state.left_count(d), dt, ht), add(side, state.right_count(d), dt, ht), add(side, state.left_count(h), dt, ht),
      add(side, d == 1 ? 1 : 0, dt);
  add(side, between(input, d, h), dt, ht), add(side, v.t(d + 1), v.t(d + 2), dt), add(side, v.t(d - 1), v.t(d - 2), dt);
}

}  // namespace entente
