#include "model/time_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "model/syntax.hpp"

namespace entente {

namespace {

using Candidate = std::optional<std::uint32_t>;

// Verbs that say no more than that an event took place; the time of the one is the time of the other.
constexpr std::array<std::string_view, 26> occurrence_verbs = {
    "hold",   "take",  "have",     "make",  "give",    "do",      "occur",   "happen", "begin",
    "start",  "open",  "end",      "close", "conduct", "convene", "host",    "attend", "conclude",
    "launch", "carry", "schedule", "plan",  "set",     "resume",  "arrange", "stage"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool dates_events(const TimeExpression& time) {
  return time.kind == TimeKind::date && time.value.known() && !time.since && !time.until;
}

std::int32_t head(const Document& document, std::uint32_t token) { return document.tokens[token].head; }

// Times of the sentence as a range of indices into document.times.
Range times_within(const Document& document, Range tokens) {
  const auto& times = document.times;
  const auto before = [](const TimeExpression& t, std::uint32_t token) { return t.tokens.begin < token; };
  const auto first = std::lower_bound(times.begin(), times.end(), tokens.begin, before);
  const auto last = std::lower_bound(first, times.end(), tokens.end, before);
  return {static_cast<std::uint32_t>(first - times.begin()), static_cast<std::uint32_t>(last - times.begin())};
}

// The token of the time expression by which it hangs on `governor`.
std::optional<std::uint32_t> link(const Document& document, const TimeExpression& time, std::uint32_t governor) {
  static constexpr std::array<std::string_view, 8> modifies = {"obl",    "nmod", "advmod", "compound",
                                                               "nummod", "amod", "dep",    "parataxis"};
  for (std::uint32_t i = time.tokens.begin; i < time.tokens.end; ++i) {
    if (head(document, i) != static_cast<std::int32_t>(governor)) continue;
    for (const std::string_view relation : modifies)
      if (has_relation(document.tokens[i], relation)) return i;
    // "said Saturday": a day right behind a verb is no subject or object of it, whatever the parser takes it for.
    if (time.tokens.begin == governor + 1 && document.tokens[governor].upos == Upos::VERB) return i;
  }
  return std::nullopt;
}

long width(const TimeSpan& span) {
  if (!span.begin.known() || !span.end.known()) return 1L << 30;
  return to_days(last_day(span.end)) - to_days(first_day(span.begin));
}

std::uint32_t distance(Range tokens, std::uint32_t token) {
  return token < tokens.begin ? tokens.begin - token : token - std::min(token, tokens.end - 1);
}

// The narrower of two, and of equally narrow ones the nearer.
Candidate better(const Document& document, std::uint32_t predicate, Candidate a, Candidate b) {
  if (!a) return b;
  if (!b) return a;
  const TimeExpression& x = document.times[*a];
  const TimeExpression& y = document.times[*b];
  const auto rank = [&](const TimeExpression& t) { return std::pair(width(t.value), distance(t.tokens, predicate)); };
  return rank(y) < rank(x) ? b : a;
}

template <typename Accept>
Candidate best_time(const Document& document, std::uint32_t predicate, Accept accept) {
  Candidate best;
  const Range times = times_within(document, sentence_tokens(document, predicate));
  for (std::uint32_t t = times.begin; t < times.end; ++t)
    if (dates_events(document.times[t]) && accept(document.times[t])) best = better(document, predicate, best, t);
  return best;
}

Candidate hanging_on(const Document& document, std::uint32_t predicate) {
  return best_time(document, predicate, [&](const TimeExpression& t) { return link(document, t, predicate).has_value(); });
}

bool has_case(const Document& document, std::uint32_t token, std::initializer_list<std::string_view> words) {
  for (const std::uint32_t i : children(document, token))
    if (has_relation(document.tokens[i], "case") && std::find(words.begin(), words.end(), document.tokens[i].lemma) != words.end())
      return true;
  return false;
}

// "on Wednesday" behind a noun: parsers, and readers, often cannot tell whether it belongs to the noun or to the verb
// before, and mostly it dates both. "Wednesday's" and "the November 27 ..." belong to the noun.
bool loosely_attached(const Document& document, const TimeExpression& time, std::uint32_t noun) {
  const auto at = link(document, time, noun);
  if (!at || time.tokens.begin < noun) return false;
  const Token& token = document.tokens[*at];
  return has_relation(token, "nmod:unmarked") || has_relation(token, "nmod:tmod") || has_relation(token, "obl") ||
         has_case(document, *at, {"on"});
}

// "In the November 27 deal", "at a session on 13 July": the circumstance carries the date.
bool is_occasion(const Document& document, std::uint32_t token) {
  return has_relation(document.tokens[token], "obl") && has_case(document, token, {"at", "in", "during", "under"});
}

// "in a statement released Friday"
bool dates_participle(const Document& document, const TimeExpression& time, std::uint32_t noun) {
  for (const std::uint32_t i : children(document, noun))
    if (document.tokens[i].relation == "acl" && document.tokens[i].xpos == "VBN" && link(document, time, i)) return true;
  return false;
}

Candidate in_dependents(const Document& document, std::uint32_t predicate, std::uint32_t token, int depth) {
  Candidate best;
  for (const std::uint32_t i : children(document, token)) {
    const Token& child = document.tokens[i];
    if (child.upos != Upos::NOUN && child.upos != Upos::PROPN) continue;
    const bool argument = has_relation(child, "obj") || has_relation(child, "obl") || has_relation(child, "nmod");
    if (!argument || has_relation(child, "nmod:poss")) continue;
    const bool occasion = is_occasion(document, i);
    const Candidate here = best_time(document, predicate, [&](const TimeExpression& t) {
      return loosely_attached(document, t, i) || (occasion && (link(document, t, i) || dates_participle(document, t, i)));
    });
    best = better(document, predicate, best, here);
    if (!here && depth > 0) best = better(document, predicate, best, in_dependents(document, predicate, i, depth - 1));
  }
  return best;
}

bool is_bare_participle(const Document& document, std::uint32_t token) {
  return document.tokens[token].xpos == "VBG" && !child(document, token, "mark") && !child(document, token, "nsubj");
}

// The predicate whose time this one shares, and whether only a time in front of it is shared.
struct Sharer {
  std::int32_t token = Token::root;
  bool only_before = false;
};

Sharer shares_with(const Document& document, std::uint32_t predicate) {
  const Token& token = document.tokens[predicate];
  if (token.head < 0) return {};
  const Token& above = document.tokens[static_cast<std::size_t>(token.head)];
  const bool nominal = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
  if (nominal) {
    const bool argument = has_relation(token, "nsubj") || has_relation(token, "obj") || has_relation(token, "obl");
    if (argument && one_of(above.lemma, occurrence_verbs)) return {token.head, false};
    return has_relation(token, "conj") ? Sharer{token.head, true} : Sharer{};
  }
  if (has_relation(token, "xcomp") || has_relation(token, "aux") || has_relation(token, "cop")) return {token.head, false};
  if (has_relation(token, "conj")) return {token.head, true};
  if (has_relation(token, "advcl") && is_bare_participle(document, predicate)) return {token.head, false};
  return {};
}

// Token index of the sentence's first word that is neither punctuation nor a conjunction or preposition.
std::uint32_t opening(const Document& document, Range sentence) {
  std::uint32_t at = sentence.begin;
  const auto skip = [&](const Token& t) { return t.upos == Upos::PUNCT || t.upos == Upos::CCONJ || t.upos == Upos::ADP; };
  while (at + 1 < sentence.end && skip(document.tokens[at])) ++at;
  return at;
}

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

// The verb or predicate noun of the first clause: the first that is finite, behind its auxiliaries and copula.
std::uint32_t first_predicate(const Document& document, Range tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = document.tokens[i];
    if (!is_finite(token)) continue;
    const bool helps = has_relation(token, "aux") || has_relation(token, "cop");
    return helps && token.head >= 0 ? static_cast<std::uint32_t>(token.head) : i;
  }
  return tokens.end;
}

// "In 2006, the port was the target of an attack": does the noun belong to a predicate that is a noun itself?
bool within_predicate_noun(const Document& document, std::uint32_t noun, std::uint32_t predicate) {
  if (!child(document, predicate, "cop")) return false;
  std::uint32_t at = noun;
  for (int step = 0; step < 3 && document.tokens[at].head >= 0; ++step) {
    if (!has_relation(document.tokens[at], "nmod")) return false;
    at = static_cast<std::uint32_t>(document.tokens[at].head);
    if (at == predicate) return true;
  }
  return false;
}

// A time that opens the sentence, before a main verb or the first finite one.
Candidate opening_the_sentence(const Document& document, std::uint32_t predicate) {
  const Range sentence = sentence_tokens(document, predicate);
  const std::uint32_t first = opening(document, sentence);
  const Candidate time = best_time(document, predicate,
                                   [&](const TimeExpression& t) { return t.tokens.contains(first) && t.tokens.end <= predicate; });
  if (!time || head(document, predicate) < 0) return time;
  const std::uint32_t main = first_predicate(document, {document.times[*time].tokens.end, sentence.end});
  return predicate == main || (main < sentence.end && within_predicate_noun(document, predicate, main)) ? time : std::nullopt;
}

Candidate dates(const Document& document, std::uint32_t predicate) {
  if (const Candidate own = hanging_on(document, predicate)) return own;
  if (const Candidate near = in_dependents(document, predicate, predicate, 1)) return near;
  return opening_the_sentence(document, predicate);
}

}  // namespace

std::optional<std::uint32_t> time_expression_of(const Document& document, std::uint32_t predicate) {
  std::uint32_t at = predicate;
  bool only_before = false;
  // A chain of shared times is short; the bound keeps a broken tree from looping.
  for (int step = 0; step < 6; ++step) {
    const Candidate found = dates(document, at);
    if (found && (!only_before || document.times[*found].tokens.end <= at)) return found;
    const Sharer next = shares_with(document, at);
    if (next.token < 0) return std::nullopt;
    only_before = only_before || next.only_before;
    at = static_cast<std::uint32_t>(next.token);
  }
  return std::nullopt;
}

TimeSpan time_of(const Document& document, std::uint32_t predicate) {
  const auto found = time_expression_of(document, predicate);
  return found ? document.times[*found].value : TimeSpan{};
}

}  // namespace entente
