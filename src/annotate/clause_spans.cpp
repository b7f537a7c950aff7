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
         token.xpos == "DT" || token.xpos == "EX" || token.xpos == "VBG" || token.lemma == "there";
}

bool is_relative(const Token& token) { return token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$"; }

bool is_clause_opener(const Token& token) {
  return token.lemma == "that" && token.xpos != "DT" && token.xpos != "WDT" && token.upos != Upos::PRON;
}

class Spans {
 public:
  Spans(const Speakers& speakers, Index verb)
      : speakers_(speakers), document_(speakers.document()), sentence_(sentence_tokens(document_, verb)), verb_(verb) {}

  std::optional<Range> opened() const {
    const auto that = opener();
    return that ? std::optional(finish(*that + 1)) : std::nullopt;
  }

  std::optional<Range> bare() const {
    if (!speakers_.in_class("bare-speech-verb", verb_) || follows_quotation()) return std::nullopt;
    if (is_parenthesis_of_relative()) return finish(verb_ + 1);
    const Index start = with_owner(after_addressee());
    return opens_a_clause(start) ? std::optional(finish(start)) : std::nullopt;
  }

  std::optional<Range> named() const {
    const Index first = verb_ + 1;
    if (first + 1 >= sentence_.end || token(first).upos == Upos::ADP || token(first).upos == Upos::PART) return std::nullopt;
    for (Index i = first + 1; i < sentence_.end; ++i) {
      if (stops_phrase(i - 1)) return std::nullopt;
      if (begins_name_given(i)) return Range{first, end_of_phrase(i)};
    }
    return std::nullopt;
  }

  std::optional<Range> described() const {
    for (Index i = verb_ + 2; i + 1 < sentence_.end && !stops_phrase(i); ++i)
      if (token(i).lemma == "as" && !in_time(verb_ + 1)) return Range{verb_ + 1, end_of_phrase(i)};
    return std::nullopt;
  }

  std::optional<Range> of_source() const {
    const Index to = verb_ + 1;
    if (to >= sentence_.end || token(to).lemma != "to") return std::nullopt;
    if (verb_ > sentence_.begin + 1) {
      const Index end = document_.form(verb_ - 1) == "," ? verb_ - 1 : verb_;
      Index begin = sentence_.begin;
      for (Index i = sentence_.begin; i < end; ++i)
        if (form(i) == ";") begin = i + 1;
      // "and, according to X, CLAUSE" belongs to what follows.
      const bool joins = end > begin && token(end - 1).upos == Upos::CCONJ;
      if (!joins && has_predicate({begin, end})) return Range{begin, end};
    }
    // The source may have appositions; the clause begins behind the last comma before its predicate.
    for (Index i = to + 1; i < sentence_.end; ++i) {
      if (form(i) != ",") continue;
      if (!is_apposition(i + 1) && has_predicate({i + 1, sentence_.end})) return Range{i + 1, sentence_.end};
    }
    return std::nullopt;
  }

  std::optional<Range> before() const {
    if (!is_finite_verb(token(verb_)) && !child(document_, verb_, "aux")) return std::nullopt;
    const auto comma = comma_before();
    if (!comma) return std::nullopt;
    // 'He said X was "..."; "...", he added': what stands before is reported already.
    if (ends_quotation(*comma) && says_before(*comma)) return std::nullopt;
    if (has_predicate({sentence_.begin, *comma})) return Range{sentence_.begin, *comma};
    const auto next = comma_behind();
    if (next && has_predicate({*next + 1, sentence_.end})) return finish(*next + 1);
    return std::nullopt;
  }

 private:
  const Token& token(Index at) const { return document_.tokens[at]; }
  std::string_view form(Index at) const { return document_.form(at); }

  bool ends_quotation(Index comma) const {
    return (comma > sentence_.begin && is_quote_mark(form(comma - 1))) ||
           (comma + 1 < sentence_.end && is_quote_mark(form(comma + 1)));
  }
  bool says_before(Index end) const {
    for (Index i = sentence_.begin; i < end; ++i)
      if (speakers_.is_speech_verb(i) && is_finite_verb(token(i))) return true;
    return false;
  }

  // To the end of the sentence, or of the relative or participial clause that the verb stands in, before what the
  // speaker goes on to say: ", adding that", "and said".
  Range finish(Index begin) const {
    Index end = sentence_.end;
    const Range own = subtree(document_, verb_);
    bool main_verb_follows = false;
    for (Index i = own.end; i < sentence_.end; ++i) main_verb_follows = main_verb_follows || token(i).head == Token::root;
    if (main_verb_follows && own.end > begin + 1) end = own.end;
    for (Index i = begin + 1; i + 1 < end; ++i)
      if (goes_on_saying(i, end)) return {begin, i};
    return {begin, end};
  }

  bool goes_on_saying(Index at, Index end) const {
    const bool comma = form(at) == ",";
    if (!comma && token(at).upos != Upos::CCONJ) return false;
    Index next = at + 1;
    while (next + 1 < end && (token(next).upos == Upos::CCONJ || token(next).upos == Upos::ADV)) ++next;
    if (!speakers_.is_speech_verb(next)) return false;
    return is_finite_verb(token(next)) || (comma && token(next).xpos == "VBG");
  }

  // "announced a plan", "confirmed its losses": of coordinated things the last may begin another clause.
  bool takes_things() const { return !speakers_.in_class("clause-speech-verb", verb_); }

  bool follows_quotation() const {
    for (Index i = verb_; i-- > sentence_.begin && token(i).upos == Upos::PUNCT;)
      if (is_quote_mark(form(i))) return true;
    return false;
  }

  bool stops_phrase(Index at) const {
    const Token& t = token(at);
    return is_finite_verb(t) || t.upos == Upos::CCONJ || (t.upos == Upos::PUNCT && !is_quote_mark(form(at)) && form(at) != "-");
  }

  bool in_time(Index at) const {
    return std::any_of(document_.times.begin(), document_.times.end(),
                       [&](const TimeExpression& t) { return t.tokens.contains(at); });
  }

  // "the pact | a mistake", "the pact | “dead”", "it | illegal": a noun, and then what can only begin another phrase.
  bool begins_name_given(Index at) const {
    const Token& before = token(at - 1);
    const bool noun = before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::PRON;
    if (!noun || in_time(at) || in_time(at - 1)) return false;
    const Token& t = token(at);
    if (is_quote_mark(form(at))) return before.upos != Upos::PUNCT && at - 1 > verb_;
    if (t.xpos == "DT" && (t.lemma == "a" || t.lemma == "an" || t.lemma == "the")) return true;
    return t.upos == Upos::ADJ &&
           (at + 1 >= sentence_.end || token(at + 1).upos == Upos::PUNCT || token(at + 1).upos == Upos::CCONJ);
  }

  Index end_of_phrase(Index from) const {
    for (Index i = from + 1; i < sentence_.end; ++i)
      if (is_finite_verb(token(i)) || form(i) == "," || form(i) == ";" || form(i) == "." || token(i).lemma == "that") return i;
    return sentence_.end;
  }

  // "a friend of peace," or "who leads the party,": no clause of its own before the next comma.
  bool is_apposition(Index at) const {
    if (at >= sentence_.end) return false;
    if (is_relative(token(at))) return true;
    for (Index i = at; i < sentence_.end; ++i) {
      if (is_finite_verb(token(i))) return false;
      if (form(i) == ",") return true;
    }
    return false;
  }

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
    Index end = std::min(sentence_.end, verb_ + 1 + longest_aside);
    for (Index i = verb_ + 1; i < end; ++i) {
      if (is_clause_opener(token(i)) && i + 1 < sentence_.end) return i;
      if (const Index comma = end_of_relative(i); comma != i) {
        i = comma;
        end = std::min(sentence_.end, comma + 3);  // "that" comes next or not at all
        continue;
      }
      if (is_finite_verb(token(i)) || is_quote_mark(form(i)) || is_relative(token(i)) || token(i).upos == Upos::CCONJ)
        return std::nullopt;
      if (speakers_.is_speech_verb(i) || takes_that(i)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "said in Oslo, where he lives, that": the comma that ends a relative clause which begins at this one; else `at` itself.
  Index end_of_relative(Index at) const {
    const bool begins = form(at) == "," && at + 1 < sentence_.end && (is_relative(token(at + 1)) || token(at + 1).xpos == "WRB");
    for (Index i = at + 1; begins && i < std::min(sentence_.end, at + 1 + 2 * longest_aside); ++i)
      if (form(i) == ",") return i;
    return at;
  }

  // "concerns that", "a warning that": the clause is the noun's.
  bool takes_that(Index at) const {
    if (token(at).upos != Upos::NOUN) return false;
    return speakers_.in_class("utterance-noun", at) ||
           (speakers_.in_class("sentiment-noun", at) && at + 1 < sentence_.end && is_clause_opener(token(at + 1)));
  }

  static bool begins_clause(std::string_view lemma) {
    return lemma == "there" || lemma == "neither" || lemma == "both" || lemma == "not" || lemma == "only" || lemma == "never";
  }

  // "told reporters Smith's plan had failed": the clause begins with whose plan it is.
  Index with_owner(Index start) const {
    if (start >= sentence_.end || token(start).xpos != "POS") return start;
    for (const Mention& mention : document_.mentions)
      if (mention.kind == MentionKind::name && mention.tokens.end == start && mention.tokens.begin > verb_)
        return mention.tokens.begin;
    return start;
  }

  // Behind "told reporters", "said Monday", "said also".
  Index after_addressee() const {
    Index at = verb_ + 1;
    while (at < sentence_.end && token(at).upos == Upos::ADV && !begins_clause(token(at).lemma)) ++at;
    for (const TimeExpression& time : document_.times)  // "said Monday", not "said a second round"
      if (time.tokens.begin == at && time.kind == TimeKind::date) at = time.tokens.end;
    if (token(verb_).lemma != "tell") return at;
    const Index first = at + (at < sentence_.end && token(at).upos == Upos::DET ? 1 : 0);
    Index end = at;
    for (const Mention& mention : document_.mentions)
      if (mention.kind == MentionKind::name && mention.tokens.begin <= first && mention.tokens.end > first &&
          mention.tokens.begin >= at)
        end = std::max(end, mention.tokens.end);
    if (end > at) return end;
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

  bool opens_condition(Index at) const {
    return token(at).lemma == "if" || token(at).lemma == "when" || token(at).lemma == "unless" || token(at).lemma == "while";
  }

  // "a paper that he said would settle it"
  bool is_parenthesis_of_relative() const {
    if (verb_ + 1 >= sentence_.end || !is_finite_verb(token(verb_ + 1))) return false;
    for (Index i = verb_; i-- > sentence_.begin && verb_ - i <= 4;)
      if (is_relative(token(i)) || (token(i).lemma == "that" && token(i).upos != Upos::DET)) return true;
    return false;
  }

  // A subject and its finite verb, with no comma, relative or coordination between.
  bool opens_a_clause(Index start) const {
    bool nominal = false;
    if (start >= sentence_.end || (token(start).upos == Upos::SCONJ && !opens_condition(start))) return false;
    const bool condition = token(start).upos == Upos::SCONJ;
    for (Index i = start; i < std::min(sentence_.end, start + longest_subject); ++i) {
      const Token& t = token(i);
      if (is_finite_verb(t)) return nominal && (i == start || token(i - 1).upos != Upos::CCONJ);
      const bool coordinated = t.upos == Upos::CCONJ && i > start && token(start).lemma != "both";
      if (coordinated && takes_things() && !child(document_, verb_, "ccomp")) return false;
      if ((t.upos == Upos::PUNCT && !is_quote_mark(form(i)) && form(i) != "-" && form(i) != "(" && form(i) != ")")) return false;
      if (is_relative(t) || is_clause_opener(t) || (t.upos == Upos::SCONJ && !condition && i > start)) return false;
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
      if (form(i) == ",") return verb_ - i > 1 && token(i + 1).upos != Upos::CCONJ ? std::optional(i) : std::nullopt;
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

std::optional<Range> opened_clause(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).opened(); }

std::optional<Range> bare_clause(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).bare(); }

std::optional<Range> clause_before(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).before(); }

std::optional<Range> named_thing(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).named(); }

std::optional<Range> described_thing(const Speakers& speakers, std::uint32_t verb) { return Spans(speakers, verb).described(); }

std::optional<Range> clause_of_source(const Speakers& speakers, std::uint32_t word) { return Spans(speakers, word).of_source(); }

std::vector<Range> split_at_that(const Document& document, Range clause) {
  std::vector<Range> out;
  for (Index i = clause.begin + 1; i + 1 < clause.end; ++i) {
    if (document.tokens[i].upos != Upos::CCONJ || !is_clause_opener(document.tokens[i + 1])) continue;
    out.push_back({clause.begin, i});
    clause.begin = i + 2;
  }
  out.push_back(clause);
  return out;
}

}  // namespace entente
