#include "annotate/tag_features.hpp"

namespace entente {

namespace {

constexpr std::uint64_t outside = 0x5EED;  // before the first word and after the last

}  // namespace

void tag_features(std::span<const Word> words, std::span<const std::uint8_t> tags, std::size_t at, FeatureHashes& out) {
  static const Word none{outside, outside, outside, {outside, outside, outside}, {outside, outside, outside, outside}, 0};
  const auto word = [&](std::ptrdiff_t offset) -> const Word& {
    const std::ptrdiff_t i = static_cast<std::ptrdiff_t>(at) + offset;
    return i < 0 || i >= static_cast<std::ptrdiff_t>(words.size()) ? none : words[static_cast<std::size_t>(i)];
  };
  const Word& w = word(0);
  const Word& before = word(-1);
  const Word& after = word(1);
  const std::uint64_t tag1 = at >= 1 ? tags[at - 1] + 1U : 0;
  const std::uint64_t tag2 = at >= 2 ? tags[at - 2] + 1U : 0;

  out.clear();
  std::uint64_t number = 0;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(mix(mix(mix(++number, a), b), c));
  };
  add(0);  // bias
  add(w.form);
  add(w.lower);
  add(w.shape);
  for (const std::uint64_t prefix : w.prefix) add(prefix);
  for (const std::uint64_t suffix : w.suffix) add(suffix);
  add(w.suffix[2], w.shape);
  add(w.cased, at == 0 ? 1 : 0);
  add(tag1);
  add(tag2, tag1);
  add(tag1, w.lower);
  add(tag1, w.suffix[2]);
  add(tag2, tag1, w.lower);
  add(before.lower);
  add(before.lower, w.lower);
  add(before.suffix[2]);
  add(word(-2).lower);
  add(word(-2).lower, before.lower);
  add(after.lower);
  add(w.lower, after.lower);
  add(after.suffix[2]);
  add(after.suffix[1], after.shape);
  add(after.shape, w.shape);
  add(word(2).lower);
  add(after.lower, word(2).lower);
  add(before.lower, after.lower);
  add(tag1, after.lower);
  add(tag1, after.suffix[2], w.suffix[2]);
  add(before.shape, w.shape, at == 1 ? 1 : 0);
}

}  // namespace entente
