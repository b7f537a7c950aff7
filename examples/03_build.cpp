// The main job as a library call:
//   03_build output/ article.txt more-articles/
#include <entente/entente.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc < 3) return std::cerr << "usage: 03_build OUTPUT ARTICLES...\n", 2;
  entente::Diagnostics diagnostics;
  auto knowledge = entente::Knowledge::load(ONTOLOGY, diagnostics);
  if (!knowledge) return std::cerr << to_line(knowledge.error()) << '\n', 1;
  const auto annotator = entente::Annotator::load(MODEL, std::move(knowledge).value());
  if (!annotator) return std::cerr << to_line(annotator.error()) << '\n', 1;

  entente::BuildOptions options;
  options.output = argv[1];
  options.inputs.assign(argv + 2, argv + argc);
  options.threads = 2;
  const auto summary = entente::build(options, annotator.value(), diagnostics);
  for (const entente::Diagnostic& diagnostic : diagnostics) std::cerr << to_line(diagnostic) << '\n';
  if (!summary) return std::cerr << to_line(summary.error()) << '\n', 1;
  std::cout << summary->articles << " articles, " << summary->claims << " claims, " << summary->triples << " triples\n";
}
