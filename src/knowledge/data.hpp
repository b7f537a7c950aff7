// What Knowledge holds. Filled by the loader (loader.hpp), then never changed.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/knowledge.hpp"
#include "knowledge/first_names.hpp"
#include "knowledge/name_index.hpp"
#include "knowledge/ontology.hpp"

namespace entente {

struct KnowledgeData {
  Ontology ontology;
  std::vector<Item> items;
  std::unordered_map<std::string, ItemId> keys;
  NameIndex names;
  std::vector<Tenure> tenures;                   // sorted by organization, office, begin
  std::vector<std::uint32_t> tenures_by_person;  // indices into tenures, sorted by person, then as they stand
  std::vector<Membership> memberships;           // sorted by organization, member, begin
  std::vector<TreatyStep> treaty_steps;          // sorted by treaty, date
  FirstNames first_names;
  RuleSet rules;
};

struct Knowledge::Data : KnowledgeData {};

}  // namespace entente
