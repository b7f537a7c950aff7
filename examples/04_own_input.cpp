// Articles from memory, merged into one graph and written as Turtle to standard output: for programs that have their
// own crawler or database.
#include <entente/entente.hpp>
#include <iostream>

int main() {
  entente::Diagnostics diagnostics;
  auto knowledge = entente::Knowledge::load(ONTOLOGY, diagnostics);
  if (!knowledge) return std::cerr << to_line(knowledge.error()) << '\n', 1;
  const auto annotator = entente::Annotator::load(MODEL, std::move(knowledge).value());
  if (!annotator) return std::cerr << to_line(annotator.error()) << '\n', 1;

  std::vector<entente::Extraction> extractions;
  const auto add = [&](std::string id, entente::PartialDate published, std::string text) {
    entente::Article known;
    known.id = std::move(id);
    known.published = published;
    const auto document = annotator->annotate(entente::read_text(std::move(text), known));
    extractions.push_back(entente::extract(document, annotator->knowledge()));
  };
  add("monday", {2019, 3, 4},
      "Norwegian Foreign Minister Ine Eriksen Soreide met Swedish Foreign Minister Margot Wallstrom in Oslo on Monday.");
  add("tuesday", {2019, 3, 5}, "Norway and Sweden signed an agreement, Foreign Minister Margot Wallstrom said on Tuesday.");

  const entente::Graph graph = entente::merge(std::move(extractions));
  const entente::EmitOptions options;
  entente::GraphTriples triples = entente::to_triples(graph, entente::network(graph), options);
  triples.facts.insert(triples.facts.end(), triples.evidence.begin(), triples.evidence.end());
  const auto written = entente::write_rdf(std::cout, triples.facts, entente::prefixes(options), entente::RdfFormat::turtle);
  if (!written) return std::cerr << to_line(written.error()) << '\n', 1;
}
