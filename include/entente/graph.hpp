// Graph: the claims of all articles over entities that are one node each. Made by merge (merge.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "entente/claim.hpp"

namespace entente {

// Why two mentions or claims became one node. Each names its evidence so that `entente explain` can show it.
struct SameAs {
  std::string a;  // "ARTICLE#INDEX" of a document entity or claim, as written by merge
  std::string b;
  std::string reason;  // "same Wikidata item", "same full name", "same kind, participants and day" ...
  float score = 1;     // 0..1
  auto operator<=>(const SameAs&) const = default;
};

// Why one article's mention was linked to the item of the knowledge base.
struct EntityLink {
  std::uint32_t article = 0;  // index into Graph::articles
  float score = 0;            // 0..1
  std::string reason;
  auto operator<=>(const EntityLink&) const = default;
};

struct GraphEntity {
  std::string id;  // "person/jens-stoltenberg": derived from content, unique in the graph, safe in an IRI
  EntityType type = EntityType::Person;
  std::string klass;
  std::string name;
  std::string wikidata;
  std::string key;  // of the knowledge base, or empty
  // Surface forms by article: (index into Graph::articles, form). Sorted, each once; the name itself included where it occurs.
  std::vector<std::pair<std::uint32_t, std::string>> forms;
  std::vector<std::uint32_t> articles;  // sorted indices of the articles that mention it
  std::vector<EntityLink> links;        // sorted; of the articles in which it was linked
  std::vector<SameAs> merges;           // sorted
};

// One article's report of a claim.
struct Report {
  std::uint32_t article = 0;  // index into Graph::articles
  std::string id;             // "claim/<article>-<hash>": content-derived
  Claim claim;                // arguments and said_in refer to Graph::entities and Graph::claims
};

// What one or more articles report as the same happening.
struct GraphClaim {
  std::string id;  // "event/2014-04-nato-sanction-russia-1f3a": content-derived
  ClaimKind kind = ClaimKind::Event;
  std::string type;
  std::string text;
  std::vector<Argument> arguments;   // union over the reports, sorted; entity = index into Graph::entities
  TimeSpan time;                     // the most precise
  Status status = Status::asserted;  // the strongest that is reported; each report keeps its own
  std::vector<Report> reports;       // at least one; sorted by article, then evidence
  std::vector<SameAs> merges;
};

struct Graph {
  std::vector<Article> articles;      // sorted by id
  std::vector<GraphEntity> entities;  // sorted by id
  std::vector<GraphClaim> claims;     // sorted by id
};

}  // namespace entente
