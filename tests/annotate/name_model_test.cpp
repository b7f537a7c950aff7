#include "annotate/name_model.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace entente;

namespace {

NameTransitions some_transitions(std::mt19937& random) {
  NameTransitions out{};
  for (NameScores& row : out)
    for (float& value : row) value = static_cast<float>(random() % 40) / 10 - 2;
  return out;
}

float exact(const NameTransitions& between, const std::vector<NameScores>& tokens, std::size_t a, std::size_t b) {
  return std::exp(between[0][a] + tokens[0][a] + between[a][b] + tokens[1][b] + between[b][0]);
}

}  // namespace

TEST_CASE("a chain gives each class of a token its share of all ways through", "[names]") {
  std::mt19937 random(3);
  const NameTransitions between = some_transitions(random);
  std::vector<NameScores> tokens(2);
  for (NameScores& token : tokens)
    for (float& value : token) value = static_cast<float>(random() % 40) / 10 - 2;
  float all = 0;
  std::vector<NameScores> expected(2, NameScores{});
  for (std::size_t a = 0; a < name_classes; ++a)
    for (std::size_t b = 0; b < name_classes; ++b) {
      const float way = exact(between, tokens, a, b);
      all += way, expected[0][a] += way, expected[1][b] += way;
    }
  std::vector<NameScores> found = tokens;
  NameChain chain(between);
  chain.run(found);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t c = 0; c < name_classes; ++c) CHECK(found[i][c] == Approx(expected[i][c] / all).margin(1e-5));
  NameTransitions pairs{};
  chain.add_pairs(pairs);
  CHECK(pairs[3][4] == Approx((exact(between, tokens, 3, 4)) / all).margin(1e-5));  // no end can be 3 or 4
  float sum = 0;
  for (const NameScores& row : pairs)
    for (const float value : row) sum += value;
  CHECK(sum == Approx(3).margin(1e-4));
}

TEST_CASE("a name model can be kept; a damaged one is refused", "[names]") {
  CHECK(NameModel::load("").value().empty());
  NameWeights weights;
  weights.table.assign(64 + NameModel::row, '\1');
  const std::string section = NameModel::pack(weights);
  const Result<NameModel> model = NameModel::load(section);
  REQUIRE(model);
  CHECK_FALSE(model->empty());
  CHECK(NameModel::load(weights.table));  // as it was before there were transitions
  for (const std::size_t size : {std::size_t{5}, std::size_t{200}, section.size() - 1}) {
    INFO(size);
    const Result<NameModel> damaged = NameModel::load(std::string_view(section).substr(0, size));
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == "bad-model");
  }
}
