#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "extract/meetings_clause.hpp"
#include "extract/meetings_found.hpp"
#include "model/syntax.hpp"
#include "model/time_of.hpp"

namespace entente {

namespace {

class VerbReader {
 public:
  VerbReader(const Clauses& clauses, const std::vector<EntityIndex>& officials, TokenIndex verb)
      : clauses_(clauses), officials_(officials), verb_(verb) {
    out_.trigger = verb;
  }

  std::optional<FoundMeeting> read() {
    const std::string& lemma = clauses_.token(verb_).lemma;
    const bool found = (in("meeting-meet-verb", lemma) && meet("meeting")) || (in("meeting-gather-verb", lemma) && gather()) ||
                       (in("meeting-talk-verb", lemma) && meet("talks")) || (in("meeting-speak-verb", lemma) && speak()) ||
                       (in("meeting-phone-verb", lemma) && telephone()) || (in("meeting-visit-verb", lemma) && visit()) ||
                       (in("meeting-arrive-verb", lemma) && arrive()) || (in("meeting-host-verb", lemma) && host(lemma));
    if (!found) return std::nullopt;
    out_.time = time_of(document(), verb_);
    const std::optional<MeetingStatus> status = meeting_status(clauses_, verb_, verb_, out_.time);
    if (!status) return std::nullopt;
    out_.status = status->status;
    out_.settled = status->settled;
    if (out_.place == no_entity) out_.place = place_of(clauses_, direct({"at", "in", "on"}));
    out_.tokens = subtree(document(), verb_);
    out_.tokens = {verb_, verb_ + 1};
    out_.rule = "meetings/" + out_.kind + "-verb";
    return out_;
  }

 private:
  const Document& document() const { return clauses_.document(); }
  const Token& token(TokenIndex i) const { return clauses_.token(i); }
  bool in(const char* name, const std::string& word) const { return clauses_.rules().in_class(name, word); }

  // Obliques of the verb itself.
  TokenList direct(const std::vector<std::string>& prepositions) const {
    TokenList out;
    for (const TokenIndex i : children(document(), verb_))
      if (has_relation(token(i), "obl") &&
          std::find(prepositions.begin(), prepositions.end(), clauses_.marker(i)) != prepositions.end())
        for (const TokenIndex j : conjuncts(document(), i)) out.push_back(j);
    return out;
  }
  bool in_time(TokenIndex at) const {
    return std::any_of(document().times.begin(), document().times.end(),
                       [&](const TimeExpression& t) { return t.tokens.contains(at); });
  }
  // Objects without times ("meet Friday").
  TokenList objects() const {
    TokenList out = clauses_.objects(verb_);
    out.erase(std::remove_if(out.begin(), out.end(), [&](TokenIndex i) { return in_time(i); }), out.end());
    return out;
  }
  bool attributive() const { return has_relation(token(verb_), "amod") || has_relation(token(verb_), "compound"); }
  bool is_type(EntityIndex entity, EntityType type) const { return document().entities[entity].type == type; }
  bool all_persons(const std::vector<EntityIndex>& entities) const {
    return !entities.empty() &&
           std::all_of(entities.begin(), entities.end(), [&](EntityIndex e) { return is_type(e, EntityType::Person); });
  }

  // A council or organisation among the subjects makes it a session.
  void session_of(const TokenList& subjects) {
    for (const TokenIndex i : subjects) {
      const EntityIndex entity = entity_of(document(), i);
      if (entity == no_entity) continue;
      if (is_type(entity, EntityType::Council) || is_type(entity, EntityType::InternationalOrganization)) out_.series = entity;
      if (is_type(entity, EntityType::Council)) out_.kind = "council-session";
    }
  }

  // "A met B", "A and B met", "the Council met"
  bool meet(const char* kind) {
    if (attributive() || clauses_.is_passive(verb_)) return false;
    out_.kind = kind;
    const TokenList subjects = clauses_.subjects(verb_);
    const TokenList met = objects();
    const TokenList with = direct({"with"});
    const std::vector<EntityIndex> others = participants_of(clauses_, met);
    const std::vector<EntityIndex> partners = participants_of(clauses_, with);
    if (!met.empty() && others.empty()) return false;     // "met the conditions"
    if (!with.empty() && partners.empty()) return false;  // "met with criticism"
    out_.participants = participants_of(clauses_, subjects);
    session_of(subjects);
    if (out_.participants.empty()) return false;
    add_participants(out_.participants, others);
    add_participants(out_.participants, partners);
    if (out_.participants.size() >= 2) return true;
    return met.empty() && with.empty() && (out_.series != no_entity || !all_persons(out_.participants)) && group(subjects);
  }

  // Does the subject come together by itself: a body, or a plural?
  bool group(const TokenList& subjects) const {
    if (out_.series != no_entity) return true;
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](TokenIndex i) { return token(i).number == Number::plural || token(i).xpos == "NNS"; });
  }

  bool gather() {
    if (attributive() || clauses_.is_passive(verb_) || !objects().empty()) return false;
    out_.kind = "meeting";
    const TokenList subjects = clauses_.subjects(verb_);
    out_.participants = participants_of(clauses_, subjects);
    session_of(subjects);
    return out_.participants.size() >= 2 || (!out_.participants.empty() && group(subjects));
  }

  // "A spoke with B by telephone"
  bool speak() {
    if (attributive() || clauses_.is_passive(verb_) || !by_phone()) return false;
    out_.kind = "phone-call";
    out_.participants = participants_of(clauses_, clauses_.subjects(verb_));
    add_participants(out_.participants, participants_of(clauses_, direct({"with", "to"})));
    return out_.participants.size() >= 2;
  }
  bool by_phone() const {
    const TokenList means = direct({"by", "on", "over", "via", "in"});
    return std::any_of(means.begin(), means.end(), [&](TokenIndex i) {
      if (in("meeting-phone-word", lower(token(i).lemma))) return true;
      const std::vector<TokenIndex> parts = children(document(), i);
      return std::any_of(parts.begin(), parts.end(), [&](TokenIndex j) { return in("meeting-phone-word", lower(token(j).lemma)); });
    });
  }

  // "A called B": persons only, and nothing that B is called.
  bool telephone() {
    if (attributive() || clauses_.is_passive(verb_)) return false;
    out_.kind = "phone-call";
    const std::vector<EntityIndex> callers = participants_of(clauses_, clauses_.subjects(verb_));
    const std::vector<EntityIndex> called = participants_of(clauses_, objects());
    if (!all_persons(callers) || !all_persons(called)) return false;
    for (const TokenIndex i : children(document(), verb_)) {
      const Token& t = token(i);
      const bool predicates =
          has_relation(t, "xcomp") || has_relation(t, "iobj") || has_relation(t, "ccomp") || has_relation(t, "compound:prt");
      if (predicates && t.verb_form != VerbForm::infinitive) return false;
    }
    out_.participants = callers;
    add_participants(out_.participants, called);
    return out_.participants.size() >= 2;
  }

  // "A visited C", "A visited B in C"
  bool visit() {
    if (attributive()) return false;
    out_.kind = "visit";
    const TokenList visited = objects();
    out_.participants = participants_of(clauses_, clauses_.subjects(verb_));
    out_.place = place_of(clauses_, visited);
    if (out_.participants.empty() || visited.empty()) return false;
    if (out_.place != no_entity) return true;
    const std::vector<EntityIndex> hosts = participants_of(clauses_, visited);
    add_participants(out_.participants, hosts);
    return !hosts.empty();
  }

  // "A arrived in C", of persons of whom a post is known: others travel as well.
  bool arrive() {
    if (attributive() || clauses_.is_passive(verb_)) return false;
    out_.kind = "visit";
    std::vector<EntityIndex> travellers = participants_of(clauses_, clauses_.subjects(verb_));
    travellers.erase(std::remove_if(travellers.begin(), travellers.end(),
                                    [&](EntityIndex e) { return !std::binary_search(officials_.begin(), officials_.end(), e); }),
                     travellers.end());
    out_.participants = travellers;
    out_.place = place_of(clauses_, direct({"in", "to", "at"}));
    out_.confidence = 0.6F;
    return !travellers.empty() && out_.place != no_entity;
  }

  // "A hosted B", "A received B in C"
  bool host(const std::string& lemma) {
    if (attributive()) return false;
    out_.kind = "meeting";
    const std::vector<EntityIndex> hosts = participants_of(clauses_, clauses_.subjects(verb_));
    const std::vector<EntityIndex> guests = participants_of(clauses_, objects());
    if (hosts.empty() || !all_persons(guests)) return false;
    const bool warm = lemma == "welcome" || lemma == "greet";
    if (warm && place_of(clauses_, direct({"at", "in"})) == no_entity) return false;
    out_.participants = hosts;
    add_participants(out_.participants, guests);
    return out_.participants.size() >= 2;
  }

  const Clauses& clauses_;
  const std::vector<EntityIndex>& officials_;
  TokenIndex verb_;
  FoundMeeting out_;
};

}  // namespace

void find_meeting_verbs(const Clauses& clauses, const std::vector<EntityIndex>& officials, std::vector<FoundMeeting>& meetings) {
  for (TokenIndex i = 0; i < clauses.document().tokens.size(); ++i) {
    if (!clauses.is_verb(i)) continue;
    if (std::optional<FoundMeeting> found = VerbReader(clauses, officials, i).read()) meetings.push_back(std::move(*found));
  }
}

}  // namespace entente
