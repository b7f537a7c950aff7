#include "entente/merge.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "merge/claims.hpp"
#include "merge/entities.hpp"

namespace entente {

Graph merge(std::vector<Extraction> extractions, const std::vector<MergeDecision>& decisions) {
  std::sort(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.article.id, a.article.file, a.article.line) < std::tie(b.article.id, b.article.file, b.article.line);
  });
  Graph graph;
  const EntityMap entities = merge_entities(extractions, decisions, graph);
  merge_claims(extractions, entities, graph);
  for (Extraction& extraction : extractions) graph.articles.push_back(std::move(extraction.article));
  return graph;
}

}  // namespace entente
