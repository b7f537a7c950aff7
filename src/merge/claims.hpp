// Which claims of different articles report the same thing.
#pragma once

#include "entente/graph.hpp"
#include "merge/entities.hpp"

namespace entente {

// `extractions` are sorted by article; `entities` says which graph entity each of theirs became. Fills graph.claims.
void merge_claims(const std::vector<Extraction>& extractions, const EntityMap& entities, Graph& graph);

}  // namespace entente
