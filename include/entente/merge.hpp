// Merge: extractions of many articles -> one Graph in which what is the same is one node.
// Entities: components over 'same as' edges, each with its reason; ids, types and times that contradict forbid a
// link. Meetings and events: the same kind, compatible dates and shared participants.
// The result does not depend on the order of the extractions.
#pragma once

#include <string>
#include <vector>

#include "entente/graph.hpp"

namespace entente {

// A user's own decision, stronger than any evidence: two entity ids that are, or are not, the same.
struct MergeDecision {
  std::string a, b;  // "ARTICLE:NAME", or a knowledge key
  bool same = true;
};

Graph merge(std::vector<Extraction> extractions, const std::vector<MergeDecision>& decisions = {});

// The network of actors: who is tied to whom, by which kinds of claims, and how central each is.
struct Tie {
  std::uint32_t a = 0, b = 0;      // indices into Graph::entities, a < b
  std::uint32_t weight = 0;        // number of claims that carry it
  std::vector<std::string> kinds;  // sorted: "meeting", "role", "event:ACCUSE", "statement", "treaty" ...
  TimeSpan time;                   // first and last known date
};
struct Actor {
  std::uint32_t entity = 0;  // index into Graph::entities
  std::uint32_t degree = 0;
  double betweenness = 0;       // Brandes, normalised to 0..1
  std::uint32_t community = 0;  // 0-based, numbered by size
};
struct Network {
  std::vector<Actor> actors;  // sorted by entity
  std::vector<Tie> ties;      // sorted by (a, b)
};
Network network(const Graph& graph);

}  // namespace entente
