#include "extract/evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

#include "base/text.hpp"

namespace entente {

namespace {

// The whole sentences that a range of bytes touches; empty if none.
Range sentences_around(const Document& document, Range range) {
  Range out;
  for (const Sentence& sentence : document.sentences) {
    if (!sentence.range.overlaps(range)) continue;
    if (out.empty()) out.begin = sentence.range.begin;
    out.end = sentence.range.end;
  }
  return out;
}

// What makes two claims the same, in the order in which claims are written.
auto content(const Claim& c) {
  return std::tie(c.evidence.range, c.kind, c.type, c.arguments, c.text, c.time, c.status, c.said_in);
}

bool goes_before(const Claim& a, const Claim& b) {
  if (content(a) != content(b)) return content(a) < content(b);
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.evidence.rule < b.evidence.rule;
}

}  // namespace

void complete_evidence(const Document& document, std::vector<Claim>& claims) {
  const CodePointIndex code_points(document.article.text);
  for (Claim& claim : claims) {
    Evidence& evidence = claim.evidence;
    evidence.range = sentences_around(document, evidence.range);
    evidence.begin = code_points.at(evidence.range.begin);
    evidence.end = code_points.at(evidence.range.end);
    evidence.text = document.text(evidence.range);
  }
  std::vector<std::uint32_t> place(claims.size(), no_claim);
  std::vector<Claim> kept;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].evidence.range.empty()) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(claims[i]));
  }
  for (Claim& claim : kept)
    if (claim.said_in != no_claim) claim.said_in = place[claim.said_in];
  claims = std::move(kept);
}

void order_claims(std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    std::sort(claim.arguments.begin(), claim.arguments.end());
    claim.arguments.erase(std::unique(claim.arguments.begin(), claim.arguments.end()), claim.arguments.end());
  }
  std::vector<std::uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return goes_before(claims[a], claims[b]); });
  std::vector<std::uint32_t> place(claims.size(), no_claim);
  std::vector<Claim> out;
  out.reserve(claims.size());
  for (const std::uint32_t i : order) {
    if (out.empty() || content(out.back()) != content(claims[i])) out.push_back(claims[i]);
    place[i] = static_cast<std::uint32_t>(out.size()) - 1;
  }
  for (Claim& claim : out)
    if (claim.said_in != no_claim) claim.said_in = place[claim.said_in];
  claims = std::move(out);
}

}  // namespace entente
