#include "annotate/tree.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr float never = -1e9F;

// Arcs among nodes 0 (the root) to n; score(d, h).
class Arcs {
 public:
  explicit Arcs(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, never) {}
  float& at(std::size_t d, std::size_t h) { return scores_[d * nodes_ + h]; }
  std::size_t nodes() const { return nodes_; }
  std::size_t best_head(std::size_t d) const {
    std::size_t best = d == 0 ? 1 : 0;
    for (std::size_t h = 0; h < nodes_; ++h)
      if (h != d && scores_[d * nodes_ + h] > scores_[d * nodes_ + best]) best = h;
    return best;
  }

 private:
  std::size_t nodes_;
  std::vector<float> scores_;
};

// The nodes of one cycle, empty if there is none. heads[0] is ignored.
std::vector<std::size_t> cycle_of(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);  // by the walk with this number
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::size_t> cycle;
    const std::size_t first = at;
    do {
      cycle.push_back(at);
      at = heads[at];
    } while (at != first);
    return cycle;
  }
  return {};
}

std::vector<std::size_t> spanning_tree(Arcs arcs) {
  const std::size_t n = arcs.nodes();
  std::vector<std::size_t> heads(n, 0);
  for (std::size_t d = 1; d < n; ++d) heads[d] = arcs.best_head(d);
  const std::vector<std::size_t> cycle = cycle_of(heads);
  if (cycle.empty()) return heads;
  // The cycle becomes one node, the last of a smaller graph.
  std::vector<std::size_t> rest;
  std::vector<bool> inside(n, false);
  for (const std::size_t c : cycle) inside[c] = true;
  for (std::size_t i = 0; i < n; ++i)
    if (!inside[i]) rest.push_back(i);
  const std::size_t knot = rest.size();
  Arcs small(knot + 1);
  std::vector<std::size_t> enters(knot, cycle[0]);  // which node of the cycle an arc from outside would enter
  std::vector<std::size_t> leaves(knot, cycle[0]);  // which would be the head of a node outside
  for (std::size_t i = 0; i < knot; ++i) {
    for (std::size_t j = 0; j < knot; ++j)
      if (i != j) small.at(i, j) = arcs.at(rest[i], rest[j]);
    float best_in = 2 * never;
    for (const std::size_t c : cycle) {
      const float in = arcs.at(c, rest[i]) - arcs.at(c, heads[c]);
      if (in > best_in) best_in = in, enters[i] = c;
      if (arcs.at(rest[i], c) > arcs.at(rest[i], leaves[i])) leaves[i] = c;
    }
    small.at(knot, i) = best_in;
    small.at(i, knot) = arcs.at(rest[i], leaves[i]);
  }
  const std::vector<std::size_t> smaller = spanning_tree(std::move(small));
  for (std::size_t i = 1; i < knot; ++i) heads[rest[i]] = smaller[i] == knot ? leaves[i] : rest[smaller[i]];
  heads[enters[smaller[knot]]] = rest[smaller[knot]];
  return heads;
}

bool is_tree(const std::vector<std::size_t>& heads) {
  return std::count(heads.begin() + 1, heads.end(), std::size_t{0}) == 1 && cycle_of(heads).empty();
}

}  // namespace

std::vector<std::int32_t> best_tree(const float* scores, std::size_t n) {
  std::vector<std::size_t> heads(n + 1, 0);   // the best of all
  std::vector<std::size_t> others(n + 1, 0);  // the best but for the root
  std::size_t root = 1;                       // the word that loses least, or gains most, by being the root's child
  float best_margin = 2 * never;
  for (std::size_t d = 0; d < n && n > 1; ++d) {
    const float* row = scores + d * (n + 1);
    std::size_t other = d == 0 ? 2 : 1;
    for (std::size_t h = other + 1; h <= n; ++h)
      if (h != d + 1 && row[h] > row[other]) other = h;
    const float margin = row[0] - row[other];
    others[d + 1] = other;
    heads[d + 1] = margin >= 0 ? 0 : other;
    if (margin > best_margin) root = d + 1, best_margin = margin;
  }
  if (n > 1 && !is_tree(heads)) {
    others[root] = 0;
    heads = others;
    if (!cycle_of(heads).empty()) {
      Arcs arcs(n + 1);
      for (std::size_t d = 1; d <= n; ++d)
        for (std::size_t h = d == root ? 0 : 1; h <= (d == root ? 0 : n); ++h)
          if (h != d) arcs.at(d, h) = scores[(d - 1) * (n + 1) + h];
      heads = spanning_tree(std::move(arcs));
    }
  }
  std::vector<std::int32_t> out;
  for (std::size_t d = 1; d <= n; ++d) out.push_back(static_cast<std::int32_t>(heads[d]));
  return out;
}

}  // namespace entente
