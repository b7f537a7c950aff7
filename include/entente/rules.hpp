// Rules: relations as data. A rule file says which patterns over the dependency parse make which claim, with example
// sentences that run as tests; a word-class file names lists of lemmas that patterns and extractors refer to.
// Format and examples: ontology/rules/README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/types.hpp"

namespace entente {

// Lemmas in lower case; a phrase has single spaces ("phone call").
using WordClass = std::set<std::string, std::less<>>;

struct RuleSet {
  std::map<std::string, WordClass, std::less<>> classes;  // "speech-verb" -> lemmas

  // False too if there is no such class: ask word_class where that would be a mistake.
  bool in_class(std::string_view name, std::string_view lemma) const {
    const WordClass* found = word_class(name);
    return found != nullptr && found->contains(lemma);
  }
  const WordClass* word_class(std::string_view name) const {
    const auto at = classes.find(name);
    return at == classes.end() ? nullptr : &at->second;
  }
};

}  // namespace entente
