// Rules: relations as data. A rule file says which patterns over the dependency parse make which claim, with example
// sentences that run as tests; a word-class file names lists of lemmas that patterns refer to.
// Format and examples: ontology/rules/README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "entente/types.hpp"

namespace entente {

struct RuleSet {
  std::map<std::string, std::set<std::string>, std::less<>> classes;  // "speech-verb" -> lemmas
};

}  // namespace entente
