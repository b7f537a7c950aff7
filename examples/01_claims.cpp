// The claims of one text, from standard input:
//   echo 'Norway accused Chile of violating the treaty.' | 01_claims
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
  const entente::Extraction extraction = entente::extract(document, annotator->knowledge());
  for (const entente::Claim& claim : extraction.claims)
    std::cout << to_line(claim, extraction.entities) << "\n    " << claim.evidence.text << '\n';
}
