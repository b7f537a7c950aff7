#include "annotate/times.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "annotate/clause_tense.hpp"
#include "annotate/time_phrases.hpp"
#include "annotate/time_resolver.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

struct SentenceTimes {
  std::uint32_t sentence;
  std::vector<TimePhrase> phrases;
};

bool is_day(const TimePhrase& phrase) {
  return phrase.sense == TimeSense::calendar && phrase.begin == phrase.end && phrase.begin.day != 0;
}

// A date on a line of its own: "Sunday, September 15, 2019".
bool fills_sentence(const Document& document, const Sentence& sentence, const TimePhrase& phrase) {
  std::uint32_t words = 0;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
    if (document.tokens[i].upos != Upos::PUNCT && !phrase.tokens.contains(i)) ++words;
  return words <= 1;
}

// "MOSCOW, September 14. /AGENCY/.": a place in capitals opens the sentence, the date follows it.
bool is_dateline(const Document& document, const Sentence& sentence, const TimePhrase& phrase) {
  const std::string_view first = document.form(sentence.tokens.begin);
  const bool capitals =
      first.size() > 2 && std::none_of(first.begin(), first.end(), [](unsigned char c) { return std::islower(c) != 0; });
  return capitals && std::isalpha(static_cast<unsigned char>(first[0])) != 0 && phrase.tokens.begin > sentence.tokens.begin &&
         phrase.tokens.begin <= sentence.tokens.begin + 6;
}

// A day without its year at the head of an article is near the last day that the article gives in full, if that is
// some months before it, no more, and the article speaks of no later year.
constexpr long months_of_news = 4L * 31;

PartialDate with_year_of_body(PartialDate day, const std::vector<SentenceTimes>& found) {
  PartialDate latest;
  int last_year = 0;
  for (const SentenceTimes& in : found) {
    for (const TimePhrase& phrase : in.phrases) {
      if (phrase.sense != TimeSense::calendar) continue;
      last_year = std::max({last_year, phrase.begin.year, phrase.end.year});
      if (is_day(phrase) && phrase.begin.year != 0) latest = std::max(latest, phrase.begin);
    }
  }
  if (!latest.known()) return {};
  day.year = latest.year;
  if (!parse_iso_date(to_string(day))) return {};
  if (day < latest) day.year += 1;
  if (!parse_iso_date(to_string(day)) || last_year > day.year) return {};
  return to_days(day) - to_days(latest) <= months_of_news ? day : PartialDate{};
}

// The day of telling by the text itself, for an article whose publication date is not known.
PartialDate anchor_in_text(const Document& document, const std::vector<SentenceTimes>& found) {
  constexpr std::uint32_t head_of_article = 6;  // sentences
  for (const SentenceTimes& in : found) {
    if (in.sentence >= head_of_article) break;
    const Sentence& sentence = document.sentences[in.sentence];
    for (const TimePhrase& phrase : in.phrases) {
      if (!is_day(phrase)) continue;
      if (!fills_sentence(document, sentence, phrase) && !is_dateline(document, sentence, phrase)) continue;
      return phrase.begin.year != 0 ? phrase.begin : with_year_of_body(phrase.begin, found);
    }
  }
  return {};
}

void bound(TimeExpression& time, const TimePhrase& phrase) {
  time.since = phrase.since && !phrase.until;
  time.until = phrase.until && !phrase.since;
  if (time.since) time.value.end = {};
  if (time.until) time.value.begin = {};
}

// Does the expression tell when something happened, so that "the day before" can be counted from it? Not within a
// name or description: "the November 27 agreement", "Monday's vote".
bool dates_the_story(const Document& document, const TimeExpression& time) {
  const PartialDate& day = time.value.begin;
  if (day != time.value.end || !day.exact()) return false;
  const std::uint32_t first = time.tokens.begin;
  const Range sentence = sentence_tokens(document, first);
  if (first > sentence.begin && (document.tokens[first - 1].upos == Upos::DET || document.tokens[first - 1].xpos == "PRP$"))
    return false;
  return time.tokens.end >= sentence.end || document.tokens[time.tokens.end].xpos != "POS";
}

bool is_relative(const TimePhrase& phrase) {
  if (phrase.sense == TimeSense::calendar) return phrase.begin.year == 0;
  return phrase.sense == TimeSense::weekday || (phrase.sense == TimeSense::moving && !phrase.narrative);
}

}  // namespace

void find_times(Document& document) {
  std::vector<SentenceTimes> found;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    std::vector<TimePhrase> phrases = time_phrases(document, document.sentences[s].tokens);
    if (!phrases.empty()) found.push_back({s, std::move(phrases)});
  }
  TimeAnchors anchors;
  anchors.telling = document.article.published;
  if (!anchors.telling.known()) anchors.telling = anchor_in_text(document, found);
  for (const SentenceTimes& in : found) {
    for (const TimePhrase& phrase : in.phrases) {
      TimeExpression time;
      time.tokens = phrase.tokens;
      time.range = document.bytes(phrase.tokens);
      time.kind = phrase.kind;
      time.value = resolve(phrase, anchors, clause_tense(document, phrase.tokens));
      time.relative = is_relative(phrase);
      if (dates_the_story(document, time)) anchors.told = time.value.begin;
      if (time.value.known()) bound(time, phrase);
      document.times.push_back(time);
    }
  }
}

}  // namespace entente
