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
  VerbReader(const Clauses& clauses, const Surface& surface, TokenIndex verb) : clauses_(clauses), surface_(surface), verb_(verb) {
    out_.trigger = verb;
  }

  std::optional<FoundMeeting> read() {
    if (has_relation(token(verb_), "amod") || has_relation(token(verb_), "compound", true)) return std::nullopt;
    read_neighbours();
    if (!find_kind()) return std::nullopt;
    out_.time = time_of(document(), verb_);
    if (!out_.time.known()) out_.time = surface_.time_beside(verb_);
    const std::optional<MeetingStatus> status = meeting_status(clauses_, verb_, verb_, out_.time);
    if (!status) return std::nullopt;
    out_.status = status->status;
    out_.settled = status->settled;
    if (under_way()) out_.status = Status::ongoing;
    if (out_.place == no_entity) out_.place = surface_.place(tail_, {"at", "in", "on"});
    if (out_.place == no_entity) out_.place = surface_.fronted_place(verb_);
    out_.tokens = {verb_, verb_ + 1};
    out_.purpose = token(verb_).xpos == "VB" && verb_ > 0 && token(verb_ - 1).xpos == "TO";
    out_.rule = "meetings/" + out_.kind + "-verb";
    return out_;
  }

 private:
  const Document& document() const { return clauses_.document(); }
  const Token& token(TokenIndex i) const { return clauses_.token(i); }
  // By lemma, or by a form whose lemma was not found.
  bool in(const char* name, const std::string& lemma) const {
    if (clauses_.rules().in_class(name, lemma)) return true;
    const std::string form = lower(document().form(verb_));
    return form.ends_with("ed") && clauses_.rules().in_class(name, form.substr(0, form.size() - 1));
  }
  bool is_type(EntityIndex entity, EntityType type) const { return document().entities[entity].type == type; }
  bool all_persons(const std::vector<EntityIndex>& entities) const {
    return !entities.empty() &&
           std::all_of(entities.begin(), entities.end(), [&](EntityIndex e) { return is_type(e, EntityType::Person); });
  }

  void read_neighbours() {
    passive_ = surface_.is_passive(verb_);
    object_ = surface_.object(verb_);
    tail_ = surface_.complements(object_.empty() ? verb_ : object_.end - 1);
    objects_ = surface_.participants(object_);
    // "met the President of Norway, X"
    if (!object_.empty() && surface_.denotes_persons(object_) && !tail_.empty() && tail_.front().preposition == "of") {
      std::vector<Complement> office{{"", object_}, tail_.front()};
      const std::vector<EntityIndex> holder = surface_.participants(office, {""});
      if (holder.size() == 1 && is_type(holder.front(), EntityType::Person)) objects_ = holder;
    }
    with_ = std::find_if(tail_.begin(), tail_.end(), [](const Complement& c) { return c.preposition == "with"; });
    if (objects_.empty() && with_ == tail_.end()) objects_ = participants_of(clauses_, clauses_.objects(verb_));
    subjects_ = surface_.better_of(participants_of(clauses_, clauses_.surface_subjects(verb_)), surface_.subjects(verb_));
  }

  bool find_kind() {
    const std::string& lemma = token(verb_).lemma;
    if (in("meeting-visit-verb", lemma)) return visit();
    if (passive_) return false;
    return (in("meeting-meet-verb", lemma) && meet("meeting")) || (in("meeting-gather-verb", lemma) && gather()) ||
           (in("meeting-talk-verb", lemma) && meet("talks")) || (in("meeting-speak-verb", lemma) && speak()) ||
           (in("meeting-phone-verb", lemma) && telephone()) || (in("meeting-arrive-verb", lemma) && arrive()) ||
           (in("meeting-host-verb", lemma) && host(lemma));
  }

  // A council or organisation among the subjects makes it a session.
  void session() {
    std::vector<EntityIndex> bodies;
    for (const TokenIndex i : clauses_.surface_subjects(verb_)) bodies.push_back(entity_of(document(), i));
    if (const Mention* it = surface_.antecedent_of_it(verb_)) bodies.push_back(it->entity);
    for (const EntityIndex entity : bodies) {
      if (entity == no_entity) continue;
      if (is_type(entity, EntityType::Council) || is_type(entity, EntityType::InternationalOrganization)) out_.series = entity;
      if (is_type(entity, EntityType::Council)) out_.kind = "council-session";
    }
  }

  // "A met B", "A and B met", "the Council met"
  bool meet(const char* kind) {
    out_.kind = kind;
    const Range other = with_ != tail_.end() ? with_->tokens : object_;
    const std::vector<EntityIndex> partners = surface_.participants(tail_, {"with"});
    const bool named = !objects_.empty() || !partners.empty();
    // "met the conditions", "met with criticism", "would meet with any citizen"
    if (!other.empty() && !named && !surface_.denotes_persons(other)) return false;
    if (surface_.is_generic(other)) return false;
    session();
    out_.participants = subjects_;
    add_participants(out_.participants, objects_);
    add_participants(out_.participants, partners);
    if (out_.participants.size() >= 2) return true;
    if (out_.participants.empty()) return false;
    // One side is named; the other is "he", or "militants" whom one meets somewhere or some day.
    if (!other.empty()) return named || anchored();
    return group();
  }

  bool anchored() const {
    return time_of(document(), verb_).known() || surface_.time_beside(verb_).known() ||
           surface_.place(tail_, {"at", "in", "on"}) != no_entity;
  }

  // Does the subject come together by itself: a body, or a plural?
  bool group() const {
    if (out_.series != no_entity) return true;
    if (all_persons(out_.participants)) return false;
    // "Thousands of Iranians gathered": of a state's people nobody takes part as a state.
    if (out_.participants.size() == 1 && is_type(out_.participants.front(), EntityType::State)) return false;
    const TokenList subjects = clauses_.surface_subjects(verb_);
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](TokenIndex i) { return token(i).xpos == "NNS" || lower(document().form(i)) == "they"; });
  }

  bool gather() {
    if (!object_.empty()) return false;
    out_.kind = "meeting";
    session();
    out_.participants = subjects_;
    return out_.participants.size() >= 2 || (!out_.participants.empty() && group());
  }

  // "A spoke with B by telephone"
  bool speak() {
    const bool by_phone = std::any_of(tail_.begin(), tail_.end(), [&](const Complement& c) {
      for (TokenIndex i = c.tokens.begin; i < c.tokens.end; ++i)
        if (in("meeting-phone-word", lower(token(i).lemma))) return true;
      return false;
    });
    if (!by_phone) return false;
    out_.kind = "phone-call";
    out_.participants = subjects_;
    add_participants(out_.participants, surface_.participants(tail_, {"with", "to"}));
    return out_.participants.size() >= 2;
  }

  // "A called B": persons only, and nothing that B is called.
  bool telephone() {
    if (!all_persons(subjects_) || !all_persons(objects_) || object_.empty()) return false;
    const Range sentence = sentence_tokens(document(), verb_);
    const Mention* last = surface_.name(object_.end - 1);
    if (last == nullptr || object_.end == sentence.end) return last != nullptr && both_sides("phone-call");
    const Token& next = token(object_.end);
    const bool quoted = next.upos == Upos::PUNCT && document().form(object_.end) != "," && document().form(object_.end) != ".";
    if (quoted || next.upos == Upos::VERB) return false;
    // Names are all that the phrase may hold behind its title: "called Ada a liar", "called Ada's plan".
    for (TokenIndex i = object_.begin; i < object_.end; ++i)
      if (token(i).xpos == "POS" || (token(i).upos == Upos::DET && i > object_.begin)) return false;
    return last->type == EntityType::Person && both_sides("phone-call");
  }
  bool both_sides(const char* kind) {
    out_.kind = kind;
    out_.participants = subjects_;
    add_participants(out_.participants, objects_);
    return out_.participants.size() >= 2;
  }

  // "A visited C", "A visited B in C", "C was visited by A"
  bool visit() {
    out_.kind = "visit";
    if (has_relation(token(verb_), "acl") && token(verb_).xpos == "VBG") return false;  // "tourists visiting Oslo"
    const std::vector<EntityIndex> visitors = passive_ ? surface_.participants(tail_, {"by"}) : subjects_;
    if (visitors.empty() || (!passive_ && object_.empty())) return false;
    out_.participants = visitors;
    out_.place = passive_ ? place_of(clauses_, clauses_.surface_subjects(verb_)) : surface_.place({{"", object_}}, {""});
    if (!passive_ && out_.place == no_entity && !tail_.empty() && tail_.front().preposition == "of")
      out_.place = surface_.place(tail_, {"of"});
    if (out_.place != no_entity) {
      out_.participants.erase(std::remove(out_.participants.begin(), out_.participants.end(), out_.place), out_.participants.end());
      return !out_.participants.empty();
    }
    add_participants(out_.participants, objects_);
    return !passive_ && !objects_.empty() && out_.participants.size() >= 2;
  }

  // "A arrived in C", of persons of whom a post is known: others travel as well.
  bool arrive() {
    out_.kind = "visit";
    out_.participants = subjects_;
    out_.participants.erase(
        std::remove_if(out_.participants.begin(), out_.participants.end(), [&](EntityIndex e) { return !surface_.is_officer(e); }),
        out_.participants.end());
    const std::string& lemma = token(verb_).lemma;
    const bool arrives = lemma == "arrive" || lemma == "land";
    out_.place = surface_.place(tail_, arrives ? std::vector<std::string>{"in", "at"} : std::vector<std::string>{"to"});
    out_.confidence = 0.6F;
    return !out_.participants.empty() && out_.place != no_entity;
  }

  // Who arrived on the day of the article is still there.
  bool under_way() const {
    const PartialDate& today = document().article.published;
    return in("meeting-arrive-verb", token(verb_).lemma) && out_.status == Status::held && today.exact() &&
           out_.time.begin == today;
  }

  // "A hosted B", "A received B in C"
  bool host(const std::string& lemma) {
    if (subjects_.empty() || object_.empty() || !all_persons(objects_)) return false;
    const bool warm = lemma == "welcome" || lemma == "greet" || lemma == "receive";
    if (warm && surface_.place(tail_, {"at", "in"}) == no_entity) return false;
    return both_sides("meeting");
  }

  const Clauses& clauses_;
  const Surface& surface_;
  TokenIndex verb_;
  bool passive_ = false;
  Range object_;  // the phrase right behind the verb
  std::vector<Complement>::const_iterator with_;
  std::vector<Complement> tail_;  // what follows it
  std::vector<EntityIndex> subjects_, objects_;
  FoundMeeting out_;
};

}  // namespace

void find_meeting_verbs(const Clauses& clauses, const Surface& surface, std::vector<FoundMeeting>& meetings) {
  for (TokenIndex i = 0; i < clauses.document().tokens.size(); ++i) {
    if (!clauses.is_verb(i)) continue;
    if (std::optional<FoundMeeting> found = VerbReader(clauses, surface, i).read()) meetings.push_back(std::move(*found));
  }
}

}  // namespace entente
