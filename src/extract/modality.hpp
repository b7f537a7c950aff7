// Did it happen? The status of what a verb or noun says: by auxiliaries, negation, and the verbs and nouns above it
// ("plans to", "may", "denied", "refused to").
#pragma once

#include <optional>

#include "extract/clause.hpp"

namespace entente {

struct Modality {
  // asserted, planned, possible, denied, claimed; nullopt: the text only speaks of it ("refused to", "called for",
  // "in order to"), nobody says that it happened or will.
  std::optional<Status> status = Status::asserted;
  bool negated = false;  // "did not", "never"
};

// Of a verb, a predicate adjective, or a noun that no light verb carries.
Modality modality(const Clauses& clauses, TokenIndex at);

}  // namespace entente
