#include <algorithm>
#include <map>
#include <set>
// Boost's compressed sparse row graph needs these two before it.
#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/property_map.hpp>
// The order matters.
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "entente/merge.hpp"

namespace entente {

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Csr = boost::compressed_sparse_row_graph<boost::directedS>;

bool is_actor(EntityType type) {
  switch (type) {
    case EntityType::Place:
    case EntityType::Treaty:
    case EntityType::Exercise:
    case EntityType::Conflict:
    case EntityType::Summit:
    case EntityType::Equipment: return false;
    default: return true;
  }
}

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

// Actors that a claim ties to each other, the smaller index first.
Pairs tied(const Graph& graph, const GraphClaim& claim) {
  Pairs pairs;
  const auto tie = [&](std::uint32_t a, std::uint32_t b) {
    if (a != b && is_actor(graph.entities[a].type) && is_actor(graph.entities[b].type))
      pairs.insert({std::min(a, b), std::max(a, b)});
  };
  const auto across = [&](Part one, Part other) {
    for (const Argument& a : claim.arguments)
      for (const Argument& b : claim.arguments)
        if (a.part == one && b.part == other) tie(a.entity, b.entity);
  };
  switch (claim.kind) {
    case ClaimKind::Role: across(Part::person, Part::organization); break;
    case ClaimKind::Meeting: across(Part::participant, Part::participant); break;
    case ClaimKind::Statement:
      across(Part::speaker, Part::with);
      across(Part::speaker, Part::addressee);
      break;
    case ClaimKind::Event: across(Part::actor, Part::target); break;
    case ClaimKind::TreatyRelation: across(Part::by, Part::actor); break;
  }
  return pairs;
}

std::string kind_of(const GraphClaim& claim) {
  switch (claim.kind) {
    case ClaimKind::Role: return "role";
    case ClaimKind::Meeting: return "meeting";
    case ClaimKind::Statement: return "statement";
    case ClaimKind::Event: return "event:" + claim.type;
    case ClaimKind::TreatyRelation: return "treaty:" + claim.type;
  }
  return {};
}

void widen(TimeSpan& span, const TimeSpan& by) {
  const PartialDate end = by.end.known() ? by.end : by.begin;
  if (by.begin.known() && (!span.begin.known() || by.begin < span.begin)) span.begin = by.begin;
  if (end.known() && (!span.end.known() || span.end < end)) span.end = end;
}

std::vector<Tie> all_ties(const Graph& graph) {
  struct Sum {
    std::uint32_t weight = 0;
    std::set<std::string> kinds;
    TimeSpan time;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Sum> sums;
  for (const GraphClaim& claim : graph.claims) {
    if (claim.status == Status::denied || claim.status == Status::cancelled) continue;
    for (const auto& pair : tied(graph, claim)) {
      Sum& sum = sums[pair];
      sum.weight += static_cast<std::uint32_t>(claim.reports.size());
      sum.kinds.insert(kind_of(claim));
      widen(sum.time, claim.time);
    }
  }
  std::vector<Tie> ties;
  ties.reserve(sums.size());
  for (const auto& [pair, sum] : sums)
    ties.push_back({pair.first, pair.second, sum.weight, {sum.kinds.begin(), sum.kinds.end()}, sum.time});
  return ties;
}

// Weighted label propagation (Raghavan, Albert and Kumara 2007), made deterministic: vertices in order, ties to the
// smallest label. Boost.Graph's own clustering removes edges by betweenness, which is cubic.
std::vector<std::uint32_t> communities(const Csr& graph, const std::vector<std::uint32_t>& weights) {
  const std::size_t n = boost::num_vertices(graph);
  std::vector<std::uint32_t> label(n);
  for (std::uint32_t v = 0; v < n; ++v) label[v] = v;
  constexpr int most_rounds = 50;
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    changed = false;
    for (std::uint32_t v = 0; v < n; ++v) {
      std::map<std::uint32_t, std::uint64_t> votes;
      for (auto [e, end] = boost::out_edges(Csr::vertex_descriptor{v}, graph); e != end; ++e)
        votes[label[boost::target(*e, graph)]] += weights[boost::get(boost::edge_index, graph, *e)];
      if (votes.empty()) continue;
      const auto best =
          std::max_element(votes.begin(), votes.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
      const auto own = votes.find(label[v]);
      if (own != votes.end() && own->second == best->second) continue;
      label[v] = best->first;
      changed = true;
    }
  }
  return label;
}

// Labels -> 0, 1, ... by falling size, then by smallest vertex.
void number_by_size(std::vector<std::uint32_t>& label) {
  std::map<std::uint32_t, std::pair<std::int64_t, std::uint32_t>> size;  // label -> (-members, first member)
  for (std::uint32_t v = 0; v < label.size(); ++v) {
    auto& entry = size.try_emplace(label[v], 0, v).first->second;
    --entry.first;
  }
  std::vector<std::pair<std::pair<std::int64_t, std::uint32_t>, std::uint32_t>> order;
  order.reserve(size.size());
  for (const auto& [l, s] : size) order.emplace_back(s, l);
  std::sort(order.begin(), order.end());
  std::map<std::uint32_t, std::uint32_t> number;
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i].second] = i;
  for (std::uint32_t& l : label) l = number[l];
}

}  // namespace

Network network(const Graph& graph) {
  Network out;
  out.ties = all_ties(graph);
  std::map<std::uint32_t, std::uint32_t> vertex_of;
  for (const Tie& tie : out.ties) {
    vertex_of.try_emplace(tie.a, 0);
    vertex_of.try_emplace(tie.b, 0);
  }
  for (auto& [entity, vertex] : vertex_of) {
    vertex = static_cast<std::uint32_t>(out.actors.size());
    out.actors.push_back({entity, 0, 0, 0});
  }
  if (out.actors.empty()) return out;

  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> arcs;  // both directions, sorted
  for (const Tie& tie : out.ties) {
    const std::uint32_t a = vertex_of[tie.a];
    const std::uint32_t b = vertex_of[tie.b];
    arcs.emplace_back(a, b, tie.weight);
    arcs.emplace_back(b, a, tie.weight);
    ++out.actors[a].degree;
    ++out.actors[b].degree;
  }
  std::sort(arcs.begin(), arcs.end());
  Edges edges;
  std::vector<std::uint32_t> weights;
  for (const auto& [a, b, weight] : arcs) {
    edges.emplace_back(a, b);
    weights.push_back(weight);
  }
  const std::size_t n = out.actors.size();
  const Csr csr(boost::edges_are_sorted, edges.begin(), edges.end(), n);

  std::vector<double> centrality(n);
  boost::brandes_betweenness_centrality(
      csr, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, csr)));
  const double pairs = static_cast<double>(n - 1) * (static_cast<double>(n) - 2);  // ordered pairs of others
  std::vector<std::uint32_t> label = communities(csr, weights);
  number_by_size(label);
  for (std::size_t v = 0; v < n; ++v) {
    out.actors[v].betweenness = pairs > 0 ? centrality[v] / pairs : 0;
    out.actors[v].community = label[v];
  }
  return out;
}

}  // namespace entente
