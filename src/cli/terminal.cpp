#include "cli/terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace entente {

void print(const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) std::fprintf(stderr, "%s\n", to_line(d).c_str());
}

void print(const Error& error) { std::fprintf(stderr, "%s\n", to_line(error).c_str()); }

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::optional<Annotator> load_annotator(const DataPaths& data) {
  Diagnostics diagnostics;
  Result<Knowledge> knowledge = Knowledge::load(data.ontology, diagnostics, data.knowledge);
  print(diagnostics);
  if (!knowledge) {
    print(knowledge.error());
    return std::nullopt;
  }
  Result<Annotator> annotator = Annotator::load(data.model, std::move(knowledge).value());
  if (!annotator) {
    print(annotator.error());
    return std::nullopt;
  }
  return std::move(annotator).value();
}

Progress::Progress(bool quiet) : on_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::size_t articles) const {
  if (on_) std::fprintf(stderr, "\r%zu articles", articles);
}

void Progress::show(const std::string& line) const {
  if (on_) std::fprintf(stderr, "\r%s\033[K", line.c_str());
}

void Progress::clear() const {
  if (on_) std::fprintf(stderr, "\r\033[K");
}

}  // namespace entente
