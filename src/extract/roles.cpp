#include "extract/roles.hpp"

#include "extract/roles_found.hpp"
#include "extract/statements.hpp"

namespace entente {

namespace {

// A title in a quotation is the speaker's word; in a reported clause it is the article's.
std::uint32_t quoted_in(const Document& document, const std::vector<Claim>& claims, std::uint32_t token) {
  const std::uint32_t statement = statement_at(document, claims, token);
  return statement != no_claim && claims[statement].type == "direct" ? statement : no_claim;
}

Claim to_claim(const Document& document, const std::vector<Claim>& claims, const FoundRole& role) {
  Claim claim;
  claim.kind = ClaimKind::Role;
  claim.arguments.push_back({Part::person, role.person});
  if (role.organization != no_entity) claim.arguments.push_back({Part::organization, role.organization});
  claim.text = role.title;
  claim.time = role.time;
  claim.status = role.status;
  claim.confidence = role.confidence;
  claim.evidence.range = document.bytes(role.tokens);
  claim.evidence.rule = role.rule;
  claim.said_in = quoted_in(document, claims, role.tokens.begin);
  return claim;
}

}  // namespace

void extract_roles(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const RoleWords words(knowledge.rules());
  const RoleView view(document, words);
  std::vector<FoundRole> roles;
  find_titles_at_names(view, roles);
  find_counterparts(view, roles);
  const Clauses clauses(document, knowledge.rules());
  find_titles_at_verbs(view, Surface(clauses, {}), roles);
  find_titles_in_descriptions(view, knowledge, roles);
  infer_organizations(view, knowledge, roles);
  merge_repeated_roles(roles);
  for (const FoundRole& role : roles) claims.push_back(to_claim(document, claims, role));
}

}  // namespace entente
