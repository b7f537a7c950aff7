// What Knowledge holds: views of tables that lie in a mapped file or in memory, and the rules.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/section_file.hpp"
#include "entente/knowledge.hpp"
#include "knowledge/first_names.hpp"
#include "knowledge/image.hpp"
#include "knowledge/name_index.hpp"
#include "knowledge/ontology.hpp"

namespace entente {

struct KnowledgeData {
  std::vector<SectionFile> memory;  // what the views lie in
  Image image;
  NameIndex names;
  Ontology ontology;
  std::vector<Office> offices;           // sorted by key
  std::vector<Tenure> tenures;           // sorted by organization, office, begin
  std::vector<Membership> memberships;   // sorted by organization, member, begin
  std::vector<TreatyStep> treaty_steps;  // sorted by treaty, date
  RuleSet rules;
};

struct Knowledge::Data : KnowledgeData {};

}  // namespace entente
