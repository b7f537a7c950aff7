#include "merge/entities.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "model/person_names.hpp"

namespace entente {

namespace {

// One document entity of one article.
struct Node {
  std::uint32_t article = 0;
  std::uint32_t index = 0;
  const DocumentEntity* entity = nullptr;
  std::string id;                  // "ARTICLE#INDEX"
  std::vector<std::string> words;  // of a person's name
  std::string state;               // key of the state it belongs to, as its article or the knowledge base has it
};

struct Edge {
  float score = 0;
  std::uint32_t a = 0, b = 0;
  const char* reason = "";
};

constexpr float by_alias = 0.8F;

// What is known of a component, to see contradictions before they are merged.
struct Component {
  std::string key, wikidata;
  EntityType type = EntityType::Person;
  Gender gender = Gender::none;
  std::string state;  // key of the state it belongs to
  std::vector<std::uint32_t> members;
};

bool contradict(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

// Extractors may call one thing a Council in one article and an International Organization in another.
bool types_agree(EntityType a, EntityType b) {
  const auto group = [](EntityType t) {
    switch (t) {
      case EntityType::InternationalOrganization:
      case EntityType::GovernmentBody:
      case EntityType::Organization:
      case EntityType::NewsAgency:
      case EntityType::Council: return EntityType::Organization;
      default: return t;
    }
  };
  return group(a) == group(b);
}

// A state that an article knows by its adjective alone is an entity only where a claim needs it.
std::vector<Node> all_nodes(const std::vector<Extraction>& extractions) {
  std::vector<Node> nodes;
  for (std::uint32_t i = 0; i < extractions.size(); ++i) {
    std::set<EntityIndex> used;
    for (const Claim& claim : extractions[i].claims)
      for (const Argument& argument : claim.arguments) used.insert(argument.entity);
    for (std::uint32_t j = 0; j < extractions[i].entities.size(); ++j) {
      const DocumentEntity& entity = extractions[i].entities[j];
      if (!entity.named && !used.contains(j)) continue;
      Node node{i, j, &entity, extractions[i].article.id + "#" + std::to_string(j), {}, {}};
      if (entity.type == EntityType::Person) node.words = name_words(entity.name);
      if (entity.state != no_entity) node.state = extractions[i].entities[entity.state].link.key;
      nodes.push_back(std::move(node));
    }
  }
  return nodes;
}

// Groups nodes by a string and links each group as a chain: enough for one component, linear in its size.
class Groups {
 public:
  void add(std::string key, std::uint32_t node) { groups_[std::move(key)].push_back(node); }
  void link(const char* reason, float score, std::vector<Edge>& edges) const {
    for (const auto& [key, members] : groups_)
      for (std::size_t i = 1; i < members.size(); ++i) edges.push_back({score, members[i - 1], members[i], reason});
  }
  const std::map<std::string, std::vector<std::uint32_t>>& all() const { return groups_; }

 private:
  std::map<std::string, std::vector<std::uint32_t>> groups_;
};

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

void link_by_identity(const std::vector<Node>& nodes, std::vector<Edge>& edges) {
  Groups by_key;
  Groups by_wikidata;
  for (std::uint32_t n = 0; n < nodes.size(); ++n) {
    const Link& link = nodes[n].entity->link;
    if (!link.key.empty()) by_key.add(link.key, n);
    if (!link.wikidata.empty()) by_wikidata.add(link.wikidata, n);
  }
  by_key.link("same item of the knowledge base", 1, edges);
  by_wikidata.link("same Wikidata item", 1, edges);
}

// Things other than persons: the whole name, then a name that one article uses as an alias of the other's. Acronyms
// alone are too ambiguous between articles (ICC, ADB) to carry an alias link.
void link_by_name(const std::vector<Node>& nodes, std::vector<Edge>& edges) {
  Groups by_name;
  std::map<std::string, std::uint32_t> first_with_name;
  for (std::uint32_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].entity->type == EntityType::Person) continue;
    const std::string name = fold(nodes[n].entity->name);
    by_name.add(name, n);
    first_with_name.try_emplace(name, n);
  }
  by_name.link("same name", 0.9F, edges);
  for (std::uint32_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].entity->type == EntityType::Person) continue;
    for (const std::string& alias : nodes[n].entity->aliases) {
      if (is_acronym(alias) || alias.find(' ') == std::string::npos) continue;
      const auto other = first_with_name.find(fold(alias));
      if (other != first_with_name.end() && other->second != n)
        edges.push_back({by_alias, n, other->second, "a name of one is an alias of the other"});
    }
  }
}

// Full names agree; or a surname alone, where just one person in all articles bears it with a first name.
void link_persons(const std::vector<Node>& nodes, std::vector<Edge>& edges) {
  Groups by_surname;
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    if (!nodes[n].words.empty()) by_surname.add(nodes[n].words.back(), n);
  for (const auto& [surname, members] : by_surname.all())
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const Node& a = nodes[members[i]];
        const Node& b = nodes[members[j]];
        // A link to the knowledge base is tried first, before unknown bearers of the name join each other.
        const float first = a.entity->link.key.empty() != b.entity->link.key.empty() ? 0.02F : 0;
        if (a.words.size() == b.words.size() && a.words == b.words && a.words.size() > 1)
          edges.push_back({0.9F + first, members[i], members[j], "same full name"});
        else if (same_person_name(a.words, b.words))
          edges.push_back({0.8F, members[i], members[j], "two spellings of one name"});
      }
}

// The items of the knowledge base that each article names.
std::vector<std::set<std::string>> keys_by_article(const std::vector<Extraction>& extractions) {
  std::vector<std::set<std::string>> out(extractions.size());
  for (std::size_t i = 0; i < extractions.size(); ++i)
    for (const DocumentEntity& entity : extractions[i].entities)
      if (!entity.link.key.empty()) out[i].insert(entity.link.key);
  return out;
}

class Merger {
 public:
  Merger(const std::vector<Node>& nodes, std::vector<std::set<std::string>> keys, const std::vector<MergeDecision>& decisions)
      : nodes_(nodes),
        keys_(std::move(keys)),
        rank_(nodes.size()),
        parent_(nodes.size()),
        sets_(rank_.data(), parent_.data()),
        components_(nodes.size()) {
    for (std::uint32_t n = 0; n < nodes.size(); ++n) {
      sets_.make_set(n);
      const DocumentEntity& e = *nodes[n].entity;
      components_[n] = {e.link.key, e.link.wikidata, e.type, e.gender, nodes[n].state, {n}};
    }
    for (const MergeDecision& decision : decisions) decide(decision);
  }

  void join(std::vector<Edge> edges) {
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& x, const Edge& y) { return std::tie(y.score, x.a, x.b) < std::tie(x.score, y.a, y.b); });
    for (const Edge& edge : edges)
      if (allowed(edge)) unite(edge);
  }

  // Components in order of their first member, each with the edges that made it.
  std::vector<Component> components() {
    std::vector<Component> all;
    for (std::uint32_t n = 0; n < nodes_.size(); ++n)
      if (sets_.find_set(n) == n) all.push_back(components_[n]);
    return all;
  }
  std::uint32_t root(std::uint32_t node) { return sets_.find_set(node); }
  const std::vector<Edge>& used() const { return used_; }

 private:
  void decide(const MergeDecision& decision) {
    for (std::uint32_t a = 0; a < nodes_.size(); ++a) {
      if (!names(decision.a, nodes_[a])) continue;
      for (std::uint32_t b = 0; b < nodes_.size(); ++b) {
        if (a == b || !names(decision.b, nodes_[b])) continue;
        if (decision.same)
          unite({1, a, b, "decided by the user"});
        else
          apart_.insert({a, b});
      }
    }
  }
  // A decision names an entity by the knowledge base's key, or as ARTICLE:NAME.
  bool names(const std::string& given, const Node& node) const {
    if (given == node.entity->link.key) return true;
    const std::string article = node.id.substr(0, node.id.rfind('#'));
    return given == article + ":" + node.entity->name;
  }
  bool allowed(const Edge& edge) {
    const Component& a = components_[sets_.find_set(edge.a)];
    const Component& b = components_[sets_.find_set(edge.b)];
    if (contradict(a.key, b.key) || contradict(a.wikidata, b.wikidata) || !types_agree(a.type, b.type)) return false;
    if (a.gender != Gender::none && b.gender != Gender::none && a.gender != b.gender) return false;
    if (a.type == EntityType::Person && !same_bearer(a, b)) return false;
    if (shares_names(a.type, edge) && shares_names(b.type, edge) && !same_owner(a, b)) return false;
    return std::none_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const auto in = [](const Component& c, std::uint32_t n) {
        return std::find(c.members.begin(), c.members.end(), n) != c.members.end();
      };
      return (in(a, pair.first) && in(b, pair.second)) || (in(a, pair.second) && in(b, pair.first));
    });
  }
  // Two persons of one name of whom one is known and the other is not are the same only where something beside the name says so:
  // the known one's state, or another known person, is named in every article on the unknown one.
  bool same_bearer(const Component& a, const Component& b) const {
    if (contradict(a.state, b.state)) return false;
    if (a.key.empty() == b.key.empty()) return true;
    const Component& known = a.key.empty() ? b : a;
    const Component& unknown = a.key.empty() ? a : b;
    return std::all_of(unknown.members.begin(), unknown.members.end(),
                       [&](std::uint32_t m) { return supports(known, keys_[nodes_[m].article]); });
  }
  // Bodies and places of many states have one name. What an article left open is what others have linked only if it names their
  // state, too.
  static bool shares_names(EntityType type, const Edge& edge) {
    return type == EntityType::Place || (type == EntityType::GovernmentBody && edge.score <= by_alias);
  }
  bool same_owner(const Component& a, const Component& b) const {
    if (contradict(a.state, b.state)) return false;
    if (a.key.empty() == b.key.empty()) return true;
    const Component& known = a.key.empty() ? b : a;
    const Component& unknown = a.key.empty() ? a : b;
    return known.state.empty() || std::all_of(unknown.members.begin(), unknown.members.end(),
                                              [&](std::uint32_t m) { return keys_[nodes_[m].article].contains(known.state); });
  }
  bool supports(const Component& known, const std::set<std::string>& named) const {
    if (!known.state.empty() && named.contains(known.state)) return true;
    return std::any_of(known.members.begin(), known.members.end(), [&](std::uint32_t m) {
      const std::set<std::string>& beside = keys_[nodes_[m].article];
      return std::any_of(named.begin(), named.end(), [&](const std::string& key) {
        return key.starts_with("person/") && key != known.key && beside.contains(key);
      });
    });
  }
  void unite(const Edge& edge) {
    const std::uint32_t a = sets_.find_set(edge.a);
    const std::uint32_t b = sets_.find_set(edge.b);
    if (a == b) return;
    used_.push_back(edge);
    sets_.link(a, b);
    const std::uint32_t kept = sets_.find_set(a);
    Component& into = components_[kept];
    Component& from = components_[kept == a ? b : a];
    if (into.key.empty()) into.key = from.key;
    if (into.wikidata.empty()) into.wikidata = from.wikidata;
    if (into.gender == Gender::none) into.gender = from.gender;
    if (into.state.empty()) into.state = from.state;
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    from.members.clear();
  }

  const std::vector<Node>& nodes_;
  std::vector<std::set<std::string>> keys_;  // by article
  std::vector<std::uint32_t> rank_, parent_;
  boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets_;
  std::vector<Component> components_;
  std::vector<Edge> used_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> apart_;
};

// The value that most members have; ties go to the longer, then the alphabetically first.
template <typename Get>
auto most_common(const std::vector<std::uint32_t>& members, Get get) {
  using Value = decltype(get(0U));
  std::map<Value, int> counts;
  for (const std::uint32_t member : members) ++counts[get(member)];
  return std::max_element(counts.begin(), counts.end(), [](const auto& x, const auto& y) { return x.second < y.second; })->first;
}

std::string canonical_name(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& members) {
  std::string best;
  for (const std::uint32_t m : members) {
    const DocumentEntity& e = *nodes[m].entity;
    if (!e.link.key.empty()) return e.name;  // the knowledge base's label
    if (e.name.size() > best.size() || (e.name.size() == best.size() && e.name < best)) best = e.name;
  }
  return best;
}

std::string folder(EntityType type) {
  std::string out;
  for (const char c : std::string(to_string(type))) {
    if (c >= 'A' && c <= 'Z' && !out.empty()) out += '-';
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return out;
}

GraphEntity make_entity(const std::vector<Node>& nodes, Component component) {
  std::sort(component.members.begin(), component.members.end());
  GraphEntity entity;
  entity.key = component.key;
  entity.wikidata = component.wikidata;
  entity.name = canonical_name(nodes, component.members);
  entity.type = most_common(component.members, [&](std::uint32_t m) { return nodes[m].entity->type; });
  entity.klass = most_common(component.members, [&](std::uint32_t m) { return nodes[m].entity->klass; });
  for (const std::uint32_t m : component.members) {
    entity.articles.push_back(nodes[m].article);
    const Link& link = nodes[m].entity->link;
    if (!link.key.empty()) entity.links.push_back({nodes[m].article, link.score, link.reason});
    for (const std::string& alias : nodes[m].entity->aliases) entity.forms.emplace_back(nodes[m].article, alias);
    entity.forms.emplace_back(nodes[m].article, nodes[m].entity->name);
  }
  const auto sort_unique = [](auto& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  sort_unique(entity.articles);
  sort_unique(entity.links);
  sort_unique(entity.forms);
  entity.id = entity.key.empty() ? folder(entity.type) + "/" + slug(entity.name) : entity.key;
  return entity;
}

// Two people of one name keep apart: from the second on, the id carries a hash of where the name stands. A known one keeps its key.
void make_ids_unique(std::vector<GraphEntity>& entities, const std::vector<Extraction>& extractions) {
  std::map<std::string, int> seen;
  for (const GraphEntity& entity : entities)
    if (!entity.key.empty()) ++seen[entity.id];
  for (GraphEntity& entity : entities)
    if (entity.key.empty() && seen[entity.id]++ > 0)
      entity.id += "-" + hex_hash(extractions[entity.articles.front()].article.id + "\n" + entity.name, 6);
}

}  // namespace

EntityMap merge_entities(const std::vector<Extraction>& extractions, const std::vector<MergeDecision>& decisions, Graph& graph) {
  const std::vector<Node> nodes = all_nodes(extractions);
  std::vector<Edge> edges;
  link_by_identity(nodes, edges);
  link_by_name(nodes, edges);
  link_persons(nodes, edges);
  Merger merger(nodes, keys_by_article(extractions), decisions);
  merger.join(std::move(edges));

  std::vector<GraphEntity> entities;
  std::map<std::uint32_t, std::uint32_t> entity_of_root;
  for (Component& component : merger.components()) {
    entity_of_root[merger.root(component.members.front())] = static_cast<std::uint32_t>(entities.size());
    entities.push_back(make_entity(nodes, std::move(component)));
  }
  for (const Edge& edge : merger.used())
    entities[entity_of_root[merger.root(edge.a)]].merges.push_back({nodes[edge.a].id, nodes[edge.b].id, edge.reason, edge.score});
  make_ids_unique(entities, extractions);

  std::vector<std::uint32_t> order(entities.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) { return entities[x].id < entities[y].id; });
  std::vector<std::uint32_t> place(entities.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    std::sort(entities[order[i]].merges.begin(), entities[order[i]].merges.end());
    graph.entities.push_back(std::move(entities[order[i]]));
  }
  EntityMap map;
  for (const Extraction& extraction : extractions) map.emplace_back(extraction.entities.size(), no_entity);
  for (std::uint32_t n = 0; n < nodes.size(); ++n) map[nodes[n].article][nodes[n].index] = place[entity_of_root[merger.root(n)]];
  return map;
}

}  // namespace entente
