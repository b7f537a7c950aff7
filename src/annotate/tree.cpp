#include "annotate/tree.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr float never = -1e9F;

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

// The best tree over nodes 0 (the root) to n. A cycle of best heads is drawn together into one node, in place, until none
// is left; then the cycles are opened again, the last first, each where the arc into it enters.
class SpanningTree {
 public:
  explicit SpanningTree(std::size_t nodes) : nodes_(nodes), arcs_(nodes * nodes), heads_(nodes, 0), members_(nodes) {
    for (std::size_t d = 0; d < nodes; ++d) {
      members_[d] = {d};
      for (std::size_t h = 0; h < nodes; ++h) at(d, h) = {never, d, h};
    }
  }
  void set(std::size_t d, std::size_t h, float score) { at(d, h).score = score; }

  std::vector<std::size_t> heads() {
    for (std::size_t d = 1; d < nodes_; ++d) choose_head(d);
    for (auto cycle = cycle_of(heads_); !cycle.empty(); cycle = cycle_of(heads_)) draw_together(cycle);
    std::vector<std::size_t> out(nodes_, nodes_);  // nodes_: not known yet
    for (std::size_t d = 1; d < nodes_; ++d)
      if (!members_[d].empty()) out[at(d, heads_[d]).dependent] = at(d, heads_[d]).head;
    for (auto opened = drawn_.rbegin(); opened != drawn_.rend(); ++opened)
      for (const Member& m : *opened)
        if (std::all_of(m.nodes.begin(), m.nodes.end(), [&](std::size_t n) { return out[n] == nodes_; })) out[m.dependent] = m.head;
    return out;
  }

 private:
  struct Arc {
    float score;
    std::size_t dependent, head;  // the words that it joins, though they may be drawn together with others
  };
  // One node of a cycle: its words, and the arc that it has within the cycle.
  struct Member {
    std::vector<std::size_t> nodes;
    std::size_t dependent, head;
  };
  Arc& at(std::size_t d, std::size_t h) { return arcs_[d * nodes_ + h]; }

  void choose_head(std::size_t d) {
    std::size_t best = nodes_;
    for (std::size_t h = 0; h < nodes_; ++h)
      if (h != d && !members_[h].empty() && (best == nodes_ || at(d, h).score > at(d, best).score)) best = h;
    heads_[d] = best;
  }

  // The first node of the cycle stands for all of it from now on; the others have no members and hang on it.
  void draw_together(const std::vector<std::size_t>& cycle) {
    const std::size_t all = cycle[0];
    std::vector<Member> drawn;
    std::vector<float> lost;  // with the arc that the node has within the cycle
    std::vector<std::size_t> words;
    for (const std::size_t c : cycle) {
      const Arc& arc = at(c, heads_[c]);
      drawn.push_back({members_[c], arc.dependent, arc.head});
      lost.push_back(arc.score);
      words.insert(words.end(), members_[c].begin(), members_[c].end());
      members_[c].clear();
    }
    for (std::size_t v = 0; v < nodes_; ++v) {
      if (members_[v].empty()) continue;
      Arc in = at(cycle[0], v);
      in.score -= lost[0];
      Arc out = at(v, cycle[0]);
      for (std::size_t i = 1; i < cycle.size(); ++i) {
        if (at(cycle[i], v).score - lost[i] > in.score) {
          in = at(cycle[i], v);
          in.score -= lost[i];
        }
        if (at(v, cycle[i]).score > out.score) out = at(v, cycle[i]);
        if (heads_[v] == cycle[i]) heads_[v] = all;
      }
      at(all, v) = in;
      at(v, all) = out;
    }
    for (const std::size_t c : cycle) heads_[c] = 0;
    members_[all] = std::move(words);
    choose_head(all);
    drawn_.push_back(std::move(drawn));
  }

  std::size_t nodes_;
  std::vector<Arc> arcs_;
  std::vector<std::size_t> heads_;
  std::vector<std::vector<std::size_t>> members_;  // the words of each node; none: the node is part of another
  std::vector<std::vector<Member>> drawn_;
};

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
      SpanningTree tree(n + 1);
      for (std::size_t d = 1; d <= n; ++d)
        for (std::size_t h = d == root ? 0 : 1; h <= (d == root ? 0 : n); ++h)
          if (h != d) tree.set(d, h, scores[(d - 1) * (n + 1) + h]);
      heads = tree.heads();
    }
  }
  std::vector<std::int32_t> out;
  for (std::size_t d = 1; d <= n; ++d) out.push_back(static_cast<std::int32_t>(heads[d]));
  return out;
}

}  // namespace entente
