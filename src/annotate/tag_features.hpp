// Features of the part-of-speech tagger.
#pragma once

#include <cstdint>
#include <span>

#include "annotate/weights.hpp"
#include "annotate/word.hpp"

namespace entente {

// Fills `out` with the features of word `at` in a sentence whose earlier words have `tags` (classes).
void tag_features(std::span<const Word> words, std::span<const std::uint8_t> tags, std::size_t at, FeatureHashes& out);

}  // namespace entente
