// The parts of the extractor of meetings: what one place of the text says of a meeting, before what is said of the same
// meeting is put together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "extract/clause.hpp"
#include "extract/meetings_surface.hpp"

namespace entente {

struct FoundMeeting {
  std::string kind;                       // "council-session", "phone-call" ...
  TokenIndex trigger = 0;                 // the verb or noun
  std::vector<EntityIndex> participants;  // each once, in order of mention
  EntityIndex series = no_entity;         // the named summit, or the body whose session it is
  EntityIndex venue = no_entity;          // a body whose name stands before the noun: "the UN meeting"
  EntityIndex place = no_entity;
  TimeSpan time;
  Status status = Status::held;
  bool settled = false;     // the text says whether it took place, here
  bool definite = false;    // "the talks", "this visit": may be one that was named before
  bool purpose = false;     // "met for talks", "a visit for talks": part of what the verb or visit is
  bool possessed = false;   // "Ada's visit", "their talks"
  bool joined = false;      // somebody is said to take part in it
  bool indefinite = false;  // "a meeting": a new one
  bool certain = true;      // stands on its own; false: only adds to a meeting that is
  Range tokens;             // the phrase, for evidence and label
  std::string label;
  std::string rule;
  float confidence = 0.8F;
};

// Nouns: "talks between A and B", "a summit was held", "during his visit to C".
void find_meeting_nouns(const Clauses& clauses, const Surface& surface, std::vector<FoundMeeting>& meetings);
// Verbs: "A met B", "A telephoned B", "A visited C".
void find_meeting_verbs(const Clauses& clauses, const Surface& surface, std::vector<FoundMeeting>& meetings);

// Puts together what is said of one meeting, and leaves out what names nobody.
std::vector<FoundMeeting> merge_meetings(const Document& document, std::vector<FoundMeeting> meetings);

}  // namespace entente
