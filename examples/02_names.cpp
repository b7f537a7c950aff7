// Who and what a text names, and what the knowledge base knows of it:
//   02_names < article.txt
#include <entente/entente.hpp>
#include <iostream>
#include <iterator>

int main() {
  entente::Diagnostics diagnostics;
  auto knowledge = entente::Knowledge::load(ONTOLOGY, diagnostics);
  if (!knowledge) return std::cerr << to_line(knowledge.error()) << '\n', 1;
  const auto annotator = entente::Annotator::load(MODEL, std::move(knowledge).value());
  if (!annotator) return std::cerr << to_line(annotator.error()) << '\n', 1;

  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const entente::Document document = annotator->annotate(entente::read_text(std::move(text)));
  for (const entente::DocumentEntity& entity : document.entities) {
    std::cout << to_string(entity.type) << '\t' << entity.name << '\t' << entity.link.wikidata;
    for (const std::string& alias : entity.aliases) std::cout << '\t' << alias;
    std::cout << '\n';
  }
}
