#include "extract/rule_claims.hpp"

#include <algorithm>
#include <cstddef>

#include "extract/statements.hpp"
#include "model/time_of.hpp"

namespace entente {

namespace {

bool holds(const Match& match, const Argument& argument) {
  return std::find(match.arguments.begin(), match.arguments.end(), argument) != match.arguments.end();
}

bool includes(const Match& larger, const Match& smaller) {
  return std::all_of(smaller.arguments.begin(), smaller.arguments.end(), [&](const Argument& a) { return holds(larger, a); });
}

bool share_actor(const Match& a, const Match& b) {
  return std::any_of(a.arguments.begin(), a.arguments.end(),
                     [&](const Argument& x) { return x.part == Part::actor && holds(b, x); });
}

bool in_headline(const Document& document, const Match& match) {
  const std::uint32_t block = document.sentences[document.sentence_of(match.trigger)].block;
  if (block >= document.article.blocks.size()) return false;
  const BlockKind kind = document.article.blocks[block].kind;
  return kind == BlockKind::title || kind == BlockKind::subtitle;
}

// Is `match` no news beside `other`? Of two that say the same, the first stays.
bool repeats(const Document& document, const Match& match, const Match& other, bool match_is_later) {
  if (match.rule->kind != other.rule->kind || match.rule->type != other.rule->type) return false;
  if (in_headline(document, match) && !in_headline(document, other)) return share_actor(match, other);
  if (document.sentence_of(match.trigger) != document.sentence_of(other.trigger) || !includes(other, match)) return false;
  return match.arguments.size() < other.arguments.size() || match_is_later;
}

}  // namespace

Claim claim_of(const Clauses& clauses, const Match& match, const std::vector<Claim>& claims) {
  const Document& document = clauses.document();
  Claim claim;
  claim.kind = match.rule->kind;
  claim.type = match.rule->type;
  claim.arguments = match.arguments;
  claim.status = match.status;
  claim.confidence = match.rule->confidence;
  claim.time = time_of(document, match.predicate);
  if (!claim.time.known() && match.predicate != match.trigger) claim.time = time_of(document, match.trigger);
  claim.said_in = statement_at(document, claims, match.trigger);
  claim.evidence.range = document.tokens[match.trigger].range;
  claim.evidence.rule = match.rule->id;
  return claim;
}

void drop_repetitions(const Document& document, std::vector<Match>& matches) {
  std::vector<Match> kept;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    bool repeated = false;
    for (std::size_t j = 0; j < matches.size() && !repeated; ++j)
      repeated = i != j && repeats(document, matches[i], matches[j], i > j);
    if (!repeated) kept.push_back(matches[i]);
  }
  matches = std::move(kept);
}

}  // namespace entente
