// Claims (what one article says, with its evidence) and situations (what one or more articles report).
#include "base/text.hpp"
#include "emit/builder.hpp"

namespace entente {

namespace {

std::string_view situation_class(ClaimKind kind) { return to_string(kind); }

std::string_view claim_class(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Role: return "RoleClaim";
    case ClaimKind::Meeting: return "MeetingClaim";
    case ClaimKind::Statement: return "StatementClaim";
    case ClaimKind::Event: return "EventClaim";
    case ClaimKind::TreatyRelation: return "TreatyClaim";
  }
  return {};
}

bool is_event(ClaimKind kind) { return kind == ClaimKind::Meeting || kind == ClaimKind::Statement || kind == ClaimKind::Event; }

Term property(Part part) { return ent(part == Part::with ? "coSpeaker" : to_string(part)); }

// What a claim and its situation have in common: kind, status, arguments, words and time.
void add_content(Builder& builder, const Graph& graph, const Term& node, ClaimKind kind, const std::string& type,
                 const std::string& words, Status status, const std::vector<Argument>& arguments, const TimeSpan& time) {
  if (!type.empty()) builder.fact(node, ent("kind"), ent(path(type)));
  builder.fact(node, ent("status"), ent(to_string(status)));
  for (const Argument& a : arguments) builder.fact(node, property(a.part), builder.individual(graph.entities[a.entity].id));
  if (!words.empty() && kind == ClaimKind::Role) builder.fact(node, ent("title"), text(words));
  if (!words.empty() && kind == ClaimKind::Statement) builder.fact(node, ent("text"), text(words));
  builder.span(node, time);
}

// The same again in the terms of SEM.
void add_event_terms(Builder& builder, const Graph& graph, const Term& node, const GraphClaim& claim) {
  builder.fact(node, rdf_type(), term(ns::sem, "Event"));
  if (!claim.type.empty()) builder.fact(node, term(ns::sem, "eventType"), ent(path(claim.type)));
  for (const Argument& a : claim.arguments)
    builder.fact(node, term(ns::sem, a.part == Part::place ? "hasPlace" : "hasActor"),
                 builder.individual(graph.entities[a.entity].id));
  if (claim.time.known()) builder.fact(node, term(ns::sem, "hasTime"), builder.time_node(claim.time));
}

// And of a role in the terms of W3C ORG.
void add_membership_terms(Builder& builder, const Graph& graph, const Term& node, const GraphClaim& claim) {
  builder.fact(node, rdf_type(), term(ns::org, "Membership"));
  const GraphEntity* person = first(graph, claim.arguments, Part::person);
  const GraphEntity* organization = first(graph, claim.arguments, Part::organization);
  if (person != nullptr) builder.fact(node, term(ns::org, "member"), builder.individual(person->id));
  if (claim.time.known()) builder.fact(node, term(ns::org, "memberDuring"), builder.time_node(claim.time));
  if (organization == nullptr) return;
  const Term organization_node = builder.individual(organization->id);
  builder.fact(node, term(ns::org, "organization"), organization_node);
  if (claim.text.empty()) return;
  const Term office = post(builder, *organization, claim.text);
  builder.fact(node, ent("post"), office);
  if (!builder.is_new(office)) return;
  builder.fact(office, rdf_type(), term(ns::org, "Post"));
  builder.fact(office, label(), text(claim.text + ", " + organization->name));
  builder.fact(office, term(ns::org, "postIn"), organization_node);
}

void add_situation(Builder& builder, const Graph& graph, const GraphClaim& claim) {
  const Term node = builder.individual(claim.id);
  builder.fact(node, rdf_type(), ent(situation_class(claim.kind)));
  builder.fact(node, label(), text(readable(graph, claim)));
  add_content(builder, graph, node, claim.kind, claim.type, claim.text, claim.status, claim.arguments, claim.time);
  if (is_event(claim.kind)) add_event_terms(builder, graph, node, claim);
  if (claim.kind == ClaimKind::Meeting) builder.fact(node, rdf_type(), term(ns::schema, "Event"));
  if (claim.kind == ClaimKind::Role) add_membership_terms(builder, graph, node, claim);
  add_merges(builder, node, claim.merges);
}

void add_evidence(Builder& builder, const Term& claim, const Article& article, const Evidence& evidence) {
  const std::string range = "-" + std::to_string(evidence.begin) + "-" + std::to_string(evidence.end);
  const Term sentence = builder.individual("sentence/", article.id + range);
  builder.evidence(claim, ent("evidence"), sentence);
  builder.evidence(sentence, rdf_type(), ent("Sentence"));
  builder.evidence(sentence, rdf_type(), term(ns::nif, "Sentence"));
  builder.evidence(sentence, term(ns::nif, "referenceContext"), builder.article(article));
  builder.evidence(sentence, term(ns::nif, "beginIndex"), typed(std::to_string(evidence.begin), "nonNegativeInteger"));
  builder.evidence(sentence, term(ns::nif, "endIndex"), typed(std::to_string(evidence.end), "nonNegativeInteger"));
  builder.evidence(sentence, term(ns::nif, "anchorOf"), text(evidence.text));
  if (evidence.rule.empty()) return;
  const Term rule = builder.individual("rule/", word(evidence.rule));
  builder.evidence(claim, ent("foundBy"), rule);
  builder.evidence(rule, rdf_type(), ent("Rule"));
  builder.evidence(rule, label(), text(evidence.rule));
}

void add_report(Builder& builder, const Graph& graph, const GraphClaim& situation, const Report& report) {
  const Claim& claim = report.claim;
  const Article& article = graph.articles[report.article];
  const Term node = builder.individual(report.id);
  builder.fact(node, rdf_type(), ent(claim_class(claim.kind)));
  builder.fact(node, ent("reports"), builder.individual(situation.id));
  builder.fact(node, ent("article"), builder.article(article));
  builder.fact(node, ent("confidence"), decimal(claim.confidence, 2));
  if (claim.kind == ClaimKind::Meeting && !claim.text.empty()) builder.fact(node, label(), text(claim.text));
  if (claim.said_in != no_claim) builder.fact(node, ent("saidIn"), builder.individual(graph.claims[claim.said_in].id));
  add_content(builder, graph, node, claim.kind, claim.type, claim.text, claim.status, claim.arguments, claim.time);
  add_evidence(builder, node, article, claim.evidence);
}

std::string names(const Graph& graph, const GraphClaim& claim, Part part) {
  std::string out;
  for (const Argument& a : claim.arguments)
    if (a.part == part) out += (out.empty() ? "" : ", ") + graph.entities[a.entity].name;
  return out;
}

// At most so many code points, cut at a space.
std::string shortened(const std::string& words, std::size_t most) {
  if (count_code_points(words) <= most) return words;
  std::size_t at = 0;
  std::size_t cut = 0;
  for (std::size_t n = 0; n < most; ++n) {
    if (words[at] == ' ') cut = at;
    next_code_point(words, at);
  }
  return words.substr(0, cut != 0 ? cut : at) + " ...";
}

std::string joined(const std::string& a, std::string_view between, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : std::string(a).append(between).append(b);
}

std::string what(const Graph& graph, const GraphClaim& claim) {
  constexpr std::size_t most = 60;
  switch (claim.kind) {
    case ClaimKind::Role:
      return joined(names(graph, claim, Part::person), ": ", joined(claim.text, ", ", names(graph, claim, Part::organization)));
    case ClaimKind::Meeting:
      return joined(claim.text.empty() ? claim.type : claim.text, ": ", names(graph, claim, Part::participant));
    case ClaimKind::Statement: return names(graph, claim, Part::speaker) + ": " + shortened(plain_spaces(claim.text), most);
    case ClaimKind::Event:
      return joined(names(graph, claim, Part::actor), " ", joined(claim.type, " ", names(graph, claim, Part::target)));
    case ClaimKind::TreatyRelation:
      return joined(names(graph, claim, Part::actor), " ", joined(claim.type, " ", names(graph, claim, Part::treaty)));
  }
  return {};
}

}  // namespace

std::string readable(const Graph& graph, const GraphClaim& claim) {
  const PartialDate& when = claim.time.begin.known() ? claim.time.begin : claim.time.end;
  return what(graph, claim) + (when.known() ? " (" + to_string(when) + ")" : "");
}

void add_claims(Builder& builder, const Graph& graph) {
  for (const GraphClaim& claim : graph.claims) {
    add_situation(builder, graph, claim);
    for (const Report& report : claim.reports) add_report(builder, graph, claim, report);
  }
}

}  // namespace entente
