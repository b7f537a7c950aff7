// What the clause around the word for a meeting says of it: who took part, where, when, and whether it took place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/claim.hpp"
#include "extract/clause.hpp"

namespace entente {

// Entities that can take part, for which the tokens stand ("French diplomats" for France); councils become their parties.
std::vector<EntityIndex> participants_of(const Clauses& clauses, const TokenList& tokens);
void add_participants(std::vector<EntityIndex>& to, const std::vector<EntityIndex>& more);

// Whose council it is, where its name says so ("NATO-Russia Council"); else the council itself.
std::vector<EntityIndex> parties_of(const Document& document, EntityIndex council);

// The first place or state that one of the tokens names, cities before states; no_entity if none.
EntityIndex place_of(const Clauses& clauses, const TokenList& tokens);

struct MeetingStatus {
  Status status = Status::held;
  bool settled = false;  // by the words of this place
};
// Reads tense, modality and governing words of the trigger and of the verb that carries it (the same for verbs).
// `in_course`: the verb tells what happened at the meeting ("agreed at the summit") and does not govern it.
// nullopt: no meeting is spoken of (negated, refused, hypothetical).
std::optional<MeetingStatus> meeting_status(const Clauses& clauses, TokenIndex trigger, TokenIndex predicate, const TimeSpan& time,
                                            bool in_course = false);

}  // namespace entente
