// Emit: Graph -> triples, network files and a report. The vocabulary is ontology/entente.ttl.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/graph.hpp"
#include "entente/knowledge.hpp"
#include "entente/merge.hpp"
#include "entente/rdf.hpp"

namespace entente {

struct EmitOptions {
  std::string base = "https://example.org/entente/";  // of all individuals; ends in '/' or '#'
};

// The graph's facts, and apart from them the evidence (articles, ranges, rules), so that they can go to two files.
struct GraphTriples {
  std::vector<Triple> facts;
  std::vector<Triple> evidence;
};
GraphTriples to_triples(const Graph& graph, const Network& network, const EmitOptions& options);
// The prefixes used in what to_triples makes.
Prefixes prefixes(const EmitOptions& options);

// A file of the knowledge base, as a source of background.
struct BackgroundSource {
  std::string name;               // "people-europe.ttl"
  std::string notes;              // the comment at its head: sources and licences
  std::vector<std::string> keys;  // the items of the graph that it describes; sorted
};
// Which of `files` describe the graph's entities and inferred holders. What cannot be read is left out.
std::vector<BackgroundSource> background_sources(const Graph& graph, const std::vector<std::string>& files);

// What the knowledge base has on the entities of the graph and nobody in the articles said: states, offices and their times,
// memberships, the life of treaties. Kept apart from the graph, each node with the files that it comes from.
std::vector<Triple> to_background(const Graph& graph, const Knowledge& knowledge, const std::vector<BackgroundSource>& sources,
                                  const EmitOptions& options);

Outcome write_graphml(std::ostream& out, const Graph& graph, const Network& network);
Outcome write_gexf(std::ostream& out, const Graph& graph, const Network& network);
// A readable summary in Markdown: counts, main actors, meetings, contradictions, diagnostics.
Outcome write_report(std::ostream& out, const Graph& graph, const Network& network, const Diagnostics& diagnostics);

}  // namespace entente
