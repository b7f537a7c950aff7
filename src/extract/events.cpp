#include "extract/events.hpp"

#include <optional>
#include <string>

#include "extract/actors.hpp"
#include "extract/clause.hpp"
#include "extract/deeds.hpp"
#include "extract/matcher.hpp"
#include "extract/rule_claims.hpp"

namespace entente {

namespace {

// "exercises in the Baltic Sea": a place that the event takes place at, unless it takes part in it.
std::optional<EntityIndex> place_of(const Clauses& clauses, const Match& match) {
  static const std::vector<std::string> prepositions = {"in", "at", "near", "off", "over", "inside", "across", "around", "outside"};
  ArgumentPattern place;
  place.part = Part::place;
  place.types = 1u << static_cast<unsigned>(EntityType::Place) | 1u << static_cast<unsigned>(EntityType::State);
  place.representative = false;
  for (const TokenIndex from : {match.trigger, match.predicate}) {
    for (const TokenIndex token : clauses.obliques(from, prepositions)) {
      for (const EntityIndex entity : resolve(clauses, token, place)) {
        bool takes_part = false;
        for (const Argument& argument : match.arguments) takes_part = takes_part || argument.entity == entity;
        if (!takes_part) return entity;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

void extract_events(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const Clauses clauses(document, knowledge.rules());
  std::vector<Match> matches = match_rules(clauses, ClaimKind::Event, true);
  refer_back(clauses, matches);
  std::erase_if(matches, [](const Match& match) { return !match.whole; });
  drop_repetitions(document, matches);
  for (Match& match : matches) {
    if (const std::optional<EntityIndex> place = place_of(clauses, match)) match.arguments.push_back({Part::place, *place});
    claims.push_back(claim_of(clauses, match, claims));
  }
}

}  // namespace entente
