#include "annotate/time_phrases.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "annotate/calendar_phrases.hpp"
#include "annotate/moving_phrases.hpp"
#include "annotate/phrase_reader.hpp"

namespace entente {

namespace {

bool same_precision(const PartialDate& a, const PartialDate& b) {
  return (a.month == 0) == (b.month == 0) && (a.day == 0) == (b.day == 0);
}

// "from June 5 to July 7, 2014": each end takes from the other what it leaves unsaid.
bool join(TimePhrase& first, const TimePhrase& second) {
  const bool calendar = first.sense == TimeSense::calendar && second.sense == TimeSense::calendar;
  if (!calendar || first.begin != first.end || second.begin != second.end || !same_precision(first.begin, second.begin))
    return false;
  PartialDate from = first.begin;
  PartialDate to = second.end;
  if (from.year == 0) from.year = to.year;
  if (to.year == 0 && from.year != 0) to.year = from.year;
  if (from.year != 0 && from > to) return false;
  first.begin = from;
  first.end = to;
  first.tokens.end = second.tokens.end;
  if (!first.years_on) first.years_on = second.years_on;
  return true;
}

struct Placed {
  TimePhrase phrase;
  std::size_t begin;
  std::size_t end;  // pieces
};

bool is_range_link(const PhraseReader& reader, const Placed& first, const Placed& second) {
  if (second.begin != first.end + 1) return false;
  const bool opened = reader.is(first.begin, -1, {"from", "between"});
  if (reader.is(first.end, 0, {"-", "through"})) return true;
  if (reader.is(first.end, 0, {"to"}) && first.phrase.begin.day != 0) return true;
  return opened && reader.is(first.end, 0, {"to", "until", "till", "and"});
}

// "since 1997", "from 2014 on": a beginning; "until 2021", "before 2014": an end.
void read_bounds(const PhraseReader& reader, Placed& placed) {
  TimePhrase& phrase = placed.phrase;
  if (phrase.kind != TimeKind::date || phrase.begin != phrase.end) return;
  const bool open_end =
      reader.is(placed.end, 0, {"on", "onward", "onwards"}) ||
      (reader.is(placed.end, 0, {"to"}) && (reader.is(placed.end, 1, {"now", "today", "date"}) ||
                                            (reader.is(placed.end, 1, {"the"}) && reader.is(placed.end, 2, {"present"}))));
  if (reader.is(placed.begin, -1, {"since", "after"}) || (reader.is(placed.begin, -1, {"from"}) && open_end)) phrase.since = true;
  if (reader.is(placed.begin, -1, {"until", "till", "before"}) ||
      (reader.is(placed.begin, -2, {"prior"}) && reader.is(placed.begin, -1, {"to"})))
    phrase.until = true;
}

std::optional<FoundPhrase> phrase_at(const PhraseReader& reader, std::size_t at) {
  if (auto found = calendar_phrase(reader, at)) return found;
  return moving_phrase(reader, at);
}

}  // namespace

std::vector<TimePhrase> time_phrases(const Document& document, Range sentence_tokens) {
  const PhraseReader reader(document, sentence_tokens);
  std::vector<Placed> placed;
  for (std::size_t at = 0; at < reader.size();) {
    auto found = phrase_at(reader, at);
    if (!found) {
      ++at;
      continue;
    }
    found->phrase.tokens = reader.tokens(at, found->next);
    // A phrase may begin inside of a token that the phrase before has taken.
    if (!placed.empty() && found->phrase.tokens.begin < placed.back().phrase.tokens.end &&
        !is_range_link(reader, placed.back(), {found->phrase, at, found->next})) {
      at = found->next;
      continue;
    }
    const Placed here{found->phrase, at, found->next};
    at = here.end;
    if (!placed.empty() && is_range_link(reader, placed.back(), here) && join(placed.back().phrase, here.phrase)) {
      placed.back().end = here.end;
      continue;
    }
    placed.push_back(here);
  }
  std::vector<TimePhrase> out;
  for (Placed& p : placed) {
    read_bounds(reader, p);
    out.push_back(p.phrase);
  }
  return out;
}

}  // namespace entente
