#include "extract/statements.hpp"

#include <algorithm>
#include <string>

#include "model/time_of.hpp"

namespace entente {

namespace {

// How sure we are of a speaker, by what names it.
constexpr float named_by_cue = 0.9F;
constexpr float carried_over = 0.7F;

BlockKind block_at(const Document& document, std::uint32_t byte) {
  for (const Block& block : document.article.blocks)
    if (block.range.contains(byte)) return block.kind;
  return BlockKind::paragraph;
}

bool is_running_text(BlockKind kind) { return kind == BlockKind::paragraph || kind == BlockKind::caption; }

Claim statement(const Document& document, const Quotation& quotation) {
  const bool direct = quotation.mode == QuotationMode::direct;
  Claim claim;
  claim.kind = ClaimKind::Statement;
  claim.type = direct ? "direct" : "indirect";
  claim.arguments.push_back({Part::speaker, quotation.speaker});
  for (const EntityIndex other : quotation.with) claim.arguments.push_back({Part::with, other});
  if (quotation.addressee != no_entity) claim.arguments.push_back({Part::addressee, quotation.addressee});
  claim.text = document.text(quotation.content);
  claim.evidence.range = quotation.content;
  claim.evidence.rule = quotation.cue < 0 ? "statements/continued" : direct ? "statements/direct" : "statements/indirect";
  claim.confidence = quotation.cue < 0 ? carried_over : named_by_cue;
  if (quotation.cue >= 0) claim.time = time_of(document, static_cast<std::uint32_t>(quotation.cue));
  return claim;
}

}  // namespace

void extract_statements(const Document& document, const Knowledge& /*knowledge*/, std::vector<Claim>& claims) {
  const std::size_t first = claims.size();
  std::vector<std::int32_t> cues;
  for (const Quotation& quotation : document.quotations) {
    if (quotation.scare || quotation.speaker == no_entity || quotation.content.empty()) continue;
    if (!is_running_text(block_at(document, quotation.content.begin))) continue;
    claims.push_back(statement(document, quotation));
    cues.push_back(quotation.cue);
  }
  // "X says that Y says ...": the inner utterance is known from X only.
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (cues[i] < 0) continue;
    const std::uint32_t outer = statement_at(document, claims, static_cast<std::uint32_t>(cues[i]));
    if (outer != first + i) claims[first + i].said_in = outer;
  }
}

bool is_said(const Document& document, std::uint32_t token) {
  const Range range = document.tokens[token].range;
  return std::any_of(document.quotations.begin(), document.quotations.end(),
                     [&](const Quotation& q) { return !q.scare && q.content.contains(range); });
}

std::uint32_t statement_at(const Document& document, const std::vector<Claim>& claims, std::uint32_t token) {
  const Range range = document.tokens[token].range;
  std::uint32_t best = no_claim;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (claim.kind != ClaimKind::Statement || !claim.evidence.range.contains(range)) continue;
    if (best == no_claim || claim.evidence.range.size() < claims[best].evidence.range.size()) best = static_cast<std::uint32_t>(i);
  }
  return best;
}

}  // namespace entente
