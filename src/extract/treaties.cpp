#include "extract/treaties.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "extract/actors.hpp"
#include "extract/clause.hpp"
#include "extract/deeds.hpp"
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

bool names(const Claim& claim, Part part, EntityIndex entity) {
  return std::find(claim.arguments.begin(), claim.arguments.end(), Argument{part, entity}) != claim.arguments.end();
}

bool has(const Claim& claim, Part part) {
  return std::any_of(claim.arguments.begin(), claim.arguments.end(), [&](const Argument& a) { return a.part == part; });
}

// Who says so, where it is not the article itself, nor the actor of himself.
void add_source(const Document& document, TokenIndex trigger, Claim& claim) {
  const Quotation* words = quotation_at(document, trigger);
  if (words == nullptr || words->speaker == no_entity || has(claim, Part::by)) return;
  if (!names(claim, Part::actor, words->speaker)) claim.arguments.push_back({Part::by, words->speaker});
}

// "allegedly violated", "is suspected of violating": nobody but the accuser says that it is so.
void weigh_accusation(Claim& claim) {
  if (claim.type != "violated" || claim.status != Status::claimed) return;
  claim.type = "accused-of-violating";
  claim.status = Status::asserted;
}

bool same_accusation(const Claim& a, const Claim& b) {
  const auto shared = [&](const Argument& x) { return x.part == Part::by || names(b, x.part, x.entity); };
  return a.type == b.type && std::all_of(a.arguments.begin(), a.arguments.end(), shared);
}

// A claim and the sentence that it was found in.
struct Found {
  Claim claim;
  std::uint32_t sentence = 0;
};

// Is it the lesser of two accusations of one sentence? The one that names the accuser stays.
bool is_doubled(const std::vector<Found>& all, std::size_t at) {
  if (all[at].claim.type != "accused-of-violating") return false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == at || all[i].sentence != all[at].sentence || !same_accusation(all[at].claim, all[i].claim)) continue;
    const bool other = has(all[i].claim, Part::by);
    if (has(all[at].claim, Part::by) == other ? i < at : other) return true;
  }
  return false;
}

// The sides that the name of a treaty names: "the accord between Peru and Chile", "the Turkish-Libyan agreement". One state
// alone may be what it is about.
std::vector<EntityIndex> named_parties(const Document& document, const Mention& treaty) {
  // "the pact between Peru and the South American bloc": adjectives only describe a side.
  const bool between = document.text(treaty.range).find(" between ") != std::string_view::npos;
  std::vector<EntityIndex> parties;
  for (const Mention& inner : document.mentions) {
    if (inner.tokens.begin < treaty.tokens.begin || inner.tokens.end > treaty.tokens.end || inner.entity == no_entity) continue;
    if (between && inner.kind == MentionKind::adjective) continue;
    if (is_party(document.entities[inner.entity].type) && std::find(parties.begin(), parties.end(), inner.entity) == parties.end())
      parties.push_back(inner.entity);
  }
  return parties;
}

// The sides in a phrase behind the name: "the 1993 accord between ...".
std::vector<EntityIndex> parties_between(const Clauses& clauses, std::uint32_t treaty) {
  std::vector<EntityIndex> parties;
  TokenList sides = clauses.following(treaty, {"between"});
  if (sides.empty()) sides = clauses.obliques(treaty, {"between"});
  for (const TokenIndex side : sides) {
    const EntityIndex entity = entity_of(clauses.document(), side);
    if (entity != no_entity && is_party(clauses.document().entities[entity].type)) parties.push_back(entity);
  }
  return parties;
}

// Is there such a treaty, or is one only planned or spoken of? nullopt: "no agreement", "called for an agreement".
std::optional<Status> existence(const Clauses& clauses, std::uint32_t treaty) {
  const Document& document = clauses.document();
  if (is_negated(document, treaty)) return std::nullopt;
  const auto in = [&](const char* name, std::uint32_t token) { return clauses.rules().in_class(name, clauses.token(token).lemma); };
  bool definite = false;
  for (const std::uint32_t i : children(document, treaty)) {
    if (in("possible-modifier", i)) return Status::possible;
    if (in("planned-modifier", i) || clauses.token(i).lemma == "draft") return Status::planned;
    definite = definite || clauses.token(i).lemma == "the" || clauses.token(i).lemma == "this" || clauses.token(i).lemma == "'s";
  }
  const std::optional<std::uint32_t> above = clauses.head(treaty);
  if (definite || !above) return Status::asserted;
  if (in("irrealis-governor", *above)) return std::nullopt;
  if (in("possible-governor", *above)) return Status::possible;
  if (in("planned-governor", *above)) return Status::planned;
  return Status::asserted;
}

Claim party_claim(const Document& document, const Mention& treaty, EntityIndex party, Status status) {
  Claim claim;
  claim.kind = ClaimKind::TreatyRelation;
  claim.type = "party";
  claim.arguments = {{Part::actor, party}, {Part::treaty, treaty.entity}};
  claim.status = status;
  claim.confidence = named_sides;
  claim.evidence.range = document.sentences[document.sentence_of(treaty.head)].range;
  claim.evidence.rule = "treaties/between";
  return claim;
}

void add_parties(const Clauses& clauses, std::vector<Claim>& claims) {
  const Document& document = clauses.document();
  std::set<std::pair<EntityIndex, EntityIndex>> known;
  for (const Mention& mention : document.mentions) {
    if (mention.type != EntityType::Treaty || mention.entity == no_entity || mention.kind != MentionKind::name) continue;
    std::vector<EntityIndex> parties = named_parties(document, mention);
    if (parties.size() < 2) parties = parties_between(clauses, mention.head);
    if (parties.size() != 2) continue;  // one alone is more likely a mistake of the parse
    const std::optional<Status> status = existence(clauses, mention.head);
    if (!status) continue;
    for (const EntityIndex party : parties)
      if (known.emplace(mention.entity, party).second) claims.push_back(party_claim(document, mention, party, *status));
  }
}

bool is_breach(const Match& match) { return match.rule->type == "violated" || match.rule->type == "accused-of-violating"; }

// Drops what lacks an argument, but for breaches whose doer is told before: "This violates the treaty."
void keep_whole(const Clauses& clauses, std::vector<Match>& matches) {
  std::erase_if(matches, [](const Match& match) { return !match.whole && !is_breach(match); });
  if (std::any_of(matches.begin(), matches.end(), [](const Match& match) { return !match.whole; }))
    refer_to_doer(clauses, match_rules(clauses, ClaimKind::Event), matches);
  std::erase_if(matches, [](const Match& match) { return !match.whole; });
}

}  // namespace

void extract_treaties(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const Clauses clauses(document, knowledge.rules());
  std::vector<Match> matches = match_rules(clauses, ClaimKind::TreatyRelation, true);
  keep_whole(clauses, matches);
  drop_repetitions(document, matches);
  std::vector<Found> found;
  for (const Match& match : matches) {
    for (const Match& single : one_actor_each(match)) {
      Claim claim = claim_of(clauses, single, claims);
      add_source(document, match.trigger, claim);
      weigh_accusation(claim);
      found.push_back({std::move(claim), document.sentence_of(match.trigger)});
    }
  }
  std::vector<Claim> out;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!is_doubled(found, i)) out.push_back(found[i].claim);
  add_parties(clauses, out);
  claims.insert(claims.end(), std::make_move_iterator(out.begin()), std::make_move_iterator(out.end()));
}

}  // namespace entente
