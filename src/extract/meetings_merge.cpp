#include <algorithm>

#include "extract/meetings_clause.hpp"
#include "extract/meetings_found.hpp"

namespace entente {

namespace {

bool contains(const std::vector<EntityIndex>& list, EntityIndex entity) {
  return std::find(list.begin(), list.end(), entity) != list.end();
}

bool within(const std::vector<EntityIndex>& few, const std::vector<EntityIndex>& many) {
  return std::all_of(few.begin(), few.end(), [&](EntityIndex e) { return contains(many, e); });
}

// Kinds that a later mention may give to the same meeting: "the talks", "the meeting" of a summit.
bool kinds_agree(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto general = [](const std::string& kind) { return kind == "meeting" || kind == "talks"; };
  const auto special = [](const std::string& kind) { return kind != "visit" && kind != "ceremony"; };
  return (general(a) && special(b)) || (general(b) && special(a));
}

bool to_come(const FoundMeeting& m) { return m.status == Status::planned || m.status == Status::proposed; }

bool status_agrees(const FoundMeeting& a, const FoundMeeting& b) {
  if (!a.settled || !b.settled || a.status == Status::cancelled || b.status == Status::cancelled) return true;
  // "has been meeting since" is not the same as meetings that were; a visit that was begun may go on.
  if (a.kind != "visit" && (a.status == Status::ongoing) != (b.status == Status::ongoing)) return false;
  return to_come(a) == to_come(b) || (a.time.known() && a.time == b.time);
}

bool dates_agree(const FoundMeeting& a, const FoundMeeting& b) {
  if (!a.time.known() || !b.time.known()) return true;
  return a.time == b.time || compatible(a.time.begin, b.time.begin);
}

bool participants_agree(const FoundMeeting& a, const FoundMeeting& b) {
  if (a.series != no_entity && b.series != no_entity) {
    if (a.series != b.series) return false;
    if (b.definite) return true;  // "the UN meeting", whoever else spoke there
  }
  const bool subset = within(a.participants, b.participants) || within(b.participants, a.participants);
  if (b.definite || b.possessed) return subset;
  // One shared participant alone does not tell a meeting from another, unless the text points back.
  const auto shared =
      std::count_if(b.participants.begin(), b.participants.end(), [&](EntityIndex e) { return contains(a.participants, e); });
  return subset && (shared >= 2 || a.participants.size() == b.participants.size());
}

// "A visited B for talks with C": one meeting.
bool is_purpose_of(const Document& document, const FoundMeeting& known, const FoundMeeting& found) {
  if (!found.purpose || document.sentence_of(known.trigger) != document.sentence_of(found.trigger)) return false;
  // "a visit to meet C": whoever the visitor is
  if (known.kind == "visit" && found.rule.ends_with("-verb")) return true;
  const bool carries = known.kind == "visit" || known.kind == "meeting";
  return carries && std::any_of(found.participants.begin(), found.participants.end(),
                                [&](EntityIndex e) { return contains(known.participants, e); });
}

bool same_meeting(const FoundMeeting& known, const FoundMeeting& found) {
  // "the call" is no anaphor of a meeting, but "the meeting" can be one of a summit.
  if (!found.certain && found.kind != known.kind && found.kind != "meeting" && found.kind != "talks") return false;
  if (!kinds_agree(known.kind, found.kind) || !dates_agree(known, found) || !status_agrees(known, found)) return false;
  if (known.place != no_entity && found.place != no_entity && known.place != found.place) return false;
  // "a meeting on 4 May" is a new one beside a meeting without a day.
  if (!found.definite && found.certain && found.indefinite && found.time.known() && !known.time.known()) return false;
  if (!found.certain && !found.definite) return false;
  if (found.joined && found.definite && found.indefinite == false && found.place == no_entity && !found.time.known())
    return true;  // "Y joined the talks", "Y and Z attended the talks"
  if (found.participants.empty()) return found.definite || found.series == known.series;
  return participants_agree(known, found);
}

void absorb(FoundMeeting& known, const FoundMeeting& found) {
  add_participants(known.participants, found.participants);
  if (known.place == no_entity) known.place = found.place;
  if (!known.time.known() || (found.time.known() && found.time.begin.exact() && !known.time.begin.exact())) known.time = found.time;
  if (known.series == no_entity) known.series = found.series;
  if (!found.certain || known.kind == "visit")
    ;
  else if (known.kind == "meeting" || (known.kind == "talks" && found.kind != "meeting"))
    known.kind = found.kind;
  if ((!known.settled && found.settled) || found.status == Status::cancelled) {
    known.status = found.status;
    known.settled = found.settled;
  }
  known.certain = known.certain || found.certain;
  if (known.venue == no_entity) known.venue = found.venue;
}

// "the UN meeting": the body is where, once two others are there.
void drop_venue(FoundMeeting& meeting) {
  auto& list = meeting.participants;
  if (meeting.venue != no_entity && list.size() >= 3) list.erase(std::remove(list.begin(), list.end(), meeting.venue), list.end());
}

}  // namespace

std::vector<FoundMeeting> merge_meetings(const Document& document, std::vector<FoundMeeting> meetings) {
  std::stable_sort(meetings.begin(), meetings.end(),
                   [](const FoundMeeting& a, const FoundMeeting& b) { return a.trigger < b.trigger; });
  std::vector<FoundMeeting> out;
  for (const FoundMeeting& found : meetings) {
    const auto known = std::find_if(out.rbegin(), out.rend(), [&](const FoundMeeting& m) {
      return is_purpose_of(document, m, found) || same_meeting(m, found);
    });
    if (known != out.rend())
      absorb(*known, found);
    else if (found.certain)
      out.push_back(found);
  }
  for (FoundMeeting& meeting : out) drop_venue(meeting);
  out.erase(
      std::remove_if(out.begin(), out.end(), [](const FoundMeeting& m) { return m.participants.empty() && m.series == no_entity; }),
      out.end());
  return out;
}

}  // namespace entente
