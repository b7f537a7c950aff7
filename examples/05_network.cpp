// The most central actors of a folder of articles:
//   05_network examples/articles
#include <algorithm>
#include <entente/entente.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: 05_network ARTICLES...\n", 2;
  entente::Diagnostics diagnostics;
  auto knowledge = entente::Knowledge::load(ONTOLOGY, diagnostics);
  if (!knowledge) return std::cerr << to_line(knowledge.error()) << '\n', 1;
  const auto annotator = entente::Annotator::load(MODEL, std::move(knowledge).value());
  if (!annotator) return std::cerr << to_line(annotator.error()) << '\n', 1;

  std::vector<entente::Extraction> extractions;
  for (const entente::Source& source : entente::find_sources({argv + 1, argv + argc}, diagnostics))
    entente::read_source(
        source, {},
        [&](entente::Article&& article) {
          extractions.push_back(entente::extract(annotator->annotate(std::move(article)), annotator->knowledge()));
        },
        diagnostics);

  const entente::Graph graph = entente::merge(std::move(extractions));
  entente::Network network = entente::network(graph);
  std::sort(network.actors.begin(), network.actors.end(),
            [](const auto& a, const auto& b) { return a.betweenness > b.betweenness; });
  for (std::size_t i = 0; i < network.actors.size() && i < 10; ++i)
    std::cout << graph.entities[network.actors[i].entity].name << "\tdegree " << network.actors[i].degree << "\tbetweenness "
              << network.actors[i].betweenness << '\n';
}
