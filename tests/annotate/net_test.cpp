#include "annotate/net.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <string>

#include "annotate/model_file.hpp"
#include "annotate/tree.hpp"
#include "annotate/word_parts.hpp"

using namespace entente;

namespace {

std::vector<Instructions> here() {
  std::vector<Instructions> all;
  for (const Instructions i : {Instructions::portable, Instructions::avx2, Instructions::vnni})
    if (available(i)) all.push_back(i);
  return all;
}

bool is_tree(const std::vector<std::int32_t>& heads) {
  int roots = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == 0;
    std::size_t steps = 0;
    for (std::size_t at = w + 1; at != 0; at = static_cast<std::size_t>(heads[at - 1]))
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

float sum_of(const std::vector<float>& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += scores[d * (heads.size() + 1) + static_cast<std::size_t>(heads[d])];
  return sum;
}

}  // namespace

TEST_CASE("every instruction set gives the same bytes, and the right ones", "[net]") {
  std::mt19937 random(7);
  for (const auto& [outputs, inputs, rows] : {std::tuple{1, 4, 1}, {16, 8, 3}, {50, 128, 11}, {96, 20, 17}, {33, 256, 9}}) {
    const auto n = static_cast<std::size_t>(outputs);
    const auto k = static_cast<std::size_t>(inputs);
    const auto m = static_cast<std::size_t>(rows);
    std::vector<std::int8_t> plain(n * k);
    std::vector<std::int8_t> packed(packed_size(n, k), 0);
    for (std::size_t o = 0; o < n; ++o)
      for (std::size_t i = 0; i < k; ++i)
        packed[packed_place(o, i, k)] = plain[o * k + i] = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    std::vector<std::uint8_t> x(m * k);
    for (std::uint8_t& v : x) v = static_cast<std::uint8_t>(random() % 256);
    std::vector<float> scale(padded(n));
    std::vector<float> bias(padded(n));
    for (float& v : scale) v = static_cast<float>(random() % 1000) / 77777;
    for (float& v : bias) v = static_cast<float>(random() % 1000) / 777 - 0.5F;
    const std::vector<std::int32_t> zero = zero_sums(packed.data(), n, k);
    const PackedMatrix matrix{packed.data(), n, k, scale, bias, zero};
    for (const Instructions instructions : here()) {
      INFO(static_cast<int>(instructions) << ": " << n << " x " << k);
      std::vector<float> y(m * padded(n), -1);
      multiply(matrix, x.data(), m, y.data(), instructions);
      for (std::size_t r = 0; r < m; ++r)
        for (std::size_t o = 0; o < n; ++o) {
          std::int32_t sum = 0;
          for (std::size_t i = 0; i < k; ++i) sum += plain[o * k + i] * (x[r * k + i] - 128);
          const float product = static_cast<float>(sum) * scale[o];
          const float expected = product + bias[o];
          REQUIRE(std::memcmp(&expected, &y[r * padded(n) + o], sizeof expected) == 0);
        }
    }
  }
}

TEST_CASE("the parse is the same with every instruction set", "[net]") {
  const Result<ModelFile> file = ModelFile::open(std::string(ENTENTE_SOURCE_DIR) + "/ontology/models/english.model");
  REQUIRE(file);
  const Result<Net> net = Net::load(file->section("shape"), file->section("network"));
  REQUIRE(net);
  std::vector<std::string_view> forms;
  std::vector<std::uint32_t> bounds = {0};
  for (const char* sentence :
       {"The envoys of Peru met in Lima on Tuesday and signed nothing .", "Nobody , least of all Mr. Ode , objected !", "Why ?",
        "Zzyzx-7 qwrtp 12,5 % of the unheard-of frobnication"}) {
    const std::string_view text = sentence;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      forms.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    bounds.push_back(static_cast<std::uint32_t>(forms.size()));
  }
  const Parse plain = net->parse(forms, bounds, Instructions::portable);
  for (const Instructions instructions : here()) {
    const Parse same = net->parse(forms, bounds, instructions);
    CHECK(same.tags == plain.tags);
    CHECK(same.heads == plain.heads);
    CHECK(same.labels == plain.labels);
  }
  // A sentence is parsed alike whatever stands around it.
  const std::vector<std::uint32_t> alone = {bounds[1], bounds[2]};
  const Parse one = net->parse(std::span(forms).subspan(bounds[1], bounds[2] - bounds[1]),
                               std::vector<std::uint32_t>{0, bounds[2] - bounds[1]}, fastest());
  CHECK(std::equal(one.heads.begin(), one.heads.end(), plain.heads.begin() + bounds[1]));
}

TEST_CASE("an overlong sentence is one tree too", "[net]") {
  const Result<ModelFile> file = ModelFile::open(std::string(ENTENTE_SOURCE_DIR) + "/ontology/models/english.model");
  REQUIRE(file);
  const Result<Net> net = Net::load(file->section("shape"), file->section("network"));
  REQUIRE(net);
  std::vector<std::string_view> forms;
  for (int i = 0; i < 400; ++i)
    for (const char* word : {"envoys", "met", ","}) forms.emplace_back(word);
  const std::vector<std::uint32_t> bounds = {0, static_cast<std::uint32_t>(forms.size())};
  CHECK(is_tree(net->parse(forms, bounds).heads));
}

TEST_CASE("the best tree has one root and no cycle", "[tree]") {
  // Words 1 and 2 would each have the other as head; 2 loses less by leaving.
  const std::vector<float> circle = {1, 0, 9, 4, 8, 0};
  CHECK(best_tree(circle.data(), 2) == std::vector<std::int32_t>{2, 0});
  // Both would be children of the root.
  const std::vector<float> two = {9, 0, 5, 9, 1, 0};
  CHECK(best_tree(two.data(), 2) == std::vector<std::int32_t>{2, 0});
  CHECK(best_tree(two.data(), 1) == std::vector<std::int32_t>{0});
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 2 + random() % 5;
    std::vector<float> scores(n * (n + 1));
    for (float& s : scores) s = static_cast<float>(random() % 1000);
    const std::vector<std::int32_t> found = best_tree(scores.data(), n);
    REQUIRE(is_tree(found));
    // No tree with the same root is better.
    std::vector<std::int32_t> other(n, 0);
    const auto tries = static_cast<std::size_t>(std::pow(n + 1, n));
    for (std::size_t code = 0; code < tries; ++code) {
      std::size_t rest = code;
      bool same_root = true;
      for (std::size_t d = 0; d < n; ++d, rest /= n + 1) {
        other[d] = static_cast<std::int32_t>(rest % (n + 1));
        same_root = same_root && (other[d] == 0) == (found[d] == 0) && other[d] != static_cast<std::int32_t>(d) + 1;
      }
      if (same_root && is_tree(other)) REQUIRE(sum_of(scores, other) <= sum_of(scores, found));
    }
  }
}

TEST_CASE("words that look alike share pieces", "[net]") {
  const WordParts one = word_parts("Envoys", 1024);
  CHECK(one.key == word_parts("ENVOYS", 1024).key);
  CHECK(word_parts("1998", 1024).key == word_parts("2013", 1024).key);
  CHECK(one.pieces != word_parts("envoys", 1024).pieces);  // shape
  for (const std::uint32_t piece : word_parts(std::string(3000, 'a'), 1024).pieces) CHECK(piece < 1024);
  CHECK(word_parts(std::string(3000, 'a'), 1024).pieces.size() < 80);
}
