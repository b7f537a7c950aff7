// Readings of names by their head noun: "Defence Ministry", "Treaty on ...", "the Ukrainian crisis".
#include <algorithm>

#include "annotate/name_grammar.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_headed = 9;  // pieces before and with the head
constexpr std::size_t longest_lower_head = 3;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::size_t NameGrammar::head_phrase(std::size_t begin, std::size_t end) const {
  std::string phrase;
  std::size_t found = 0;
  for (std::size_t k = 1; k <= 3 && begin + k <= end; ++k) {
    const std::string& word = piece(end - k).lower;
    phrase = k == 1 ? word : word + " " + phrase;
    if (scene_.words.is_head(phrase)) found = k;
  }
  return found;
}

void NameGrammar::read_heads(std::size_t begin, std::size_t upper, Out& out) const {
  for (std::size_t end = begin + 1; end <= std::min(upper, begin + longest_headed); ++end) {
    const std::size_t head = head_phrase(begin, end);
    if (head == 0) continue;
    std::string phrase;
    for (std::size_t i = end - head; i < end; ++i) phrase += (phrase.empty() ? "" : " ") + piece(i).lower;
    if (phrase == "executive" && end > begin + 1 && piece(end - 2).lower == "chief") continue;  // an office
    NameReading reading{end, MentionKind::name, head_type(scene_.words.flags(phrase)), 0, true, false};
    const bool composed =
        reading.type == EntityType::Treaty || reading.type == EntityType::Summit || reading.type == EntityType::Exercise;
    reading.inside = composed ? NameReading::Inside::bodies : NameReading::Inside::states;
    reading.owner = owner_pieces(begin, end);
    const std::size_t words = count_words(begin, end);
    const bool owned = is_state_word(begin, begin + 1);
    if (opens_title(begin, end)) continue;
    // "the Republican Senate leader": a party's adjective before a body that is known by itself
    if (is(begin, NameWord::not_a_name) && end > begin + 1 && is_known(begin + 1, end, NameKind::alias)) continue;
    if (piece(begin).number && reading.type != EntityType::Treaty && reading.type != EntityType::Conflict) continue;
    if (reading.type == EntityType::Council && owned) reading.type = EntityType::GovernmentBody;
    reading.score = 1.5F * static_cast<float>(words) + 0.5F;
    if (begin > 0 && piece(begin - 1).upper && !is_function_word(begin - 1)) reading.score -= 0.5F;
    if (owned && reading.type == EntityType::GovernmentBody) reading.score += 0.4F;
    // "New Zealand Labour Party": the state is part of the name.
    for (std::size_t k = 1; begin + k < end && k <= 3; ++k)
      if (is_state_name(begin, begin + k)) reading.score += k > 1 ? 2.0F : 0.4F;
    for (std::size_t i = begin; i + 1 < end; ++i)
      if (is(i, NameWord::title) && !is(i, NameWord::title_modifier)) reading.score -= 1.5F;
    if (words > head || head > 1) {  // "Cold War" is a name, "War" is none
      if (!scene_.title_case) out.push_back(reading);
    }
    read_of_phrases(begin, end, reading, out);
  }
  read_two_subjects(begin, upper, out);
  read_linked_head(begin, upper, out);
  if (upper == begin && !is(begin, NameWord::direction)) return;
  if (piece(begin).number) return;
  for (std::size_t end = begin + 1; end <= std::min(upper, begin + 4); ++end)
    if (!piece(end - 1).hyphen) read_lower_heads(begin, end, out);
}

void NameGrammar::read_of_phrases(std::size_t begin, std::size_t head_end, NameReading reading, Out& out) const {
  // HEAD of/for/on [the] Words [and Words] [of/in/for [the] Words]
  std::size_t at = head_end;
  reading.score = 1.3F * static_cast<float>(count_words(begin, head_end)) + 0.4F;
  for (int level = 0; level < 3 && at + 1 < size(); ++level) {
    const std::string& link = piece(at).lower;
    const bool treaty = reading.type == EntityType::Treaty;
    const bool joins = level > 0 && is_one_of(link, {"and", "&"});
    if (!joins && !is_one_of(link, {"of", "for", "on"}) && !(is_one_of(link, {"against", "to"}) && treaty) &&
        !(link == "in" && level > 0))
      return;
    const bool article = is_one_of(piece(at + 1).lower, {"the", "a"});
    const std::size_t from = article ? at + 2 : at + 1;
    if (from >= size() || !piece(from).upper || is(from, NameWord::not_a_name)) return;
    const std::size_t limit = std::min(upper_end(from), from + 5);
    if (!is_one_of(link, {"of", "in"}) && is_state_word(from, limit) && !treaty) return;
    if (joins && is_state_word(from, from + 1)) return;
    if (link == "in" && !is_state_word(from, limit) && !is_known(from, limit, NameKind::label)) return;
    float gain = 0.3F;
    for (std::size_t end = from + 1; end <= limit; ++end) {
      gain += piece(end - 1).hyphen ? 0.0F : 1.15F;
      if (is(end - 1, NameWord::title) && !is(end - 1, NameWord::title_modifier)) gain -= 2.5F;
      if (piece(end - 1).hyphen) continue;
      NameReading longer = reading;
      longer.end = end;
      longer.score += gain;
      const bool located = is_state_name(from, end) || is_known(from, end, NameKind::label);
      if (end < limit) longer.score -= 1.0F;
      if (located && is_one_of(link, {"of", "in"}))
        longer.score += count_words(begin, head_end) > 1 ? 1.5F : 0.8F;  // outweighs the state as a name of its own
      // "Institute of the Academy of Sciences": two names, one part of the other.
      if (joins && (article || head_phrase(from, end) > 0)) continue;
      if (article && end > from + 1 && head_phrase(from, end) > 0 && end == limit) longer.score -= 1.6F;
      if (!scene_.title_case) out.push_back(longer);
      if (end == limit) reading = longer;  // the next phrase hangs on the whole
    }
    if (is_state_name(from, limit)) return;
    at = limit;
  }
}

void NameGrammar::read_two_subjects(std::size_t begin, std::size_t upper, Out& out) const {
  // "Trade and Industry Ministry", "Russian Industry and Trade Ministry".
  std::size_t at = begin;
  if (is_state_word(at, at + 1) && !is(at, NameWord::ministry_subject)) ++at;
  std::size_t subject = at;
  while (subject < upper && is(subject, NameWord::ministry_subject)) ++subject;
  if (subject == at || subject + 1 >= size() || !is_one_of(piece(subject).lower, {"and", "&"})) return;
  const std::size_t second = subject + 1;
  for (std::size_t end = second + 2; end <= std::min(upper_end(second), second + 5); ++end) {
    const std::size_t head = head_phrase(second, end);
    if (head == 0 || is_state_word(second, second + 1)) continue;
    const std::uint32_t flags = scene_.words.flags(piece(end - 1).lower);
    const auto words = static_cast<float>(count_words(begin, end));
    out.push_back({end, MentionKind::name, head_type(flags), 1.4F * words + 0.8F, true, false, NameReading::Inside::states});
  }
}

void NameGrammar::read_linked_head(std::size_t begin, std::size_t upper, Out& out) const {
  // "Doctors for Peace Foundation": words, a link, words with the head.
  if (scene_.title_case || upper == begin || upper + 2 >= size()) return;
  if (!is_one_of(piece(upper).lower, {"for", "of", "and", "&"}) || upper - begin > 3) return;
  for (std::size_t i = begin; i < upper; ++i)
    if (is(i, NameWord::title) || is_state_word(i, i + 1)) return;
  if (upper == begin + 1 && is(begin, NameWord::not_a_name) && !is(upper + 1, NameWord::not_a_name)) return;
  if (!knowledge_.lookup(text(begin, upper)).empty()) return;
  const std::size_t second = upper + 1;
  for (std::size_t end = second + 2; end <= std::min(upper_end(second), second + 4); ++end) {
    if (head_phrase(second, end) == 0 || is_state_word(second, second + 1)) continue;
    const auto words = static_cast<float>(count_words(begin, end));
    const EntityType type = head_type(scene_.words.flags(piece(end - 1).lower));
    if (type == EntityType::Place || type == EntityType::Conflict) continue;
    out.push_back({end, MentionKind::name, type, 1.25F * words + 0.2F, true, false, NameReading::Inside::states});
  }
}

std::size_t NameGrammar::party_end(std::size_t begin) const {
  // "the European Union", "the South American group Mercosur": the first known name after up to four describing words
  for (std::size_t at = begin; at < std::min(size(), begin + 5); ++at) {
    const std::size_t end = upper_end(at);
    if (end > at && is_anchor(at, end) && !is_known(at, end, NameKind::adjective)) return end;
    const Upos tag = scene_.document.tokens[piece(at).token].upos;
    if (tag != Upos::DET && tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::PROPN) return 0;
  }
  return 0;
}

void NameGrammar::read_between(std::size_t begin, Out& out) const {
  // "agreement between Norway and the European Union", "maritime border treaty between ...": a head in lower case with up
  // to two nouns or adjectives before it.
  if (scene_.title_case || piece(begin).upper || piece(begin).punctuation || piece(begin).hyphen) return;
  std::size_t head = begin;
  while (head < size() && head < begin + 3 && !is_one_of(piece(head).lower, {"treaty", "agreement", "pact", "accord", "war"})) {
    const Upos tag = scene_.document.tokens[piece(head).token].upos;
    if ((tag != Upos::NOUN && tag != Upos::ADJ) || piece(head).upper) return;
    ++head;
  }
  if (head >= begin + 3 || head + 4 >= size() || piece(head + 1).lower != "between") return;
  std::size_t at = head + 2;
  for (int side = 0; side < 2; ++side) {
    at = party_end(at);
    if (at == 0 || (side == 0 && (at >= size() || piece(at++).lower != "and"))) return;
  }
  const EntityType type = piece(head).lower == "war" ? EntityType::Conflict : EntityType::Treaty;
  const float score = 1.2F * static_cast<float>(at - begin) + 0.5F;
  out.push_back({at, MentionKind::name, type, score, true, false, NameReading::Inside::bodies});
}

void NameGrammar::read_conflict_in(std::size_t begin, Out& out) const {
  // "the crisis in Ruritania", "the civil war in Ruritania"
  if (scene_.title_case || piece(begin).upper) return;
  std::size_t at = begin;
  if (piece(at).lower == "civil" && at + 1 < size()) ++at;
  if (!is_one_of(piece(at).lower, {"crisis", "conflict", "war"}) || at + 2 >= size() || piece(at + 1).lower != "in") return;
  const std::size_t from = piece(at + 2).lower == "the" && at + 3 < size() ? at + 3 : at + 2;
  const std::size_t end = upper_end(from);
  if (end == from || end > from + 3 || !is_state_word(from, end)) return;
  out.push_back({end, MentionKind::name, EntityType::Conflict, 1.2F * static_cast<float>(end - begin) + 1.0F, true, false,
                 NameReading::Inside::bodies});
}

void NameGrammar::read_resolution(std::size_t begin, Out& out) const {
  // "Resolution 1701", "UN Security Council resolution 242".
  std::size_t at = begin;
  if (piece(begin).upper && piece(begin).lower != "resolution") at = upper_end(begin);
  if (at > begin && piece(at - 1).lower == "resolution") --at;
  if (at + 1 >= size() || piece(at).lower != "resolution" || !piece(at + 1).number) return;
  if (at > begin && !is_anchor(begin, at)) return;
  const float score = 2.3F * static_cast<float>(count_words(begin, at)) + 3.0F;
  out.push_back({at + 2, MentionKind::name, EntityType::Treaty, score, true, false, NameReading::Inside::bodies});
}

bool NameGrammar::is_anchor(std::size_t begin, std::size_t end) const {
  if (is_state_word(begin, end)) return true;
  if (!knowledge_.lookup(text(begin, end)).empty()) return true;
  const std::string form = fold(text(begin, end));
  if (lexicon_.forms.contains(form)) return true;
  // "Turkish-Libyan": both sides are known.
  for (std::size_t i = begin + 1; i + 1 < end; ++i)
    if (piece(i).hyphen) return is_state_word(begin, i) && is_state_word(i + 1, end);
  return false;
}

void NameGrammar::read_lower_heads(std::size_t begin, std::size_t end, Out& out) const {
  if (end >= size() || piece(end).upper) return;
  const bool pair = end - begin == 3 && piece(begin + 1).hyphen;
  const bool person = end == begin + 1 && !is_state_word(begin, end) && is_person_word(begin);
  const bool state = is_state_word(begin, end) || (pair && is_anchor(begin, end));
  // "the Green party" as "the Green Party"
  const bool party = !state && piece(end).lower == "party" && !knowledge_.lookup(std::string(text(begin, end)) + " Party").empty();
  const bool known = state || person || party || is_anchor(begin, end);
  for (std::size_t from = end; from <= end + (pair ? 2U : 0U) && from < size(); ++from) {
    std::string phrase;
    std::size_t best = 0;
    std::uint32_t flags = 0;
    for (std::size_t k = 1; k <= longest_lower_head && from + k <= size(); ++k) {
      const Piece& p = piece(from + k - 1);
      if (p.upper || p.punctuation || p.hyphen || p.glued) break;
      phrase += (k == 1 ? "" : " ") + p.lower;
      if (!scene_.words.is(phrase, NameWord::lower_head)) continue;
      best = k;
      flags = scene_.words.flags(phrase);
      if ((flags & head_flags) == 0) flags = scene_.words.flags(p.lower);
    }
    if (best == 0) continue;
    EntityType type = head_type(flags);
    const std::size_t last = from + best;
    const std::string& noun = piece(last - 1).lower;
    if (is_one_of(noun, {"government", "administration", "presidency"})) {
      if (!state && !person) return;
      type = person ? EntityType::GovernmentBody : EntityType::State;
    } else if (person) {
      return;
    } else if (type == EntityType::GovernmentBody) {
      if (!state) return;
      const bool adjective = is_one_of(noun, {"military", "police"});
      if (adjective && last < size() && scene_.document.tokens[piece(last).token].upos == Upos::NOUN) return;
    } else if (type == EntityType::Treaty || type == EntityType::Summit) {
      if (!known || (state && !pair && type == EntityType::Treaty && is_known(begin, end, NameKind::adjective))) return;
    } else if (type == EntityType::Conflict || type == EntityType::Organization) {
      if (!known) return;
    } else if (!known && !piece(begin).proper) {
      return;
    }
    // More than the anchor would have as a name of its own.
    const float anchor = static_cast<float>(count_words(begin, end)) * (end > begin + 1 ? 2.3F : 1.5F);
    const float score = anchor + 1.0F * static_cast<float>(last - end) + 0.4F;
    out.push_back({last, MentionKind::name, type, score, true, false, NameReading::Inside::bodies});
    return;
  }
}

}  // namespace entente
