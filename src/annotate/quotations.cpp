#include "annotate/quotations.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "annotate/clause_spans.hpp"
#include "annotate/quote_attribution.hpp"
#include "annotate/quote_marks.hpp"
#include "annotate/reported_clauses.hpp"
#include "annotate/speakers.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

using Index = std::uint32_t;

// A quotation before its speaker is settled.
struct Draft {
  Quotation quotation;
  Sayer sayer;
  Index first = 0;     // its first token
  bool alone = false;  // direct, without any word outside: may run on from what was said before
  bool opinion = false;
  bool runs_on = false;  // the next paragraph continues it
};

bool is_content(const Token& token) {
  switch (token.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::NUM:
    case Upos::ADV: return true;
    default: return false;
  }
}

class QuotationFinder {
 public:
  QuotationFinder(const Knowledge& knowledge, Document& document) : document_(document), speakers_(document, knowledge.rules()) {}

  void run() {
    for (const Sentence& sentence : document_.sentences)
      for (ReportedClause& clause : reported_clauses(speakers_, sentence.tokens)) clauses_.push_back(clause);
    quoted_ = attribute_quotations(speakers_, quoted_spans(document_.article), clauses_);
    for (const Quoted& quoted : quoted_) add_direct(quoted);
    for (const ReportedClause& clause : clauses_)
      if (says_something(clause)) add_indirect(clause);
    add_turns();
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.quotation.content < b.quotation.content; });
    settle_speakers();
    for (Draft& draft : drafts_)
      if (!draft.opinion || draft.quotation.speaker != no_entity) document_.quotations.push_back(std::move(draft.quotation));
  }

 private:
  const Token& token(Index at) const { return document_.tokens[at]; }

  void add_direct(const Quoted& quoted) {
    Draft draft;
    draft.quotation.content = quoted.span.content;
    draft.quotation.cue = quoted.by.cue;
    const bool phrase = quoted.words <= longest_scare_quote && !quoted.by.utterance && !quoted.alone;
    draft.quotation.scare = quoted.span.nested || quoted.title || phrase;
    draft.sayer = quoted.by.sayer;
    draft.first = quoted.tokens.begin;
    draft.alone = quoted.alone || opens_sentence(quoted);
    draft.runs_on = quoted.span.continued;
    drafts_.push_back(std::move(draft));
  }

  // A long quotation at the start of its sentence goes on with what was quoted before.
  bool opens_sentence(const Quoted& quoted) const {
    const Sentence& sentence = document_.sentences[document_.sentence_of(quoted.tokens.begin)];
    return quoted.words > longest_scare_quote && quoted.span.marks.begin <= sentence.range.begin;
  }

  void add_indirect(const ReportedClause& clause) {
    Draft draft;
    draft.quotation.content = document_.bytes(clause.tokens);
    draft.quotation.mode = QuotationMode::indirect;
    draft.quotation.cue = static_cast<std::int32_t>(clause.cue);
    draft.sayer = clause.sayer;
    draft.first = clause.tokens.begin;
    draft.opinion = clause.opinion;
    drafts_.push_back(std::move(draft));
  }

  // The colon behind the capitalised words that open a paragraph ("Mr. Smith:", "QUESTION:"); nothing if there is none.
  std::optional<Index> turn_label(const Sentence& sentence) const {
    constexpr Index longest_label = 8;  // tokens
    const Range tokens = sentence.tokens;
    for (Index i = tokens.begin; i < std::min(tokens.end, tokens.begin + longest_label); ++i) {
      const std::string_view form = document_.form(i);
      if (form == ":") return i > tokens.begin ? std::optional(i) : std::nullopt;
      if (!starts_upper(form) && form != ".") return std::nullopt;
    }
    return std::nullopt;
  }

  // Transcripts: what follows "Mr. Smith:" at the beginning of a paragraph is in his words to its end.
  void add_turns() {
    std::vector<std::pair<std::uint32_t, Index>> turns;  // sentence, colon
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      if (s > 0 && document_.sentences[s - 1].block == sentence.block) continue;
      if (document_.article.blocks[sentence.block].kind != BlockKind::paragraph) continue;
      if (const auto colon = turn_label(sentence)) turns.emplace_back(s, *colon);
    }
    constexpr std::size_t fewest = 3;  // one line with a colon makes no transcript
    if (turns.size() < fewest) return;
    for (const auto& [sentence, colon] : turns) add_turn(sentence, colon);
  }

  void add_turn(std::uint32_t sentence, Index colon) {
    const Mention* speaker = nullptr;
    for (const Mention& mention : document_.mentions)
      if (mention.kind == MentionKind::name && mention.tokens.end == colon && mention.entity != no_entity) speaker = &mention;
    if (speaker == nullptr || document_.entities[speaker->entity].type != EntityType::Person) return;
    std::uint32_t last = sentence;
    while (last + 1 < document_.sentences.size() && document_.sentences[last + 1].block == document_.sentences[sentence].block)
      ++last;
    if (colon + 1 >= document_.sentences[sentence].tokens.end) return;
    Draft draft;
    draft.quotation.content = {token(colon + 1).range.begin, document_.sentences[last].range.end};
    draft.sayer.speaker = speaker->entity;
    draft.sayer.token = speaker->head;
    draft.first = colon + 1;
    drafts_.push_back(std::move(draft));
  }

  const Quoted* utterance_at(Index at) const {
    for (const Quoted& quoted : quoted_) {
      const bool said = !quoted.span.nested && !quoted.title && (quoted.words > longest_scare_quote || quoted.by.utterance);
      if (said && quoted.tokens.contains(at)) return &quoted;
    }
    return nullptr;
  }

  // A clause that only frames a quotation ('she said the pact "..."') is no second utterance; nor is one whose words
  // in quotation marks are another's, so that its cue is but the source: '"...", A said, B reported'.
  bool says_something(const ReportedClause& clause) const {
    constexpr std::uint32_t enough = 5;  // words of content outside of quotation marks
    std::uint32_t outside = 0;
    bool verb = false;
    const Quoted* inside = nullptr;
    const Quoted* around = utterance_at(clause.cue);
    if (around != nullptr && !around->tokens.contains(clause.tokens)) return false;
    for (Index i = clause.tokens.begin; i < clause.tokens.end; ++i) {
      const Quoted* quoted = utterance_at(i);
      if (quoted != nullptr && quoted != around) {
        inside = quoted;
        continue;
      }
      outside += is_content(token(i)) ? 1 : 0;
      verb = verb || token(i).upos == Upos::VERB ||
             (is_finite_verb(token(i)) && token(i).xpos != "MD" && !is_quote_mark(document_.form(i + 1)));
    }
    if (inside == nullptr) return true;
    if (inside->apart && only_leads_to(clause, *inside)) return false;
    const bool fronted = clause.cue >= clause.tokens.end;
    if (fronted && inside->by.cue >= 0 && clause.tokens.contains(static_cast<Index>(inside->by.cue))) return false;
    return verb || outside >= enough;
  }

  // "said, in remarks to the press, “...”": nothing but an aside stands before the quotation in the clause.
  bool only_leads_to(const ReportedClause& clause, const Quoted& quoted) const {
    for (Index i = clause.tokens.begin; i < std::min(clause.tokens.end, quoted.tokens.begin); ++i)
      if (is_finite_verb(token(i))) return false;
    return true;
  }

  std::uint32_t block_of(Index at) const { return document_.sentences[document_.sentence_of(at)].block; }

  // Is the draft in the sentence of the one before, or in the next, or in the paragraph that follows at once?
  bool follows(const Draft& before, const Draft& draft) const {
    const std::uint32_t last = document_.sentence_of(last_token(before));
    const std::uint32_t first = document_.sentence_of(draft.first);
    return first <= last + 1;
  }

  Index last_token(const Draft& draft) const {
    Index at = draft.first;
    while (at + 1 < document_.tokens.size() && token(at + 1).range.end <= draft.quotation.content.end) ++at;
    return draft.quotation.cue >= 0 ? std::max(at, static_cast<Index>(draft.quotation.cue)) : at;
  }

  void settle_speakers() {
    const Draft* last = nullptr;  // the last with a known speaker
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.quotation.scare) continue;
      if (!draft.sayer.token && draft.runs_on) take_from_rest(i);
      // Whom a quoted person calls "they" is not who is quoted.
      if (!is_nested(draft) && (draft.sayer.speaker == no_entity || continues(draft, last))) carry_over(draft, last);
      settle(draft);
      if (draft.quotation.speaker != no_entity && !is_nested(draft)) last = &draft;
    }
  }

  // "the expert", "the politician", and "he" behind a quotation in the same paragraph, right after somebody's words is
  // whoever spoke, whomever else the word could mean.
  bool continues(const Draft& draft, const Draft* last) const {
    if (last == nullptr || !draft.sayer.token || !follows(*last, draft)) return false;
    const Index at = *draft.sayer.token;
    const bool pronoun = token(at).lemma == "he" || token(at).lemma == "she";
    if (pronoun && draft.quotation.mode == QuotationMode::direct && block_of(at) == block_of(last->first)) return true;
    if (token(at).upos != Upos::NOUN || !speakers_.in_class("general-person-noun", at)) return false;
    const Mention* name = mention_headed_by(document_, at);
    return name == nullptr || name->kind == MentionKind::nominal;
  }

  // Spoken of inside of another's words.
  bool is_nested(const Draft& draft) const {
    return draft.quotation.cue >= 0 && utterance_at(static_cast<Index>(draft.quotation.cue)) != nullptr;
  }

  // The first paragraph of a quotation that runs over several may find its speaker in a later one.
  void take_from_rest(std::size_t at) {
    for (std::size_t i = at; i + 1 < drafts_.size() && drafts_[i].runs_on; ++i) {
      const Draft& next = drafts_[i + 1];
      if (next.quotation.scare || next.quotation.mode != QuotationMode::direct || !next.sayer.token) continue;
      drafts_[at].sayer = next.sayer;
      return;
    }
  }

  // "They concluded": the group that a sentence shortly before had as its subject, or two who met.
  void take_group(Draft& draft) const {
    constexpr std::uint32_t reach = 3;  // sentences
    const std::uint32_t own = document_.sentence_of(*draft.sayer.token);
    for (std::uint32_t back = 1; back <= std::min(reach, own); ++back) {
      const std::vector<EntityIndex> group = group_in(document_.sentences[own - back].tokens);
      if (group.size() < 2) continue;
      draft.sayer.speaker = group.front();
      draft.sayer.with.assign(group.begin() + 1, group.end());
      return;
    }
  }

  // The persons named before the main verb, and after it where it is one of meeting. By the order of words: long
  // coordinations with appositions are what parsers get wrong most.
  std::vector<EntityIndex> group_in(Range sentence) const {
    Index verb = sentence.begin;
    while (verb < sentence.end && (token(verb).upos != Upos::VERB || token(verb).head >= 0)) ++verb;
    if (verb == sentence.end) return {};
    const bool meets = token(verb).lemma == "join" || token(verb).lemma == "meet" || token(verb).lemma == "host";
    std::vector<EntityIndex> group;
    for (const Mention& mention : document_.mentions) {
      const bool inside = mention.tokens.begin >= sentence.begin && mention.tokens.end <= (meets ? sentence.end : verb);
      if (!inside || mention.kind != MentionKind::name || mention.entity == no_entity) continue;
      if (document_.entities[mention.entity].type != EntityType::Person) continue;
      if (std::find(group.begin(), group.end(), mention.entity) == group.end()) group.push_back(mention.entity);
    }
    return group;
  }

  void carry_over(Draft& draft, const Draft* last) const {
    if (draft.sayer.token && token(*draft.sayer.token).lemma == "they") {
      if (last != nullptr && follows(*last, draft) && !last->sayer.with.empty()) {
        draft.sayer.speaker = last->sayer.speaker;
        draft.sayer.with = last->sayer.with;
        return;
      }
      take_group(draft);
      if (draft.sayer.speaker != no_entity) return;
    }
    if (last == nullptr || !follows(*last, draft)) return;
    if (!draft.sayer.token) {
      if (draft.alone || last->runs_on) draft.sayer = last->sayer;
      return;
    }
    if (refers_back(*draft.sayer.token, last->sayer)) {
      draft.sayer.speaker = last->sayer.speaker;
      draft.sayer.with = last->sayer.with;
    }
  }

  // "he", "they", "the minister", "the statement", where coreference left them open
  bool refers_back(Index at, const Sayer& last) const {
    const Token& t = token(at);
    const DocumentEntity& entity = document_.entities[last.speaker];
    const bool person = entity.type == EntityType::Person;
    if (t.upos == Upos::PRON) {
      if (t.person == 1 || t.person == 2) return false;
      if (t.lemma == "they") return !person;
      if (t.lemma == "he" || t.lemma == "she") {
        const Gender gender = t.lemma == "he" ? Gender::masculine : Gender::feminine;
        return person && (entity.gender == Gender::none || entity.gender == gender);
      }
      return false;
    }
    const auto article = child(document_, at, "det");
    const bool definite = article && (token(*article).lemma == "the" || token(*article).lemma == "this");
    if (!definite || t.number == Number::plural) return false;
    if (speakers_.in_class("document-noun", at)) return true;
    return person && speakers_.names_a_person(at);
  }

  void settle(Draft& draft) {
    Quotation& quotation = draft.quotation;
    quotation.speaker = draft.sayer.speaker;
    quotation.with = draft.sayer.with;
    if (draft.opinion && (quotation.speaker == no_entity || document_.entities[quotation.speaker].type != EntityType::Person))
      quotation.speaker = no_entity;
    if (quotation.cue >= 0 && token(static_cast<Index>(quotation.cue)).upos == Upos::VERB)
      quotation.addressee = speakers_.addressee(static_cast<Index>(quotation.cue));
    if (quotation.addressee == quotation.speaker) quotation.addressee = no_entity;
  }

  Document& document_;
  Speakers speakers_;
  std::vector<ReportedClause> clauses_;
  std::vector<Quoted> quoted_;
  std::vector<Draft> drafts_;
};

}  // namespace

void find_quotations(const Knowledge& knowledge, Document& document) { QuotationFinder(knowledge, document).run(); }

}  // namespace entente
