#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "extract/meetings_clause.hpp"
#include "extract/meetings_found.hpp"
#include "extract/meetings_words.hpp"
#include "model/syntax.hpp"
#include "model/time_of.hpp"

namespace entente {

namespace {

bool can_take_part(EntityType type) {
  return type == EntityType::State || type == EntityType::InternationalOrganization || type == EntityType::GovernmentBody ||
         type == EntityType::Organization || type == EntityType::Council || type == EntityType::Person;
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
}

// How the noun stands to the verb of its clause.
enum class Position : std::uint8_t {
  alone,    // no verb was found
  subject,  // "the summit will open"
  carried,  // "held talks", "a meeting was proposed"
  oblique,  // "at the meeting", "for talks"
};

// One noun that stands for a meeting, and what its phrase and clause say.
class NounReader {
 public:
  NounReader(const Clauses& clauses, const Surface& surface, TokenIndex noun) : clauses_(clauses), surface_(surface), noun_(noun) {
    out_.trigger = noun;
  }

  std::optional<FoundMeeting> read() {
    out_.kind = meeting_kind(clauses_, surface_, noun_);
    if (out_.kind.empty()) return std::nullopt;
    lemma_ = lower(token(noun_).lemma);
    find_phrase();
    find_verb();
    read_modifiers();
    read_complements();
    read_clause();
    read_time();
    read_place();
    if (!plausible()) return std::nullopt;
    const std::optional<MeetingStatus> status = meeting_status(clauses_, noun_, absent_ ? noun_ : verb_, out_.time, in_course_);
    if (!status) return std::nullopt;
    out_.status = status->status;
    out_.settled = status->settled;
    describe();
    return out_;
  }

 private:
  const Document& document() const { return clauses_.document(); }
  const Token& token(TokenIndex i) const { return clauses_.token(i); }
  std::string form(TokenIndex i) const { return lower(document().form(i)); }
  bool in(const char* name, const std::string& word) const { return clauses_.rules().in_class(name, word); }
  bool plural() const { return token(noun_).xpos == "NNS" || token(noun_).xpos == "NNPS"; }
  EntityType type_of(EntityIndex entity) const { return document().entities[entity].type; }

  bool inside_phrase(TokenIndex i) const {
    const Token& t = token(i);
    if (surface_.name(i) != nullptr || surface_.in_time(i)) return true;
    if (t.xpos == "VBG")
      return i > 0 && (token(i - 1).upos == Upos::DET || token(i - 1).upos == Upos::ADP);  // "the opening ceremony"
    return t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::ADJ || t.upos == Upos::NUM || t.upos == Upos::X ||
           t.xpos == "POS" || t.xpos == "HYPH" || t.xpos == "VBN" || t.lemma == "-" || t.lemma == "–";
  }

  // The noun with its modifiers, and where its articles and "a series of" begin.
  void find_phrase() {
    const Range sentence = sentence_tokens(document(), noun_);
    begin_ = noun_;
    while (begin_ > sentence.begin && inside_phrase(begin_ - 1)) --begin_;
    start_ = begin_;
    while (start_ > sentence.begin && (token(start_ - 1).upos == Upos::DET || token(start_ - 1).xpos == "PRP$")) --start_;
    if (start_ > sentence.begin + 1 && form(start_ - 1) == "of" && in("measure-noun", token(start_ - 2).lemma)) {
      start_ -= 2;
      while (start_ > sentence.begin && (token(start_ - 1).upos == Upos::DET || token(start_ - 1).upos == Upos::ADJ)) --start_;
    }
    tail_ = surface_.complements(noun_);
    // "a visit to A for talks with B": what follows the talks is theirs.
    const auto other = std::find_if(tail_.begin(), tail_.end(), [&](const Complement& c) {
      return !c.tokens.empty() && is_meeting_noun(clauses_, c.tokens.end - 1);
    });
    tail_.erase(other, tail_.end());
    end_ = noun_ + 1;
    for (const Complement& complement : tail_) end_ = std::max(end_, complement.tokens.end);
  }

  void find_verb() {
    const Range sentence = sentence_tokens(document(), noun_);
    verb_ = noun_;
    if (const auto carrier = clauses_.carrier(noun_); carrier && form(*carrier) != "following")
      return set_verb(*carrier, Position::carried);
    TokenIndex before = start_;
    if (before > sentence.begin && token(before - 1).xpos == "RP") --before;
    const bool participle_as_preposition = before > sentence.begin && form(before - 1) == "following";
    if (before > sentence.begin && is_carrier(before - 1) && !participle_as_preposition)
      return set_verb(before - 1, Position::carried);
    if (start_ > sentence.begin && (token(start_ - 1).upos == Upos::ADP || participle_as_preposition)) {
      marker_ = form(start_ - 1);
      if (const auto verb = governing_verb(sentence)) set_verb(*verb, Position::oblique);
      return;
    }
    const std::optional<TokenIndex> above = clauses_.head(clauses_.position(noun_));
    if (above && has_relation(token(clauses_.position(noun_)), "nsubj")) return set_verb(*above, Position::subject);
    for (TokenIndex i = end_; i < sentence.end && i < end_ + 4; ++i) {
      if (clauses_.is_verb(i)) return set_verb(i, Position::subject);
      if (token(i).upos != Upos::AUX && token(i).upos != Upos::ADV && token(i).upos != Upos::PART && !surface_.in_time(i)) return;
    }
  }
  // "to have meetings" may be tagged as an auxiliary.
  bool is_carrier(TokenIndex i) const { return clauses_.is_verb(i) || (token(i).upos == Upos::AUX && token(i).lemma == "have"); }
  void set_verb(TokenIndex verb, Position position) {
    verb_ = verb;
    position_ = position;
  }

  // The verb that a prepositional phrase hangs on: before it, or, where it opens the sentence, that of the main clause.
  std::optional<TokenIndex> governing_verb(Range sentence) const {
    for (TokenIndex i = start_ - 1; i > sentence.begin; --i)
      if (clauses_.is_verb(i - 1)) return verb_above().value_or(i - 1);
    bool main_clause = false;
    for (TokenIndex i = noun_ + 1; i < sentence.end; ++i) {
      if (document().form(i) == ",") main_clause = true;
      if (main_clause && clauses_.is_verb(i) && token(i).xpos != "VBG") return i;
    }
    return verb_above();
  }
  std::optional<TokenIndex> verb_above() const {
    std::optional<TokenIndex> at = clauses_.head(noun_);
    for (int steps = 0; at && steps < 4; ++steps, at = clauses_.head(*at))
      if (clauses_.is_verb(*at)) return at;
    return std::nullopt;
  }

  // "US-Russia talks", "a Defense Ministry meeting", "the G7 summit", "the Cairo summit"
  void read_modifiers() {
    if (const Mention* summit = surface_.name(noun_)) out_.series = summit->entity;
    std::vector<const Mention*> found;
    for (const Mention& mention : document().mentions) {
      if (mention.tokens.begin < begin_ || mention.tokens.end > noun_ || mention.entity == no_entity) continue;
      if (mention.kind != MentionKind::name && mention.kind != MentionKind::adjective) continue;
      if (!found.empty() && found.back()->tokens.contains(mention.tokens)) continue;
      if (!found.empty() && mention.tokens.contains(found.back()->tokens)) found.pop_back();
      found.push_back(&mention);
    }
    for (const Mention* mention : found) modifier(*mention, found.size() >= 2);
  }

  void modifier(const Mention& mention, bool paired) {
    const EntityType type = type_of(mention.entity);
    const bool possessive = token(mention.tokens.end).xpos == "POS";
    // "the Norwegian President X's inauguration": the adjective is part of the title.
    if (mention.kind == MentionKind::adjective && surface_.titles_a_person(mention.tokens.end, noun_)) return;
    if (type == EntityType::Place) {
      if (!possessive) out_.place = mention.entity;
    } else if (type == EntityType::Council) {
      session_of(mention.entity);
      add_participants(out_.participants, parties_of(document(), mention.entity));
    } else if (can_take_part(type) && (paired || possessive || (type != EntityType::State && type != EntityType::Person))) {
      add_participants(out_.participants, {mention.entity});
      if (possessive)
        sided_ = out_.possessed = true;
      else if (!paired)
        out_.venue = mention.entity;
      if (type == EntityType::InternationalOrganization && out_.series == no_entity) out_.series = mention.entity;
    }
  }

  void session_of(EntityIndex council) {
    out_.series = council;
    if (out_.kind == "meeting" || out_.kind == "talks") out_.kind = "council-session";
  }

  void read_complements() {
    owner();
    with_ = surface_.participants(tail_, {"with"});
    const std::vector<EntityIndex> between = surface_.participants(tail_, {"between", "among"});
    const std::vector<EntityIndex> by = surface_.participants(tail_, {"by"});
    if (out_.kind != "visit" && out_.kind != "ceremony" && out_.kind != "phone-call") of_phrase();
    sided_ = sided_ || !between.empty() || !by.empty();
    for (const auto& list : {between, by, with_}) add_participants(out_.participants, list);
  }

  // "a meeting of the Security Council", "of the ministers of A and B"
  void of_phrase() {
    if (tail_.empty() || tail_.front().preposition != "of") return;
    for (TokenIndex i = tail_.front().tokens.begin; i < tail_.front().tokens.end; ++i) {
      const Mention* mention = surface_.name(i);
      if (mention == nullptr) continue;
      if (type_of(mention->entity) == EntityType::Council) session_of(mention->entity);
      if (type_of(mention->entity) == EntityType::InternationalOrganization) out_.series = mention->entity;
    }
    std::vector<Complement> first = {tail_.front()};
    if (tail_.size() > 1) first.push_back(tail_[1]);
    std::vector<EntityIndex> of = surface_.participants({tail_.front()}, {"of"});
    if (of.empty()) of = surface_.participants(first, {"of"});
    add_participants(out_.participants, of);
  }

  // "his visit": whom the pronoun means, else whoever the clause is about.
  void owner() {
    if (begin_ == 0 || token(begin_ - 1).xpos != "PRP$") return;
    sided_ = out_.possessed = true;
    const std::vector<EntityIndex> known = participants_of(clauses_, {begin_ - 1});
    add_participants(out_.participants, known);
    if (!known.empty() || verb_ == noun_) return;
    for (const EntityIndex entity : subjects())
      if (form(begin_ - 1) == "their" || form(begin_ - 1) == "its" || type_of(entity) == EntityType::Person)
        add_participants(out_.participants, {entity});
  }

  std::vector<EntityIndex> subjects() const {
    if (verb_ == noun_ || !is_carrier(verb_)) return {};
    if (surface_.is_passive(verb_))
      return position_ == Position::oblique ? participants_of(clauses_, clauses_.surface_subjects(verb_))
                                            : surface_.participants(surface_.complements(verb_), {"by"});
    return surface_.better_of(participants_of(clauses_, clauses_.surface_subjects(verb_)), surface_.subjects(verb_));
  }

  // Who does what the verb says takes part where the verb has the meeting ("held talks"), where it stands in its course
  // ("said at the meeting"), and where the meeting lacks its first side ("after talks with B, A said").
  void read_clause() {
    if (verb_ == noun_ || !is_carrier(verb_) || position_ == Position::subject) return;
    const std::string phrase = clauses_.phrase(verb_);
    const bool attends = in("meeting-attend-verb", phrase);
    if (attends && stays_away()) {
      absent_ = true;
      return;
    }
    const bool carries = position_ == Position::carried && in("meeting-carry-verb", phrase);
    const bool in_course = position_ == Position::oblique && takes_place_in_course(phrase);
    in_course_ = position_ == Position::oblique && is_one_of(marker_, {"at", "during", "in", "on", "after", "following", "since"});
    const bool agrees = position_ != Position::carried && out_.participants.empty() &&
                        (in("meeting-plan-word", phrase) || in("meeting-propose-word", phrase)) &&
                        is_one_of(marker_, {"to", "on", "for"});
    // "The EU postponed a summit": a body calls off its own.
    if (out_.participants.empty() && position_ == Position::carried &&
        (in("meeting-cancel-word", phrase) || in("meeting-plan-word", phrase)))
      for (const EntityIndex entity : subjects())
        if (type_of(entity) != EntityType::Person && type_of(entity) != EntityType::State)
          add_participants(out_.participants, {entity});
    const bool lacks_side = !sided_ && (!with_.empty() || out_.kind == "visit");
    if (agrees && subjects().size() >= 2) add_participants(out_.participants, subjects());
    if (!(carries && !(out_.kind == "visit" && sided_)) && !in_course && !lacks_side) return;
    const std::vector<EntityIndex> found = subjects();
    add_participants(out_.participants, found);
    if (in_course && in("meeting-face-verb", phrase))
      add_participants(out_.participants, surface_.participants(surface_.object(verb_)));
    active_ = carries || (in_course && !found.empty());
    out_.joined = attends && !found.empty();
  }

  // "neither A nor B will attend", "A did not join": the meeting stands, without them.
  bool stays_away() const {
    if (is_negated(document(), verb_)) return true;
    const Range sentence = sentence_tokens(document(), noun_);
    for (TokenIndex i = sentence.begin; i < verb_; ++i)
      if (form(i) == "neither" || form(i) == "nobody") return true;
    return false;
  }

  bool takes_place_in_course(const std::string& phrase) const {
    if (surface_.is_passive(verb_)) return false;
    if (is_one_of(marker_, {"at", "during", "in", "on"})) return true;
    if (!is_one_of(marker_, {"for", "to", "into"})) return false;
    return in("meeting-arrive-verb", phrase) || in("meeting-gather-verb", phrase) || in("meeting-carry-verb", phrase) ||
           in("meeting-meet-verb", phrase);
  }

  // The verb's time is not the meeting's if it comes before or after it.
  bool apart_in_time() const {
    return is_one_of(marker_, {"after", "before", "following", "since", "until", "about", "ahead", "for", "to"});
  }

  void read_time() {
    out_.time = surface_.time_within({start_, noun_});
    if (!out_.time.known()) out_.time = time_of(document(), noun_);
    if (!out_.time.known()) out_.time = surface_.time_beside(noun_);
    if (!out_.time.known() && verb_ != noun_ && !(position_ == Position::oblique && apart_in_time() && !arrives()))
      out_.time = time_of(document(), verb_);
    if (!out_.time.known() && (position_ == Position::subject || position_ == Position::carried) && verb_ > noun_)
      out_.time = surface_.time_beside(verb_);
  }
  bool arrives() const {
    return in("meeting-arrive-verb", clauses_.phrase(verb_)) || in("meeting-gather-verb", clauses_.phrase(verb_));
  }

  void read_place() {
    if (out_.place == no_entity && out_.kind == "visit") out_.place = surface_.place(tail_, {"to", "of", "in"});
    if (out_.place == no_entity) out_.place = surface_.place(tail_, {"at", "in", "on"});
    if (out_.place == no_entity && verb_ != noun_ && verb_ < noun_ && position_ == Position::oblique)
      out_.place = surface_.place(surface_.complements(verb_),
                                  arrives() ? std::vector<std::string>{"in", "to", "at"} : std::vector<std::string>{"in", "at"});
    if (out_.place == no_entity && verb_ > noun_ && position_ != Position::oblique)
      out_.place = surface_.place(surface_.complements(verb_), {"at", "in"});
    if (out_.place == no_entity && out_.kind != "visit") out_.place = surface_.fronted_place(noun_);
    if (out_.kind != "visit" || out_.place == no_entity) return;
    // A state that is visited is the place and no visitor.
    out_.participants.erase(std::remove(out_.participants.begin(), out_.participants.end(), out_.place), out_.participants.end());
  }

  // Is it one meeting that the text speaks of, and not meetings in general?
  bool plausible() {
    out_.definite = is_definite();
    out_.indefinite = start_ < begin_ && is_one_of(form(start_), {"a", "an"});
    if (is_one_of(lemma_, {"call", "conversation"}) && !is_phone_call()) return false;
    if (is_one_of(lemma_, {"opening", "parade"}) &&
        !(active_ && position_ == Position::oblique && (tail_.empty() || tail_.front().preposition == "of")))
      return false;
    if (lemma_ == "discussion" && !(position_ == Position::carried && out_.participants.size() >= 2)) return false;
    if (plural() && out_.kind != "talks" && !active_ && !sided_) return false;
    // "speak out in international forums"
    const bool general = plural() && out_.kind != "talks" && position_ == Position::oblique && start_ == begin_;
    if (general && !sided_ && !out_.time.known()) return false;
    const bool occurs = (position_ == Position::subject || (position_ == Position::carried && has_content())) &&
                        in("meeting-carry-verb", clauses_.phrase(verb_));
    if (out_.kind == "council-session" && out_.series == no_entity && !names_body()) return false;
    if (out_.kind == "visit" && out_.place == no_entity && (out_.participants.size() < 2 || !names_person()))
      out_.participants.clear();
    out_.purpose = marker_ == "for" && verb_ != noun_;
    const bool anchored = (active_ && has_content()) || occurs || out_.time.known() || out_.place != no_entity;
    const std::size_t count = out_.participants.size();
    out_.certain = count >= 2 || (anchored && (count == 1 || out_.series != no_entity));
    return out_.certain || out_.definite;
  }
  bool names_person() const {
    return std::any_of(out_.participants.begin(), out_.participants.end(),
                       [&](EntityIndex e) { return type_of(e) == EntityType::Person; });
  }
  bool names_body() const {
    return std::any_of(out_.participants.begin(), out_.participants.end(),
                       [&](EntityIndex e) { return type_of(e) != EntityType::Person && type_of(e) != EntityType::State; });
  }
  // Does its own phrase say which one it is? "at the meeting, X said" by itself does not.
  bool has_content() const {
    if (sided_ || out_.series != no_entity || !with_.empty()) return true;
    for (TokenIndex i = begin_; i < noun_; ++i)
      if (surface_.name(i) != nullptr) return true;
    return std::any_of(tail_.begin(), tail_.end(), [&](const Complement& c) {
      for (TokenIndex i = c.tokens.begin; i < c.tokens.end; ++i)
        if (surface_.name(i) != nullptr || token(i).upos == Upos::PROPN) return true;
      return false;
    });
  }
  bool is_phone_call() const {
    if (has_phone_word(clauses_, noun_)) return true;
    if (is_one_of(tail_.empty() ? "" : tail_.front().preposition, {"for", "to", "on", "by", "from"})) return false;
    return out_.participants.size() >= 2 || !with_.empty() || is_definite();
  }

  static bool links_words(Upos tag) {
    return tag == Upos::ADP || tag == Upos::CCONJ || tag == Upos::SCONJ || tag == Upos::DET || tag == Upos::PART ||
           tag == Upos::PUNCT;
  }
  bool is_definite() const {
    for (TokenIndex i = start_; i < begin_; ++i)
      if (is_one_of(form(i), {"the", "this", "that", "these", "those", "such"})) return true;
    return begin_ < noun_ && (form(begin_) == "such" || (surface_.in_time(begin_) && token(noun_ - 1).xpos == "POS"));
  }

  void describe() {
    out_.tokens = {begin_, std::min(end_, noun_ + 16)};
    // What follows a last preposition was read as something else: "talks in Vienna on [Monday]".
    while (out_.tokens.end > noun_ + 1 && links_words(token(out_.tokens.end - 1).upos)) --out_.tokens.end;
    out_.label = plain_spaces(document().text(document().bytes(out_.tokens)));
    out_.rule = "meetings/" + out_.kind + "-noun";
  }

  const Clauses& clauses_;
  const Surface& surface_;
  TokenIndex noun_;
  std::string lemma_;
  TokenIndex begin_ = 0, start_ = 0, end_ = 0;  // of the noun phrase: without and with its articles; behind its complements
  std::vector<Complement> tail_;
  TokenIndex verb_ = 0;  // the noun itself if there is none
  Position position_ = Position::alone;
  std::string marker_;  // the preposition before an oblique
  std::vector<EntityIndex> with_;
  bool sided_ = false;      // its own phrase names who meets
  bool active_ = false;     // somebody has or attends it
  bool in_course_ = false;  // the verb tells what went on there, or after
  bool absent_ = false;     // somebody stays away from it
  FoundMeeting out_;
};

}  // namespace

void find_meeting_nouns(const Clauses& clauses, const Surface& surface, std::vector<FoundMeeting>& meetings) {
  for (TokenIndex i = 0; i < clauses.document().tokens.size(); ++i)
    if (std::optional<FoundMeeting> found = NounReader(clauses, surface, i).read()) meetings.push_back(std::move(*found));
}

}  // namespace entente
