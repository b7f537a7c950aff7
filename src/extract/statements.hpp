// Statements: who said what, from the document's quotations; goes first, so that the others can ask in whose words they are.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

// Appends claims. Of each claim's evidence it sets `rule`, and `range` to the bytes of the words said: extract()
// widens them to whole sentences and fills in the rest. said_in is an index into `claims`.
// A headline is no statement: it repeats what the body says.
void extract_statements(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims);

// Is the token inside quotation marks or a reported clause, whoever said it? Scare quotes do not count. What is said
// so is claimed by somebody, never asserted by the article.
bool is_said(const Document& document, std::uint32_t token);

// Index into `claims`, as extract_statements left them, of the innermost Statement whose words hold the token: the
// said_in of a claim that rests on it. no_claim if the article itself says it, or an unknown speaker (see is_said).
std::uint32_t statement_at(const Document& document, const std::vector<Claim>& claims, std::uint32_t token);

}  // namespace entente
