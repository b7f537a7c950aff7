// KnowledgeDraft: all that the loader has read, before it becomes the tables that a Knowledge reads (image.hpp).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/knowledge.hpp"
#include "knowledge/first_names.hpp"
#include "knowledge/name_index_builder.hpp"
#include "knowledge/ontology.hpp"

namespace entente {

struct DraftItem {
  std::string key;
  EntityType type = EntityType::Organization;
  std::string klass;
  std::string label;
  std::string wikidata;
  ItemId state = no_item;
  ItemId parent = no_item;
  float prominence = 0;
};

struct DraftPost {
  std::string title, office, organization;  // the last two are keys
};

struct DraftTenure {
  ItemId person = no_item;
  std::string office;
  std::string title;
  ItemId organization = no_item;
  TimeSpan time, seen;
};

struct DraftStep {
  ItemId treaty = no_item;
  std::string step;
  ItemId actor = no_item;
  PartialDate date;
};

struct KnowledgeDraft {
  Ontology ontology;
  std::vector<DraftItem> items;
  std::unordered_map<std::string, ItemId> keys;
  NameIndexBuilder names;
  std::map<std::string, DraftPost> posts;                   // by key
  std::map<std::string, std::vector<std::string>> offices;  // titles by key
  std::vector<DraftTenure> tenures;                         // sorted by organization, office, begin
  std::vector<Membership> memberships;                      // sorted by organization, member, begin
  std::vector<DraftStep> treaty_steps;                      // sorted by treaty, date
  FirstNames first_names;
};

}  // namespace entente
