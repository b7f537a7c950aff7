// Features of the parser: which action to take, and which relation an arc has.
#pragma once

#include <cstdint>
#include <span>

#include "annotate/parse_state.hpp"
#include "annotate/weights.hpp"
#include "annotate/word.hpp"

namespace entente {

// A sentence as the parser sees it: index 0 is the root, words from 1.
struct ParseInput {
  std::span<const Word> words;
  std::span<const std::uint8_t> tags;    // class of the tagger
  std::span<const std::uint8_t> coarse;  // UPOS
};

void action_features(const ParseInput& input, const ParseState& state, FeatureHashes& out);
// The arc head -> child has just been made: all children of `child` are known.
void label_features(const ParseInput& input, const ParseState& state, std::size_t child, FeatureHashes& out);

}  // namespace entente
