// Did it happen? The status of what a verb or noun says: by auxiliaries, negation, and the verbs and nouns above it
// ("plans to", "may", "denied", "refused to").
#pragma once

#include <cstdint>
#include <optional>

#include "extract/clause.hpp"

namespace entente {

struct Modality {
  // asserted, planned, possible, denied, claimed; nullopt: the text only speaks of it ("refused to", "called for",
  // "in order to"), nobody says that it happened or will.
  std::optional<Status> status = Status::asserted;
  bool negated = false;  // "did not", "never"
};

// How to take "agreed to", "wants to", "threatened to": as mere words, or as what is planned or possible.
enum class Intentions : std::uint8_t { words, plans };

// Of a verb, a predicate adjective, or a noun that no light verb carries.
Modality modality(const Clauses& clauses, TokenIndex at, Intentions intentions = Intentions::words);

}  // namespace entente
