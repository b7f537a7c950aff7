// A written graph in memory: the statements about each subject, and the subjects that refer to each object.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/rdf.hpp"
#include "entente/result.hpp"

namespace entente {

namespace term {
inline constexpr std::string_view ent = "https://w3id.org/entente/ontology#";
inline constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view identifier = "http://purl.org/dc/terms/identifier";
inline constexpr std::string_view begin_index = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex";
inline constexpr std::string_view end_index = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex";
inline constexpr std::string_view anchor_of = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
inline constexpr std::string_view reference_context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext";
}  // namespace term

class WrittenGraph {
 public:
  // `output` is a folder with graph.ttl or graph.nt (and evidence beside it), or one file.
  static Result<WrittenGraph> load(const std::string& output);

  using Statement = std::pair<std::string, Term>;  // predicate, object
  // In the order of the file; empty for an unknown subject.
  const std::vector<Statement>& about(std::string_view subject) const;
  // The first object of a predicate as text; empty if there is none. `values` gives all.
  std::string value(std::string_view subject, std::string_view predicate) const;
  std::vector<std::string> values(std::string_view subject, std::string_view predicate) const;
  // Subjects that have `object` (an IRI) under `predicate`; under any, if it is empty. Sorted.
  std::vector<std::string> subjects(std::string_view predicate, std::string_view object) const;
  std::vector<std::string> of_type(std::string_view type) const { return subjects(term::rdf_type, type); }
  const std::map<std::string, std::vector<Statement>, std::less<>>& all() const { return statements_; }

 private:
  std::map<std::string, std::vector<Statement>, std::less<>> statements_;
  std::map<std::string, std::set<std::pair<std::string, std::string>>, std::less<>> referrers_;  // object -> (predicate, subject)
};

// "https://w3id.org/entente/ontology#" + local name.
std::string ent_term(std::string_view local);
// The part after the last '#' or '/'.
std::string local_name(std::string_view iri);

}  // namespace entente
