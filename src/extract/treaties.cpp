#include "extract/treaties.hpp"

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "extract/clause.hpp"
#include "extract/matcher.hpp"
#include "extract/rule_claims.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr float named_sides = 0.85F;

bool is_party(EntityType type) {
  return type == EntityType::State || type == EntityType::InternationalOrganization || type == EntityType::GovernmentBody;
}

// "Russia and the United States extended the treaty": each stands in the relation by itself.
std::vector<Match> one_actor_each(const Match& match) {
  std::vector<Match> out;
  std::vector<Argument> shared;
  for (const Argument& argument : match.arguments)
    if (argument.part != Part::actor) shared.push_back(argument);
  for (const Argument& argument : match.arguments) {
    if (argument.part != Part::actor) continue;
    out.push_back(match);
    out.back().arguments = shared;
    out.back().arguments.push_back(argument);
  }
  if (out.empty()) out.push_back(match);
  return out;
}

// Who stands behind "between" or is named with "of" beside a treaty: "the accord between Peru and Chile".
std::vector<EntityIndex> named_parties(const Document& document, std::uint32_t treaty) {
  std::vector<EntityIndex> parties;
  for (const std::uint32_t dependent : children(document, treaty)) {
    const std::optional<std::uint32_t> preposition = child(document, dependent, "case");
    if (!preposition || document.tokens[*preposition].lemma != "between") continue;
    for (const EntityIndex entity : entities_of(document, dependent))
      if (is_party(document.entities[entity].type)) parties.push_back(entity);
  }
  return parties;
}

void add_parties(const Document& document, std::vector<Claim>& claims) {
  std::set<std::pair<EntityIndex, EntityIndex>> known;
  for (const Mention& mention : document.mentions) {
    if (mention.type != EntityType::Treaty || mention.entity == no_entity) continue;
    const std::vector<EntityIndex> parties = named_parties(document, mention.head);
    if (parties.size() < 2) continue;  // one side alone is more likely a mistake of the parse
    for (const EntityIndex party : parties) {
      if (!known.emplace(mention.entity, party).second) continue;
      Claim claim;
      claim.kind = ClaimKind::TreatyRelation;
      claim.type = "party";
      claim.arguments = {{Part::actor, party}, {Part::treaty, mention.entity}};
      claim.confidence = named_sides;
      claim.evidence.range = document.sentences[document.sentence_of(mention.head)].range;
      claim.evidence.rule = "treaties/between";
      claims.push_back(std::move(claim));
    }
  }
}

}  // namespace

void extract_treaties(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const Clauses clauses(document, knowledge.rules());
  std::vector<Match> matches = match_rules(clauses, ClaimKind::TreatyRelation);
  drop_repetitions(document, matches);
  for (const Match& match : matches)
    for (const Match& single : one_actor_each(match)) claims.push_back(claim_of(clauses, single, claims));
  add_parties(document, claims);
}

}  // namespace entente
