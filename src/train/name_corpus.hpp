// Corpora of names in IOB2: one token a line with its tag, an empty line between sentences, plain or gzipped.
#pragma once

#include <string>
#include <vector>

#include "annotate/name_model.hpp"
#include "entente/document.hpp"
#include "entente/result.hpp"

namespace entente {

struct CorpusName {
  Range range;  // bytes of the sentence's text
  NameClass kind = NameClass::other;
};

struct CorpusSentence {
  std::string text;  // the tokens joined as they would be printed
  std::vector<CorpusName> names;
  bool foreign = false;  // its convention of what a name is differs from ours
};

// The tag is the last column, or, with three or more columns of which the last is no tag (Universal NER), the third.
// Tags of all corpora named in the model card are mapped to four kinds; times and adjectives of states are no names.
Result<std::vector<CorpusSentence>> read_names(const std::string& file);

}  // namespace entente
