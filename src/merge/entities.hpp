// Which document entities of different articles are one: components over 'same as' edges.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/graph.hpp"
#include "entente/merge.hpp"

namespace entente {

// Index into Graph::entities for each entity of each extraction; no_entity for one that no claim needs.
using EntityMap = std::vector<std::vector<std::uint32_t>>;

// `extractions` are sorted by article. Fills graph.entities.
EntityMap merge_entities(const std::vector<Extraction>& extractions, const std::vector<MergeDecision>& decisions, Graph& graph);

}  // namespace entente
