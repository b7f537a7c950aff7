// The best tree over a sentence's words, from the scores of all arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// `scores` has n rows (dependents) of n + 1 columns (heads; column 0 the root, column d + 1 of row d is ignored). Returns
// the head of each word, 0 for the root: a tree in which the root has exactly one child. Each word takes its best head;
// where that makes a cycle, the tree is that of Chu and Liu (1965) and Edmonds (1967).
std::vector<std::int32_t> best_tree(const float* scores, std::size_t n);

}  // namespace entente
