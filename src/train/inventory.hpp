// The classes and words that a network is to know.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "train/network.hpp"
#include "train/treebank.hpp"

namespace entente {

struct Inventory {
  std::vector<std::string> tags, labels;  // "NOUN NN", "nsubj"
  std::vector<std::uint64_t> words;       // keys (word_parts.hpp), ascending
  std::vector<std::uint32_t> counts;      // of the words, where training has seen them
};

// Tags and relations that occur three times, words that occur twice.
Inventory take_inventory(const std::vector<TreebankSentence>& sentences);

// A sentence in numbers.
struct Example {
  std::vector<std::uint32_t> words;                       // rows of the vocabulary, or no_row
  std::vector<const std::vector<std::uint32_t>*> pieces;  // owned by the Examples
  std::vector<std::uint8_t> tags, labels;
  std::vector<std::int32_t> heads;
};

class Examples {
 public:
  Examples(const std::vector<TreebankSentence>& sentences, const Inventory& inventory, std::size_t piece_rows);
  const std::vector<Example>& all() const { return examples_; }

 private:
  struct Seen {
    std::uint32_t row = 0;
    std::vector<std::uint32_t> pieces;
  };
  std::map<std::string, Seen> words_;
  std::vector<Example> examples_;
};

// Adds a sentence to the end of a batch.
void append(Batch& batch, const Example& e);

}  // namespace entente
