#include "extract/roles.hpp"

#include "extract/roles_found.hpp"

namespace entente {

namespace {

Claim to_claim(const Document& document, const FoundRole& role) {
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
  return claim;
}

}  // namespace

void extract_roles(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const RoleWords words(knowledge.rules());
  const RoleView view(document, words);
  std::vector<FoundRole> roles;
  find_titles_at_names(view, roles);
  find_counterparts(view, roles);
  find_titles_at_verbs(view, roles);
  infer_organizations(view, knowledge, roles);
  merge_repeated_roles(roles);
  for (const FoundRole& role : roles) claims.push_back(to_claim(document, role));
}

}  // namespace entente
