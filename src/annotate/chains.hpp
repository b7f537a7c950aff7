// Chains: the mentions of one thing while coreference is being resolved. Steps of the resolution add to a ChainSet one after
// another, the safest first; coreference.cpp calls them in order and turns the chains into entities.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_tables.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

inline constexpr std::uint32_t no_chain = ~std::uint32_t{0};

struct Chain {
  EntityType type = EntityType::Person;
  ItemId item = no_item;
  ItemId state = no_item;  // of a body or person, where the text says it
  float score = 0;         // of the link
  std::string reason;      // of the link
  Gender gender = Gender::none;
  std::set<std::string> descriptors;    // lemmas that the text calls a person by: "minister", "expert"
  std::set<ItemId> bodies;              // states and organisations that stand in a person's titles and appositions
  std::vector<std::uint32_t> mentions;  // indices into Document::mentions, ascending
};

// A description by office while chains are being made (document.hpp, OfficeMention).
struct ChainOffice {
  OfficeMention mention;
  std::uint32_t body = no_chain;
  std::uint32_t named = no_chain;
  bool settled = false;  // it is certain who held the office
};

struct ChainSet {
  ChainSet(const NameTables& t, Document& d)
      : knowledge(t.knowledge), words(t.words), titles(t.titles), document(d), of_mention(d.mentions.size(), no_chain) {}

  const Knowledge& knowledge;
  const NameWords& words;
  const OfficeTitles& titles;
  Document& document;
  std::vector<Chain> chains;
  std::vector<std::uint32_t> of_mention;  // chain of each mention
  std::vector<ChainOffice> offices;
  std::set<ItemId> states_named;  // anywhere in the article, by adjectives and capitals too

  const Mention& mention(std::uint32_t at) const { return document.mentions[at]; }
  // The mention's text with plain spaces.
  std::string form(std::uint32_t at) const;
  std::uint32_t open(std::uint32_t mention, EntityType type);
  void attach(std::uint32_t chain, std::uint32_t mention);
  std::uint32_t find_item(ItemId item) const;  // no_chain if the article has not named it
};

// Adds a mention of kind nominal or pronoun, in its place among the others once `settle` is called.
std::uint32_t add_mention(ChainSet& set, Range tokens, MentionKind kind, EntityType type);

// Everything but persons: known things, bodies of states, acronyms, short forms. (thing_chains.cpp)
void chain_things(ChainSet& set);
// Full names, surnames, first names. (person_chains.cpp)
void chain_persons(ChainSet& set);
// What the text calls each person, and the states and bodies that are named with it. (person_context.cpp)
void describe_persons(ChainSet& set);
// Items for persons, where name and context agree. (person_links.cpp)
void link_persons(ChainSet& set);
// "the German foreign minister", "his French counterpart": who held the office then. (office_descriptions.cpp)
void chain_offices(ChainSet& set);
// "the Secretary General", "the bloc", "the treaty". (nominals.cpp)
void chain_nominals(ChainSet& set);
// he, she, it, who, which. (pronouns.cpp)
void chain_pronouns(ChainSet& set);

}  // namespace entente
