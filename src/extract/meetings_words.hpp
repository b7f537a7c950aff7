// Which nouns stand for a meeting, and of which kind.
#pragma once

#include <string>

#include "extract/clause.hpp"
#include "extract/meetings_surface.hpp"

namespace entente {

// The kind of meeting that a noun stands for in its place: "council-session", "phone-call" ...; empty if it stands for none:
// a part of another name, a modifier ("summit declaration"), a press conference, "talk" in the singular.
std::string meeting_kind(const Clauses& clauses, const Surface& surface, TokenIndex noun);

// Is the token a noun for coming together, whatever its place?
bool is_meeting_noun(const Clauses& clauses, TokenIndex token);

// Does a word for the telephone stand right before the noun?
bool has_phone_word(const Clauses& clauses, TokenIndex noun);

}  // namespace entente
