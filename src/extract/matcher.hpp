// Runs the rules of ontology/rules over a parsed document.
#pragma once

#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/rules.hpp"
#include "extract/clause.hpp"

namespace entente {

// One rule that fired.
struct Match {
  const Rule* rule = nullptr;       // lives as long as the rules
  TokenIndex trigger = 0;           // the word of the rule
  TokenIndex predicate = 0;         // the verb that carries it, for time and place: the trigger, or its light verb
  std::vector<Argument> arguments;  // sorted, each once; no entity is both actor and target
  Status status = Status::asserted;
  bool whole = true;  // no required argument is missing
};

// All matches of rules for claims of one kind, in text order, by id at one place. Only titles, paragraphs and captions are read.
// With `partial` also those with some argument that lack a required one: "the base was attacked".
std::vector<Match> match_rules(const Clauses& clauses, ClaimKind kind, bool partial = false);

// The tokens that a path leads to from `at`. A path of "speaker" leads to no token.
TokenList follow(const Clauses& clauses, TokenIndex at, const Path& path, const WordClass& light);

}  // namespace entente
