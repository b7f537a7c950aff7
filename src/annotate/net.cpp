#include "annotate/net.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "annotate/tree.hpp"
#include "annotate/word_parts.hpp"
#include "base/clones.hpp"

namespace entente {

namespace {

constexpr std::size_t at_once = 256;           // words, about, whose values the caches hold
constexpr std::size_t longest_sentence = 256;  // arcs are sought within so many words, which keeps time linear

// Eight bits of x / scale, to the nearest and then even: adding and taking away 1.5 * 2^23 rounds.
inline std::uint8_t byte_of(float x, float inverse) {
  constexpr float shift = 12582912.0F;
  const float limited = std::min(127.0F, std::max(-127.0F, x * inverse));
  return static_cast<std::uint8_t>(static_cast<std::int32_t>((limited + shift) - shift) + 128);
}

ENTENTE_CLONES void bytes_of(const float* x, std::size_t n, float inverse, bool rectify, std::uint8_t* out) {
  const float least = rectify ? 0.0F : -3e38F;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) out[i] = byte_of(std::max(least, x[i]), inverse);
}

ENTENTE_CLONES void add_row(const std::int8_t* row, std::size_t n, std::int16_t* sum) {
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) sum[i] = static_cast<std::int16_t>(sum[i] + row[i]);
}

// One word of one direction of a layer (train/recurrence.cpp has the same with gradients).
struct Step {
  std::size_t units;
  const float *u, *skip, *forget_by, *reset_by;
  float* state;  // of the word before; becomes this one's
  float inverse;
  std::uint8_t* out;
};

ENTENTE_CLONES void recur_step(const Step& s) {
  const std::size_t n = s.units;
  const float inverse = s.inverse;
  const float* u = s.u;
  const float* skip = s.skip;
  const float* forget_by = s.forget_by;
  const float* reset_by = s.reset_by;
  float* state = s.state;
  std::uint8_t* out = s.out;
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) {
    const float before = state[i];
    const float f = squash(u[n + i] + forget_by[i] * before);
    const float r = squash(u[2 * n + i] + reset_by[i] * before);
    const float c = u[i] + f * (before - u[i]);
    state[i] = c;
    out[i] = byte_of(skip[i] + r * (c - skip[i]), inverse);
  }
}

ENTENTE_CLONES void floats_of(const std::uint8_t* x, std::size_t n, float scale, float* out) {
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<float>(static_cast<std::int32_t>(x[i]) - 128) * scale;
}

ENTENTE_CLONES void add_floats(const float* a, const float* b, std::size_t n, float* out) {
  ENTENTE_INDEPENDENT
  for (std::size_t i = 0; i < n; ++i) out[i] = a[i] + b[i];
}

std::uint8_t best(const float* scores, std::size_t n) {
  return static_cast<std::uint8_t>(std::max_element(scores, scores + n) - scores);
}

}  // namespace

// Values of the words that are in work.
struct Net::Work {
  Instructions instructions;
  std::unordered_map<std::string_view, std::size_t> seen;  // form -> its row in `vectors`
  std::vector<std::uint8_t> vectors;
  std::vector<std::uint8_t> x, inner, left_bytes, right, packed_x;
  std::vector<float> u, skip, state, scores, arcs, dependent, head, ones, none;
  std::vector<std::int8_t> packed;
  std::size_t words = 0;

  float* product(const PackedMatrix& matrix, const std::uint8_t* in, std::size_t rows, std::vector<float>& out) const {
    out.resize(rows * padded(matrix.outputs));
    multiply(matrix, in, rows, out.data(), instructions);
    return out.data();
  }
};

// Goes through the parts of the network's section.
class Net::Reader {
 public:
  Reader(std::string_view bytes, std::deque<std::vector<std::int32_t>>& zeros) : bytes_(bytes), zeros_(zeros) {}
  template <typename T>
  std::span<const T> take(std::size_t count) {
    const std::size_t begin = (at_ + 63) / 64 * 64;
    if (!good_ || begin > bytes_.size() || count > (bytes_.size() - begin) / sizeof(T)) {
      good_ = false;
      return {};
    }
    at_ = begin + count * sizeof(T);
    return {reinterpret_cast<const T*>(bytes_.data() + begin), count};
  }
  PackedMatrix matrix(std::size_t outputs, std::size_t inputs) {
    PackedMatrix m;
    m.weights = take<std::int8_t>(packed_size(outputs, inputs)).data();
    m.outputs = outputs;
    m.inputs = inputs;
    m.scale = take<float>(padded(outputs));
    m.bias = take<float>(padded(outputs));
    if (good_) m.zero = zeros_.emplace_back(zero_sums(m.weights, outputs, inputs));
    return m;
  }
  bool complete() const { return good_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::deque<std::vector<std::int32_t>>& zeros_;
  std::size_t at_ = 0;
  bool good_ = true;
};

namespace {

bool sensible(const NetShape& s) {
  const auto fits = [](std::uint32_t n, std::uint32_t step) { return n > 0 && n <= 4096 && n % step == 0; };
  return s.words <= 1U << 24 && s.pieces > 0 && s.pieces <= 1U << 24 && (s.pieces & (s.pieces - 1)) == 0 && fits(s.width, 4) &&
         fits(s.units, 4) && s.layers >= 2 && s.layers <= 16 && fits(s.arc, 4) && fits(s.hidden, 4) && s.tags > 0 &&
         s.tags <= 255 && s.labels > 0 && s.labels <= 255;
}

}  // namespace

Result<Net> Net::load(std::string_view shape, std::string_view weights) {
  Net net;
  if (shape.size() != sizeof net.shape_)
    return Error{"bad-model", "this model cannot be used: the network's shape is unknown", "", 0};
  std::memcpy(&net.shape_, shape.data(), sizeof net.shape_);
  const NetShape& s = net.shape_;
  if (!sensible(s) || reinterpret_cast<std::uintptr_t>(weights.data()) % 8 != 0)
    return Error{"bad-model", "this model cannot be used: the network's shape is impossible", "", 0};
  net.zeros_ = std::make_shared<std::deque<std::vector<std::int32_t>>>();
  Reader reader(weights, *net.zeros_);
  net.keys_ = reader.take<std::uint64_t>(s.words);
  net.words_ = reader.take<std::int8_t>(std::size_t{s.words} * s.width);
  net.pieces_ = reader.take<std::int8_t>(std::size_t{s.pieces} * s.width);
  const std::span<const float> scales = reader.take<float>(7 + s.layers);
  for (std::size_t l = 0; l < s.layers; ++l) {
    Layer layer;
    layer.product = reader.matrix(s.outputs(l), s.inputs(l));
    layer.forget_by = reader.take<float>(s.both());
    layer.reset_by = reader.take<float>(s.both());
    if (!scales.empty()) layer.scale = scales[7 + l];
    net.layers_.push_back(layer);
  }
  net.tag_ = reader.matrix(s.tags, s.both());
  net.dependent_ = reader.matrix(s.arc, s.both());
  net.bilinear_ = reader.matrix(s.arc, s.arc);
  net.head_ = reader.matrix(s.arc, s.both());
  net.label_dependent_ = reader.matrix(s.hidden, s.both());
  net.label_head_ = reader.matrix(s.hidden, s.both());
  net.label_ = reader.matrix(s.labels, s.hidden);
  net.root_ = reader.take<std::int8_t>(s.arc);
  net.distance_ = reader.take<float>(distances);
  if (!reader.complete()) return Error{"bad-model", "this model cannot be used: its network has another size than it says", "", 0};
  net.word_scale_ = scales[0], net.piece_scale_ = scales[1], net.input_scale_ = scales[2];
  net.inner_scale_ = scales[3], net.left_scale_ = scales[4], net.right_scale_ = scales[5], net.label_scale_ = scales[6];
  return net;
}

// The vector of each form, once for every word that looks the same.
void Net::embed(std::span<const std::string_view> forms, Work& work) const {
  const std::size_t width = shape_.width;
  work.x.resize(forms.size() * width);
  std::vector<std::int16_t> sum(width);
  for (std::size_t t = 0; t < forms.size(); ++t) {
    const auto [found, fresh] = work.seen.try_emplace(forms[t], work.seen.size());
    if (fresh) {
      work.vectors.resize((found->second + 1) * width);
      const WordParts parts = word_parts(forms[t], shape_.pieces);
      std::fill(sum.begin(), sum.end(), std::int16_t{0});
      for (const std::uint32_t piece : parts.pieces) add_row(pieces_.data() + piece * width, width, sum.data());
      const auto key = std::lower_bound(keys_.begin(), keys_.end(), parts.key);
      const bool known = key != keys_.end() && *key == parts.key;
      const std::int8_t* word = known ? words_.data() + static_cast<std::size_t>(key - keys_.begin()) * width : nullptr;
      std::uint8_t* out = work.vectors.data() + found->second * width;
      for (std::size_t i = 0; i < width; ++i) {
        const float x = static_cast<float>(sum[i]) * piece_scale_ + (known ? static_cast<float>(word[i]) * word_scale_ : 0.0F);
        out[i] = byte_of(x, 1 / input_scale_);
      }
    }
    std::memcpy(work.x.data() + t * width, work.vectors.data() + found->second * width, width);
  }
}

void Net::recur(std::size_t layer, std::span<const std::uint32_t> bounds, Work& work) const {
  const Layer& l = layers_[layer];
  const std::size_t units = shape_.units;
  const std::size_t both = shape_.both();
  const std::size_t wide = padded(l.product.outputs);
  const std::size_t side_wide = shape_.gates(layer) * units;
  work.product(l.product, work.x.data(), work.words, work.u);
  if (layer > 0) {
    work.skip.resize(work.words * both);
    floats_of(work.x.data(), work.words * both, layers_[layer - 1].scale, work.skip.data());
  }
  work.x.resize(work.words * both);
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t s = 0; s + 1 < bounds.size(); ++s) {
      work.state.assign(units, 0);
      for (std::size_t k = bounds[s]; k < bounds[s + 1]; ++k) {
        const std::size_t t = (side == 0 ? k : bounds[s + 1] - 1 - (k - bounds[s])) - bounds[0];
        const float* u = work.u.data() + t * wide + side * side_wide;
        const std::size_t at = t * both + side * units;
        recur_step({units, u, layer == 0 ? u + 3 * units : work.skip.data() + at, l.forget_by.data() + side * units,
                    l.reset_by.data() + side * units, work.state.data(), 1 / l.scale, work.x.data() + at});
      }
    }
}

// Heads of one run of words of a sentence: `first` is its place in the batch, `n` its length.
void Net::choose_heads(std::size_t first, std::size_t n, Work& work, std::int32_t* heads) const {
  const std::size_t arc = shape_.arc;
  // The dependents are the matrix, the root and the heads its inputs.
  const std::size_t wide = padded(n);
  work.packed.assign(packed_size(n, arc), 0);
  for (std::size_t d = 0; d < n; ++d)
    for (std::size_t i = 0; i < arc; i += 4)
      for (std::size_t k = 0; k < 4; ++k)
        work.packed[packed_place(d, i + k, arc)] = static_cast<std::int8_t>(work.left_bytes[(first + d) * arc + i + k] - 128);
  work.ones.assign(wide, left_scale_ * right_scale_);
  work.none.assign(wide, 0);
  const std::vector<std::int32_t> zero = zero_sums(work.packed.data(), n, arc);
  const PackedMatrix matrix{work.packed.data(), n, arc, work.ones, work.none, zero};
  work.packed_x.resize((n + 1) * arc);
  for (std::size_t i = 0; i < arc; ++i) work.packed_x[i] = static_cast<std::uint8_t>(root_[i] + 128);
  std::memcpy(work.packed_x.data() + arc, work.right.data() + first * arc, n * arc);
  const float* by_head = work.product(matrix, work.packed_x.data(), n + 1, work.arcs);
  work.scores.resize(n * (n + 1));
  for (std::size_t d = 0; d < n; ++d)
    for (std::size_t h = 0; h <= n; ++h) work.scores[d * (n + 1) + h] = by_head[h * wide + d] + distance_[distance_row(d + 1, h)];
  const std::vector<std::int32_t> tree = best_tree(work.scores.data(), n);
  std::copy(tree.begin(), tree.end(), heads);
}

void Net::choose_labels(std::span<const std::uint32_t> bounds, Work& work, Parse& parse) const {
  const std::size_t hidden = shape_.hidden;
  const std::size_t wide = padded(hidden);
  const float* dependent = work.product(label_dependent_, work.x.data(), work.words, work.dependent);
  const float* head = work.product(label_head_, work.x.data(), work.words, work.head);
  work.inner.resize(work.words * hidden);
  std::vector<float> sum(hidden);
  for (std::size_t s = 0; s + 1 < bounds.size(); ++s)
    for (std::size_t word = bounds[s]; word < bounds[s + 1]; ++word) {
      const std::size_t t = word - bounds[0];
      const std::int32_t up = parse.heads[word];
      const float* row = dependent + t * wide;
      if (up != 0) {
        add_floats(row, head + (bounds[s] - bounds[0] + static_cast<std::size_t>(up) - 1) * wide, hidden, sum.data());
        row = sum.data();
      }
      bytes_of(row, hidden, 1 / label_scale_, true, work.inner.data() + t * hidden);
    }
  const float* scores = work.product(label_, work.inner.data(), work.words, work.scores);
  for (std::size_t t = 0; t < work.words; ++t)
    parse.labels[bounds[0] + t] = best(scores + t * padded(shape_.labels), shape_.labels);
}

// The sentences between `bounds`, all at once.
void Net::parse_some(std::span<const std::string_view> forms, std::span<const std::uint32_t> bounds, Work& work,
                     Parse& parse) const {
  const std::size_t first = bounds.front();
  work.words = bounds.back() - first;
  embed(forms.subspan(first, work.words), work);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    recur(l, bounds, work);
    if (l != shape_.tag_layer()) continue;
    const float* scores = work.product(tag_, work.x.data(), work.words, work.scores);
    for (std::size_t t = 0; t < work.words; ++t) parse.tags[first + t] = best(scores + t * padded(shape_.tags), shape_.tags);
  }
  const std::size_t arc = shape_.arc;
  const auto bytes = [&](const PackedMatrix& matrix, const std::vector<std::uint8_t>& in, float scale, bool rectify,
                         std::vector<std::uint8_t>& out) {
    const float* values = work.product(matrix, in.data(), work.words, work.u);
    out.resize(work.words * arc);
    for (std::size_t t = 0; t < work.words; ++t) bytes_of(values + t * padded(arc), arc, 1 / scale, rectify, out.data() + t * arc);
  };
  bytes(dependent_, work.x, inner_scale_, true, work.inner);
  bytes(bilinear_, work.inner, left_scale_, false, work.left_bytes);
  bytes(head_, work.x, right_scale_, true, work.right);
  for (std::size_t s = 0; s + 1 < bounds.size(); ++s) {
    std::int32_t top = 0;  // of the whole sentence
    for (std::size_t begin = bounds[s]; begin < bounds[s + 1]; begin += longest_sentence) {
      const std::size_t n = std::min<std::size_t>(longest_sentence, bounds[s + 1] - begin);
      choose_heads(begin - first, n, work, parse.heads.data() + begin);
      // Runs of an overlong sentence hang on the top of its first.
      for (std::size_t word = begin; word < begin + n; ++word) {
        std::int32_t& head = parse.heads[word];
        if (head != 0)
          head += static_cast<std::int32_t>(begin - bounds[s]);
        else if (top != 0)
          head = top;
        else
          top = static_cast<std::int32_t>(word - bounds[s]) + 1;
      }
    }
  }
  choose_labels(bounds, work, parse);
}

Parse Net::parse(std::span<const std::string_view> forms, std::span<const std::uint32_t> bounds, Instructions instructions) const {
  Parse parse;
  parse.tags.resize(forms.size()), parse.labels.resize(forms.size()), parse.heads.resize(forms.size());
  Work work;
  work.instructions = instructions;
  for (std::size_t begin = 0; begin + 1 < bounds.size();) {
    std::size_t end = begin + 1;
    while (end + 1 < bounds.size() && bounds[end + 1] - bounds[begin] <= at_once) ++end;
    parse_some(forms, bounds.subspan(begin, end - begin + 1), work, parse);
    begin = end;
  }
  return parse;
}

}  // namespace entente
