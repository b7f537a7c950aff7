#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "extract/meetings_surface.hpp"
#include "extract/roles_found.hpp"
#include "model/syntax.hpp"
#include "model/time_of.hpp"

namespace entente {

namespace {

// The noun for who does what a verb of leading says.
struct LeadingNoun {
  std::string_view lemma, noun;
};
constexpr std::array<LeadingNoun, 9> leading_nouns = {{{"head", "head"},
                                                       {"lead", "leader"},
                                                       {"chair", "chair"},
                                                       {"direct", "director"},
                                                       {"command", "commander"},
                                                       {"run", "head"},
                                                       {"govern", "governor"},
                                                       {"found", "founder"},
                                                       {"cofound", "cofounder"}}};

class VerbReader {
 public:
  VerbReader(const RoleView& view, const Surface& surface, std::vector<FoundRole>& roles)
      : view_(view), surface_(surface), roles_(roles) {}

  void read() {
    for (std::uint32_t i = 0; i < document().tokens.size(); ++i) {
      const Token& verb = token(i);
      if (verb.upos != Upos::VERB && verb.upos != Upos::AUX) continue;
      sentence_ = sentence_tokens(document(), i);
      if (verb.lemma == "be" || verb.lemma == "become")
        copula(i);
      else if (words().appoints(verb.lemma))
        appointment(i);
      else if (words().serves(verb.lemma))
        service(i);
      else if (words().resigns(verb.lemma))
        resignation(i);
      else if (words().succeeds(verb.lemma))
        succession(i);
      if (words().dismisses(verb.lemma)) dismissal(i);
      if (words().leads(verb.lemma)) leading(i);
    }
  }

 private:
  const Document& document() const { return view_.document(); }
  const Token& token(std::uint32_t i) const { return document().tokens[i]; }
  const RoleWords& words() const { return view_.words(); }

  bool is_person(EntityIndex entity) const { return entity != no_entity && document().entities[entity].type == EntityType::Person; }
  EntityIndex person_at(std::uint32_t at) const {
    const EntityIndex entity = entity_of(document(), at);
    if (is_person(entity)) return entity;
    const Mention* name = view_.person(at);
    return name != nullptr ? name->entity : no_entity;
  }

  // Who a predicate is about: its subject, or the noun that it modifies ("Modi, elected ...", "who heads").
  // Where the parse does not say, the one person who stands before the verb.
  EntityIndex subject(std::uint32_t predicate, std::uint32_t verb) const {
    const EntityIndex parsed = parsed_subject(predicate);
    if (parsed != no_entity) return parsed;
    const std::vector<EntityIndex> before = surface_.subjects(verb);
    return before.size() == 1 && is_person(before.front()) ? before.front() : no_entity;
  }
  EntityIndex parsed_subject(std::uint32_t predicate) const {
    if (const auto at = child(document(), predicate, "nsubj")) {
      const EntityIndex found = person_at(*at);
      if (found != no_entity) return found;
      if (token(*at).xpos != "WP" && token(*at).xpos != "WDT") return no_entity;
    }
    const Token& t = token(predicate);
    if (has_relation(t, "acl") && t.head >= 0) return person_at(static_cast<std::uint32_t>(t.head));
    if (has_relation(t, "conj") && t.head >= 0 && !child(document(), predicate, "nsubj"))
      return parsed_subject(static_cast<std::uint32_t>(t.head));
    return no_entity;
  }

  // A modal other than "will", or a condition: the text does not say that it is so.
  bool uncertain(std::uint32_t predicate) const {
    for (const std::uint32_t i : children(document(), predicate)) {
      const std::string word = RoleWords::word(document(), i);
      if (token(i).xpos == "MD" && word != "will" && word != "'ll") return true;
      if (has_relation(token(i), "mark") && (word == "if" || word == "whether" || word == "unless")) return true;
    }
    return is_negated(document(), predicate);
  }
  bool in_future(std::uint32_t predicate) const {
    for (const std::uint32_t i : children(document(), predicate))
      if (token(i).xpos == "MD") return true;
    return false;
  }

  // The title that follows `after`, past "as", "to be" and adverbs.
  std::optional<TitlePhrase> title_after(std::uint32_t after, bool needs_as = false) const {
    std::uint32_t i = after;
    bool as = false;
    for (; i < sentence_.end && i < after + 6; ++i) {
      const std::string word = RoleWords::word(document(), i);
      if (word == "as" || word == "to" || word == "be" || word == "become") {
        as = true;
      } else if (token(i).upos != Upos::ADV && !view_.in_time(i) && word != "on" && word != "in" && word != "down") {
        break;
      }
    }
    if (needs_as && !as) return std::nullopt;
    std::optional<TitlePhrase> phrase = title_from(view_, i, sentence_.end);
    const bool usable = phrase && phrase->kind != TitleKind::person && !phrase->plural &&
                        (phrase->tokens.end >= sentence_.end || view_.person(phrase->tokens.end) == nullptr);
    return usable ? phrase : std::nullopt;
  }

  void add(const TitlePhrase& phrase, EntityIndex person, std::uint32_t verb, const char* rule, Status status, TimeSpan time = {}) {
    if (!is_person(person)) return;
    const Range tokens{std::min(verb, phrase.tokens.begin), std::max(verb + 1, phrase.tokens.end)};
    FoundRole role = make_role(phrase, person, tokens, rule);
    if (role.status == Status::current) role.status = status;
    if (role.status == Status::current && long_ago(time)) role.status = Status::former;
    role.time = time;
    role.confidence = 0.8F;
    roles_.push_back(std::move(role));
  }

  // "became finance minister in 1982": few posts are held longer, and a text that dates one so far back tells a life.
  bool long_ago(const TimeSpan& time) const {
    constexpr int longest_term = 8;
    const PartialDate& today = document().article.published;
    return time.begin.known() && today.known() && time.begin.year + longest_term < today.year;
  }

  static TimeSpan from(const TimeSpan& time) { return {time.begin, {}}; }
  static TimeSpan until(const TimeSpan& time) { return {{}, time.end}; }

  // "X is the mayor of Y", "X became president in 2000"
  void copula(std::uint32_t verb) {
    const bool be = token(verb).lemma == "be";
    if (be && !has_relation(token(verb), "cop")) return;
    const std::uint32_t predicate = be && token(verb).head >= 0 ? static_cast<std::uint32_t>(token(verb).head) : verb;
    if (uncertain(predicate) || (token(verb).xpos == "VB" && !in_future(predicate))) return;
    const std::optional<TitlePhrase> phrase = title_after(verb + 1);
    if (!phrase || first_or_last(*phrase)) return;
    Status status = Status::current;
    if (in_future(predicate))
      status = Status::future;
    else if (be && token(verb).xpos == "VBD")
      status = Status::former;
    add(*phrase, subject(predicate, verb), verb, "roles/copula", status, be ? TimeSpan{} : from(time_of(document(), verb)));
  }

  // "the first leader to visit" names a deed and no post.
  bool first_or_last(const TitlePhrase& phrase) const {
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.head; ++i)
      if (view_.is(i, "latest") || view_.is(i, "last") || view_.is(i, "only")) return true;
    const std::uint32_t end = phrase.tokens.end;
    return end < sentence_.end && view_.is(end, "to") && end + 1 < sentence_.end && token(end + 1).xpos == "VB";
  }

  // "X was appointed envoy", "Y named X as minister", "X, elected president in May"
  void appointment(std::uint32_t verb) {
    if (uncertain(verb)) return;
    const Status status = words().nominates(token(verb).lemma) || in_future(verb) ? Status::future : Status::current;
    const TimeSpan time = status == Status::current ? from(time_of(document(), verb)) : TimeSpan{};
    const std::optional<std::uint32_t> object = child(document(), verb, "obj");
    if (object && person_at(*object) != no_entity) {
      const std::optional<TitlePhrase> phrase = title_after(std::max(subtree_of_name(*object), verb + 1));
      if (phrase) add(*phrase, person_at(*object), verb, "roles/appointment", status, time);
      return;
    }
    const bool passive = child(document(), verb, "nsubj:pass") || child(document(), verb, "aux:pass") ||
                         has_relation(token(verb), "acl") || surface_.is_passive(verb);
    if (!passive) return;
    const std::optional<TitlePhrase> phrase = title_after(after_particle(verb));
    if (phrase) add(*phrase, subject(verb, verb), verb, "roles/appointment", status, time);
  }

  std::uint32_t after_particle(std::uint32_t verb) const {
    const std::uint32_t next = verb + 1;
    return next < sentence_.end && has_relation(token(next), "compound:prt") ? next + 1 : next;
  }

  std::uint32_t subtree_of_name(std::uint32_t object) const {
    const Mention* name = view_.person(object);
    return name != nullptr ? name->tokens.end : object + 1;
  }

  // "X served as ambassador from 1999 to 2003"
  void service(std::uint32_t verb) {
    if (uncertain(verb)) return;
    const std::optional<TitlePhrase> phrase = title_after(verb + 1, true);
    if (!phrase) return;
    const bool past = token(verb).xpos == "VBD";
    add(*phrase, subject(verb, verb), verb, "roles/service",
        in_future(verb) ? Status::future
        : past          ? Status::former
                        : Status::current,
        past ? time_of(document(), verb) : TimeSpan{});
  }

  // "X resigned as", "X stepped down as"
  void resignation(std::uint32_t verb) {
    const std::string& lemma = token(verb).lemma;
    const std::uint32_t next = after_particle(verb);
    const bool down = verb + 1 < sentence_.end && (view_.is(verb + 1, "down") || view_.is(verb + 1, "aside"));
    if ((lemma == "step" || lemma == "stand") && !down) return;
    if (uncertain(verb)) return;
    const std::optional<TitlePhrase> phrase = title_after(down ? std::max(next, verb + 2) : next, true);
    if (!phrase) return;
    const bool done = token(verb).xpos == "VBD" || token(verb).xpos == "VBN";
    add(*phrase, subject(verb, verb), verb, "roles/resignation", done ? Status::former : Status::current,
        until(time_of(document(), verb)));
  }

  // The person of a verb's object: by the parse, else the one named in the phrase behind the verb.
  EntityIndex object_person(std::uint32_t verb, std::uint32_t object) const {
    const EntityIndex parsed = person_at(object);
    if (parsed != no_entity) return parsed;
    const std::vector<EntityIndex> named = surface_.participants(surface_.object(verb));
    return named.size() == 1 && is_person(named.front()) ? named.front() : no_entity;
  }

  // "Y dismissed X as minister", "X was ousted as president"; a title before the name becomes a former one.
  void dismissal(std::uint32_t verb) {
    if (uncertain(verb) || in_future(verb)) return;
    const bool finite = token(verb).xpos == "VBD" || token(verb).xpos == "VBN" || token(verb).xpos == "VBG";
    const auto passive = child(document(), verb, "nsubj:pass");
    const auto object = passive ? passive : child(document(), verb, "obj");
    if (!object || !finite) return;
    const EntityIndex person = passive ? person_at(*object) : object_person(verb, *object);
    if (!is_person(person)) return;
    const TimeSpan time = until(time_of(document(), verb));
    if (const auto phrase = title_after(passive ? verb + 1 : subtree_of_name(*object), true))
      add(*phrase, person, verb, "roles/dismissal", Status::former, time);
    for (FoundRole& role : roles_) {
      const bool here = role.person == person && sentence_.contains(role.tokens) && role.kind == TitleKind::office;
      if (!here || role.status != Status::current) continue;
      role.status = Status::former;
      role.time = time;
    }
  }

  // "X replaced Y as chairman"
  void succession(std::uint32_t verb) {
    if (uncertain(verb)) return;
    const auto object = child(document(), verb, "obj");
    const auto passive = child(document(), verb, "nsubj:pass");
    const bool future = in_future(verb) || token(verb).verb_form == VerbForm::infinitive;
    const std::uint32_t after = object ? subtree_of_name(*object) : verb + 1;
    const std::optional<TitlePhrase> phrase = title_after(after, true);
    if (!phrase || (passive && !object)) return;
    const TimeSpan time = time_of(document(), verb);
    add(*phrase, subject(verb, verb), verb, "roles/succession", future ? Status::future : Status::current,
        future ? TimeSpan{} : from(time));
    if (object)
      add(*phrase, person_at(*object), verb, "roles/succession", future ? Status::current : Status::former,
          future ? TimeSpan{} : until(time));
  }

  // "X, who heads the Y institute"
  void leading(std::uint32_t verb) {
    const auto noun = std::find_if(leading_nouns.begin(), leading_nouns.end(),
                                   [&](const LeadingNoun& n) { return n.lemma == token(verb).lemma; });
    if (noun == leading_nouns.end() || !has_relation(token(verb), "acl") || uncertain(verb)) return;
    const auto object = child(document(), verb, "obj");
    if (!object) return;
    const Mention* body = view_.body(*object);
    if (body == nullptr || body->kind != MentionKind::name) return;
    TitlePhrase phrase;
    phrase.text = noun->noun;
    phrase.kind = TitleKind::office;
    phrase.tokens = {verb, body->tokens.end};
    phrase.organizations = {body->entity};
    const bool past = token(verb).xpos == "VBD" && noun->noun != "founder";
    add(phrase, subject(verb, verb), verb, "roles/leads", past ? Status::former : Status::current);
  }

  const RoleView& view_;
  const Surface& surface_;
  std::vector<FoundRole>& roles_;
  Range sentence_;
};

}  // namespace

void find_titles_at_verbs(const RoleView& view, const Surface& surface, std::vector<FoundRole>& roles) {
  VerbReader(view, surface, roles).read();
}

}  // namespace entente
