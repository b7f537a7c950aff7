// Builder: makes terms of Entente's vocabulary and collects triples in their two heaps, facts and evidence.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.hpp"
#include "entente/emit.hpp"

namespace entente {

namespace ns {
inline constexpr std::string_view ent = "https://w3id.org/entente/ontology#";
inline constexpr std::string_view dc = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view dcterms = "http://purl.org/dc/terms/";
inline constexpr std::string_view foaf = "http://xmlns.com/foaf/0.1/";
inline constexpr std::string_view nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
inline constexpr std::string_view org = "http://www.w3.org/ns/org#";
inline constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view prov = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view rdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view schema = "http://schema.org/";
inline constexpr std::string_view sem = "http://semanticweb.cs.vu.nl/2009/11/sem/";
inline constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view time = "http://www.w3.org/2006/time#";
inline constexpr std::string_view wikidata = "http://www.wikidata.org/entity/";
inline constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
}  // namespace ns

Term term(std::string_view space, std::string_view name);
Term ent(std::string_view name);  // of entente.ttl
Term text(std::string_view value);
Term typed(std::string_view value, std::string_view xsd_type);
Term integer(std::uint64_t value);
Term decimal(double value, int digits);  // the same on every machine and in every locale
Term date(const PartialDate& date);      // xsd:date, xsd:gYearMonth or xsd:gYear. Precondition: known()

// As a part of an IRI's path: what an IRI does not take is percent-encoded; '/' stays.
std::string path(std::string_view id);
// An id as one word: "state/russia" -> "state_russia".
std::string word(std::string_view id);

class Builder {
 public:
  explicit Builder(const EmitOptions& options) : base_(options.base) {}

  Term individual(std::string_view folder, std::string_view id) const;
  Term individual(std::string_view id) const { return individual("", id); }
  Term article(const Article& article) const { return individual("article/", article.id); }

  void fact(const Term& subject, Term predicate, Term object) {
    out_.facts.push_back({subject, std::move(predicate), std::move(object)});
  }
  void evidence(const Term& subject, Term predicate, Term object) {
    out_.evidence.push_back({subject, std::move(predicate), std::move(object)});
  }

  // ent:date where the span is one point, else ent:from and ent:until; nothing where it is unknown.
  void span(const Term& subject, const TimeSpan& time);
  // A node of OWL-Time for a known span, shared by all that has the same.
  Term time_node(const TimeSpan& time);

  // True the first time that it is asked for a node: several claims can bring the same node with other words.
  bool is_new(const Term& node) { return seen_.insert(node.value).second; }

  GraphTriples take() { return std::move(out_); }

 private:
  std::string base_;
  GraphTriples out_;
  std::set<std::string> seen_;
};

Term rdf_type();
Term label();

// The parts of to_triples; each adds its own to the builder.
void add_articles(Builder& builder, const Graph& graph);
void add_entities(Builder& builder, const Graph& graph);
void add_network(Builder& builder, const Graph& graph, const Network& network);
void add_claims(Builder& builder, const Graph& graph);
void add_direct(Builder& builder, const Graph& graph);
void add_inferences(Builder& builder, const Graph& graph);
void add_merges(Builder& builder, const Term& into, const std::vector<SameAs>& merges);

// The same by the organisation's id alone.
Term post(const Builder& builder, std::string_view organization, std::string_view title);
// The post of an office at an organisation: "post/state_russia--foreign-minister".
Term post(const Builder& builder, const GraphEntity& organization, std::string_view title);
// The entity that plays a part, or null.
const GraphEntity* first(const Graph& graph, const std::vector<Argument>& arguments, Part part);

// What a person would call the situation: "NATO SANCTION Russia (2014-04)".
std::string readable(const Graph& graph, const GraphClaim& claim);

}  // namespace entente
