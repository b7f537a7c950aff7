#include "annotate/quote_attribution.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

using Index = std::uint32_t;
using MaybeIndex = std::optional<Index>;

constexpr Index cue_reach = 14;  // tokens between a quotation and the verb of saying that follows or precedes it

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

class Attributor {
 public:
  Attributor(const Speakers& speakers, const std::vector<ReportedClause>& clauses)
      : speakers_(speakers), document_(speakers.document()), clauses_(clauses) {}

  std::vector<Quoted> read(const std::vector<QuotedSpan>& spans) {
    for (const QuotedSpan& span : spans) {
      Quoted quoted;
      quoted.span = span;
      quoted.tokens = tokens_in(span.content);
      if (quoted.tokens.empty()) continue;
      if (!span.closed) cut_attribution(quoted);
      for (Index i = quoted.tokens.begin; i < quoted.tokens.end; ++i) quoted.words += token(i).upos == Upos::PUNCT ? 0 : 1;
      quoted_.push_back(quoted);
    }
    for (Quoted& quoted : quoted_) {
      quoted.alone = is_alone(quoted);
      quoted.apart = opens_apart(quoted);
      quoted.title = is_title(quoted) && !quoted.apart;
      if (!quoted.span.nested && !quoted.title) quoted.by = attribution(quoted);
    }
    return std::move(quoted_);
  }

 private:
  const Token& token(Index at) const { return document_.tokens[at]; }
  bool is_punct(Index at) const { return token(at).upos == Upos::PUNCT; }

  Range tokens_in(Range bytes) const {
    const auto& tokens = document_.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), bytes.begin,
                                        [](const Token& t, std::uint32_t b) { return t.range.begin < b; });
    const auto last =
        std::lower_bound(first, tokens.end(), bytes.end, [](const Token& t, std::uint32_t b) { return t.range.end <= b; });
    return {static_cast<Index>(first - tokens.begin()), static_cast<Index>(last - tokens.begin())};
  }

  bool in_quotes(Index at) const {
    return std::any_of(quoted_.begin(), quoted_.end(), [&](const Quoted& q) { return q.tokens.contains(at); });
  }
  bool in_long_quotes(Index at) const {
    return std::any_of(quoted_.begin(), quoted_.end(),
                       [&](const Quoted& q) { return !q.span.nested && q.words > longest_scare_quote && q.tokens.contains(at); });
  }

  bool is_alone(const Quoted& quoted) const {
    const Index last = sentence_tokens(document_, quoted.tokens.end - 1).end;
    for (Index i = sentence_tokens(document_, quoted.tokens.begin).begin; i < last; ++i)
      if (!is_punct(i) && !in_quotes(i)) return false;
    return true;
  }

  // "... and go nowhere, the agency reports." at the end of what was never closed
  void cut_attribution(Quoted& quoted) const {
    const Range sentence = sentence_tokens(document_, quoted.tokens.end - 1);
    const Index first = std::max(sentence.begin, quoted.tokens.begin);
    for (Index i = quoted.tokens.end; i-- > first;) {
      if (document_.form(i) != ",") continue;
      bool says = false;
      for (Index v = i + 1; v < quoted.tokens.end; ++v) says = says || (speakers_.is_speech_verb(v) && is_finite(token(v)));
      if (!says || quoted.tokens.end - i > cue_reach / 2) return;
      quoted.tokens.end = i;
      quoted.span.content.end = token(i - 1).range.end;
      return;
    }
  }

  Attribution attribution(const Quoted& quoted) const {
    for (const auto& find : {&Attributor::by_clause, &Attributor::by_cue_after, &Attributor::by_cue_before,
                             &Attributor::by_first_half, &Attributor::by_colon, &Attributor::by_governor}) {
      Attribution found = (this->*find)(quoted);
      if (found.sayer.token) return found;
    }
    return {};
  }

  // Does a comma, a colon or the sentence's beginning stand before the quotation?
  bool opens_apart(const Quoted& quoted) const {
    const Range sentence = sentence_tokens(document_, quoted.tokens.begin);
    for (Index i = quoted.tokens.begin; i-- > sentence.begin;) {
      const std::string_view form = document_.form(i);
      if (form == "," || form == ":" || form == "—" || form == "–") return true;
      if (!is_punct(i)) return false;
    }
    return true;
  }

  // Does punctuation set the quotation apart, so that even a word of it is an utterance?
  bool is_set_apart(const Quoted& quoted) const {
    const std::string_view last = document_.form(quoted.tokens.end - 1);
    if (last == "." || last == "!" || last == "?" || quoted.apart) return true;
    const std::string_view text = document_.article.text;
    return quoted.span.content.end < quoted.span.marks.end && text[quoted.span.content.end] == ',';
  }

  // The innermost reported clause that holds the quotation, or a part of one that runs over sentences.
  Attribution by_clause(const Quoted& quoted) const {
    const ReportedClause* best = nullptr;
    for (const ReportedClause& clause : clauses_) {
      if (clause.opinion || !clause.tokens.overlaps(quoted.tokens) || quoted.tokens.contains(clause.cue) ||
          (!quoted.span.closed && clause.cue >= quoted.tokens.end) || in_long_quotes(clause.cue))
        continue;
      if (best == nullptr || clause.tokens.size() < best->tokens.size()) best = &clause;
    }
    if (best == nullptr) return {};
    bool whole = true;
    for (Index i = best->tokens.begin; i < best->tokens.end; ++i) whole = whole && (quoted.tokens.contains(i) || is_punct(i));
    return {best->sayer, static_cast<std::int32_t>(best->cue), whole && is_set_apart(quoted)};
  }

  Index next_quotation(Index from, Index end) const {
    for (const Quoted& other : quoted_)
      if (other.tokens.begin >= from) end = std::min(end, other.tokens.begin);
    return end;
  }

  bool has_finite_verb(Index begin, Index end) const {
    for (Index i = begin; i < end; ++i)
      if (is_finite(token(i)) && !has_relation(token(i), "aux")) return true;
    return false;
  }

  bool introduces_words(Index verb) const {
    if (!speakers_.is_quotation_verb(verb) || is_negated(document_, verb)) return false;
    const Token& t = token(verb);
    if (is_finite(t)) return true;
    if (verb > 0 && t.xpos == "VBG" && document_.form(verb - 1) == "as") return true;
    for (const Index i : children(document_, verb))
      if (has_relation(token(i), "aux")) return true;
    return false;
  }

  // "...," said X; "...," X said; "...," X was quoted as saying
  // Behind words that were never closed stands who passes them on.
  Attribution by_cue_after(const Quoted& quoted) const {
    if (!quoted.span.closed) return {};
    const Range own = sentence_tokens(document_, quoted.tokens.end - 1);
    Attribution found = by_cue_between(quoted, quoted.tokens.end, own.end);
    if (found.sayer.token) return found;
    // '"... in two days!" X told reporters.': an exclamation ends the sentence, but not what belongs to it.
    const std::string_view last = document_.form(quoted.tokens.end - 1);
    const bool exclaims = last == "!" || last == "?";
    if (!exclaims || own.end >= document_.tokens.size() || !same_block(own.end - 1, own.end)) return {};
    return by_cue_between(quoted, own.end, sentence_tokens(document_, own.end).end);
  }

  bool same_block(Index a, Index b) const {
    return document_.sentences[document_.sentence_of(a)].block == document_.sentences[document_.sentence_of(b)].block;
  }

  Attribution by_cue_between(const Quoted& quoted, Index first, Index end) const {
    end = next_quotation(quoted.tokens.end, end);
    while (first < end && is_punct(first)) ++first;
    for (Index verb = first; verb < std::min(end, first + cue_reach); ++verb) {
      if (!introduces_words(verb)) continue;
      const MaybeIndex subject = speakers_.subject(verb);
      const bool parsed = subject && *subject >= first && *subject < end;
      const bool opens = parsed && subtree(document_, *subject).begin <= first + 1;
      if (verb != first && !opens && has_finite_verb(first, verb)) return {};
      const Sayer sayer =
          parsed ? speakers_.sayer_of_phrase(*subject) : nearest_name(verb == first ? Range{verb + 1, end} : Range{first, verb});
      return {sayer, static_cast<std::int32_t>(verb), is_set_apart(quoted)};
    }
    return {};
  }

  // Finite, or a participle: not "as reported by"; and no thing stands between it and the words: "add the line "..."".
  bool leads_to_words(Index verb, const Quoted& quoted) const {
    if (!speakers_.is_quotation_verb(verb) || is_negated(document_, verb)) return false;
    const Token& t = token(verb);
    if (t.xpos == "VBN" && !child(document_, verb, "aux")) return false;
    const auto object = child(document_, verb, "obj");
    if (!object || *object < verb || *object >= quoted.tokens.begin || quoted.apart) return true;
    return t.lemma == "tell" || speakers_.in_class("naming-verb", verb) || speakers_.in_class("describing-verb", verb);
  }

  // X said: "..."; X added, "..."; saying "..."
  Attribution by_cue_before(const Quoted& quoted) const {
    Index begin = sentence_tokens(document_, quoted.tokens.begin).begin;
    for (const Quoted& other : quoted_)
      if (other.tokens.end <= quoted.tokens.begin && !other.span.nested) begin = std::max(begin, other.tokens.end);
    for (Index verb = quoted.tokens.begin; verb-- > begin && quoted.tokens.begin - verb <= cue_reach;) {
      if (leads_to_words(verb, quoted)) {
        const Sayer sayer = speakers_.sayer_of_verb(verb);
        if (sayer.token && *sayer.token < quoted.tokens.begin)
          return {sayer, static_cast<std::int32_t>(verb), is_set_apart(quoted)};
        if (is_finite(token(verb))) return {nearest_name({begin, verb}), static_cast<std::int32_t>(verb), is_set_apart(quoted)};
        return {};
      }
      if (is_finite(token(verb))) return {};
    }
    return {};
  }

  // '"We are ready" said X "to help."': the words go on behind the verb that introduced their first half, nothing between
  // but who says them.
  Attribution by_first_half(const Quoted& quoted) const {
    const Range sentence = sentence_tokens(document_, quoted.tokens.begin);
    const Quoted* first = nullptr;
    for (const Quoted& other : quoted_)
      if (&other < &quoted && !other.span.nested && other.tokens.end <= quoted.tokens.begin &&
          sentence.contains(other.tokens.begin))
        first = &other;
    if (first == nullptr || !first->by.sayer.token || first->by.cue < 0) return {};
    const auto cue = static_cast<Index>(first->by.cue);
    const Index sayer = *first->by.sayer.token;
    if (cue < first->tokens.end || sayer < first->tokens.end || std::max(cue, sayer) >= quoted.tokens.begin) return {};
    Index behind = std::max(cue, sayer) + 1;
    for (const Mention& mention : document_.mentions)
      if (mention.tokens.contains(behind - 1)) behind = std::max(behind, mention.tokens.end);
    while (behind < quoted.tokens.begin && is_punct(behind)) ++behind;
    return behind == quoted.tokens.begin ? Attribution{first->by.sayer, first->by.cue, true} : Attribution{};
  }

  // "X defended the plan, “It is good enough.”": a sentence of its own behind a comma.
  bool is_whole_sentence(const Quoted& quoted) const {
    constexpr std::uint32_t least = 5;  // words
    const std::string_view first = document_.form(quoted.tokens.begin);
    const std::string_view second = quoted.tokens.size() > 1 ? document_.form(quoted.tokens.begin + 1) : first;
    return quoted.words >= least && (starts_upper(first) || (first == "[" && starts_upper(second)));
  }

  // "X rejected the plan: ...", also where the colon ends the sentence or paragraph before
  Attribution by_colon(const Quoted& quoted) const {
    const Range own = sentence_tokens(document_, quoted.tokens.begin);
    Index at = quoted.tokens.begin;
    while (at > own.begin && is_punct(at - 1) && document_.form(at - 1) != ":" && document_.form(at - 1) != ",") --at;
    Range before{own.begin, at};
    if (at == own.begin) {
      if (own.begin == 0) return {};
      before = sentence_tokens(document_, own.begin - 1);
    }
    if (before.empty()) return {};
    const std::string_view last = document_.form(before.end - 1);
    if (last != ":" && !(last == "," && is_whole_sentence(quoted))) return {};
    const Index head = head_of(document_, before);
    MaybeIndex verb;
    if (token(head).upos == Upos::VERB) verb = head;
    for (Index i = before.end; i-- > before.begin && !verb;)
      if (token(i).upos == Upos::VERB && !in_quotes(i)) verb = i;
    if (!verb) return {speakers_.sayer_of_phrase(head), -1, true};
    return {speakers_.sayer_of_verb(*verb), static_cast<std::int32_t>(*verb), true};
  }

  // A phrase that the article takes over word by word belongs to who does what its clause tells:
  // "wants to press Norway by “cutting all ties with its allies”".
  Attribution by_governor(const Quoted& quoted) const {
    if (quoted.words <= longest_scare_quote || quoted.alone) return {};
    Index at = head_of(document_, quoted.tokens);
    for (int step = 0; step < 8; ++step) {
      if (token(at).head < 0 || has_relation(token(at), "appos")) return {};
      at = static_cast<Index>(token(at).head);
      if (quoted.tokens.contains(at) || token(at).upos != Upos::VERB) continue;
      const Sayer sayer = speakers_.sayer_of_verb(at);
      if (sayer.speaker != no_entity && !quoted.tokens.contains(*sayer.token)) return {sayer, static_cast<std::int32_t>(at), false};
    }
    return {};
  }

  // The name of a book or an operation: most of its words in capitals.
  bool is_title(const Quoted& quoted) const {
    std::uint32_t capitals = 0;
    for (Index i = quoted.tokens.begin; i < quoted.tokens.end; ++i) {
      const std::string_view form = document_.form(i);
      capitals += form[0] >= 'A' && form[0] <= 'Z' ? 1 : 0;
    }
    return 2 * capitals > quoted.words;
  }

  // Where the parse does not tell: the first name or pronoun of a stretch.
  Sayer nearest_name(Range tokens) const {
    constexpr Index reach = 8;
    const Mention* best = nullptr;
    for (const Mention& mention : document_.mentions) {
      if (mention.tokens.begin < tokens.begin || mention.tokens.end > tokens.end || mention.tokens.begin > tokens.begin + reach)
        continue;
      if (mention.kind == MentionKind::adjective || mention.entity == no_entity) continue;
      if (best == nullptr || mention.tokens.begin < best->tokens.begin ||
          (mention.tokens.begin == best->tokens.begin && mention.tokens.size() > best->tokens.size()))
        best = &mention;
    }
    return best == nullptr ? Sayer{} : speakers_.sayer_of_phrase(best->head);
  }

  const Speakers& speakers_;
  const Document& document_;
  const std::vector<ReportedClause>& clauses_;
  std::vector<Quoted> quoted_;
};

}  // namespace

std::vector<Quoted> attribute_quotations(const Speakers& speakers, const std::vector<QuotedSpan>& spans,
                                         const std::vector<ReportedClause>& clauses) {
  return Attributor(speakers, clauses).read(spans);
}

}  // namespace entente
