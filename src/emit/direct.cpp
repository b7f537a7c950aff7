// Direct triples past the claims, for easy queries: only from what an article itself asserts.
#include <array>
#include <utility>

#include "emit/builder.hpp"

namespace entente {

namespace {

using Name = std::pair<std::string_view, std::string_view>;  // kind of claim -> property

constexpr std::array<Name, 16> event_properties = {{
    {"AGREE", "hasAgreedWith"},
    {"CONSULT", "hasConsulted"},
    {"SUPPORT", "hasSupported"},
    {"COOPERATE", "hasCooperatedWith"},
    {"AID", "hasAided"},
    {"CONCEDE", "hasConcededTo"},
    {"RETREAT", "hasRetreatedFrom"},
    {"REQUEST", "hasRequestedOf"},
    {"ACCUSE", "hasAccused"},
    {"REJECT", "hasRejected"},
    {"THREATEN", "hasThreatened"},
    {"PROTEST", "hasProtestedAgainst"},
    {"SANCTION", "hasSanctioned"},
    {"MOBILIZE", "hasMobilizedAgainst"},
    {"COERCE", "hasCoerced"},
    {"ASSAULT", "hasAssaulted"},
}};

constexpr std::array<Name, 16> treaty_properties = {{
    {"party", "isPartyTo"},
    {"signed", "hasSigned"},
    {"ratified", "hasRatified"},
    {"withdrew", "hasWithdrawnFrom"},
    {"suspended", "hasSuspended"},
    {"violated", "hasViolated"},
    {"accused-of-violating", "isAccusedOfViolating"},
    {"complies", "compliesWith"},
    {"supports", "supportsTreaty"},
    {"opposes", "opposesTreaty"},
    {"proposes-amending", "proposesAmending"},
    {"threatened", "hasThreatenedTreaty"},
    {"irrelevant", "callsIrrelevant"},
    {"implements", "implementsTreaty"},
    {"extends", "hasExtended"},
    {"negotiates", "negotiatesTreaty"},
}};

std::string_view find(const std::array<Name, 16>& names, std::string_view kind) {
  for (const auto& [from, to] : names)
    if (from == kind) return to;
  return {};
}

class Direct {
 public:
  Direct(Builder& builder, const Graph& graph) : builder_(builder), graph_(graph) {}

  void add(const Claim& claim) {
    if (claim.said_in != no_claim) return;  // its speaker says so, the article does not
    switch (claim.kind) {
      case ClaimKind::Role: return add_role(claim);
      case ClaimKind::Meeting: return add_meeting(claim);
      case ClaimKind::Statement: return across(claim, Part::speaker, "spokeTo", Part::addressee);
      case ClaimKind::Event:
        if (claim.status == Status::asserted) across(claim, Part::actor, find(event_properties, claim.type), Part::target);
        return;
      case ClaimKind::TreatyRelation: return add_treaty(claim);
    }
  }

 private:
  Term node(std::uint32_t entity) const { return builder_.individual(graph_.entities[entity].id); }

  void across(const Claim& claim, Part from, std::string_view property, Part to) {
    if (property.empty()) return;
    for (const Argument& a : claim.arguments)
      for (const Argument& b : claim.arguments)
        if (a.part == from && b.part == to && a.entity != b.entity) builder_.fact(node(a.entity), ent(property), node(b.entity));
  }

  void add_role(const Claim& claim) {
    const GraphEntity* person = first(graph_, claim.arguments, Part::person);
    const GraphEntity* organization = first(graph_, claim.arguments, Part::organization);
    if (person == nullptr || organization == nullptr || claim.text.empty() || claim.status == Status::future) return;
    const bool current = claim.status == Status::current;
    const Term subject = builder_.individual(person->id);
    builder_.fact(subject, ent(current ? "holdsOffice" : "heldOffice"), post(builder_, *organization, claim.text));
    if (current) builder_.fact(subject, term(ns::org, "memberOf"), builder_.individual(organization->id));
  }

  void add_meeting(const Claim& claim) {
    if (claim.status == Status::held || claim.status == Status::ongoing)
      across(claim, Part::participant, "metWith", Part::participant);
  }

  void add_treaty(const Claim& claim) {
    // "X says that Y keeps the treaty" is X's word; that Y stands accused is the article's.
    const bool own = first(graph_, claim.arguments, Part::by) == nullptr || claim.type == "accused-of-violating";
    if (own && claim.status == Status::asserted) across(claim, Part::actor, find(treaty_properties, claim.type), Part::treaty);
  }

  Builder& builder_;
  const Graph& graph_;
};

}  // namespace

void add_direct(Builder& builder, const Graph& graph) {
  Direct direct(builder, graph);
  for (const GraphClaim& situation : graph.claims)
    for (const Report& report : situation.reports) direct.add(report.claim);
}

}  // namespace entente
