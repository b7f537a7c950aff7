// Treebanks in CoNLL-U (https://universaldependencies.org/format.html).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/result.hpp"

namespace entente {

struct TreebankWord {
  std::string form, lemma, upos, xpos, relation;
  std::int32_t head = 0;  // 0 = root, words count from 1
};

struct TreebankSentence {
  std::vector<TreebankWord> words;
  std::string text;               // of the comment "# text"
  bool begins_paragraph = false;  // "# newpar" or "# newdoc"
};

// Reads plain or gzipped files. Multiword tokens and empty nodes are passed over; a word with fewer than ten columns, an
// unknown tag or a head outside the sentence is an error with its line.
Result<std::vector<TreebankSentence>> read_treebank(const std::string& file);

// A document that holds the words as given (one space between them), as if segmentation had been perfect.
Document gold_document(const std::vector<TreebankSentence>& sentences);

}  // namespace entente
