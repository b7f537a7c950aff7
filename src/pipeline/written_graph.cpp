#include "pipeline/written_graph.hpp"

#include <filesystem>

namespace entente {

namespace fs = std::filesystem;

namespace {

Result<std::vector<std::string>> graph_files(const std::string& output) {
  std::error_code error;
  if (fs::is_regular_file(output, error)) return std::vector<std::string>{output};
  for (const char* ending : {".ttl", ".nt"}) {
    const fs::path graph = fs::path(output) / (std::string("graph") + ending);
    if (!fs::is_regular_file(graph, error)) continue;
    std::vector<std::string> files{graph.string()};
    const fs::path evidence = fs::path(output) / (std::string("evidence") + ending);
    if (fs::is_regular_file(evidence, error)) files.push_back(evidence.string());
    return files;
  }
  return Error{"no-graph", "no graph.ttl or graph.nt here; build one with 'entente build'", output, 0};
}

}  // namespace

Result<WrittenGraph> WrittenGraph::load(const std::string& output) {
  const auto files = graph_files(output);
  if (!files) return files.error();
  WrittenGraph graph;
  const auto add = [&](const Triple& triple, std::size_t /*line*/) {
    graph.statements_[triple.subject.value].emplace_back(triple.predicate.value, triple.object);
    if (triple.object.kind == TermKind::iri)
      graph.referrers_[triple.object.value].emplace(triple.predicate.value, triple.subject.value);
  };
  for (const std::string& file : files.value())
    if (Outcome read = read_rdf(file, add); !read) return read.error();
  return graph;
}

const std::vector<WrittenGraph::Statement>& WrittenGraph::about(std::string_view subject) const {
  static const std::vector<Statement> nothing;
  const auto found = statements_.find(subject);
  return found == statements_.end() ? nothing : found->second;
}

std::vector<std::string> WrittenGraph::values(std::string_view subject, std::string_view predicate) const {
  std::vector<std::string> out;
  for (const auto& [name, object] : about(subject))
    if (name == predicate) out.push_back(object.value);
  return out;
}

std::string WrittenGraph::value(std::string_view subject, std::string_view predicate) const {
  const auto all_values = values(subject, predicate);
  return all_values.empty() ? std::string() : all_values.front();
}

std::vector<std::string> WrittenGraph::subjects(std::string_view predicate, std::string_view object) const {
  std::set<std::string> out;
  if (const auto found = referrers_.find(object); found != referrers_.end())
    for (const auto& [name, subject] : found->second)
      if (predicate.empty() || name == predicate) out.insert(subject);
  return {out.begin(), out.end()};
}

std::string ent_term(std::string_view local) { return std::string(term::ent) + std::string(local); }

std::string local_name(std::string_view iri) {
  const std::size_t at = iri.find_last_of("#/");
  return std::string(at == std::string_view::npos ? iri : iri.substr(at + 1));
}

}  // namespace entente
