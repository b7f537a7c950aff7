#include "extract/treaties.hpp"

#include "extract/clause.hpp"
#include "extract/matcher.hpp"
#include "extract/rule_claims.hpp"

namespace entente {

void extract_treaties(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const Clauses clauses(document, knowledge.rules());
  std::vector<Match> matches = match_rules(clauses, ClaimKind::TreatyRelation);
  drop_repetitions(document, matches);
  for (const Match& match : matches) claims.push_back(claim_of(clauses, match, claims));
}

}  // namespace entente
