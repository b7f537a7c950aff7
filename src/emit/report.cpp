#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "emit/builder.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_list = 20;

// As a piece of Markdown in a line or table cell.
std::string markdown(std::string_view words) {
  std::string out;
  for (const char c : plain_spaces(words)) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string articles_of(const Graph& graph, const GraphClaim& claim) {
  std::set<std::string> ids;
  for (const Report& report : claim.reports) ids.insert(graph.articles[report.article].id);
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + markdown(id);
  return out;
}

std::string count(std::size_t n, const char* one, const char* many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

void write_counts(std::ostream& out, const Graph& graph) {
  std::map<std::string_view, std::size_t> entities;
  std::map<ClaimKind, std::pair<std::size_t, std::size_t>> claims;  // situations, reports
  std::size_t reports = 0;
  for (const GraphEntity& entity : graph.entities) ++entities[to_string(entity.type)];
  for (const GraphClaim& claim : graph.claims) {
    ++claims[claim.kind].first;
    claims[claim.kind].second += claim.reports.size();
    reports += claim.reports.size();
  }
  out << "# What the articles say\n\n"
      << count(graph.articles.size(), "article", "articles") << ", " << count(graph.entities.size(), "entity", "entities") << ", "
      << count(reports, "claim", "claims") << ".\n\n| kind | claims | about |\n|---|---:|---:|\n";
  for (const auto& [kind, n] : claims) out << "| " << to_string(kind) << " | " << n.second << " | " << n.first << " |\n";
  out << "\n| type of entity | number |\n|---|---:|\n";
  for (const auto& [type, n] : entities) out << "| " << type << " | " << n << " |\n";
}

void write_actors(std::ostream& out, const Graph& graph, const Network& network) {
  if (network.actors.empty()) return;
  std::vector<Actor> actors = network.actors;
  std::stable_sort(actors.begin(), actors.end(), [](const Actor& a, const Actor& b) {
    return std::tie(b.degree, b.betweenness) < std::tie(a.degree, a.betweenness);
  });
  out << "\n## Main actors\n\n| actor | type | ties | betweenness | group |\n|---|---|---:|---:|---:|\n";
  for (std::size_t i = 0; i < actors.size() && i < longest_list; ++i) {
    const GraphEntity& entity = graph.entities[actors[i].entity];
    out << "| " << markdown(entity.name) << " | " << to_string(entity.type) << " | " << actors[i].degree << " | "
        << decimal(actors[i].betweenness, 3).value << " | " << actors[i].community << " |\n";
  }
}

// A list of situations of one kind, the latest first.
void write_list(std::ostream& out, const Graph& graph, ClaimKind kind, const char* title) {
  std::vector<const GraphClaim*> claims;
  for (const GraphClaim& claim : graph.claims)
    if (claim.kind == kind) claims.push_back(&claim);
  if (claims.empty()) return;
  std::stable_sort(claims.begin(), claims.end(), [](const auto* a, const auto* b) { return b->time.begin < a->time.begin; });
  out << "\n## " << title << "\n\n";
  for (std::size_t i = 0; i < claims.size() && i < longest_list; ++i)
    out << "- " << markdown(readable(graph, *claims[i])) << " [" << to_string(claims[i]->status)
        << "]: " << articles_of(graph, *claims[i]) << "\n";
  if (claims.size() > longest_list) out << "- ... and " << claims.size() - longest_list << " more\n";
}

// Names that the knowledge base lacks, those that act most often first: for the user to add.
void write_missing(std::ostream& out, const Graph& graph) {
  struct Missing {
    std::size_t acts = 0, articles = 0;
    const GraphEntity* entity = nullptr;
  };
  std::vector<std::size_t> acts(graph.entities.size());
  for (const GraphClaim& claim : graph.claims)
    for (const Report& report : claim.reports)
      for (const Argument& a : report.claim.arguments)
        if (a.part == Part::actor || a.part == Part::speaker || a.part == Part::with || a.part == Part::participant)
          ++acts[a.entity];
  std::vector<Missing> missing;
  for (std::size_t i = 0; i < graph.entities.size(); ++i)
    if (graph.entities[i].key.empty() && acts[i] != 0)
      missing.push_back({acts[i], graph.entities[i].articles.size(), &graph.entities[i]});
  if (missing.empty()) return;
  std::stable_sort(missing.begin(), missing.end(), [](const Missing& a, const Missing& b) {
    return std::tie(b.acts, b.articles, a.entity->name) < std::tie(a.acts, a.articles, b.entity->name);
  });
  out << "\n## Who is missing\n\nNames that the knowledge base does not know, by how often they act, speak or take part; a file "
         "given with --knowledge can add them.\n\n| name | type | acts | articles |\n|---|---|---:|---:|\n";
  for (std::size_t i = 0; i < missing.size() && i < longest_list; ++i)
    out << "| " << markdown(missing[i].entity->name) << " | " << to_string(missing[i].entity->type) << " | " << missing[i].acts
        << " | " << missing[i].articles << " |\n";
  if (missing.size() > longest_list) out << "\n... and " << missing.size() - longest_list << " more.\n";
}

bool affirms(Status status) { return status == Status::asserted || status == Status::held || status == Status::ongoing; }
bool denies(Status status) { return status == Status::denied || status == Status::cancelled; }

// Relations that cannot both hold of one actor and one treaty.
bool opposite(const std::string& a, const std::string& b) {
  static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"complies", "violated"}, {"complies", "accused-of-violating"}, {"supports", "opposes"}, {"party", "withdrew"}};
  return std::any_of(std::begin(pairs), std::end(pairs), [&](const auto& p) { return a == p.first && b == p.second; });
}

std::vector<std::string> contradictions(const Graph& graph) {
  std::vector<std::string> out;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const GraphClaim*>> treaties;  // (actor, treaty)
  for (const GraphClaim& claim : graph.claims) {
    const auto some = [&](bool (*test)(Status)) {
      return std::any_of(claim.reports.begin(), claim.reports.end(), [&](const Report& r) { return test(r.claim.status); });
    };
    if (some(affirms) && some(denies))
      out.push_back(markdown(readable(graph, claim)) + " is both reported and denied: " + articles_of(graph, claim));
    if (claim.kind != ClaimKind::TreatyRelation) continue;
    for (const Argument& a : claim.arguments)
      for (const Argument& t : claim.arguments)
        if (a.part == Part::actor && t.part == Part::treaty) treaties[{a.entity, t.entity}].push_back(&claim);
  }
  for (const auto& [pair, claims] : treaties)
    for (const GraphClaim* a : claims)
      for (const GraphClaim* b : claims)
        if (opposite(a->type, b->type))
          out.push_back(markdown(readable(graph, *a)) + " (" + articles_of(graph, *a) + ") against " +
                        markdown(readable(graph, *b)) + " (" + articles_of(graph, *b) + ")");
  return out;
}

}  // namespace

Outcome write_report(std::ostream& out, const Graph& graph, const Network& network, const Diagnostics& diagnostics) {
  write_counts(out, graph);
  write_actors(out, graph, network);
  write_list(out, graph, ClaimKind::Meeting, "Meetings");
  write_list(out, graph, ClaimKind::TreatyRelation, "Treaties");
  if (const auto found = contradictions(graph); !found.empty()) {
    out << "\n## Contradictions\n\n";
    for (const std::string& line : found) out << "- " << line << "\n";
  }
  write_missing(out, graph);
  if (!diagnostics.empty()) {
    out << "\n## Problems with the input\n\n";
    for (const Diagnostic& diagnostic : diagnostics) out << "- " << markdown(to_line(diagnostic)) << "\n";
  }
  out.flush();
  if (!out.good()) return Error{"cannot-write", "the report could not be written whole: is the disk full?", "", 0};
  return Done{};
}

}  // namespace entente
