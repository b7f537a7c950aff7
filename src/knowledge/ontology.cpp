#include "knowledge/ontology.hpp"

#include <filesystem>
#include <vector>

#include "entente/rdf.hpp"

namespace entente {

namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view rdfs_subclass = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

using Parents = std::map<std::string, std::vector<std::string>, std::less<>>;

std::string_view local_name(std::string_view iri) {
  return iri.substr(0, ontology_iri.size()) == ontology_iri ? iri.substr(ontology_iri.size()) : std::string_view{};
}

Outcome read_terms(const std::string& file, Ontology& ontology, Parents& parents) {
  return read_rdf(file, [&](const Triple& triple, std::size_t) {
    const std::string_view subject = local_name(triple.subject.value);
    if (subject.empty()) return;
    if (triple.predicate.value == rdf_type) ontology.terms.emplace(subject);
    const std::string_view parent = local_name(triple.object.value);
    if (triple.predicate.value == rdfs_subclass && !parent.empty()) parents[std::string(subject)].emplace_back(parent);
  });
}

// The first contract type at or above a class; `depth` stops a circle of subclasses.
std::optional<EntityType> contract_type(const std::string& name, const Parents& parents, int depth = 0) {
  if (const auto type = entity_type(name)) return type;
  const auto found = parents.find(name);
  if (found == parents.end() || depth > 16) return std::nullopt;
  for (const std::string& parent : found->second)
    if (const auto type = contract_type(parent, parents, depth + 1)) return type;
  return std::nullopt;
}

}  // namespace

Result<Ontology> load_ontology(const std::string& folder) {
  Ontology ontology;
  Parents parents;
  if (const Outcome read = read_terms(folder + "/entente.ttl", ontology, parents); !read) return read.error();
  const std::string plover = folder + "/plover.ttl";
  std::error_code ignored;
  if (std::filesystem::exists(plover, ignored))
    if (const Outcome read = read_terms(plover, ontology, parents); !read) return read.error();
  for (const std::string& term : ontology.terms)
    if (const auto type = contract_type(term, parents)) ontology.classes.emplace(term, *type);
  return ontology;
}

}  // namespace entente
