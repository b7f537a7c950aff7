#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "extract/meetings_clause.hpp"
#include "extract/meetings_found.hpp"
#include "model/syntax.hpp"
#include "model/time_of.hpp"

namespace entente {

namespace {

bool can_take_part(EntityType type) {
  return type == EntityType::State || type == EntityType::InternationalOrganization || type == EntityType::GovernmentBody ||
         type == EntityType::Organization || type == EntityType::Council || type == EntityType::Person;
}

// One noun that stands for a meeting, and what its phrase and clause say.
class NounReader {
 public:
  NounReader(const Clauses& clauses, TokenIndex noun) : clauses_(clauses), noun_(noun) { out_.trigger = noun; }

  std::optional<FoundMeeting> read() {
    if (!find_kind()) return std::nullopt;
    find_predicate();
    read_modifiers();
    read_complements();
    read_clause();
    read_time_and_place();
    if (!plausible()) return std::nullopt;
    const std::optional<MeetingStatus> status = meeting_status(clauses_, noun_, predicate_, out_.time);
    if (!status) return std::nullopt;
    out_.status = status->status;
    out_.settled = status->settled;
    describe();
    return out_;
  }

 private:
  const Document& document() const { return clauses_.document(); }
  const Token& token(TokenIndex i) const { return clauses_.token(i); }
  bool in(const char* name, const std::string& word) const { return clauses_.rules().in_class(name, word); }
  bool plural() const { return token(noun_).xpos == "NNS" || token(noun_).xpos == "NNPS"; }

  bool find_kind() {
    const Token& t = token(noun_);
    if (t.upos != Upos::NOUN && t.upos != Upos::PROPN) return false;
    const std::string lemma = lower(t.lemma);
    static constexpr std::array<std::pair<const char*, const char*>, 8> kinds = {{{"meeting-noun", "meeting"},
                                                                                  {"meeting-summit-noun", "summit"},
                                                                                  {"meeting-session-noun", "council-session"},
                                                                                  {"meeting-talks-noun", "talks"},
                                                                                  {"meeting-phone-noun", "phone-call"},
                                                                                  {"meeting-visit-noun", "visit"},
                                                                                  {"meeting-conference-noun", "conference"},
                                                                                  {"meeting-ceremony-noun", "ceremony"}}};
    for (const auto& [name, kind] : kinds)
      if (in(name, lemma)) out_.kind = kind;
    if (out_.kind.empty() || in_other_name() || modifies_noun()) return false;
    if (lemma == "talk" && !plural()) return false;
    if (has_word_before("summit")) out_.kind = "summit";
    if (has_phone_word()) out_.kind = "phone-call";
    return !(out_.kind == "conference" && (has_word_before("press") || has_word_before("news")));
  }

  // A part of the name of something else: "the Munich Agreement Conference Hall", "the National Congress".
  bool in_other_name() const {
    const Mention* mention = mention_at(document(), noun_);
    for (const Mention& other : document().mentions)
      if (other.tokens.contains(noun_) && (mention == nullptr || other.tokens.size() > mention->tokens.size())) mention = &other;
    if (mention == nullptr || mention->kind == MentionKind::nominal) return false;
    return mention->type != EntityType::Summit || mention->tokens.end != noun_ + 1;
  }

  // "the summit declaration", "meeting room"; but a summit meeting is a meeting.
  bool modifies_noun() const { return has_relation(token(noun_), "compound", true) || has_relation(token(noun_), "amod"); }

  bool has_word_before(std::string_view word) const {
    return (noun_ > 0 && token(noun_ - 1).lemma == word) ||
           (noun_ > 1 && token(noun_ - 2).lemma == word && token(noun_ - 1).upos != Upos::ADP);
  }
  bool has_phone_word() const {
    for (TokenIndex i = noun_ < 2 ? 0 : noun_ - 2; i < noun_; ++i)
      if (in("meeting-phone-word", lower(token(i).lemma))) return true;
    return false;
  }

  // The verb that says what became of the meeting: its carrier, the verb whose subject it is, or the one it hangs on.
  void find_predicate() {
    predicate_ = noun_;
    if (const auto carrier = clauses_.carrier(noun_)) {
      predicate_ = *carrier;
      carried_ = true;
      return;
    }
    const TokenIndex at = clauses_.position(noun_);
    const std::optional<TokenIndex> above = clauses_.head(at);
    if (!above) return;
    marker_ = clauses_.marker(at);
    if (has_relation(token(at), "nsubj")) {
      predicate_ = *above;
    } else if (has_relation(token(at), "obl") || (has_relation(token(at), "nmod") && clauses_.is_verb(*above))) {
      predicate_ = *above;
      oblique_ = true;
    }
  }

  // "US-Russia talks", "a Defense Ministry meeting", "the G7 summit", "the Cairo summit"
  void read_modifiers() {
    std::vector<const Mention*> found;
    if (const Mention* summit = mention_headed_by(document(), noun_); summit != nullptr && summit->type == EntityType::Summit)
      out_.series = summit->entity;
    const TokenIndex begin = phrase_begin();
    for (const Mention& mention : document().mentions) {
      if (mention.tokens.begin < begin || mention.tokens.end > noun_ || mention.entity == no_entity) continue;
      if (mention.kind != MentionKind::name && mention.kind != MentionKind::adjective) continue;
      if (!found.empty() && found.back()->tokens.contains(mention.tokens)) continue;
      if (!found.empty() && mention.tokens.contains(found.back()->tokens)) found.pop_back();
      found.push_back(&mention);
    }
    const bool paired = found.size() >= 2;
    for (const Mention* mention : found) modifier(*mention, paired);
  }

  void modifier(const Mention& mention, bool paired) {
    const EntityType type = document().entities[mention.entity].type;
    const bool possessive = has_relation(token(mention.head), "nmod:poss");
    if (type == EntityType::Place) {
      if (!possessive) out_.place = mention.entity;
    } else if (type == EntityType::Council) {
      out_.series = mention.entity;
      if (out_.kind == "meeting" || out_.kind == "talks") out_.kind = "council-session";
      add_participants(out_.participants, parties_of(document(), mention.entity));
    } else if (can_take_part(type) && (paired || possessive || (type != EntityType::State && type != EntityType::Person))) {
      add_participants(out_.participants, {mention.entity});
      if (type != EntityType::State && type != EntityType::Person) out_.series = mention.entity;
    }
  }

  // First token of the noun phrase, as far as it stands before the noun.
  TokenIndex phrase_begin() const {
    const Range sentence = sentence_tokens(document(), noun_);
    TokenIndex i = noun_;
    while (i > sentence.begin) {
      const Token& t = token(i - 1);
      const bool inside = t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::ADJ || t.upos == Upos::NUM ||
                          t.upos == Upos::X || t.xpos == "POS" || t.xpos == "HYPH" || t.lemma == "-" || t.lemma == "–" ||
                          t.xpos == "VBN";
      if (!inside) break;
      --i;
    }
    return i;
  }

  void read_complements() {
    const TokenIndex at = clauses_.position(noun_);
    const std::vector<EntityIndex> owners = owners_of();
    const std::vector<EntityIndex> between = participants_of(clauses_, clauses_.obliques(noun_, {"between", "among"}));
    with_ = participants_of(clauses_, clauses_.obliques(noun_, {"with"}));
    std::vector<EntityIndex> of;
    if (out_.kind != "visit" && out_.kind != "ceremony") of = series_or_participants(clauses_.obliques(noun_, {"of"}));
    std::vector<EntityIndex> by;
    for (const TokenIndex i : children(document(), at))
      if (clauses_.marker(i) == "by" && clauses_.token(i).head == static_cast<std::int32_t>(at))
        by = participants_of(clauses_, {i});
    for (const auto& list : {owners, between, of, by, with_}) add_participants(out_.participants, list);
    sided_ = !owners.empty() || !between.empty() || !by.empty();
  }

  std::vector<EntityIndex> owners_of() {
    const TokenList tokens = clauses_.possessors(noun_);
    std::vector<EntityIndex> owners = series_or_participants(tokens);
    if (owners.empty() && !tokens.empty() && token(tokens.front()).xpos == "PRP$" && predicate_ != noun_)
      owners = persons_only(participants_of(clauses_, clauses_.surface_subjects(predicate_)));
    return owners;
  }

  std::vector<EntityIndex> series_or_participants(const TokenList& tokens) {
    for (const TokenIndex i : tokens) {
      const EntityIndex entity = entity_of(document(), i);
      if (entity == no_entity) continue;
      const EntityType type = document().entities[entity].type;
      if (type == EntityType::Council || type == EntityType::InternationalOrganization) out_.series = entity;
      if (type == EntityType::Council && out_.kind == "meeting") out_.kind = "council-session";
    }
    return participants_of(clauses_, tokens);
  }

  std::vector<EntityIndex> persons_only(std::vector<EntityIndex> entities) const {
    entities.erase(std::remove_if(entities.begin(), entities.end(),
                                  [&](EntityIndex e) { return document().entities[e].type != EntityType::Person; }),
                   entities.end());
    return entities;
  }

  // Who does what the verb says takes part where the verb has the meeting ("held talks"), where it stands in its course
  // ("said at the meeting"), and where the meeting lacks its first side ("after talks with B, A said").
  void read_clause() {
    if (predicate_ == noun_ || !clauses_.is_verb(predicate_)) return;
    const std::string phrase = clauses_.phrase(predicate_);
    const bool carries = carried_ && in("meeting-carry-verb", phrase);
    if (carries && (out_.kind != "visit" || !sided_)) {
      add_participants(out_.participants, participants_of(clauses_, clauses_.subjects(predicate_)));
      active_ = true;
    } else if (oblique_ && takes_place_in_course(phrase)) {
      const std::vector<EntityIndex> subjects = participants_of(clauses_, clauses_.surface_subjects(predicate_));
      add_participants(out_.participants, subjects);
      active_ = !subjects.empty();
    } else if (!sided_ && (!with_.empty() || out_.kind == "visit")) {
      add_participants(out_.participants, participants_of(clauses_, clauses_.surface_subjects(predicate_)));
    }
  }

  bool takes_place_in_course(const std::string& phrase) const {
    if (clauses_.is_passive(predicate_)) return false;
    if (marker_ == "at" || marker_ == "during" || marker_ == "in" || marker_ == "on") return true;
    if (marker_ == "for" || marker_ == "to" || marker_ == "into")
      return in("meeting-arrive-verb", phrase) || in("meeting-gather-verb", phrase) || in("meeting-carry-verb", phrase) ||
             in("meeting-meet-verb", phrase);
    return false;
  }

  void read_time_and_place() {
    if (predicate_ != noun_ && (!oblique_ || marker_ != "after")) out_.time = time_of(document(), noun_);
    if (!out_.time.known()) out_.time = time_of(document(), noun_);
    if (!out_.time.known() && predicate_ != noun_ && marker_ != "after" && marker_ != "before" && marker_ != "following" &&
        marker_ != "since")
      out_.time = time_of(document(), predicate_);
    if (out_.place != no_entity) return;
    if (out_.kind == "visit") out_.place = place_of(clauses_, clauses_.obliques(noun_, {"to", "of"}));
    if (out_.place == no_entity) out_.place = place_of(clauses_, clauses_.obliques(noun_, {"at", "in", "on"}));
    if (out_.place == no_entity && predicate_ != noun_ && clauses_.is_verb(predicate_)) {
      TokenList around;
      for (const TokenIndex i : children(document(), predicate_)) {
        const std::string marker = clauses_.marker(i);
        if (i != noun_ && has_relation(token(i), "obl") &&
            (marker == "in" || marker == "at" || (marker == "to" && out_.kind == "visit")))
          around.push_back(i);
      }
      out_.place = place_of(clauses_, around);
    }
    if (out_.kind != "visit" || out_.place == no_entity) return;
    // A state that is visited is the place and no visitor.
    out_.participants.erase(std::remove(out_.participants.begin(), out_.participants.end(), out_.place), out_.participants.end());
  }

  // Is it one meeting that the text speaks of, and not meetings in general?
  bool plausible() {
    out_.definite = is_definite();
    const std::string lemma = lower(token(noun_).lemma);
    if (lemma == "call" || lemma == "conversation") {
      if (with_.empty() && !has_phone_word() && out_.participants.size() < 2 && !out_.definite) return false;
      if (!clauses_.obliques(noun_, {"for", "on"}).empty() && !has_phone_word()) return false;
    }
    if (lemma == "opening" && clauses_.obliques(noun_, {"of"}).empty()) return false;
    if ((lemma == "opening" || lemma == "parade") && !(oblique_ && active_)) return false;
    const bool anchored = active_ || out_.time.known() || out_.place != no_entity;
    const bool talks = out_.kind == "talks";
    if (lemma == "discussion" && !(carried_ && out_.participants.size() >= 2)) return false;
    if (plural() && !talks && !out_.definite && !active_) return false;
    if (talks && !anchored && out_.participants.size() < 2) out_.certain = false;
    out_.certain = out_.certain && (out_.participants.size() >= 2 || (!out_.participants.empty() && anchored) ||
                                    (out_.series != no_entity && anchored));
    return out_.certain || out_.definite;
  }

  bool is_definite() const {
    for (const TokenIndex i : children(document(), noun_)) {
      const std::string word = lower(document().form(i));
      if (has_relation(token(i), "det") || has_relation(token(i), "amod"))
        if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those" || word == "such") return true;
    }
    return !clauses_.possessors(noun_).empty() && out_.participants.empty();
  }

  void describe() {
    const TokenIndex begin = phrase_begin();
    TokenIndex end = noun_ + 1;
    for (const TokenIndex i : children(document(), noun_)) {
      if (i < noun_ || !has_relation(token(i), "nmod")) continue;
      const Range phrase = subtree(document(), i);
      if (phrase.begin == end && phrase.end <= noun_ + 14) end = phrase.end;
    }
    out_.tokens = {begin, end};
    out_.label = plain_spaces(document().text(document().bytes(out_.tokens)));
    out_.rule = "meetings/" + out_.kind + "-noun";
    if (predicate_ != noun_) out_.tokens = {std::min(begin, predicate_), std::max(end, predicate_ + 1)};
  }

  const Clauses& clauses_;
  TokenIndex noun_;
  TokenIndex predicate_ = 0;
  bool carried_ = false;  // the noun is the object, or the passive subject, of the predicate
  bool oblique_ = false;  // it hangs on the predicate by a preposition
  std::string marker_;
  std::vector<EntityIndex> with_;
  bool sided_ = false;   // both sides are named in its own phrase
  bool active_ = false;  // somebody has or attends it
  FoundMeeting out_;
};

}  // namespace

void find_meeting_nouns(const Clauses& clauses, std::vector<FoundMeeting>& meetings) {
  for (TokenIndex i = 0; i < clauses.document().tokens.size(); ++i)
    if (std::optional<FoundMeeting> found = NounReader(clauses, i).read()) meetings.push_back(std::move(*found));
}

}  // namespace entente
