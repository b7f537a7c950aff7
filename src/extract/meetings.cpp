#include "extract/meetings.hpp"

#include <algorithm>

#include "extract/meetings_found.hpp"
#include "extract/statements.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

bool in_title(const Document& document, const FoundMeeting& meeting) {
  const Sentence& sentence = document.sentences[document.sentence_of(meeting.trigger)];
  return sentence.block < document.article.blocks.size() && document.article.blocks[sentence.block].kind == BlockKind::title;
}

bool asks(const Document& document, const FoundMeeting& meeting) {
  const Range tokens = sentence_tokens(document, meeting.trigger);
  for (TokenIndex i = tokens.end; i-- > tokens.begin && document.tokens[i].upos == Upos::PUNCT;)
    if (document.form(i) == "?") return true;
  return false;
}

// "Meeting: Ada Smith, Bo Berg" where the text has no noun for it.
std::string label(const Document& document, const FoundMeeting& meeting) {
  if (!meeting.label.empty()) return meeting.label;
  std::string out = meeting.kind;
  for (std::size_t i = 0; i < meeting.participants.size(); ++i)
    out += (i == 0 ? ": " : ", ") + document.entities[meeting.participants[i]].name;
  return out;
}

Claim to_claim(const Document& document, const FoundMeeting& meeting) {
  Claim claim;
  claim.kind = ClaimKind::Meeting;
  claim.type = meeting.kind;
  for (const EntityIndex entity : meeting.participants) claim.arguments.push_back({Part::participant, entity});
  if (meeting.participants.empty()) claim.arguments.push_back({Part::participant, meeting.series});
  if (meeting.place != no_entity) claim.arguments.push_back({Part::place, meeting.place});
  claim.text = label(document, meeting);
  claim.time = meeting.time;
  claim.status = meeting.status;
  claim.confidence = meeting.confidence;
  claim.evidence.range = document.bytes(meeting.tokens);
  claim.evidence.rule = meeting.rule;
  return claim;
}

}  // namespace

void extract_meetings(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  const Clauses clauses(document, knowledge.rules());
  const Surface surface(clauses, claims);
  std::vector<FoundMeeting> meetings;
  find_meeting_nouns(clauses, surface, meetings);
  find_meeting_verbs(clauses, surface, meetings);
  // Headlines repeat what the text says, in a tense of their own.
  // A question claims nothing.
  const auto no_report = [&](const FoundMeeting& m) { return in_title(document, m) || asks(document, m); };
  meetings.erase(std::remove_if(meetings.begin(), meetings.end(), no_report), meetings.end());
  for (const FoundMeeting& meeting : merge_meetings(document, std::move(meetings))) {
    Claim claim = to_claim(document, meeting);
    claim.said_in = statement_at(document, claims, meeting.trigger);
    claims.push_back(std::move(claim));
  }
}

}  // namespace entente
