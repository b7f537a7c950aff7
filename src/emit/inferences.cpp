// Who held the office by which a claim's text describes an argument: next to the claim, never in it.
#include <set>

#include "base/identifier.hpp"
#include "emit/builder.hpp"

namespace entente {

namespace {

std::string label_of(const InferredHolder& holder) {
  const std::string from = to_string(holder.at.begin);
  const std::string until = to_string(holder.at.end);
  return holder.described + ": " + holder.name + " (" + from + (from == until ? "" : "/" + until) + ")";
}

void add_inference(Builder& builder, const Term& claim, const InferredHolder& holder) {
  const std::string content =
      claim.value + "\n" + std::string(to_string(holder.part)) + "\n" + holder.described + "\n" + holder.key;
  const Term node = builder.individual("inference/", hex_hash(content, 16));
  const Term person = builder.individual(holder.key);
  builder.fact(claim, ent("inferredHolder"), person);
  builder.fact(node, rdf_type(), ent("Inference"));
  builder.fact(node, label(), text(label_of(holder)));
  builder.fact(node, ent("inferredFor"), claim);
  builder.fact(node, ent("inferredHolder"), person);
  builder.fact(node, ent("inferredPart"), ent(holder.part == Part::with ? "coSpeaker" : to_string(holder.part)));
  builder.fact(node, ent("inferred"), typed("true", "boolean"));
  builder.fact(node, ent("describedAs"), text(holder.described));
  builder.fact(node, ent("officeClass"), text(holder.office));
  builder.fact(node, ent("officeOf"), builder.individual(holder.body));
  builder.fact(node, ent("reason"), text("office at date"));
  builder.span(node, holder.at);
}

}  // namespace

void add_inferences(Builder& builder, const Graph& graph) {
  for (const GraphClaim& situation : graph.claims)
    for (const Report& report : situation.reports)
      for (const InferredHolder& holder : report.claim.inferred) add_inference(builder, builder.individual(report.id), holder);
}

}  // namespace entente
