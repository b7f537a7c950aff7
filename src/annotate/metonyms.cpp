#include "annotate/metonyms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

enum class Verdict : std::uint8_t { city, government };

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string form_before(const Document& document, std::uint32_t token, std::uint32_t begin, std::uint32_t back) {
  return token < begin + back ? std::string() : lower(document.form(token - back));
}

// The word that the phrase of the token hangs on.
std::string governor(const Document& document, std::uint32_t head) {
  const std::int32_t above = document.tokens[head].head;
  return above < 0 ? std::string() : document.tokens[static_cast<std::uint32_t>(above)].lemma;
}

std::optional<Verdict> by_preposition(const Document& document, const NameWords& words, const std::string& preposition,
                                      std::uint32_t head) {
  if (one_of(preposition, {"in", "at", "near", "outside", "around", "across", "inside", "throughout", "into", "through", "via"}))
    return Verdict::city;
  const std::string above = governor(document, head);
  if (preposition == "to" || preposition == "from" || preposition == "for") {
    if (words.is(above, NameWord::motion_verb) || words.is(above, NameWord::motion_noun)) return Verdict::city;
    return Verdict::government;
  }
  if (preposition == "on" && words.is(above, NameWord::strike_noun)) return Verdict::city;
  if (preposition == "of")
    return words.is(above, NameWord::place_apposition) || words.is(above, NameWord::seat_noun) ? Verdict::city
                                                                                               : Verdict::government;
  if (one_of(preposition, {"with", "between", "against", "by", "on", "toward", "towards", "and", "or"})) return std::nullopt;
  return std::nullopt;
}

// "MOSCOW, September 14", "MOSCOW (AP)", "Moscow, Russia": before a comma, at the start or with a country after it.
bool is_dateline(const Document& document, const Mention& mention, Range sentence) {
  const std::uint32_t next = mention.tokens.end;
  if (mention.tokens.begin != sentence.begin || next >= sentence.end) return false;
  const std::string_view form = document.form(next);
  const std::string_view name = document.text(mention.range);
  if (lower(name) != name && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return true;
  return one_of(form, {"(", "\xE2\x80\x94", "\xE2\x80\x93", "-", "--", "/"});
}

bool before_country(const Document& document, const Mention& mention, Range sentence) {
  const std::uint32_t next = mention.tokens.end;
  if (next + 1 >= sentence.end || document.form(next) != ",") return false;
  const Token& after = document.tokens[next + 1];
  // The parser hangs the country on its city.
  return after.upos == Upos::PROPN && after.head >= 0 && mention.tokens.contains(static_cast<std::uint32_t>(after.head)) &&
         !has_relation(after, "conj") && !has_relation(after, "flat");
}

}  // namespace

bool acts_as_government(const Document& document, const NameWords& words, const Mention& mention) {
  const Range sentence = sentence_tokens(document, mention.tokens.begin);
  if (is_dateline(document, mention, sentence) || before_country(document, mention, sentence)) return false;
  const std::uint32_t begin = mention.tokens.begin;
  const std::uint32_t end = mention.tokens.end;
  const std::string before = form_before(document, begin, sentence.begin, 1);
  const std::string next = end < sentence.end ? lower(document.form(end)) : std::string();
  if (before == "," && begin >= sentence.begin + 2 &&
      words.is(form_before(document, begin, sentence.begin, 2), NameWord::place_apposition))
    return false;
  if (words.is(before, NameWord::place_apposition) && before != "state") return false;
  // What it owns or modifies: "Moscow's streets", "a Moscow court".
  const bool possessive = next == "'s" || next == "\xE2\x80\x99s";
  const std::uint32_t owned = possessive ? end + 1 : end;
  if (owned < sentence.end && document.tokens[owned].upos == Upos::NOUN &&
      words.is(document.tokens[owned].lemma, NameWord::seat_noun))
    return false;
  // A list shares its preposition: "in Oslo and Vienna".
  std::uint32_t head = mention.head;
  for (int steps = 0; steps < 4 && has_relation(document.tokens[head], "conj") && document.tokens[head].head >= 0; ++steps)
    head = static_cast<std::uint32_t>(document.tokens[head].head);
  std::string preposition;
  if (!possessive) {
    const auto mark = child(document, head, "case");
    if (mark && *mark < head) preposition = lower(document.form(*mark));
    if (preposition.empty() && one_of(before, {"in", "at", "near", "from", "to", "of", "on", "outside", "into"}))
      preposition = before;
  }
  const bool is_object = preposition.empty() && !possessive && has_relation(document.tokens[head], "obj");
  if (is_object && words.is(governor(document, head), NameWord::visited_verb)) return false;
  if (!preposition.empty())
    if (const auto verdict = by_preposition(document, words, preposition, head)) return *verdict == Verdict::government;
  return true;
}

}  // namespace entente
