// Ontology: the terms that entente.ttl and plover.ttl declare, and which contract type each class is a kind of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "entente/types.hpp"

namespace entente {

inline constexpr std::string_view ontology_iri = "https://w3id.org/entente/ontology#";

struct Ontology {
  std::set<std::string, std::less<>> terms;                // local names of classes, properties and codes
  std::map<std::string, EntityType, std::less<>> classes;  // local name of a class -> the contract type above or at it

  bool declares(std::string_view local_name) const { return terms.count(local_name) != 0; }
};

// Reads `folder`/entente.ttl, which must be there, and `folder`/plover.ttl, if it is.
Result<Ontology> load_ontology(const std::string& folder);

}  // namespace entente
