// The network in use: words in, tags, heads and relations out (net_shape.hpp says what it is made of). Eight-bit weights
// lie in a mapped model file; floats are added and multiplied in a fixed order, so the result is the same bytes on every
// machine.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/net_shape.hpp"
#include "annotate/product.hpp"
#include "entente/result.hpp"

namespace entente {

struct Parse {
  std::vector<std::uint8_t> tags, labels;
  std::vector<std::int32_t> heads;  // 0 the root, else the number of a word in its sentence
};

class Net {
 public:
  Net() = default;
  // `shape`: the numbers of NetShape; `weights` must lie at a multiple of 8 bytes (64 is faster) and outlive the Net. Its parts,
  // each from a multiple of 64 bytes on: the vocabulary's keys, ascending; its rows; the rows of pieces; the scales of words,
  // pieces, input, arc_inner, arc_left, arc_right, label_inner and of each layer's output; for each layer the product,
  // forget_by, reset_by; the products tag, dependent, bilinear, head, label_dependent, label_head, label; the root; the
  // distances. A product is: packed weights (product.hpp), scales, biases, these padded to 16 outputs.
  static Result<Net> load(std::string_view shape, std::string_view weights);
  const NetShape& shape() const { return shape_; }

  // `forms`: the words of some sentences, one sentence after another; `bounds`: where each begins, and the end of all.
  Parse parse(std::span<const std::string_view> forms, std::span<const std::uint32_t> bounds,
              Instructions instructions = fastest()) const;

 private:
  struct Layer {
    PackedMatrix product;
    std::span<const float> forget_by, reset_by;
    float scale = 0;  // of the output
  };
  struct Work;
  class Reader;
  void parse_some(std::span<const std::string_view> forms, std::span<const std::uint32_t> bounds, Work& work, Parse& parse) const;
  void embed(std::span<const std::string_view> forms, Work& work) const;
  void recur(std::size_t layer, std::span<const std::uint32_t> bounds, Work& work) const;
  void choose_heads(std::size_t first, std::size_t n, Work& work, std::int32_t* heads) const;
  void choose_labels(std::span<const std::uint32_t> bounds, Work& work, Parse& parse) const;

  NetShape shape_;
  std::shared_ptr<std::deque<std::vector<std::int32_t>>> zeros_;  // what the products view beside the file
  std::span<const std::uint64_t> keys_;
  std::span<const std::int8_t> words_, pieces_, root_;
  std::span<const float> distance_;
  float word_scale_ = 0, piece_scale_ = 0, input_scale_ = 0;
  std::vector<Layer> layers_;
  PackedMatrix tag_, dependent_, bilinear_, head_, label_dependent_, label_head_, label_;
  float inner_scale_ = 0, left_scale_ = 0, right_scale_ = 0, label_scale_ = 0;
};

}  // namespace entente
