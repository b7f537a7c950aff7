#include "annotate/reported_clauses.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "annotate/clause_spans.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

using Index = std::uint32_t;
using MaybeIndex = std::optional<Index>;

class ClauseReader {
 public:
  ClauseReader(const Speakers& speakers, Range sentence)
      : speakers_(speakers), document_(speakers.document()), sentence_(sentence) {}

  std::vector<ReportedClause> read() {
    for (Index i = sentence_.begin; i < sentence_.end; ++i) {
      if (document_.form(i) == "according" || document_.form(i) == "According") read_according(i);
      if (document_.tokens[i].upos == Upos::NOUN) read_noun(i);
      if (document_.tokens[i].upos == Upos::VERB) read_verb(i);
    }
    return std::move(found_);
  }

 private:
  const Token& token(Index at) const { return document_.tokens[at]; }
  MaybeIndex child_of(Index at, std::string_view relation) const { return child(document_, at, relation); }

  void read_verb(Index verb) {
    const bool opinion = speakers_.in_class("opinion-verb", verb) && !speakers_.is_speech_verb(verb);
    if (speakers_.is_speech_verb(verb) || opinion) {
      if (is_said(verb, opinion)) read_saying(verb, opinion);
      return;
    }
    if (speakers_.in_class("naming-verb", verb)) read_naming(verb);
    if (speakers_.in_class("describing-verb", verb)) read_describing(verb);
    if (token(verb).lemma == "make") read_clear(verb);
  }

  // Not "did not say that", "declined to say", "asked him to say", "it is said".
  bool is_said(Index verb, bool opinion) const {
    if (is_negated(document_, verb)) return false;
    const Token& own = token(verb);
    if (own.xpos == "VBN" && has_relation(own, "acl") && !child_of(verb, "aux")) return false;  // "a note written by her"
    if (has_relation(own, "xcomp") && own.head >= 0) {
      static constexpr std::array<std::string_view, 9> barred = {"decline", "refuse", "fail",     "ask", "want",
                                                                 "seem",    "appear", "hesitate", "stop"};
      const auto above = static_cast<Index>(own.head);
      if (std::find(barred.begin(), barred.end(), token(above).lemma) != barred.end() || is_negated(document_, above)) return false;
    }
    if (opinion && own.xpos != "VBZ" && own.xpos != "VBP") return false;
    for (const Index i : children(document_, verb))
      if (has_relation(token(i), "aux") && (token(i).lemma == "should" || token(i).lemma == "might" || token(i).lemma == "could"))
        return false;
    return true;
  }

  // The order of words tells more surely than the parse where a clause begins; the parse knows the rarer forms.
  void read_saying(Index verb, bool opinion) {
    if (asks(verb)) return;
    auto clause = opened_clause(speakers_, verb);
    if (!clause && !opinion) clause = bare_clause(speakers_, verb);
    if (clause) {
      for (const Range part : split_at_that(document_, *clause)) add(part, verb, opinion);
      return;
    }
    if (read_complement(verb, opinion) || opinion) return;
    if (speakers_.in_class("gerund-speech-verb", verb) && read_gerund(verb)) return;
    if (has_object(verb)) return;
    if (read_fronted(verb) || read_parenthesis(verb)) return;
    if (const auto before = clause_before(speakers_, verb)) add(*before, verb, false);
  }

  // "said how CLAUSE", "warned CLAUSE"
  bool read_complement(Index verb, bool opinion) {
    bool found = false;
    for (const Index i : children(document_, verb)) {
      if (i < verb || !has_relation(token(i), "ccomp") || is_question(i)) continue;
      const Range range = subtree(document_, i);
      if (is_complement(range, verb)) found = add(range, verb, opinion) || found;
    }
    return found;
  }

  // A complement is not set apart by a comma unless "that" opens it, and has a verb.
  bool is_complement(Range part, Index verb) const {
    const auto first = std::max(part.begin, verb + 1);
    if (first >= part.end) return false;
    const bool opened = token(first).lemma == "that";
    if (token(first).lemma == "so" || token(first).lemma == "because") return false;
    if (!opened && document_.form(first - 1) == ",") return false;
    for (Index i = verb + 1; i <= first; ++i)
      if (speakers_.is_speech_verb(i) || document_.form(i) == "—" || document_.form(i) == "–" || document_.form(i) == ";")
        return false;
    for (Index i = first; i < part.end; ++i)
      if (is_finite_verb(token(i)) || token(i).upos == Upos::VERB || token(i).upos == Upos::AUX) return true;
    return false;
  }

  // "agreed to leave", "announced a plan": nothing can stand before them that they report; one tells somebody, though.
  bool has_object(Index verb) const {
    if (child_of(verb, "xcomp")) return true;
    return token(verb).lemma != "tell" && child_of(verb, "obj") && *child_of(verb, "obj") > verb &&
           !in_time(*child_of(verb, "obj"));
  }

  bool in_time(Index at) const {
    return std::any_of(document_.times.begin(), document_.times.end(),
                       [&](const TimeExpression& t) { return t.tokens.contains(at); });
  }

  // "did not say whether"
  bool asks(Index verb) const {
    for (Index i = verb + 1; i < std::min(sentence_.end, verb + 4); ++i)
      if (token(i).lemma == "whether" || token(i).lemma == "if") return token(i).lemma == "whether";
    return false;
  }

  // "CLAUSE, she said" where the parse has it as a complement
  bool read_fronted(Index verb) {
    bool found = false;
    for (const Index i : children(document_, verb)) {
      const bool clause = has_relation(token(i), "ccomp") || has_relation(token(i), "parataxis");
      if (i > verb || !clause || !is_clause(i)) continue;
      found = add(without(subtree(document_, i), verb), verb, false) || found;
    }
    return found;
  }

  bool is_clause(Index at) const { return token(at).upos == Upos::VERB || child_of(at, "nsubj") || child_of(at, "cop"); }

  // "asked whether", "did not say if"; "how" and "what" report something.
  bool is_question(Index clause) const {
    const auto mark = child_of(clause, "mark");
    return mark && (token(*mark).lemma == "whether" || (token(*mark).lemma == "if" && *mark == subtree(document_, clause).begin));
  }

  // A clause that surrounds its verb of saying keeps the side of its own head.
  Range without(Range range, Index verb) const {
    if (!range.contains(verb)) return range;
    Range aside = phrase_of_saying(verb);
    const Range left{range.begin, std::max(range.begin, aside.begin)};
    const Range right{std::min(range.end, aside.end), range.end};
    return left.size() >= right.size() ? left : right;
  }

  // The verb of saying with its subject, auxiliaries and objects.
  Range phrase_of_saying(Index verb) const {
    Range out{verb, verb + 1};
    for (const Index i : children(document_, verb)) {
      const Token& t = token(i);
      if (has_relation(t, "ccomp") || has_relation(t, "punct") || has_relation(t, "parataxis") || has_relation(t, "conj")) continue;
      const Range below = subtree(document_, i);
      out.begin = std::min(out.begin, below.begin);
      out.end = std::max(out.end, below.end);
    }
    return out;
  }

  // "CLAUSE, she noted": the parse hangs the parenthesis on the clause.
  bool read_parenthesis(Index verb) {
    const Token& own = token(verb);
    if (!has_relation(own, "parataxis") || own.head < 0) return false;
    if (!child_of(verb, "nsubj")) return false;
    const auto clause = static_cast<Index>(own.head);
    if (!is_clause(clause) || speakers_.is_speech_verb(clause)) return false;
    const Range aside = subtree(document_, verb);
    const Range whole = subtree(document_, clause);
    const Range left{whole.begin, std::max(whole.begin, aside.begin)};
    const Range right{std::min(whole.end, aside.end), whole.end};
    // What follows is a clause of its own: "She noted it, the men left"; only what goes before is reported for sure.
    return add(left.size() >= right.size() || aside.begin > whole.begin ? (left.size() >= 3 ? left : right) : right, verb, false);
  }

  // "acknowledged meeting him", "warned against leaving"
  bool read_gerund(Index verb) {
    for (const Index i : children(document_, verb)) {
      if (i < verb || token(i).xpos != "VBG") continue;
      const bool complement = has_relation(token(i), "xcomp") || has_relation(token(i), "ccomp");
      const auto mark = child_of(i, "mark");
      const bool against = mark && token(*mark).lemma == "against";
      if (!complement && !against) continue;
      Range range = subtree(document_, i);
      if (against) range.begin = *mark + 1;
      return add(range, verb, false);
    }
    return false;
  }

  // "called the pact a mistake"
  void read_naming(Index verb) {
    if (is_negated(document_, verb) || token(verb).voice == Voice::passive) return;
    if (const auto named = named_thing(speakers_, verb)) add(*named, verb, false);
  }

  // "described the men as captives"
  void read_describing(Index verb) {
    if (is_negated(document_, verb) || token(verb).voice == Voice::passive) return;
    if (const auto described = described_thing(speakers_, verb)) add(*described, verb, false);
  }

  // "making clear that CLAUSE", "made it clear that CLAUSE"
  void read_clear(Index verb) {
    for (const Index i : children(document_, verb)) {
      if (token(i).lemma != "clear" && token(i).lemma != "plain") continue;
      for (const Index holder : {i, verb})
        if (const auto clause = child_of(holder, "ccomp"); clause && *clause > i && !is_question(*clause)) {
          add(subtree(document_, *clause), verb, false);
          return;
        }
    }
  }

  // "Norway's claim that CLAUSE", "voiced hope that CLAUSE"
  void read_noun(Index noun) {
    const bool feeling = speakers_.in_class("sentiment-noun", noun);
    if (!feeling && !speakers_.in_class("utterance-noun", noun)) return;
    const Sayer sayer = feeling ? speakers_.sayer_of_object(noun) : speakers_.sayer_of_noun(noun);
    if (noun + 1 < sentence_.end && token(noun + 1).lemma == "that") {
      if (const auto clause = opened_clause(speakers_, noun)) add(*clause, noun, sayer, false);
      return;
    }
    for (const Index i : children(document_, noun)) {
      if (i < noun || (!has_relation(token(i), "acl") && !has_relation(token(i), "ccomp"))) continue;
      if (token(i).relation == "acl:relcl" || !child_of(i, "nsubj") || child_of(i, "mark")) continue;
      add(subtree(document_, i), noun, sayer, false);
    }
  }

  // "according to X, CLAUSE"; but "..., she said, according to X": who passes words on is not who says them.
  void read_according(Index at) {
    const auto clause = clause_of_source(speakers_, at);
    if (!clause || at + 2 >= sentence_.end) return;
    for (Index i = clause->begin; i < clause->end; ++i)
      if (speakers_.is_speech_verb(i) && is_finite_verb(token(i)) && speakers_.sayer_of_verb(i).token) return;
    add(*clause, at, speakers_.sayer_of_phrase(source_behind(at + 2)), false);
  }

  // The head of the phrase that starts here.
  Index source_behind(Index first) const {
    Index at = first;
    while (at + 1 < sentence_.end && token(at).upos != Upos::NOUN && token(at).upos != Upos::PROPN && token(at).upos != Upos::PRON)
      ++at;
    // up to the last noun of "the foreign ministry spokesman", within the name that it may be part of
    while (at + 1 < sentence_.end && token(at).head == static_cast<std::int32_t>(at + 1) && token(at + 1).upos != Upos::PUNCT) ++at;
    return at;
  }

  bool add(Range range, Index cue, bool opinion) { return add(range, cue, speakers_.sayer_of_verb(cue), opinion); }

  bool add(Range range, Index cue, const Sayer& sayer, bool opinion) {
    range = trimmed(range);
    constexpr std::uint32_t least = 2;  // tokens
    if (range.end <= range.begin || range.size() < least || !sayer.token) return false;
    const std::string& who = token(*sayer.token).lemma;
    if (who == "i" || who == "we" || who == "you" || who == "I") return false;  // speaks, but is not spoken of
    found_.push_back({range, cue, sayer, opinion});
    return true;
  }

  Range trimmed(Range range) const {
    const auto skippable = [&](Index i) { return token(i).upos == Upos::PUNCT && !is_quote_mark(document_.form(i)); };
    while (!range.empty() && (skippable(range.begin) || is_that(range.begin) || token(range.begin).upos == Upos::CCONJ))
      ++range.begin;
    while (!range.empty() && (skippable(range.end - 1) || token(range.end - 1).upos == Upos::CCONJ)) --range.end;
    return drop_half_quotes(range);
  }

  bool is_that(Index at) const { return has_relation(token(at), "mark") && token(at).lemma == "that"; }

  // A quotation mark at either end whose partner lies outside.
  Range drop_half_quotes(Range range) const {
    std::uint32_t marks = 0;
    for (Index i = range.begin; i < range.end; ++i) marks += is_quote_mark(document_.form(i)) ? 1 : 0;
    if (marks % 2 == 0 || range.empty()) return range;
    if (range.end < sentence_.end && is_quote_mark(document_.form(range.end)))
      ++range.end;
    else if (is_quote_mark(document_.form(range.end - 1)))
      --range.end;
    else if (is_quote_mark(document_.form(range.begin)))
      ++range.begin;
    return range;
  }

  const Speakers& speakers_;
  const Document& document_;
  Range sentence_;
  std::vector<ReportedClause> found_;
};

}  // namespace

std::vector<ReportedClause> reported_clauses(const Speakers& speakers, Range sentence_tokens) {
  return ClauseReader(speakers, sentence_tokens).read();
}

}  // namespace entente
