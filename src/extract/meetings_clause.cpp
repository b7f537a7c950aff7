#include "extract/meetings_clause.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "extract/actors.hpp"
#include "extract/modality.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::uint32_t bit(EntityType type) { return 1u << static_cast<unsigned>(type); }

ArgumentPattern any_participant() {
  ArgumentPattern pattern;
  pattern.part = Part::participant;
  pattern.types = bit(EntityType::Person) | bit(EntityType::State) | bit(EntityType::InternationalOrganization) |
                  bit(EntityType::GovernmentBody) | bit(EntityType::Organization) | bit(EntityType::Council);
  return pattern;
}

bool has_name(const DocumentEntity& entity, std::string_view folded) {
  if (fold(entity.name) == folded) return true;
  return std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string& alias) { return fold(alias) == folded; });
}

// The words that stand over the trigger and say whether it takes place, nearest first.
class Governors {
 public:
  Governors(const Clauses& clauses, TokenIndex trigger, TokenIndex predicate, bool in_course) : clauses_(clauses) {
    modifiers(trigger);
    if (in_course) return;
    if (predicate != trigger) here(predicate);
    climb(trigger);
    if (predicate != trigger) climb(predicate);
  }
  // "has no plans to meet": what stands over an infinitive is denied.
  bool denied() const { return denied_; }
  bool any(const char* name) const {
    return std::any_of(words_.begin(), words_.end(),
                       [&](const std::string& word) { return clauses_.rules().in_class(name, word); });
  }

 private:
  void add(const std::string& word) {
    if (!word.empty()) words_.push_back(word);
  }
  void modifiers(TokenIndex noun) {
    for (const TokenIndex i : children(clauses_.document(), noun))
      if (has_relation(clauses_.token(i), "amod") || has_relation(clauses_.token(i), "case") ||
          has_relation(clauses_.token(i), "advmod"))
        add(clauses_.token(i).lemma);
    if (!clauses_.is_verb(noun)) add(clauses_.marker(noun));
  }
  void here(TokenIndex verb) {
    add(clauses_.phrase(verb));
    for (const TokenIndex i : children(clauses_.document(), verb))
      if (has_relation(clauses_.token(i), "advmod") || has_relation(clauses_.token(i), "acl")) add(clauses_.token(i).lemma);
  }
  // Up through nouns and infinitives: "the possibility of a meeting", "agreed to hold talks".
  void climb(TokenIndex at) {
    for (int steps = 0; steps < 3; ++steps) {
      const Token& token = clauses_.token(at);
      const std::optional<TokenIndex> above = clauses_.head(at);
      if (!above || token.relation == "acl:relcl" || has_relation(token, "conj") || has_relation(token, "nsubj", true)) return;
      if ((has_relation(token, "advcl") && !governs_infinitive(at, *above)) || (has_relation(token, "obl") && !governs(at)) ||
          has_relation(token, "parataxis"))
        return;
      if (has_relation(token, "ccomp") && !governs_clause(*above)) return;
      add(clauses_.phrase(*above));
      denied_ = denied_ || (clauses_.token(at).xpos == "VB" && is_negated(clauses_.document(), *above));
      const std::string marker = clauses_.marker(at);
      if (!marker.empty()) add(clauses_.token(*above).lemma + " " + marker);
      for (const TokenIndex i : children(clauses_.document(), *above))
        if (has_relation(clauses_.token(i), "advmod")) add(clauses_.token(i).lemma);
      at = *above;
    }
  }
  // "agreed to a meeting", "called for talks": the preposition belongs to the verb.
  bool governs(TokenIndex at) const {
    const std::string marker = clauses_.marker(at);
    return marker == "to" || marker == "for" || marker == "on" || marker == "about";
  }
  // "scheduled to meet", whatever the parser calls the infinitive
  bool governs_infinitive(TokenIndex at, TokenIndex above) const {
    if (clauses_.token(at).xpos != "VB") return false;
    const std::string phrase = clauses_.phrase(above);
    return governs_clause(above) || clauses_.rules().in_class("meeting-cancel-word", phrase) ||
           clauses_.rules().in_class("meeting-refuse-word", phrase);
  }
  bool governs_clause(TokenIndex above) const {
    const std::string phrase = clauses_.phrase(above);
    return clauses_.rules().in_class("meeting-plan-word", phrase) || clauses_.rules().in_class("meeting-propose-word", phrase);
  }

  const Clauses& clauses_;
  bool denied_ = false;
  std::vector<std::string> words_;
};

bool has_progressive(const Clauses& clauses, TokenIndex verb) {
  if (clauses.token(verb).xpos != "VBG") return false;
  for (const TokenIndex i : children(clauses.document(), verb)) {
    const std::string form = lower(clauses.document().form(i));
    if (has_relation(clauses.token(i), "aux") &&
        (form == "is" || form == "are" || form == "am" || form == "'s" || form == "'re" || form == "been"))
      return true;
  }
  return false;
}

// Does the verb itself say that it happened: past tense or perfect?
bool is_past(const Clauses& clauses, TokenIndex verb) {
  if (!clauses.is_verb(verb)) return false;
  if (clauses.token(verb).xpos == "VBD") return true;
  for (const TokenIndex i : children(clauses.document(), verb)) {
    const std::string form = lower(clauses.document().form(i));
    if (has_relation(clauses.token(i), "aux") &&
        (form == "had" || form == "has" || form == "have" || form == "was" || form == "were"))
      return true;
  }
  return clauses.token(verb).xpos == "VBN";
}

// "are to meet on Thursday"
bool is_to(const Clauses& clauses, TokenIndex verb) {
  if (verb < 2 || clauses.token(verb).xpos != "VB" || clauses.token(verb - 1).xpos != "TO") return false;
  const std::string form = lower(clauses.document().form(verb - 2));
  return form == "is" || form == "are" || form == "'s" || form == "\xE2\x80\x99s";
}

// A participle that opens or follows the main clause shares none of its doubts: "Arriving in A, X hopes to ..."
Modality modality_of(const Clauses& clauses, TokenIndex predicate) {
  const Token& token = clauses.token(predicate);
  if (has_relation(token, "advcl") && token.xpos == "VBG")
    return Modality{Status::asserted, is_negated(clauses.document(), predicate)};
  return modality(clauses, predicate);
}

}  // namespace

std::vector<EntityIndex> parties_of(const Document& document, EntityIndex council) {
  const std::string name = fold(document.entities[council].name);
  std::vector<EntityIndex> out;
  const std::string first = name.substr(0, name.find(' '));
  if (first.find('-') == std::string::npos) return {council};
  for (const std::string_view part : split(first, '-'))
    for (EntityIndex i = 0; i < document.entities.size(); ++i)
      if (i != council && has_name(document.entities[i], part)) {
        out.push_back(i);
        break;
      }
  return out.size() >= 2 ? out : std::vector<EntityIndex>{council};
}

void add_participants(std::vector<EntityIndex>& to, const std::vector<EntityIndex>& more) {
  for (const EntityIndex entity : more)
    if (std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
}

std::vector<EntityIndex> participants_of(const Clauses& clauses, const TokenList& tokens) {
  const Document& document = clauses.document();
  std::vector<EntityIndex> out;
  for (const TokenIndex token : tokens)
    for (const EntityIndex entity : resolve(clauses, token, any_participant()))
      add_participants(out, document.entities[entity].type == EntityType::Council ? parties_of(document, entity)
                                                                                  : std::vector<EntityIndex>{entity});
  return out;
}

EntityIndex place_of(const Clauses& clauses, const TokenList& tokens) {
  EntityIndex state = no_entity;
  for (const TokenIndex token : tokens) {
    const EntityIndex entity = entity_of(clauses.document(), token);
    if (entity == no_entity) continue;
    const EntityType type = clauses.document().entities[entity].type;
    if (type == EntityType::Place) return entity;
    if (type == EntityType::State && state == no_entity) state = entity;
  }
  return state;
}

std::optional<MeetingStatus> meeting_status(const Clauses& clauses, TokenIndex trigger, TokenIndex predicate, const TimeSpan& time,
                                            bool in_course) {
  const Governors governors(clauses, trigger, predicate, in_course);
  const Modality mode = modality_of(clauses, predicate);
  if (governors.any("meeting-cancel-word")) return MeetingStatus{Status::cancelled, true};
  // What did not happen at a meeting leaves the meeting.
  if ((mode.negated && !in_course) || is_negated(clauses.document(), trigger) || mode.status == Status::denied) return std::nullopt;
  if (governors.denied() || governors.any("meeting-refuse-word")) return std::nullopt;
  const PartialDate& today = clauses.document().article.published;
  const bool over = time.end.exact() && today.exact() && time.end < today;
  const bool to_come = time.begin.known() && today.exact() && first_day(time.begin) > today;
  if (over) return MeetingStatus{Status::held, true};
  if (is_to(clauses, predicate)) return MeetingStatus{Status::planned, true};
  if (mode.status == Status::planned) return MeetingStatus{Status::planned, true};
  const bool proposes = clauses.rules().in_class("meeting-propose-word", clauses.phrase(predicate));
  if (governors.any("meeting-propose-word") && (proposes || !is_past(clauses, predicate)))
    return MeetingStatus{to_come ? Status::planned : Status::proposed, true};
  if (governors.any("meeting-plan-word")) return MeetingStatus{Status::planned, true};
  if (to_come) return MeetingStatus{Status::planned, true};
  if (mode.status == Status::possible) return MeetingStatus{Status::proposed, true};
  if (has_progressive(clauses, predicate) || governors.any("meeting-ongoing-word")) return MeetingStatus{Status::ongoing, true};
  if (governors.any("meeting-past-word") || is_past(clauses, predicate)) return MeetingStatus{Status::held, true};
  return MeetingStatus{Status::held, false};
}

}  // namespace entente
