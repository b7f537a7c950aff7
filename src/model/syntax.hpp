// Reading the dependency parse of a Document: what hangs on a token, and which entity a token stands for.
// Every token argument is a document-wide index, every returned Range is of tokens, half-open.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente {

// The tokens of the sentence that holds `token`.
Range sentence_tokens(const Document& document, std::uint32_t token);

// "nsubj" also matches "nsubj:pass"; with `exact` it does not. A name with a subtype matches only itself.
bool has_relation(const Token& token, std::string_view relation, bool exact = false);

// Direct dependents in text order.
std::vector<std::uint32_t> children(const Document& document, std::uint32_t token);
// The first dependent with this relation (see has_relation), if there is one.
std::optional<std::uint32_t> child(const Document& document, std::uint32_t token, std::string_view relation, bool exact = false);
// From the leftmost to the rightmost token that `token` dominates, itself included. In a non-projective tree the
// stretch may hold tokens of others.
Range subtree(const Document& document, std::uint32_t token);
// Does `ancestor` dominate `token`, or is it the token itself?
bool dominates(const Document& document, std::uint32_t ancestor, std::uint32_t token);
// The token of a stretch whose head lies outside of it: its syntactic head; of several, the last. Not empty.
std::uint32_t head_of(const Document& document, Range tokens);

// The conjuncts of a coordination that starts at `token`, itself first: "Russia", "China" and "Iran".
std::vector<std::uint32_t> conjuncts(const Document& document, std::uint32_t token);

// A "not", "n't", "never", "no", "neither", "without" ... that depends on the token or on its auxiliary.
bool is_negated(const Document& document, std::uint32_t token);

// The longest mention whose head is the token; nullptr if there is none. Valid while document.mentions is unchanged.
const Mention* mention_headed_by(const Document& document, std::uint32_t token);
// The shortest mention that covers the token; nullptr if there is none.
const Mention* mention_at(const Document& document, std::uint32_t token);
// The entity that a token stands for as an argument: by a mention that it heads, or, for a title or description
// ("Foreign Minister Ada Smith", "the minister, Ada Smith"), by the name attached to it. no_entity if none.
EntityIndex entity_of(const Document& document, std::uint32_t token);
// entity_of over all conjuncts, without no_entity and repetitions, in text order.
std::vector<EntityIndex> entities_of(const Document& document, std::uint32_t token);

}  // namespace entente
