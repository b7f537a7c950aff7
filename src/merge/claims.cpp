#include "merge/claims.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "base/identifier.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

using Entities = std::vector<std::uint32_t>;  // sorted indices into Graph::entities

// A claim of one article whose arguments are graph entities.
struct Node {
  std::uint32_t article = 0;
  std::uint32_t index = 0;  // among the extraction's claims
  Claim claim;
  PartialDate published;
  std::string id;               // "ARTICLE#cINDEX"
  std::set<std::string> words;  // content words of the evidence
};

struct Edge {
  std::uint32_t a = 0, b = 0;
  const char* reason = "";
  float score = 1;
};

Entities players(const Claim& claim, Part part) {
  Entities out;
  for (const Argument& argument : claim.arguments)
    if (argument.part == part) out.push_back(argument.entity);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Shared members over all members (Jaccard); two empty sets share everything.
template <typename Set>
double shared(const Set& a, const Set& b) {
  if (a.empty() && b.empty()) return 1;
  std::vector<typename Set::value_type> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() - both.size());
}

std::set<std::string> content_words(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(text) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else {
      if (word.size() > 3) words.insert(word);  // function words of English are short
      word.clear();
    }
  }
  return words;
}

// Deeds happen once; words are repeated, so alike words on different days are different acts.
bool is_speech_act(const std::string& root) {
  static const std::set<std::string> roots = {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"};
  return roots.contains(root);
}

bool published_within(const Node& a, const Node& b, long days) {
  return a.published.exact() && b.published.exact() && std::abs(to_days(a.published) - to_days(b.published)) <= days;
}

bool same_day(const TimeSpan& a, const TimeSpan& b) { return a.begin.exact() && a.begin == b.begin; }
bool same_month(const TimeSpan& a, const TimeSpan& b) {
  return a.begin.month != 0 && b.begin.month != 0 && compatible(a.begin, b.begin);
}

// Times that contradict forbid a link, whatever else is alike.
bool times_contradict(const Claim& a, const Claim& b) {
  return a.time.begin.known() && b.time.begin.known() && !compatible(a.time.begin, b.time.begin);
}

const char* same_event(const Node& a, const Node& b) {
  const double actors = shared(players(a.claim, Part::actor), players(b.claim, Part::actor));
  const double targets = shared(players(a.claim, Part::target), players(b.claim, Part::target));
  if (actors < 0.5 || targets < 0.5) return nullptr;
  if (same_day(a.claim.time, b.claim.time)) return "same type, actors, targets and day";
  if (!is_speech_act(a.claim.type) && same_month(a.claim.time, b.claim.time)) return "same type, actors, targets and month";
  if (published_within(a, b, 7) && shared(a.words, b.words) >= 0.4)
    return "same type, actors and targets in like words, published in one week";
  return nullptr;
}

bool kinds_agree(const std::string& a, const std::string& b) {
  static const std::set<std::string> general = {"meeting", "talks", "summit", "council-session", "conference", "visit"};
  return a == b ||
         (general.contains(a) && general.contains(b) && (a == "meeting" || b == "meeting" || a == "talks" || b == "talks"));
}

const char* same_meeting(const Node& a, const Node& b) {
  if (!kinds_agree(a.claim.type, b.claim.type)) return nullptr;
  const double participants = shared(players(a.claim, Part::participant), players(b.claim, Part::participant));
  if (participants < 0.34) return nullptr;
  if (same_day(a.claim.time, b.claim.time)) return "same kind, participants and day";
  if (participants < 0.5) return nullptr;
  if (same_month(a.claim.time, b.claim.time)) return "same kind, participants and month";
  if (published_within(a, b, 3)) return "same kind and participants, published within three days";
  return nullptr;
}

const char* same_claim(const Node& a, const Node& b) {
  if (times_contradict(a.claim, b.claim)) return nullptr;
  switch (a.claim.kind) {
    case ClaimKind::Role:
      return a.claim.status == b.claim.status && fold(a.claim.text) == fold(b.claim.text) ? "same person, post and status"
                                                                                          : nullptr;
    case ClaimKind::Statement: return fold(a.claim.text) == fold(b.claim.text) ? "same speaker and words" : nullptr;
    case ClaimKind::TreatyRelation: return "same treaty, relation and actor";
    case ClaimKind::Event: return same_event(a, b);
    case ClaimKind::Meeting: return same_meeting(a, b);
  }
  return nullptr;
}

// Claims that could be the same share a block; only within one are pairs compared.
std::vector<std::string> blocks(const Claim& claim) {
  const std::string head = std::string(to_string(claim.kind)) + "|";
  const auto joined = [&](std::initializer_list<Part> parts) {
    std::string key = head;
    for (const Part part : parts) {
      for (const std::uint32_t e : players(claim, part)) key += std::to_string(e) + ",";
      key += "|";
    }
    return key;
  };
  std::vector<std::string> keys;
  switch (claim.kind) {
    case ClaimKind::Role: keys.push_back(joined({Part::person, Part::organization})); break;
    case ClaimKind::Statement: keys.push_back(joined({Part::speaker})); break;
    case ClaimKind::TreatyRelation: keys.push_back(joined({Part::treaty, Part::actor, Part::by}) + claim.type); break;
    case ClaimKind::Event:
      for (const std::uint32_t e : players(claim, Part::actor)) keys.push_back(head + claim.type + std::to_string(e));
      break;
    case ClaimKind::Meeting:
      for (const std::uint32_t e : players(claim, Part::participant)) keys.push_back(head + std::to_string(e));
      break;
  }
  return keys;
}

std::vector<Node> all_nodes(const std::vector<Extraction>& extractions, const EntityMap& entities) {
  std::vector<Node> nodes;
  for (std::uint32_t i = 0; i < extractions.size(); ++i)
    for (std::uint32_t j = 0; j < extractions[i].claims.size(); ++j) {
      const Extraction& from = extractions[i];
      Node node{i, j, from.claims[j], from.article.published, from.article.id + "#c" + std::to_string(j), {}};
      for (Argument& argument : node.claim.arguments) argument.entity = entities[i][argument.entity];
      std::sort(node.claim.arguments.begin(), node.claim.arguments.end());
      auto& list = node.claim.arguments;
      list.erase(std::unique(list.begin(), list.end()), list.end());
      node.words = content_words(node.claim.evidence.text);
      nodes.push_back(std::move(node));
    }
  return nodes;
}

std::vector<Edge> same_edges(const std::vector<Node>& nodes) {
  std::map<std::string, std::vector<std::uint32_t>> by_block;
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    for (const std::string& key : blocks(nodes[n].claim)) by_block[key].push_back(n);
  std::vector<Edge> edges;
  for (const auto& [key, members] : by_block)
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (nodes[members[i]].article == nodes[members[j]].article) continue;  // within one the extractors decide
        if (const char* reason = same_claim(nodes[members[i]], nodes[members[j]]))
          edges.push_back({members[i], members[j], reason, 0.9F});
      }
  return edges;
}

TimeSpan more_precise(const TimeSpan& a, const TimeSpan& b) {
  const auto precision = [](const PartialDate& d) { return (d.year != 0) + (d.month != 0) + (d.day != 0); };
  return precision(b.begin) > precision(a.begin) ? b : a;
}

// The status that says most: what happened before what is only planned, what is asserted before what is claimed.
int strength(Status status) {
  switch (status) {
    case Status::asserted:
    case Status::held:
    case Status::current: return 5;
    case Status::ongoing: return 4;
    case Status::planned:
    case Status::future: return 3;
    case Status::claimed:
    case Status::former: return 2;
    case Status::proposed:
    case Status::possible: return 1;
    case Status::denied:
    case Status::cancelled: return 0;
  }
  return 0;
}

std::string folder(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Role: return "role/";
    case ClaimKind::Meeting: return "meeting/";
    case ClaimKind::Statement: return "statement/";
    case ClaimKind::Event: return "event/";
    case ClaimKind::TreatyRelation: return "treaty-relation/";
  }
  return {};
}

// Last part of an entity's id: "state/russia" -> "russia".
std::string short_id(const Graph& graph, std::uint32_t entity) {
  const std::string& id = graph.entities[entity].id;
  return id.substr(id.rfind('/') + 1);
}

// "2014-04-29-european-union-sanction-russia": what a person would call it; the hash of the evidence keeps it unique.
std::string readable_id(const Graph& graph, const GraphClaim& claim) {
  std::vector<std::string> words;
  if (claim.time.begin.known()) words.push_back(to_string(claim.time.begin));
  std::vector<Argument> main = claim.arguments;
  std::erase_if(main, [](const Argument& a) {
    return a.part == Part::place || a.part == Part::host || a.part == Part::addressee || a.part == Part::with;
  });
  bool typed = claim.type.empty();
  for (std::size_t i = 0; i < main.size() && i < 3; ++i) {
    if (!typed && (i == 1 || claim.kind == ClaimKind::Meeting)) words.push_back(claim.type), typed = true;
    words.push_back(short_id(graph, main[i].entity));
  }
  if (!typed) words.push_back(claim.type);
  if (claim.kind == ClaimKind::Role) words.push_back(claim.text);
  std::string name;
  for (const std::string& word : words) name += word + " ";
  const Report& first = claim.reports.front();
  const std::string content = std::string(to_string(claim.kind)) + claim.type + name + claim.text + first.claim.evidence.text;
  return folder(claim.kind) + slug(name) + "-" + hex_hash(content, 6);
}

GraphClaim make_claim(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& members) {
  GraphClaim out;
  const Claim& first = nodes[members.front()].claim;
  out.kind = first.kind;
  out.type = first.type;
  out.text = first.text;
  out.time = first.time;
  out.status = first.status;
  for (const std::uint32_t m : members) {
    const Claim& claim = nodes[m].claim;
    out.arguments.insert(out.arguments.end(), claim.arguments.begin(), claim.arguments.end());
    out.time = more_precise(out.time, claim.time);
    if (strength(claim.status) > strength(out.status)) out.status = claim.status;
    if (out.type == "meeting") out.type = claim.type;  // the more telling kind of meeting
    out.reports.push_back({nodes[m].article, {}, claim});
  }
  std::sort(out.arguments.begin(), out.arguments.end());
  out.arguments.erase(std::unique(out.arguments.begin(), out.arguments.end()), out.arguments.end());
  return out;
}

// Gives every report its id: content-derived, so entity indices (which depend on the other articles) become ids first.
void name_reports(const Graph& graph, const std::vector<Extraction>& extractions, GraphClaim& claim) {
  for (Report& report : claim.reports) {
    const std::string& article = extractions[report.article].article.id;
    std::string content = article + "|" + std::string(to_string(claim.kind)) + "|" + report.claim.type + "|" + report.claim.text +
                          "|" + std::to_string(report.claim.evidence.begin);
    for (const Argument& a : report.claim.arguments)
      content += "|" + std::string(to_string(a.part)) + "=" + graph.entities[a.entity].id;
    report.id = "claim/" + slug(article) + "-" + hex_hash(content, 10);
  }
}

void make_ids_unique(std::vector<GraphClaim>& claims) {
  std::map<std::string, int> seen;
  std::map<std::string, int> seen_reports;
  for (GraphClaim& claim : claims) {
    if (const int n = seen[claim.id]++; n > 0) claim.id += "-" + std::to_string(n + 1);
    for (Report& report : claim.reports)
      if (const int n = seen_reports[report.id]++; n > 0) report.id += "-" + std::to_string(n + 1);
  }
}

}  // namespace

void merge_claims(const std::vector<Extraction>& extractions, const EntityMap& entities, Graph& graph) {
  const std::vector<Node> nodes = all_nodes(extractions, entities);
  std::vector<std::uint32_t> rank(nodes.size());
  std::vector<std::uint32_t> parent(nodes.size());
  boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets(rank.data(), parent.data());
  for (std::uint32_t n = 0; n < nodes.size(); ++n) sets.make_set(n);
  std::vector<Edge> used;
  for (const Edge& edge : same_edges(nodes)) {
    if (sets.find_set(edge.a) == sets.find_set(edge.b)) continue;
    used.push_back(edge);
    sets.union_set(edge.a, edge.b);
  }

  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t n = 0; n < nodes.size(); ++n) members[sets.find_set(n)].push_back(n);
  std::map<std::uint32_t, std::uint32_t> claim_of_root;
  std::vector<GraphClaim> claims;
  for (const auto& [root, list] : members) {
    claim_of_root[root] = static_cast<std::uint32_t>(claims.size());
    GraphClaim claim = make_claim(nodes, list);
    name_reports(graph, extractions, claim);
    claim.id = readable_id(graph, claim);
    claims.push_back(std::move(claim));
  }
  for (const Edge& edge : used)
    claims[claim_of_root[sets.find_set(edge.a)]].merges.push_back({nodes[edge.a].id, nodes[edge.b].id, edge.reason, edge.score});

  std::vector<std::uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return std::tie(claims[x].id, claims[x].reports.front().article, claims[x].reports.front().id) <
           std::tie(claims[y].id, claims[y].reports.front().article, claims[y].reports.front().id);
  });
  std::vector<std::uint32_t> place(claims.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;

  // said_in: index within the extraction -> index within the graph.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> final_place;
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    final_place[{nodes[n].article, nodes[n].index}] = place[claim_of_root[sets.find_set(n)]];
  for (const std::uint32_t from : order) {
    GraphClaim claim = std::move(claims[from]);
    std::sort(claim.merges.begin(), claim.merges.end());
    for (Report& report : claim.reports)
      if (report.claim.said_in != no_claim) report.claim.said_in = final_place.at({report.article, report.claim.said_in});
    graph.claims.push_back(std::move(claim));
  }
  make_ids_unique(graph.claims);
}

}  // namespace entente
