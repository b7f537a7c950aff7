#include "annotate/clause_spans.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "model/syntax.hpp"

namespace entente {

namespace {

using Index = std::uint32_t;

constexpr Index longest_subject = 25;  // tokens before the finite verb of a clause without "that"
constexpr Index longest_aside = 14;    // tokens between a verb of saying and its "that"

bool is_nominal(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::PRON || token.upos == Upos::NUM ||
         token.xpos == "DT" || token.xpos == "EX" || token.xpos == "VBG";
}

bool is_relative(const Token& token) { return token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$"; }

bool is_clause_opener(const Token& token) {
  return token.lemma == "that" && token.xpos != "DT" && token.xpos != "WDT" && token.upos != Upos::PRON;
}

class Spans {
 public:
  Spans(const Speakers& speakers, Index verb)
      : speakers_(speakers), document_(speakers.document()), sentence_(sentence_tokens(document_, verb)), verb_(verb) {}

  std::optional<Range> behind() const {
    if (const auto that = opener()) return finish(*that + 1);
    if (!speakers_.in_class("bare-speech-verb", verb_)) return std::nullopt;
    const Index start = after_addressee();
    if (!opens_a_clause(start)) return std::nullopt;
    return finish(start);
  }

  std::optional<Range> before() const {
    if (!is_finite_verb(token(verb_))) return std::nullopt;
    const auto comma = comma_before();
    if (!comma) return std::nullopt;
    if (has_predicate({sentence_.begin, *comma})) return Range{sentence_.begin, *comma};
    const auto next = comma_behind();
    if (next && has_predicate({*next + 1, sentence_.end})) return cut_at_next_cue(speakers_, {*next + 1, sentence_.end});
    return std::nullopt;
  }

 private:
  const Token& token(Index at) const { return document_.tokens[at]; }
  std::string_view form(Index at) const { return document_.form(at); }

  Range finish(Index begin) const { return cut_at_next_cue(speakers_, {begin, sentence_.end}); }

  bool has_predicate(Range range) const {
    bool nominal = false;
    for (Index i = range.begin; i < range.end; ++i) {
      nominal = nominal || is_nominal(token(i));
      if (nominal && is_finite_verb(token(i))) return true;
    }
    return false;
  }

  // "that", with nothing but addressee, time and place between it and the verb
  std::optional<Index> opener() const {
    for (Index i = verb_ + 1; i < std::min(sentence_.end, verb_ + 1 + longest_aside); ++i) {
      if (is_clause_opener(token(i)) && i + 1 < sentence_.end) return i;
      if (is_finite_verb(token(i)) || is_quote_mark(form(i)) || is_relative(token(i)) || token(i).upos == Upos::CCONJ)
        return std::nullopt;
    }
    return std::nullopt;
  }

  // Behind "told reporters", "said Monday", "said also".
  Index after_addressee() const {
    Index at = verb_ + 1;
    while (at < sentence_.end && token(at).upos == Upos::ADV) ++at;
    for (const TimeExpression& time : document_.times)
      if (time.tokens.begin == at) at = time.tokens.end;
    if (token(verb_).lemma != "tell") return at;
    const Index first = at;
    while (at < sentence_.end && (is_nominal(token(at)) || token(at).upos == Upos::ADJ) && at < first + 4) {
      const bool ends = token(at).upos == Upos::PRON || (is_nominal(token(at)) && at + 1 < sentence_.end && starts_phrase(at + 1));
      ++at;
      if (ends) break;
    }
    return at;
  }

  bool starts_phrase(Index at) const {
    return token(at).xpos == "DT" || token(at).upos == Upos::PRON || token(at).xpos == "PRP$" || token(at).xpos == "EX";
  }

  // A subject and its finite verb, with no comma, relative or coordination between.
  bool opens_a_clause(Index start) const {
    bool nominal = false;
    const bool condition = start < sentence_.end && token(start).lemma == "if";
    for (Index i = start; i < std::min(sentence_.end, start + longest_subject); ++i) {
      const Token& t = token(i);
      if (is_finite_verb(t)) return nominal && (i == start || token(i - 1).upos != Upos::CCONJ);
      if (is_relative(t) || is_clause_opener(t) || form(i) == ":" || form(i) == ";" || form(i) == "," ||
          (t.upos == Upos::SCONJ && !condition && i > start))
        return false;
      nominal = nominal || is_nominal(t);
    }
    return false;
  }

  // The comma before the subject of the verb, or before the verb where the subject follows it.
  std::optional<Index> comma_before() const {
    const auto subject = speakers_.subject(verb_);
    if (subject && *subject > verb_)
      return verb_ > sentence_.begin && form(verb_ - 1) == "," ? std::optional(verb_ - 1) : std::nullopt;
    if (subject && sentence_.contains(*subject)) {
      const Index first = subtree(document_, *subject).begin;
      if (first > sentence_.begin && form(first - 1) == ",") return first - 1;
    }
    for (Index i = verb_; i-- > sentence_.begin && verb_ - i < longest_aside;) {
      if (form(i) == ",") return verb_ - i > 1 ? std::optional(i) : std::nullopt;
      if ((is_finite_verb(token(i)) && token(i).upos != Upos::AUX) || is_relative(token(i)) || is_quote_mark(form(i)))
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Index> comma_behind() const {
    for (Index i = verb_ + 1; i < std::min(sentence_.end, verb_ + 4); ++i)
      if (form(i) == ",") return i;
    return std::nullopt;
  }

  const Speakers& speakers_;
  const Document& document_;
  Range sentence_;
  Index verb_;
};

}  // namespace

bool is_quote_mark(std::string_view form) {
  static constexpr std::array<std::string_view, 12> marks = {"\"", "“", "”", "„", "«", "»", "''", "``", "'", "‘", "’", "`"};
  return std::find(marks.begin(), marks.end(), form) != marks.end();
}

bool is_finite_verb(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

std::optional<Range> clause_behind(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).behind(); }

std::optional<Range> clause_before(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).before(); }

Range cut_at_next_cue(const Speakers& speakers, Range clause) {
  const Document& document = speakers.document();
  for (Index i = clause.begin + 1; i + 1 < clause.end; ++i) {
    const bool comma = document.form(i) == ",";
    if (!comma && document.tokens[i].upos != Upos::CCONJ) continue;
    Index next = i + 1;
    while (next + 1 < clause.end && (document.tokens[next].upos == Upos::CCONJ || document.tokens[next].upos == Upos::ADV)) ++next;
    if (!speakers.is_speech_verb(next)) continue;
    const bool goes_on = comma ? document.tokens[next].xpos == "VBG" || is_finite_verb(document.tokens[next])
                               : is_finite_verb(document.tokens[next]);
    if (goes_on) return {clause.begin, i};
  }
  return clause;
}

}  // namespace entente
