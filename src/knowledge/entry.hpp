// Entry: all that a knowledge file says about one subject, as it is read from Turtle.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/ontology.hpp"

namespace entente {

// Subjects of the knowledge base are this IRI and a key: "state/russia".
inline constexpr std::string_view knowledge_iri = "https://w3id.org/entente/knowledge/";

// The properties that a knowledge file may use; ontology/knowledge/README.md says what each means.
enum class Property : std::uint8_t {
  type,
  label,
  alias,
  acronym,
  demonym,
  adjective,
  capital_name,
  metonym,
  surname,
  contextual_name,
  same_as,
  of_state,
  part_of,
  prominence,
  gender,
  post_in,
  office,
  holder,
  post,
  from,
  until,
  seen_from,
  seen_until,
  member,
  organization,
  treaty,
  step,
  by,
  date,
  signed_on,
  in_force_from,
  ended_on,
  party,
};

struct Fact {
  Property property = Property::label;
  bool is_iri = false;
  std::string value;  // for IRIs within the knowledge base the key; for classes and codes of the ontology the local name
  std::size_t line = 0;
};

struct Entry {
  std::string key;
  std::size_t line = 0;  // of its first statement's end
  std::vector<Fact> facts;

  const Fact* find(Property property) const;
  // The value of a property that may stand once, or "".
  std::string_view value(Property property) const;
};

// Reads a file and calls `sink` for each subject, in file order. What is not an entry of the knowledge base (a foreign
// subject, an undeclared or unknown property) goes to `diagnostics`; a file that cannot be read or parsed is an error.
Outcome read_entries(const std::string& file, const Ontology& ontology, const std::function<void(const Entry&)>& sink,
                     Diagnostics& diagnostics);

}  // namespace entente
