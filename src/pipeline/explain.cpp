#include <algorithm>

#include "entente/inspect.hpp"
#include "pipeline/written_graph.hpp"

namespace entente {

namespace {

// Statements that are shown in their own words further down, or that only repeat the node's type.
bool is_plumbing(const std::string& predicate) {
  static const std::set<std::string> names = {"reports", "evidence", "article", "foundBy", "merged", "mentions"};
  return predicate == term::rdf_type || (predicate.starts_with(term::ent) && names.contains(local_name(predicate)));
}

std::string readable(const WrittenGraph& graph, const Term& object) {
  if (object.kind == TermKind::literal) return "\"" + object.value + "\"";
  const std::string label = graph.value(object.value, term::label);
  return label.empty() ? "<" + object.value + ">" : label + " <" + object.value + ">";
}

std::string evidence_lines(const WrittenGraph& graph, const std::string& claim) {
  std::string out;
  for (const std::string& sentence : graph.values(claim, ent_term("evidence"))) {
    const std::string article = graph.value(sentence, term::reference_context);
    out += "      \"" + graph.value(sentence, term::anchor_of) + "\"\n      in " + graph.value(article, term::identifier) +
           ", characters " + graph.value(sentence, term::begin_index) + " to " + graph.value(sentence, term::end_index);
    const std::string file = graph.value(article, ent_term("sourceFile"));
    if (!file.empty()) out += " of " + file;
    out += "\n";
  }
  const std::string rule = graph.value(claim, ent_term("foundBy"));
  if (!rule.empty()) {
    const std::string name = graph.value(rule, term::label);
    out += "      found by " + (name.empty() ? rule : name) + ", confidence " + graph.value(claim, ent_term("confidence")) + "\n";
  }
  return out;
}

std::string claim_lines(const WrittenGraph& graph, const std::vector<std::string>& situations) {
  std::string out;
  for (const std::string& situation : situations) {
    const std::vector<std::string> claims = graph.subjects(ent_term("reports"), situation);
    if (claims.empty()) continue;
    const std::string label = graph.value(situation, term::label);
    out += "  " + (label.empty() ? situation : label + " <" + situation + ">") + "\n";
    for (const std::string& claim : claims) out += evidence_lines(graph, claim);
  }
  return out;
}

std::string merge_lines(const WrittenGraph& graph, const std::string& node) {
  std::string out;
  for (const std::string& merge : graph.subjects(ent_term("merged"), node)) {
    std::string items;
    for (const std::string& item : graph.values(merge, ent_term("mergedItem"))) items += (items.empty() ? "" : " = ") + item;
    out += "  " + items + ": " + graph.value(merge, ent_term("reason")) + " (" + graph.value(merge, ent_term("score")) + ")\n";
  }
  return out;
}

// Nodes that a user's name can mean: the IRI itself, IRIs that end so, or labels, in this order.
std::vector<std::string> find_nodes(const WrittenGraph& graph, const std::string& name) {
  if (!graph.about(name).empty()) return {name};
  std::vector<std::string> by_ending;
  std::vector<std::string> by_label;
  for (const auto& [subject, statements] : graph.all()) {
    if (subject.ends_with("/" + name)) by_ending.push_back(subject);
    if (graph.value(subject, term::label) == name) by_label.push_back(subject);
  }
  return by_ending.empty() ? by_label : by_ending;
}

std::string explain_node(const WrittenGraph& graph, const std::string& node) {
  std::string out = node + "\n";
  for (const std::string& type : graph.values(node, term::rdf_type)) out += "  a " + local_name(type) + "\n";
  for (const auto& [predicate, object] : graph.about(node))
    if (!is_plumbing(predicate)) out += "  " + local_name(predicate) + ": " + readable(graph, object) + "\n";
  if (const std::string merges = merge_lines(graph, node); !merges.empty()) out += "one node because\n" + merges;
  std::vector<std::string> situations = graph.subjects("", node);
  if (!graph.subjects(ent_term("reports"), node).empty()) situations = {node};
  if (const std::string claims = claim_lines(graph, situations); !claims.empty()) out += "claims\n" + claims;
  if (!graph.value(node, ent_term("evidence")).empty()) out += "evidence\n" + evidence_lines(graph, node);
  return out;
}

}  // namespace

Result<std::string> explain(const std::string& output, const std::string& name) {
  const Result<WrittenGraph> graph = WrittenGraph::load(output);
  if (!graph) return graph.error();
  const std::vector<std::string> nodes = find_nodes(graph.value(), name);
  if (nodes.empty()) return Error{"not-found", "nothing in the graph has this IRI, ending or label: " + name, output, 0};
  std::string out;
  for (const std::string& node : nodes) out += explain_node(graph.value(), node);
  return out;
}

}  // namespace entente
