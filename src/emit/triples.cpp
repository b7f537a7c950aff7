#include "emit/builder.hpp"

namespace entente {

GraphTriples to_triples(const Graph& graph, const Network& network, const EmitOptions& options) {
  Builder builder(options);
  add_articles(builder, graph);
  add_entities(builder, graph);
  add_network(builder, graph, network);
  add_claims(builder, graph);
  add_inferences(builder, graph);
  add_direct(builder, graph);
  return builder.take();
}

Prefixes prefixes(const EmitOptions& options) {
  Prefixes out;
  const auto vocabulary = [&](const char* name, std::string_view space) { out.emplace_back(name, space); };
  vocabulary("ent", ns::ent);
  vocabulary("dc", ns::dc);
  vocabulary("dcterms", ns::dcterms);
  vocabulary("foaf", ns::foaf);
  vocabulary("nif", ns::nif);
  vocabulary("org", ns::org);
  vocabulary("owl", ns::owl);
  vocabulary("prov", ns::prov);
  vocabulary("rdfs", ns::rdfs);
  vocabulary("schema", ns::schema);
  vocabulary("sem", ns::sem);
  vocabulary("skos", ns::skos);
  vocabulary("time", ns::time);
  vocabulary("wd", ns::wikidata);
  vocabulary("xsd", ns::xsd);
  // One for each folder of individuals: those of merge, of the knowledge base and of this room.
  for (const char* folder : {"person",
                             "state",
                             "international-organization",
                             "government-body",
                             "organization",
                             "organisation",
                             "news-agency",
                             "council",
                             "place",
                             "treaty",
                             "exercise",
                             "conflict",
                             "summit",
                             "equipment",
                             "role",
                             "meeting",
                             "statement",
                             "event",
                             "treaty-relation",
                             "claim",
                             "article",
                             "sentence",
                             "mention",
                             "rule",
                             "tie",
                             "merge",
                             "when",
                             "post",
                             "inference",
                             "tenure",
                             "membership",
                             "treaty-step",
                             "knowledge"})
    out.emplace_back(folder, options.base + folder + "/");
  return out;
}

}  // namespace entente
