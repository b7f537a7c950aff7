#include "annotate/speakers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr int deepest = 4;  // understood subjects are looked for over so many verbs

bool is_participle(const Token& token) {
  return token.xpos == "VBG" || token.xpos == "VBN" || token.verb_form == VerbForm::participle;
}

bool is_nominal(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::PRON; }

std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

std::optional<std::uint32_t> head(const Token& token) {
  return token.head < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(token.head));
}

}  // namespace

bool Speakers::in_class(std::string_view name, std::uint32_t token) const {
  const std::string& lemma = document_->tokens[token].lemma;
  return rules_->in_class(name, lemma) || (starts_upper(lemma) && rules_->in_class(name, lower(lemma)));
}

std::string Speakers::phrase(std::uint32_t verb) const {
  std::string out = document_->tokens[verb].lemma;
  if (const auto particle = child(*document_, verb, "compound:prt")) out += " " + document_->tokens[*particle].lemma;
  return out;
}

bool Speakers::is_speech_verb(std::uint32_t token) const {
  if (document_->tokens[token].upos != Upos::VERB) return false;
  return in_class("speech-verb", token) || rules_->in_class("speech-verb", phrase(token));
}

bool Speakers::is_quotation_verb(std::uint32_t token) const {
  if (document_->tokens[token].upos != Upos::VERB) return false;
  return is_speech_verb(token) || in_class("quotation-verb", token) || rules_->in_class("quotation-verb", phrase(token));
}

std::optional<std::uint32_t> Speakers::antecedent(std::uint32_t pronoun, std::uint32_t verb) const {
  static constexpr std::array<std::string_view, 3> relative = {"WDT", "WP", "WP$"};
  if (std::find(relative.begin(), relative.end(), document_->tokens[pronoun].xpos) == relative.end()) return pronoun;
  const Range sentence = sentence_tokens(*document_, pronoun);
  std::uint32_t before = pronoun;
  if (before > sentence.begin && document_->form(before - 1) == ",") --before;
  const bool noun_before = before > sentence.begin && is_nominal(document_->tokens[before - 1]);
  if (noun_before && name_around(before - 1) != no_entity) return before - 1;
  std::uint32_t at = verb;
  for (int step = 0; step < deepest; ++step) {
    const Token& token = document_->tokens[at];
    if (has_relation(token, "acl")) return head(token);
    if (!has_relation(token, "conj") && !has_relation(token, "xcomp") && !has_relation(token, "ccomp")) break;
    at = static_cast<std::uint32_t>(token.head);
  }
  return noun_before ? std::optional(before - 1) : std::nullopt;
}

// Does a preposition govern the noun? "after", "before", "as" may open a clause of which it is the subject.
bool Speakers::is_governed(std::uint32_t noun) const {
  static constexpr std::array<std::string_view, 7> either = {"after", "before", "as", "since", "until", "than", "like"};
  const auto preposition = child(*document_, noun, "case");
  return preposition && *preposition < noun &&
         std::find(either.begin(), either.end(), document_->tokens[*preposition].lemma) == either.end();
}

const Mention* Speakers::longest_name(std::uint32_t token) const {
  const Mention* best = nullptr;
  for (const Mention& mention : document_->mentions) {
    if (mention.tokens.begin > token) break;
    if (mention.kind != MentionKind::name || !mention.tokens.contains(token)) continue;
    if (best == nullptr || mention.tokens.size() > best->tokens.size()) best = &mention;
  }
  return best;
}

// The last word of "Institute for Space Research" is not what stands in the sentence.
std::uint32_t Speakers::name_head(std::uint32_t token) const {
  const Mention* name = longest_name(token);
  return name == nullptr ? token : name->head;
}

// "The call came as Smith said": a subject beyond another finite verb is doubtful.
bool Speakers::another_verb_between(std::uint32_t subject, std::uint32_t verb) const {
  for (std::uint32_t i = subject + 1; i < verb; ++i)
    // A finite verb cannot be a mere attribute of the subject, except in a relative clause.
    if (document_->tokens[i].upos == Upos::VERB && is_finite(i) &&
        (!dominates(*document_, subject, i) || document_->tokens[i].relation == "acl"))
      return true;
  return false;
}

// By the order of words: the noun right before a finite verb; or, where a comma stands there and closes an apposition, the first
// noun of the sentence that no preposition governs.
std::optional<std::uint32_t> Speakers::subject_before(std::uint32_t verb) const {
  const auto& tokens = document_->tokens;
  const Range sentence = sentence_tokens(*document_, verb);
  std::uint32_t at = verb;
  while (at > sentence.begin && (tokens[at - 1].upos == Upos::AUX || tokens[at - 1].upos == Upos::ADV)) --at;
  if (at == sentence.begin) return std::nullopt;
  const bool governed = is_governed(name_head(at - 1));  // "Smith speaking to the council said"
  if (is_nominal(tokens[at - 1]) && !in_time(at - 1) && !governed) return name_head(at - 1);
  if (document_->form(at - 1) != "," && !governed) return std::nullopt;
  // An adverbial may open the sentence: "At the same time, Smith, the former minister, said".
  std::uint32_t first = sentence.begin;
  if (tokens[first].upos == Upos::ADP || tokens[first].upos == Upos::ADV || tokens[first].upos == Upos::SCONJ ||
      tokens[first].xpos == "VBG")
    while (first < at && document_->form(first) != ",") ++first;
  for (std::uint32_t i = first; i < at; ++i) {
    const Upos tag = tokens[i].upos;
    if (tag == Upos::ADP || tag == Upos::VERB || tag == Upos::AUX || tag == Upos::SCONJ) return std::nullopt;
    if (i + 1 < at && tokens[i + 1].xpos == "POS") continue;
    if (is_nominal(tokens[i]) && !(i + 1 < at && is_nominal(tokens[i + 1]) && tokens[i + 1].upos != Upos::PRON)) return i;
  }
  return std::nullopt;
}

// "said on Monday, adding that": who goes on is who spoke last before the participle.
std::optional<std::uint32_t> Speakers::subject_of_participle(std::uint32_t verb, int depth) const {
  const auto& tokens = document_->tokens;
  const Range sentence = sentence_tokens(*document_, verb);
  if (verb == sentence.begin || document_->form(verb - 1) != "," || tokens[verb].xpos != "VBG" || depth >= deepest)
    return std::nullopt;
  // What was said before may have verbs of its own; so a verb of saying goes before others.
  for (const bool saying : {true, false})
    for (std::uint32_t i = verb - 1; i-- > sentence.begin;)
      if (tokens[i].upos == Upos::VERB && is_finite(i) && (!saying || is_speech_verb(i))) return subject_within(i, depth + 1);
  return std::nullopt;
}

// "She added that talks had failed and said Norway would leave": who said is who added.
std::optional<std::uint32_t> Speakers::subject_of_coordinated(std::uint32_t verb, int depth) const {
  const auto& tokens = document_->tokens;
  const Range sentence = sentence_tokens(*document_, verb);
  std::uint32_t at = verb;
  while (at > sentence.begin && (tokens[at - 1].upos == Upos::AUX || tokens[at - 1].upos == Upos::ADV)) --at;
  if (at == sentence.begin || tokens[at - 1].upos != Upos::CCONJ || depth >= deepest) return std::nullopt;
  for (std::uint32_t i = at - 1; i-- > sentence.begin;)
    if (is_speech_verb(i) && is_finite(i)) return subject_within(i, depth + 1);
  return std::nullopt;
}

bool Speakers::is_finite(std::uint32_t verb) const {
  const std::string& tag = document_->tokens[verb].xpos;
  if (tag == "VBD" || tag == "VBZ" || tag == "VBP") return true;
  return (tag == "VBN" || tag == "VBG") && child(*document_, verb, "aux");
}

bool Speakers::in_time(std::uint32_t token) const {
  return std::any_of(document_->times.begin(), document_->times.end(),
                     [&](const TimeExpression& t) { return t.tokens.contains(token); });
}

std::optional<std::uint32_t> Speakers::understood_subject(std::uint32_t verb, int depth) const {
  const Token& token = document_->tokens[verb];
  const auto above = head(token);
  if (!above || depth >= deepest) return std::nullopt;
  if (has_relation(token, "acl") && is_participle(token)) return above;
  // "urged Iran to say": the object is to say it; but "was quoted as saying" and "went on to say" have the subject.
  if (has_relation(token, "xcomp") && child(*document_, *above, "obj") && !child(*document_, verb, "mark", true)) {
    const auto object = child(*document_, *above, "obj");
    if (in_class("object-control-verb", *above)) return object;
  }
  const bool gerund = token.xpos == "VBG" && has_relation(token, "ccomp");
  const bool shares = gerund || has_relation(token, "xcomp") || has_relation(token, "conj") || has_relation(token, "advcl") ||
                      has_relation(token, "parataxis") || has_relation(token, "dep");
  if (!shares) return std::nullopt;
  if (has_relation(token, "advcl") && !is_participle(token) && !child(*document_, verb, "mark")) return std::nullopt;
  return subject_within(*above, depth + 1);
}

std::optional<std::uint32_t> Speakers::subject_within(std::uint32_t verb, int depth) const {
  // A parser sometimes sees two subjects: the nearer one is right more often.
  std::optional<std::uint32_t> own;
  for (const std::uint32_t i : children(*document_, verb)) {
    if (!has_relation(document_->tokens[i], "nsubj", true) && document_->tokens[i].relation != "nsubj:outer") continue;
    if (in_time(i)) continue;
    if (!own || distance(i, verb) < distance(*own, verb)) own = i;
  }
  // "says Prof. Ye": to the parser a title can be a subject beside the name.
  if (own && own < sentence_tokens(*document_, verb).end - 1 && name_around(*own) == no_entity &&
      name_around(*own + 1) != no_entity && starts_upper(document_->form(*own)) && head(document_->tokens[*own + 1]) == verb)
    own = *own + 1;
  if (own && !another_verb_between(*own, verb)) return antecedent(*own, verb);
  if (const auto near = own ? subject_before(verb) : std::nullopt) return antecedent(*near, verb);
  if (own) return antecedent(*own, verb);
  if (const auto patient = child(*document_, verb, "nsubj:pass")) {
    for (const std::uint32_t i : children(*document_, verb))
      if (document_->tokens[i].relation == "obl:agent") return i;
    // "was quoted as saying", asked for from the verb below
    return depth > 0 ? antecedent(*patient, verb) : std::nullopt;
  }
  if (const auto speaking = subject_of_participle(verb, depth)) return speaking;
  const Token& token = document_->tokens[verb];
  if (is_finite(verb))
    if (const auto speaking = subject_of_coordinated(verb, depth)) return speaking;
  if (is_finite(verb) && !has_relation(token, "conj"))
    if (const auto before = subject_before(verb)) return antecedent(*before, verb);
  return understood_subject(verb, depth);
}

std::optional<std::uint32_t> Speakers::subject(std::uint32_t verb) const { return subject_within(verb, 0); }

bool Speakers::may_speak(EntityIndex entity) const {
  if (entity == no_entity) return false;
  switch (document_->entities[entity].type) {
    case EntityType::Place:
    case EntityType::Treaty:
    case EntityType::Exercise:
    case EntityType::Conflict:
    case EntityType::Equipment: return false;
    default: return true;
  }
}

bool Speakers::is_person(EntityIndex entity) const { return document_->entities[entity].type == EntityType::Person; }

// The body, state or bloc that a noun for its people belongs to: the nearest entity that is no person.
EntityIndex Speakers::body_of(std::uint32_t noun) const {
  static constexpr std::array<std::string_view, 5> relations = {"compound", "amod", "nmod:poss", "nmod", "appos"};
  for (const std::string_view relation : relations) {
    for (const std::uint32_t i : children(*document_, noun)) {
      const Token& token = document_->tokens[i];
      if (token.relation != relation && !(relation == "nmod" && has_relation(token, "nmod") && token.relation != "nmod:poss"))
        continue;
      const EntityIndex entity = entity_of(*document_, i);
      if (may_speak(entity) && !is_person(entity)) return entity;
      if (relation == "nmod" && in_class("voice-noun", i)) return body_of(i);
    }
  }
  return no_entity;
}

// The name that a token is part of though the parse does not make it its head.
EntityIndex Speakers::name_around(std::uint32_t token) const {
  const Mention* name = longest_name(token);
  return name == nullptr ? no_entity : name->entity;
}

// The person that a description is followed by: "Norwegian Institute Director Ada Smith", "the head of the Norwegian
// Institute, Ada Smith,". Told by the order of words, because names of bodies in between lead parsers astray.
EntityIndex Speakers::person_named(std::uint32_t phrase_head) const {
  const Token& described = document_->tokens[phrase_head];
  if (described.upos != Upos::NOUN && described.upos != Upos::PROPN) return no_entity;
  const Mention* own = mention_at(*document_, phrase_head);
  if (own != nullptr && own->entity != no_entity && is_person(own->entity)) return own->entity;
  constexpr std::uint32_t reach = 24;
  const Range sentence = sentence_tokens(*document_, phrase_head);
  std::uint32_t at =
      own != nullptr && own->kind == MentionKind::name ? std::max(own->tokens.end, phrase_head + 1) : phrase_head + 1;
  const bool person_noun = names_a_person(phrase_head);
  const bool speaks_for_others = in_class("voice-noun", phrase_head);
  bool governed = false;  // "a spokeswoman for Smith" is not Smith
  for (; at < std::min(sentence.end, phrase_head + reach); ++at) {
    const Token& token = document_->tokens[at];
    const Mention* name = name_starting(at);
    const bool comma = document_->form(at - 1) == ",";
    if (name != nullptr && name->entity != no_entity && is_person(name->entity)) {
      if (!comma && governed) return no_entity;
      if (!comma) return own != nullptr || person_noun ? name->entity : no_entity;
      const bool closed = name->tokens.end < sentence.end && document_->form(name->tokens.end) == ",";
      return closed && person_noun ? name->entity : no_entity;
    }
    if (name != nullptr) at = name->tokens.end - 1;
    governed = name == nullptr && (governed || (speaks_for_others && token.upos == Upos::ADP));
    // "Managing Director", ", retired Colonel"
    const bool part_of_title =
        starts_upper(document_->form(at)) || (comma && at + 1 < sentence.end && starts_upper(document_->form(at + 1)));
    if ((token.upos == Upos::VERB && !part_of_title) || token.upos == Upos::AUX || token.upos == Upos::CCONJ) break;
    if (document_->form(at) == "," && !person_noun) break;
    if (!person_noun && token.upos == Upos::ADP) break;
  }
  return no_entity;
}

bool Speakers::names_a_person(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 9> classes = {"voice-noun",         "title-office",         "name-expert-noun",
                                                              "name-official-noun", "name-politician-noun", "name-diplomat-noun",
                                                              "name-officer-noun",  "name-leader-noun",     "name-person-noun"};
  return std::any_of(classes.begin(), classes.end(), [&](std::string_view name) { return in_class(name, token); });
}

const Mention* Speakers::name_starting(std::uint32_t token) const {
  const Mention* best = nullptr;
  for (const Mention& mention : document_->mentions) {
    if (mention.tokens.begin > token) break;
    if (mention.tokens.begin != token || mention.kind != MentionKind::name) continue;
    if (best == nullptr || mention.tokens.size() > best->tokens.size()) best = &mention;
  }
  return best;
}

// "a retired Norwegian diplomat", "former officials": for no body any more.
bool Speakers::speaks_no_more(std::uint32_t noun) const {
  for (const std::uint32_t i : children(*document_, noun))
    if (has_relation(document_->tokens[i], "amod") && in_class("title-former", i)) return true;
  return false;
}

EntityIndex Speakers::entity_behind(std::uint32_t phrase_head) const {
  // "I" and "we" are no report, whoever speaks.
  if (document_->tokens[phrase_head].upos == Upos::PRON &&
      (document_->tokens[phrase_head].person == 1 || document_->tokens[phrase_head].person == 2))
    return no_entity;
  const EntityIndex person = person_named(phrase_head);
  if (person != no_entity) return person;
  EntityIndex own = entity_of(*document_, phrase_head);
  // An officer whom the article does not name speaks for the state or body.
  if (own == no_entity)
    for (const OfficeMention& office : document_->offices)
      if (office.head == phrase_head && may_speak(office.of)) return office.of;
  if (own == no_entity) own = name_around(phrase_head);
  if (may_speak(own)) return own;
  if (in_class("voice-noun", phrase_head)) return speaks_no_more(phrase_head) ? no_entity : body_of(phrase_head);
  if (!in_class("member-noun", phrase_head) || document_->tokens[phrase_head].number == Number::singular) return no_entity;
  // "the EU leaders", but not "leaders of the opposition in Norway"
  for (const std::uint32_t i : children(*document_, phrase_head)) {
    if (i > phrase_head || has_relation(document_->tokens[i], "nmod:poss")) continue;
    EntityIndex bloc = entity_of(*document_, i);
    if (bloc == no_entity) bloc = name_around(i);
    if (may_speak(bloc) && !is_person(bloc)) return bloc;
  }
  return no_entity;
}

// Does an "and" or "or" open the conjunct's phrase?
bool Speakers::joined_by_and(std::uint32_t conjunct) const {
  const auto conjunction = child(*document_, conjunct, "cc");
  return conjunction && *conjunction < conjunct;
}

Sayer Speakers::sayer_of_phrase(std::uint32_t phrase_head, int depth) const {
  Sayer sayer;
  sayer.token = phrase_head;
  bool closed = false;  // "A and B" is a whole list: what follows a comma is another phrase
  for (const std::uint32_t i : conjuncts(*document_, phrase_head)) {
    const bool joined = i > 0 && i != phrase_head && joined_by_and(i);
    if (closed && !joined && i > phrase_head) break;
    closed = closed || joined;
    const EntityIndex entity =
        depth < deepest && in_class("document-noun", i) ? sayer_of_noun(i, depth + 1).speaker : entity_behind(i);
    if (entity == no_entity || (i != phrase_head && document_->tokens[i].upos == Upos::ADJ)) continue;
    if (sayer.speaker == no_entity)
      sayer.speaker = entity;
    else if (entity != sayer.speaker && std::find(sayer.with.begin(), sayer.with.end(), entity) == sayer.with.end())
      sayer.with.push_back(entity);
  }
  return sayer;
}

Sayer Speakers::sayer_of_verb(std::uint32_t verb, int depth) const {
  const auto who = subject(verb);
  return who ? sayer_of_phrase(*who, depth) : Sayer{};
}

Sayer Speakers::sayer_of_noun(std::uint32_t noun, int depth) const {
  for (const std::uint32_t i : children(*document_, noun)) {
    const Token& token = document_->tokens[i];
    const bool owner = token.relation == "nmod:poss" || has_relation(token, "compound") || has_relation(token, "amod");
    if (!owner && !has_relation(token, "nmod")) continue;
    const auto preposition = child(*document_, i, "case");
    const std::string_view word = preposition ? std::string_view(document_->tokens[*preposition].lemma) : std::string_view();
    if (!owner && word != "by" && word != "from" && word != "of") continue;
    if (token.upos == Upos::ADJ) continue;  // "Norwegian reports" come from anybody there
    Sayer sayer = sayer_of_phrase(i, depth);
    if (sayer.speaker != no_entity) return sayer;
  }
  return sayer_of_object(noun, depth);
}

Sayer Speakers::sayer_of_object(std::uint32_t noun, int depth) const {
  const auto expresses = [&](std::uint32_t verb) {
    return document_->tokens[verb].upos == Upos::VERB &&
           (in_class("expressing-verb", verb) || rules_->in_class("expressing-verb", phrase(verb)));
  };
  const auto above = head(document_->tokens[noun]);
  if (above && has_relation(document_->tokens[noun], "obj")) return expresses(*above) ? sayer_of_verb(*above, depth) : Sayer{};
  constexpr std::uint32_t reach = 4;  // "voiced very deep concern": where the parse has lost the verb
  for (std::uint32_t at = noun; at-- > 0 && noun - at <= reach && document_->tokens[at].upos != Upos::PUNCT;)
    if (expresses(at)) return sayer_of_verb(at, depth);
  return {};
}

EntityIndex Speakers::addressee(std::uint32_t verb) const {
  static constexpr std::array<std::string_view, 8> tell = {"tell", "inform", "remind",   "assure",
                                                           "warn", "notify", "reassure", "advise"};
  const bool told = std::find(tell.begin(), tell.end(), document_->tokens[verb].lemma) != tell.end();
  for (const std::uint32_t i : children(*document_, verb)) {
    const Token& token = document_->tokens[i];
    const auto preposition = child(*document_, i, "case");
    const bool to = has_relation(token, "obl") && preposition && document_->tokens[*preposition].lemma == "to";
    if (!to && !(told && (has_relation(token, "obj") || has_relation(token, "iobj")))) continue;
    const EntityIndex entity = entity_of(*document_, i);
    if (may_speak(entity)) return entity;
  }
  return no_entity;
}

}  // namespace entente
