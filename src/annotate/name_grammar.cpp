#include "annotate/name_grammar.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_known = 12;   // pieces of a name in the knowledge base
constexpr std::size_t longest_person = 7;   // with particles and hyphens
constexpr std::size_t longest_unknown = 5;  // of words about which nothing is known

bool is_link(std::string_view lower) {
  static constexpr std::array<std::string_view, 14> links = {"of", "for", "the", "and", "&",  "on",   "in",
                                                             "at", "to",  "de",  "'s",  "al", "with", "\xE2\x80\x99s"};
  return std::find(links.begin(), links.end(), lower) != links.end();
}

EntityType best_type(const TypeEvidence& evidence, std::initializer_list<EntityType> candidates) {
  EntityType best = *candidates.begin();
  for (const EntityType type : candidates)
    if (evidence[type] > evidence[best]) best = type;
  return best;
}

}  // namespace

std::string_view NameGrammar::text(std::size_t begin, std::size_t end) const {
  return scene_.document.text({piece(begin).range.begin, piece(end - 1).range.end});
}

bool NameGrammar::is_name_piece(std::size_t at) const {
  if (at >= size()) return false;
  const Piece& p = piece(at);
  // "People's Party", "Workers' Union"
  if (p.punctuation || p.lower == "'s" || p.lower == "\xE2\x80\x99s") {
    const bool mark = p.lower == "'s" || p.lower == "'" || p.lower == "\xE2\x80\x99s" || p.lower == "\xE2\x80\x99";
    return mark && p.glued && at > 0 && is(at - 1, NameWord::collective_noun) && piece(at - 1).upper && at + 1 < size() &&
           piece(at + 1).upper;
  }
  return p.upper || (p.hyphen && at + 1 < size() && piece(at + 1).glued) || (p.number && p.glued && at > 0 && piece(at - 1).hyphen);
}

std::size_t NameGrammar::upper_end(std::size_t at) const {
  std::size_t end = at;
  if (at + 1 < size() && piece(at).number && may_start(at)) ++end;  // "1997 Founding Act"
  while (is_name_piece(end)) ++end;
  while (end > at && (piece(end - 1).hyphen || piece(end - 1).punctuation)) --end;
  return end;
}

std::size_t NameGrammar::count_words(std::size_t begin, std::size_t end) const {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i)
    if (piece(i).upper || piece(i).number || (!piece(i).hyphen && !piece(i).glued)) ++count;
  return count;
}

bool NameGrammar::is_known(std::size_t begin, std::size_t end, NameKind kind) const {
  for (const Name& name : knowledge_.lookup(text(begin, end)))
    if (name.kind == kind) return true;
  return false;
}

bool NameGrammar::is_state_word(std::size_t begin, std::size_t end) const {
  for (const Name& name : knowledge_.lookup(text(begin, end)))
    if (knowledge_.item(name.item).type == EntityType::State) return true;
  return false;
}

bool NameGrammar::is_state_name(std::size_t begin, std::size_t end) const {
  for (const Name& name : knowledge_.lookup(text(begin, end)))
    if (knowledge_.item(name.item).type == EntityType::State && name.kind != NameKind::adjective && name.kind != NameKind::demonym)
      return true;
  return false;
}

std::size_t NameGrammar::owner_pieces(std::size_t begin, std::size_t end) const {
  for (std::size_t k = std::min<std::size_t>(3, end - begin - 1); k > 0; --k)
    if (is_known(begin, begin + k, NameKind::adjective)) return k;
  return 0;
}

bool NameGrammar::is_person_word(std::size_t at) const {
  const auto found = lexicon_.surnames.find(fold(text(at, at + 1)));
  if (found != lexicon_.surnames.end()) return true;
  for (const Name& name : knowledge_.lookup(text(at, at + 1)))
    if (name.kind == NameKind::surname && knowledge_.item(name.item).prominence >= 0.5F) return true;
  return false;
}

bool NameGrammar::is_function_word(std::size_t at) const {
  switch (scene_.document.tokens[piece(at).token].upos) {
    case Upos::DET:
    case Upos::ADP:
    case Upos::PRON:
    case Upos::CCONJ:
    case Upos::SCONJ:
    case Upos::AUX:
    case Upos::PART:
    case Upos::ADV:
    case Upos::INTJ:
      if (is(at, NameWord::family_first) && at + 1 < size() && piece(at + 1).upper) return false;
      // "Wang Jun and He Guoqiang": a family name, where no sentence begins
      if (piece(at).lower == "he" && !piece(at).starts && !piece(at).caps && at + 1 < size() && piece(at + 1).upper) return false;
      return !piece(at).caps || piece(at).lower.size() < 2;
    default: return piece(at).lower == "the" || piece(at).lower == "a" || piece(at).lower == "an";
  }
}

bool NameGrammar::may_start(std::size_t at) const {
  const Piece& p = piece(at);
  if (p.punctuation || p.hyphen) return false;
  if (p.upper) return true;
  if (at + 1 >= size()) return false;
  if (p.number) return p.lower.size() == 4 && piece(at + 1).upper;
  if (!is(at, NameWord::direction) && !is(at, NameWord::particle)) return false;  // lower-case heads start elsewhere
  return piece(at + 1).upper || (piece(at + 1).hyphen && at + 2 < size() && piece(at + 2).upper);
}

bool NameGrammar::is_plural_title(std::size_t at) const {
  const std::string& word = piece(at).lower;
  return word.size() > 4 && word.back() == 's' && !is(at, NameWord::title) &&
         scene_.words.is(std::string_view(word).substr(0, word.size() - 1), NameWord::title);
}

bool NameGrammar::is_style(std::size_t at) const {
  static constexpr std::array<std::string_view, 10> styles = {"he", "hh", "hm", "hrh", "h.e", "h.h", "h.m", "h.r.h", "hon", "rt"};
  if (at + 1 >= size() || !(piece(at).caps || piece(at).lower.size() == 3) || !piece(at).upper) return false;
  const bool follows = piece(at + 1).upper || piece(at + 1).lower == "the" || piece(at + 1).lower == ".";
  return follows && std::find(styles.begin(), styles.end(), piece(at).lower) != styles.end();
}

bool NameGrammar::names_subjects(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i)
    if (!is(i, NameWord::ministry_subject)) return false;
  return true;
}

bool NameGrammar::is_calendar_day(std::size_t begin, std::size_t end) const {
  static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
  if (end != begin + 2 || !piece(begin + 1).number || !is(begin, NameWord::not_a_name)) return false;
  const std::string_view month = std::string_view(piece(begin).lower).substr(0, 3);
  if (std::find(months.begin(), months.end(), month) == months.end()) return false;
  if (end >= size()) return true;
  const Upos next = scene_.document.tokens[piece(end).token].upos;
  return piece(end).upper || (next != Upos::NOUN && next != Upos::ADJ && next != Upos::PART);
}

// A person's name often follows the whole office: "Ambassador to Ruritania X", "Minister of Foreign Affairs of Ruritania X".
bool NameGrammar::after_office(std::size_t begin) const {
  constexpr std::size_t longest = 9;
  if (begin < 3 || !piece(begin - 1).upper) return false;
  for (std::size_t i = begin - 1; i > 0 && begin - i < longest; --i) {
    const Piece& p = piece(i);
    if (p.punctuation || (!p.upper && !p.hyphen && !p.glued && !is_link(p.lower))) return false;
    const bool preposition = p.lower == "of" || p.lower == "to" || p.lower == "for";
    if (preposition && is(i - 1, NameWord::title) && !is(begin - 1, NameWord::title)) return i + 1 < begin;
  }
  return false;
}

// "National Security" of "National Security Adviser".
bool NameGrammar::opens_title(std::size_t begin, std::size_t end) const {
  std::size_t at = begin;
  while (at < size() && piece(at).upper && is(at, NameWord::title_modifier) && !(at >= end && is(at, NameWord::title))) ++at;
  return at >= end && at < size() && piece(at).upper && is(at, NameWord::title);
}

bool NameGrammar::is_common_word(std::size_t at) const {
  const Piece& p = piece(at);
  if (p.caps) return false;
  if (lexicon_.common_words.contains(p.lower)) return true;
  for (const std::string_view ending : {"ism", "isms", "dom", "tion", "tions", "ship", "ness", "ity", "ologist", "ologists"})
    if (p.lower.size() > ending.size() + 3 && p.lower.ends_with(ending)) return true;
  return false;
}

void NameGrammar::readings_from(std::size_t begin, std::vector<NameReading>& out) const {
  read_between(begin, out);
  read_resolution(begin, out);
  read_conflict_in(begin, out);
  if (!may_start(begin)) return;
  read_known(begin, out);
  if (is_style(begin)) return read_no_name(begin, out);
  const bool particle = !piece(begin).upper && is(begin, NameWord::particle) && begin + 2 < size() && piece(begin + 1).hyphen;
  const std::size_t upper = upper_end(particle ? begin + 2 : begin);
  for (std::size_t end = begin + 1; end <= upper; ++end)
    if (!piece(end - 1).hyphen) read_lexicon(begin, end, out);
  if (!is_function_word(begin))
    for (std::size_t end = begin + 1; end <= std::min(size(), begin + longest_person); ++end) read_person(begin, end, out);
  read_direction(begin, out);
  read_no_name(begin, out);
  if (is_function_word(begin)) return read_model(begin, out);
  const std::size_t heads = out.size();
  read_heads(begin, upper, out);
  correct_types(begin, heads, out);
  read_model(begin, out);
  if (upper == begin) return;
  read_title(begin, out);
  read_equipment(begin, upper, out);
  for (std::size_t end = begin + 1; end <= std::min(upper, begin + longest_unknown); ++end) read_unknown(begin, end, out);
}

void NameGrammar::read_known(std::size_t begin, Out& out) const {
  if (piece(begin).lower == "the") return;  // the same without it, one piece later
  const std::size_t limit = std::min(size(), begin + longest_known);
  std::size_t lower_words = 0;  // "Security Council resolution", "foreign ministry": few names end in lower case
  for (std::size_t end = begin + 1; end <= limit; ++end) {
    const Piece& last = piece(end - 1);
    if (last.lower == "," && end > begin + 1) continue;  // "Washington, D.C."
    if (last.punctuation && !is_link(last.lower)) break;
    if (last.upper) lower_words = 0;
    if (!last.upper && !last.number && !last.hyphen && !is_link(last.lower) && ++lower_words > 3) break;
    if (last.hyphen || is_link(last.lower)) continue;
    const std::span<const Name> names = knowledge_.lookup(text(begin, end));
    if (names.empty()) {
      read_people(begin, end, out);
      continue;
    }
    const TypeEvidence evidence = evidence_around(scene_, begin, end);
    if (end < size() && piece(end).glued && piece(end).lower == "$") continue;  // "US$20 million"
    if (is_calendar_day(begin, end) || (end == begin + 1 && opens_title(begin, end))) continue;
    // "Minister of Foreign Affairs", "the committee on Foreign Affairs": no paper of that name.
    const std::string_view before = begin == 0 ? std::string_view() : std::string_view(piece(begin - 1).lower);
    if (names_subjects(begin, end) && (before == "of" || before == "for" || before == "on")) continue;
    const bool capital = is_known(begin, end, NameKind::capital);
    for (const Name& name : names) {
      // City or government: metonyms.hpp decides, not the score.
      if (capital && name.kind != NameKind::capital && knowledge_.item(name.item).type == EntityType::Place) continue;
      add_known(begin, end, name, evidence, out);
    }
  }
}

// "Ruritanians": the plural of a state's adjective, where the knowledge base has no such word.
void NameGrammar::read_people(std::size_t begin, std::size_t end, Out& out) const {
  const std::string_view form = text(begin, end);
  if (form.size() < 5 || !form.ends_with("ns") || !piece(end - 1).upper) return;
  const std::string_view singular = form.substr(0, form.size() - 1);
  for (const Name& name : knowledge_.lookup(singular)) {
    if (name.kind != NameKind::adjective || knowledge_.item(name.item).type != EntityType::State) continue;
    out.push_back({end, MentionKind::name, EntityType::Person, 1.5F * static_cast<float>(count_words(begin, end)), false, false});
    return;
  }
}

// "the G20 summit" names the G20 too; a war named after its sides does not name them.
NameReading::Inside NameGrammar::inside_known(EntityType type) {
  switch (type) {
    case EntityType::GovernmentBody: return NameReading::Inside::states;
    case EntityType::Conflict: return NameReading::Inside::adjectives;
    case EntityType::Treaty:
    case EntityType::Summit:
    case EntityType::Exercise: return NameReading::Inside::bodies;
    default: return NameReading::Inside::nothing;
  }
}

// "Toledo, Ohio": a town that is known to lie in the place behind the comma.
bool NameGrammar::before_its_state(std::size_t end, const Item& item) const {
  constexpr std::size_t longest_state = 4;
  if (item.type != EntityType::Place || end + 1 >= size() || piece(end).lower != ",") return false;
  for (std::size_t last = end + 2; last <= std::min(size(), end + 1 + longest_state); ++last)
    for (const Name& name : knowledge_.lookup(text(end + 1, last)))
      if (name.item != no_item && (name.item == item.state || name.item == item.parent) && name.kind != NameKind::adjective)
        return true;
  return false;
}

void NameGrammar::add_known(std::size_t begin, std::size_t end, const Name& name, const TypeEvidence& evidence, Out& out) const {
  const Item& item = knowledge_.item(name.item);
  const auto words = static_cast<float>(count_words(begin, end));
  NameReading reading{end, MentionKind::name, item.type, 0, true, false};
  switch (name.kind) {
    case NameKind::label:
    case NameKind::alias: reading.score = words > 1 ? 2.2F * words + 0.3F : 1.2F + 0.8F * item.prominence; break;
    case NameKind::acronym: reading.score = 2.2F; break;
    case NameKind::demonym:
    case NameKind::adjective:
      reading.kind = MentionKind::adjective;
      reading.score = 1.3F * words + (words > 1 ? 0.6F : 0.0F);
      break;
    case NameKind::capital:
      reading.capital = true;
      reading.score = 1.8F * words;
      break;
    case NameKind::metonym: reading.score = 1.5F * words + 0.5F; break;
    case NameKind::surname: reading.score = 0.2F + 1.6F * item.prominence; break;
    case NameKind::contextual:
      if (!before_its_state(end, item)) return;
      reading.score = 2.0F * words;
      break;
  }
  // "Jonas Erik Lind" is one name, whoever else is called Lind.
  // So is "Roman Forum" unless something in the text makes Roman a person.
  // "the Ruritanian Republican Party" is not the Republican Party of another state.
  if (words > 1.5F && item.type == EntityType::Organization && begin > 0 && is_state_word(begin - 1, begin)) reading.score -= 1.5F;
  const bool behind_first = begin > 0 && piece(begin - 1).upper && is_first_name(begin - 1);
  const bool before_more = end < size() && piece(end).upper && evidence[EntityType::Person] <= 0;
  const bool goes_on = behind_first || before_more;
  if (name.kind == NameKind::surname && goes_on) reading.score -= 1.6F;
  // A person known by one word alone, or a place that few know, needs a sign in the text.
  if (reading.kind == MentionKind::name) reading.score += std::clamp(0.6F * evidence[item.type], -0.6F, 1.2F);
  // The first word of a sentence is written with a capital in any case; adjectives of states always are.
  const bool chance = piece(begin).starts && !piece(begin).proper && !piece(begin).caps;
  // "Let's talk": a verb by the look of the sentence.
  const Upos tag = scene_.document.tokens[piece(begin).token].upos;
  if (words < 1.5F && chance && (tag == Upos::VERB || tag == Upos::AUX)) return;
  // "told The Atlantic": an article written large inside of a sentence belongs to the name.
  if (begin > 0 && piece(begin - 1).lower == "the" && piece(begin - 1).upper && !piece(begin - 1).starts)
    reading.score += item.label.starts_with("The ") ? 1.0F : item.type == EntityType::Place ? -2.5F : 0.0F;
  if (words < 1.5F && chance && reading.kind == MentionKind::name) reading.score -= name.kind == NameKind::acronym ? 2.0F : 0.8F;
  // A little-known one-word name beside another capitalised word is part of a longer name ("Left" in "Left Alliance"),
  // and one that is also a state's adjective is mostly that.
  const bool obscure =
      words < 1.5F && item.prominence < 0.6F && reading.kind == MentionKind::name && name.kind != NameKind::acronym;
  if (obscure && end < size() && piece(end).upper && !piece(end).glued) reading.score -= 1.0F;
  if (obscure && is_known(begin, end, NameKind::adjective)) reading.score -= 1.5F;
  // In a headline in title case "Time" is just time, unless the text below has it as a name.
  const bool great = item.type == EntityType::State || item.type == EntityType::InternationalOrganization;
  if (scene_.title_case && words < 1.5F && !great && !piece(begin).caps && seen(begin, end) == 0) return;
  if (words < 1.5F && is(begin, NameWord::not_a_name)) reading.score -= 1.2F;
  if (words > 1.5F) reading.inside = inside_known(item.type);
  if (reading.kind == MentionKind::name && item.type != EntityType::State) reading.owner = owner_pieces(begin, end);
  out.push_back(reading);
}

void NameGrammar::read_lexicon(std::size_t begin, std::size_t end, Out& out) const {
  const std::string form = fold(text(begin, end));
  const auto words = static_cast<float>(count_words(begin, end));
  if (const auto at = lexicon_.forms.find(form); at != lexicon_.forms.end()) {
    const float score = 1.9F * words + 0.6F + 0.5F * evidence_around(scene_, begin, end)[at->second];
    out.push_back({end, MentionKind::name, at->second, score, true, false});
  }
  if (words > 1.5F) return;
  if (const auto at = lexicon_.surnames.find(form); at != lexicon_.surnames.end()) {
    const TypeEvidence evidence = evidence_around(scene_, begin, end);
    float score = 2.0F + 0.5F * evidence[EntityType::Person];
    if (is_name_piece(end) && !piece(end).hyphen) score -= 1.2F;
    if (begin > 0 && piece(begin - 1).upper && !is(begin - 1, NameWord::title)) score -= 1.0F;
    if (is(begin, NameWord::not_a_name)) score -= evidence[EntityType::Place] > 0 ? 1.5F : 0.5F;
    out.push_back({end, MentionKind::name, at->second, score, true, false});
  }
}

bool NameGrammar::is_first_name(std::size_t at) const {
  if (knowledge_.first_name_gender(text(at, at + 1)) != 0) return true;
  if (at + 2 >= size() || !piece(at + 1).hyphen) return false;
  return knowledge_.first_name_gender(text(at, at + 3)) != 0 || knowledge_.first_name_gender(text(at + 2, at + 3)) != 0;
}

// The run of capitalised words [begin, end) counts as evidence for its neighbour in a list, if something is known of it.
void NameGrammar::add_neighbour(std::size_t begin, std::size_t end, TypeEvidence& evidence) const {
  constexpr float weight = 0.6F;
  const auto at = lexicon_.forms.find(fold(text(begin, end)));
  if (at != lexicon_.forms.end()) {
    evidence[at->second] += weight;
    return;
  }
  if (const std::span<const Name> names = knowledge_.lookup(text(begin, end)); !names.empty()) {
    const EntityType type = knowledge_.item(names.front().item).type;
    if (names.front().kind == NameKind::adjective || names.front().kind == NameKind::surname) return;
    evidence[type == EntityType::State ? EntityType::Place : type] += weight;
  } else if (head_phrase(begin, end) > 0) {
    evidence[head_type(scene_.words.flags(piece(end - 1).lower))] += weight;
  }
}

// "X and the Foreign Ministry", "Oslo, Bergen and X": names in a list are of one kind.
void NameGrammar::add_coordination(std::size_t begin, std::size_t end, TypeEvidence& evidence) const {
  const auto joins = [&](std::size_t at) {
    const std::string& word = piece(at).lower;
    return word == "and" || word == "or" || word == ",";
  };
  std::size_t left = begin;
  if (left > 1 && piece(left - 1).lower == "the") --left;
  if (left > 1 && joins(left - 1) && is_name_piece(left - 2)) {
    std::size_t from = left - 1;
    while (from > 0 && is_name_piece(from - 1) && !is_function_word(from - 1)) --from;
    if (from < left - 1) add_neighbour(from, left - 1, evidence);
    // "firms including X, Y and Z": the noun before the list is said of each.
    while (from > 2 && joins(from - 1) && is_name_piece(from - 2)) {
      --from;
      while (from > 0 && is_name_piece(from - 1) && !is_function_word(from - 1)) --from;
    }
    if (from < left - 1) add_examples(scene_, from, evidence);
  }
  std::size_t right = end;
  if (right + 1 >= size() || !joins(right)) return;
  ++right;
  if (piece(right).lower == "the" && right + 1 < size()) ++right;
  const std::size_t to = upper_end(right);
  if (to > right) add_neighbour(right, to, evidence);
}

TypeEvidence NameGrammar::evidence_for(std::size_t begin, std::size_t end) const {
  TypeEvidence evidence = evidence_around(scene_, begin, end);
  add_coordination(begin, end, evidence);
  const auto votes = lexicon_.votes.find(fold(text(begin, end)));
  if (votes != lexicon_.votes.end() && votes->second.count >= 2) {
    // What the article says of this form elsewhere counts as much as what stands here.
    for (int i = 0; i < entity_type_count; ++i) {
      const auto type = static_cast<EntityType>(i);
      const float others = (votes->second.sum[type] - evidence[type]) / static_cast<float>(votes->second.count - 1);
      evidence[type] = 0.6F * evidence[type] + 0.6F * others;
    }
  }
  if (after_office(begin) && explains_before(begin - 1)) {  // whatever stands beside it in a list
    evidence[EntityType::Person] += 2.0F;
    evidence[EntityType::Organization] = std::min(0.0F, evidence[EntityType::Organization]);
  }
  // "the Archbishop of Oslo, X"
  if (begin > 3 && piece(begin - 1).lower == "," && after_office(begin - 1)) evidence[EntityType::Person] += 1.2F;
  return evidence;
}

std::size_t NameGrammar::seen(std::size_t begin, std::size_t end) const {
  const auto votes = lexicon_.votes.find(fold(text(begin, end)));
  return votes == lexicon_.votes.end() ? 0 : votes->second.count;
}

std::size_t NameGrammar::seen_inside(std::size_t begin, std::size_t end) const {
  const auto votes = lexicon_.votes.find(fold(text(begin, end)));
  return votes == lexicon_.votes.end() ? 0 : votes->second.inside;
}

void NameGrammar::collect_votes(NameLexicon& lexicon) const {
  for (std::size_t begin = 0; begin < size(); ++begin) {
    if (!piece(begin).upper || is_function_word(begin)) continue;
    const std::size_t limit = std::min(upper_end(begin), begin + 3);
    for (std::size_t end = begin + 1; end <= limit; ++end) {
      if (piece(end - 1).hyphen) continue;
      TypeEvidence evidence = evidence_around(scene_, begin, end);
      add_coordination(begin, end, evidence);
      NameLexicon::Votes& votes = lexicon.votes[fold(text(begin, end))];
      ++votes.count;
      if (!piece(begin).starts) ++votes.inside;
      for (int i = 0; i < entity_type_count; ++i) votes.sum[static_cast<EntityType>(i)] += evidence[static_cast<EntityType>(i)];
    }
  }
}

// A capitalised word that may stand before a name without being part of it: a title, a state, the end of a body's name.
bool NameGrammar::explains_before(std::size_t at) const {
  return is(at, NameWord::title) || is(at, NameWord::title_modifier) || is(at, NameWord::not_a_name) ||
         is(at, NameWord::ministry_subject) || scene_.words.is_head(piece(at).lower) || is_state_word(at, at + 1) ||
         is_function_word(at) || is_style(at) || !knowledge_.lookup(text(at, at + 1)).empty() || ends_known(at + 1);
}

// Does a known name of several words end there: "the United Nations Ada Lind"?
bool NameGrammar::ends_known(std::size_t end) const {
  for (std::size_t begin = end - 1; begin > 0 && begin + 5 > end && is_name_piece(begin - 1);) {
    --begin;
    if (!knowledge_.lookup(text(begin, end)).empty()) return true;
  }
  return false;
}

void NameGrammar::read_title(std::size_t begin, Out& out) const {
  // Modifiers, then a title: "Deputy Foreign Minister", "Secretary General"; then perhaps "of State".
  std::size_t end = begin;
  std::size_t title_end = begin;
  while (end < size() && piece(end).upper && (is(end, NameWord::title) || is(end, NameWord::title_modifier))) {
    ++end;
    if (is(end - 1, NameWord::title)) title_end = end;
    if (is(end - 1, NameWord::title) && is(end, NameWord::title_modifier) && piece(end).lower == "general") title_end = end + 1;
    if (end < size() && piece(end).hyphen) ++end;
  }
  if (title_end == begin) return;
  const auto words = static_cast<float>(count_words(begin, title_end));
  out.push_back({title_end, MentionKind::name, EntityType::Person, 1.2F * words, false, false});
  std::size_t of = title_end;
  if (of + 1 < size() && (piece(of).lower == "of" || piece(of).lower == "for" || piece(of).lower == "to")) {
    ++of;
    if (piece(of).lower == "the" && of + 1 < size()) ++of;
    const std::size_t subject = of;
    while (of < size() && piece(of).upper &&
           (is(of, NameWord::ministry_subject) || is(of, NameWord::title_modifier) || piece(of).lower == "staff"))
      ++of;
    if (of > subject)
      out.push_back({of, MentionKind::name, EntityType::Person, 1.8F * (words + static_cast<float>(of - subject)), false, false});
  }
}

// What the words of a person's name are; nothing where one of them stands in no such name.
std::optional<NameGrammar::PersonWords> NameGrammar::person_words(std::size_t begin, std::size_t end) const {
  PersonWords out;
  for (std::size_t i = begin; i < end; ++i) {
    const Piece& p = piece(i);
    if (p.hyphen) continue;
    const bool particle = is(i, NameWord::particle) && i > begin;
    const bool after_hyphen = p.glued && i > begin && piece(i - 1).hyphen && !(i > begin + 1 && is(i - 2, NameWord::particle));
    if (!p.upper && !particle && !after_hyphen && !(p.glued && piece(i - 1).hyphen)) return std::nullopt;
    if (p.number || (p.caps && p.lower.size() > 2)) return std::nullopt;  // an acronym, or a headline in capitals
    if (p.initial) ++out.initials;
    // "Sultan bin Rashid": what stands before a particle is a name.
    if (is(i, NameWord::honorific) && out.words == 0 && !(is(i + 1, NameWord::particle) && !piece(i + 1).upper))
      return std::nullopt;
    if (is(i, NameWord::honorific) && out.words > 0 && i + 1 < end && !piece(i + 1).hyphen && piece(i).lower.size() > 3)
      return std::nullopt;
    if (!particle && !after_hyphen) ++out.words;
  }
  return out;
}

// How much its words speak against a person's name; nothing where one of them rules it out. `likely`: the name has other signs of
// one.
std::optional<float> NameGrammar::person_doubt(std::size_t begin, std::size_t end, bool known_first, bool likely) const {
  float doubt = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (scene_.words.is_head(piece(i).lower) && piece(i).upper) doubt += i + 1 == end ? 2.0F : 1.0F;
    const bool surname = i + 1 == end && !is_name_piece(end);  // "Major" and "Shah" are names too
    const bool before_particle = i == begin && is(i + 1, NameWord::particle) && !piece(i + 1).upper;  // "Sultan bin Rashid"
    if (is(i, NameWord::title) && piece(i).upper && !surname && !before_particle) doubt += 1.5F;
    if (is(i, NameWord::title_modifier) && piece(i).upper && !known_first) doubt += 1.0F;
    // "Sunni Members", "Transitional Constitution"
    const bool never = is(i, NameWord::not_a_name) && !is(i, NameWord::direction) && !known_first && !likely;
    if (never && (i == begin || i + 1 == end)) return std::nullopt;
    if (is(i, NameWord::not_a_name) && i + 1 == end && !known_first) doubt += 1.0F;
    if (is_plural_title(i)) doubt += 2.0F;
    if (is_state_word(i, i + 1) && (i == begin || !known_first)) doubt += 1.0F;
  }
  return doubt;
}

void NameGrammar::read_person(std::size_t begin, std::size_t end, Out& out) const {
  if (scene_.title_case) return;
  const Piece& first = piece(begin);
  const Piece& last = piece(end - 1);
  if (!first.upper || last.number || last.hyphen) return;
  if (!last.upper && !(last.glued && end - begin > 1 && piece(end - 2).hyphen)) return;
  for (const Name& name : knowledge_.lookup(text(begin, end)))  // "Sri Lankan"
    if (name.kind == NameKind::adjective || name.kind == NameKind::demonym) return;
  const std::optional<PersonWords> found = person_words(begin, end);
  if (!found) return;
  const std::size_t words = found->words, initials = found->initials;
  const bool initial = initials > 0;
  if (words < 2 || words > 4 + initials || words == initials || last.initial) return;
  const bool known_first = is_first_name(begin);
  if (!known_first && (is(begin, NameWord::direction) || is(end - 1, NameWord::direction))) return;  // "Middle Eastern"
  const bool describes =
      end < size() && !piece(end).upper && !piece(end).glued && scene_.document.tokens[piece(end).token].upos == Upos::NOUN;
  if (describes && is(end - 1, NameWord::not_a_name) && !is(end - 1, NameWord::direction)) return;  // "Roman Catholic church"
  const bool family_first = is(begin, NameWord::family_first) && words <= 3;
  TypeEvidence evidence = evidence_for(begin, end);
  if (!known_first) evidence[EntityType::Person] -= 0.5F * evidence[EntityType::Organization];
  // Without a sign that the first word is a first name, two capitalised words are as likely something else.
  const float word_worth = known_first || family_first || initials > 0 ? 0.9F : 0.75F;
  float score = word_worth * static_cast<float>(words) + 0.1F + 0.5F * evidence[EntityType::Person];
  if (begin > 0 && piece(begin - 1).upper && !explains_before(begin - 1)) score -= 0.6F;
  if (known_first) score += 1.0F;
  if (first.starts && !known_first && words > 2 && is_first_name(begin + 1)) score -= 0.8F;  // "Podcaster Ada Lind"
  if (initial) score += 0.5F;
  for (std::size_t i = begin + 1; i + 1 < end; ++i)  // "X bin Y", "X de la Y"
    if (!piece(i).upper && is(i, NameWord::particle) && !piece(i + 1).hyphen && !is(i - 1, NameWord::particle)) score += 0.6F;
  // A double-barrelled name is not cut in half.
  if (end + 1 < size() && piece(end).hyphen) score -= goes_on_small(end) ? 1.5F : 0.5F;
  if (family_first && !known_first) score += 0.4F;
  const std::optional<float> doubt = person_doubt(begin, end, known_first, family_first || initial);
  if (!doubt) return;
  score -= *doubt;
  if (first.starts && !known_first && !first.proper) score -= 1.0F;
  out.push_back({end, MentionKind::name, EntityType::Person, score, true, false});
  out.back().guess = true;
}

// What acronyms that are one name with a hyphen are worth; nothing where the words are no unknown name, or more than one.
std::optional<float> NameGrammar::unknown_pairs(std::size_t begin, std::size_t end, std::size_t words) const {
  float pairs = 0;
  for (std::size_t i = begin; i < end; ++i) {
    // "PKK-YPG" are two; so are two surnames ("the Lind-Reza ticket").
    // Where one of them is unknown, it is one: "CNDD-FDD".
    const bool pair = piece(i).hyphen && i > begin && i + 1 < end && piece(i - 1).caps && piece(i + 1).caps;
    if (pair && !knowledge_.lookup(text(i - 1, i)).empty() && !knowledge_.lookup(text(i + 1, i + 2)).empty()) return std::nullopt;
    if (pair) pairs += 1.5F;
    if (piece(i).hyphen && i > begin && i + 1 < end && is_person_word(i - 1) && is_person_word(i + 1)) return std::nullopt;
    if (piece(i).hyphen) continue;
    // "the Ruritania Delegation Ada Lind": the person is a name of its own.
    const bool after_name = i > begin && (scene_.words.is_head(piece(i - 1).lower) || is_known(begin, i, NameKind::label));
    if (after_name && i + 1 < end && (is_first_name(i) || after_office(i))) return std::nullopt;
    // "Leader of Opposition Ada Lind"
    if (i > begin && i + 1 < end && is(i - 1, NameWord::title_modifier) && after_office(i)) return std::nullopt;
    if (is_plural_title(i) ||
        (words == 1 && (is_common_word(i) || is(i, NameWord::ministry_subject)) && !after_honorific(scene_, begin)))
      return std::nullopt;
    if (is(i, NameWord::honorific) || is(i, NameWord::not_a_name) || is(i, NameWord::title)) return std::nullopt;
    if (words == 1 && ((!piece(i).proper && !(piece(i).caps && piece(i).lower.size() > 2)) ||
                       scene_.words.is_head(piece(i).lower) || is(i, NameWord::organization_apposition)))
      return std::nullopt;
  }
  return pairs;
}

void NameGrammar::read_unknown(std::size_t begin, std::size_t end, Out& out) const {
  if (scene_.title_case) return;
  const Piece& first = piece(begin);
  const Piece& last = piece(end - 1);
  if (last.hyphen || last.initial || first.number) return;
  const std::size_t words = count_words(begin, end);
  if (first.starts && words == 1 && (!first.proper || (!first.caps && first.lower.size() < 3))) return;
  if (opens_title(begin, end) || names_subjects(begin, end) || is(end - 1, NameWord::event_noun)) return;
  const std::optional<float> pairs = unknown_pairs(begin, end, words);
  if (!pairs) return;
  if (lexicon_.no_names.contains(std::string(text(end - 1, end)))) return;
  for (const Name& name : knowledge_.lookup(text(begin, end)))
    if (name.kind != NameKind::surname && name.kind != NameKind::contextual && knowledge_.item(name.item).prominence >= 0.6F)
      return;
  if (words > 1 && is_state_word(begin, begin + 1)) return;
  TypeEvidence evidence = evidence_for(begin, end);
  if (words == 1 && lexicon_.first_words.contains(fold(text(begin, end)))) evidence[EntityType::Organization] += 1.2F;
  EntityType type = best_type(evidence, {EntityType::Organization, EntityType::Person, EntityType::Place});
  for (const EntityType rare : {EntityType::Equipment, EntityType::Exercise, EntityType::Conflict, EntityType::Treaty})
    if (evidence[rare] >= 0.5F && evidence[rare] >= evidence[type]) type = rare;
  if (evidence[EntityType::NewsAgency] > evidence[type] + 0.5F) type = EntityType::NewsAgency;
  // An acronym is hardly a person, and a place only right after "in".
  const bool surname_in_capitals = first.lower.size() > 4 && after_honorific(scene_, begin);  // "MR SMITHSON: ..."
  if (words == 1 && first.caps && !surname_in_capitals &&
      (type == EntityType::Person || (type == EntityType::Place && evidence[type] < 1.1F)))
    type = EntityType::Organization;
  // One unknown word without any sign of what it is may be anything: the article must use it more than once.
  const bool lone = words == 1 && !first.caps && evidence[type] < 0.4F;
  if (lone && (first.starts || seen(begin, end) < 2)) return;
  // Any word is written so at the beginning of a sentence.
  if (words == 1 && first.starts && !first.caps && seen_inside(begin, end) == 0) return;
  float score = 0.7F * static_cast<float>(words) + 0.5F * evidence[type] + *pairs;
  if (words == 1 && after_honorific(scene_, begin)) score += 0.8F;
  if (words > 1 && goes_on_small(end)) score -= 1.5F;
  if (words == 1 && first.caps && type == EntityType::Organization) score += 0.4F;
  if (first.starts && !first.proper) score -= 0.5F;
  // "name.com", where the tokens are two
  if (end < size() && piece(end).glued && text(end, end + 1).starts_with('.') && piece(end).lower.size() > 2) {
    ++end;
    type = EntityType::Organization;
  }
  out.push_back({end, MentionKind::name, type, score, true, false});
  out.back().guess = true;
}

// What the name model takes for a name of its own accord, and the parts of it that a possessive or "and" divides.
void NameGrammar::read_model(std::size_t begin, Out& out) const {
  for (const ModelName& name : scene_.model_names) {
    if (name.kind == NameClass::other || name.end <= begin) continue;
    if (name.begin > begin) return;
    std::size_t part = name.begin;  // where the last part before `begin` starts
    for (std::size_t i = name.begin + 1; i < begin; ++i)
      if (divides(part, i, name.end)) part = i + 1;
    if (part < begin) return;
    std::size_t end = begin;
    while (end < name.end && !(end > begin && divides(begin, end, name.end))) ++end;
    add_model_name(begin, end, name.kind, out);
    return;
  }
}

// Does the piece part two names that the model takes for one: "Harbour Party's Ada Lind", "Harbour Party and Club of Hills"?
bool NameGrammar::divides(std::size_t begin, std::size_t at, std::size_t end) const {
  const std::string& word = piece(at).lower;
  if (word == "'s" || word == "\xE2\x80\x99s") return !is_name_piece(at);
  if (word != "and" || at == begin || at + 1 >= end || !piece(at + 1).upper) return false;
  const std::size_t head = head_phrase(begin, at);
  if (head > 0 && head < at - begin && !is_link(piece(at - head - 1).lower)) return true;
  // "Duchy of X and Duchy of Y"
  for (std::size_t i = begin; i + 1 < at; ++i)
    if (piece(i).lower == piece(at + 1).lower && is_link(piece(i + 1).lower)) return true;
  return false;
}

bool NameGrammar::goes_on_small(std::size_t end) const {
  return end + 1 < size() && piece(end).hyphen && piece(end + 1).glued && !piece(end + 1).upper;
}

bool NameGrammar::is_model_name(std::size_t begin, std::size_t end) const {
  const std::size_t last = end - 1;
  // "voted for The Olive Tree"
  const bool article = piece(begin).lower == "the" && !piece(begin).starts && end > begin + 1;
  if (!piece(begin).upper || (is_function_word(begin) && !article)) return false;
  if (!piece(last).upper && !piece(last).number && !piece(last).glued) return false;
  if (!knowledge_.lookup(text(begin, end)).empty()) return false;  // names and their types are known best there
  if (lexicon_.no_names.contains(std::string(text(begin, begin + 1))) || is(last, NameWord::event_noun)) return false;
  if (is(begin, NameWord::ship_prefix) && piece(begin).caps) return false;
  // "the House", "M", "the U.S. Constitution", "Middle Eastern"
  if (end == begin + 1 && (piece(begin).initial || scene_.words.is_head(piece(begin).lower) || is_common_word(begin))) return false;
  if (is(last, NameWord::not_a_name) && !is(last, NameWord::direction) && !scene_.words.is_head(piece(last).lower)) return false;
  if (scene_.document.tokens[piece(last).token].upos == Upos::ADJ && !piece(last).caps) return false;
  // "Institute of the Academy": two names, one part of the other.
  for (std::size_t i = begin + 1; i + 2 < end; ++i)
    if (piece(i).lower == "of" && piece(i + 1).lower == "the" && head_phrase(begin, i) > 0 && head_phrase(i + 2, end) > 0)
      return false;
  return true;
}

void NameGrammar::add_model_name(std::size_t begin, std::size_t end, NameClass kind, Out& out) const {
  // "Yu Hoi-kwan", where the tokens are three
  if (kind == NameClass::person && end > begin + 1)
    while (goes_on_small(end)) end += 2;
  if (!is_model_name(begin, end)) return;
  // "Senate Minority Leader", "Sultan of Ruritania"
  const bool office =
      is(end - 1, NameWord::title) || (is(begin, NameWord::title) && begin + 1 < end && is_link(piece(begin + 1).lower));
  if (kind != NameClass::person && office) return;
  const float score = 0.6F + 0.8F * static_cast<float>(count_words(begin, end));
  NameReading reading{end, MentionKind::name, model_type(begin, end, kind), score, true, false};
  reading.guess = true;
  for (const NameReading& other : out)  // the head knows better what it is
    if (other.end == end && other.mention && !other.guess && other.kind == MentionKind::name) reading.type = other.type;
  out.push_back(reading);
}

EntityType NameGrammar::model_type(std::size_t begin, std::size_t end, NameClass kind) const {
  if (head_phrase(begin, end) > 0) {
    const EntityType by_head = head_type(scene_.words.flags(piece(end - 1).lower));
    if (name_class(by_head) == kind) return by_head;
  }
  static constexpr std::array<EntityType, 3> types = {EntityType::Person, EntityType::Organization, EntityType::Place};
  const bool first_name = is_first_name(begin);
  if (end > begin + 1 && !first_name) return types[static_cast<std::size_t>(kind)];
  // What stands around a single word, or a first name, may say more.
  TypeEvidence evidence = evidence_for(begin, end);
  if (first_name && end > begin + 1) evidence[EntityType::Person] += 1.5F;
  const EntityType type = best_type(evidence, {EntityType::Organization, EntityType::Person, EntityType::Place});
  // An acronym is hardly a person.
  const bool acronym = end == begin + 1 && piece(begin).caps && !after_honorific(scene_, begin);
  return acronym && type == EntityType::Person ? EntityType::Organization : type;
}

// A head that heads several kinds of names ("forum", "house"): the model has seen the whole.
void NameGrammar::correct_types(std::size_t begin, std::size_t first, Out& out) const {
  for (std::size_t i = first; i < out.size(); ++i) {
    NameReading& reading = out[i];
    if (!reading.mention || reading.kind != MentionKind::name) continue;
    if (reading.type != EntityType::Summit && reading.type != EntityType::Place) continue;
    for (const ModelName& name : scene_.model_names)
      if (name.begin == begin && name.end == reading.end && name.kind == NameClass::organization)
        reading.type = EntityType::Organization;
  }
}

void NameGrammar::read_equipment(std::size_t begin, std::size_t upper, Out& out) const {
  // "USS Something", "Su-24", "S-400".
  if (is(begin, NameWord::ship_prefix) && piece(begin).caps && upper > begin + 1) {
    for (std::size_t end = begin + 2; end <= std::min(upper, begin + 4); ++end)
      out.push_back({end, MentionKind::name, EntityType::Equipment, 2.2F * static_cast<float>(end - begin), true, false});
  }
  if (upper < begin + 3 || !piece(begin + 1).hyphen || !piece(begin + 2).number || is(begin, NameWord::not_a_name)) return;
  if (piece(begin).lower.size() > 3 || !knowledge_.lookup(text(begin, begin + 3)).empty()) return;
  out.push_back({begin + 3, MentionKind::name, EntityType::Equipment, 2.2F, true, false});
}

void NameGrammar::read_no_name(std::size_t begin, Out& out) const {
  if (is(begin, NameWord::not_a_name)) out.push_back({begin + 1, MentionKind::name, EntityType::Person, 1.0F, false, false});
  if (lexicon_.no_names.contains(std::string(text(begin, begin + 1))))
    out.push_back({begin + 1, MentionKind::name, EntityType::Person, 2.0F, false, false});
  if (is_style(begin)) out.push_back({begin + 1, MentionKind::name, EntityType::Person, 2.5F, false, false});
  if (is_plural_title(begin)) out.push_back({begin + 1, MentionKind::name, EntityType::Person, 1.5F, false, false});
  const std::size_t upper = upper_end(begin);
  for (std::size_t end = begin + 2; end <= upper; ++end)
    if (is(end - 1, NameWord::event_noun))
      out.push_back({end, MentionKind::name, EntityType::Person, 1.4F * static_cast<float>(end - begin), false, false});
}

void NameGrammar::read_direction(std::size_t begin, Out& out) const {
  // "eastern Ukraine", "South Asia": a place, unless the words are a name of their own ("South Korea").
  if (!is(begin, NameWord::direction)) return;
  const std::size_t from = begin + 1 < size() && piece(begin + 1).hyphen ? begin + 2 : begin + 1;
  for (std::size_t end = from + 1; end <= std::min(upper_end(from), from + 3); ++end) {
    for (const Name& name : knowledge_.lookup(text(from, end))) {
      const EntityType type = knowledge_.item(name.item).type;
      const bool area = type == EntityType::State || type == EntityType::Place;
      if (!area || (name.kind != NameKind::label && name.kind != NameKind::alias && name.kind != NameKind::acronym)) continue;
      out.push_back({end, MentionKind::name, EntityType::Place, 1.5F * static_cast<float>(count_words(begin, end)) + 0.6F, true,
                     false, NameReading::Inside::states});
      break;
    }
  }
}

std::vector<std::pair<std::size_t, NameReading>> NameGrammar::names_inside(std::size_t begin, const NameReading& reading) const {
  std::vector<std::pair<std::size_t, NameReading>> out;
  if (reading.inside == NameReading::Inside::nothing) return out;
  const bool bodies = reading.inside == NameReading::Inside::bodies;
  for (std::size_t at = begin; at < reading.end; ++at) {
    if (!may_start(at)) continue;
    Out found;
    read_known(at, found);
    const NameReading* best = nullptr;
    for (const NameReading& r : found) {
      const bool body = r.type == EntityType::InternationalOrganization || r.type == EntityType::Council ||
                        r.type == EntityType::Organization || r.type == EntityType::GovernmentBody;
      if (r.end > reading.end || (at == begin && r.end == reading.end) || r.capital) continue;
      if (r.type != EntityType::State && !(bodies && body)) continue;
      if (reading.inside == NameReading::Inside::adjectives && r.kind != MentionKind::adjective) continue;
      if (best == nullptr || r.end > best->end || (r.end == best->end && r.score > best->score)) best = &r;
    }
    if (best == nullptr) continue;
    out.emplace_back(at, *best);
    at = best->end - 1;
  }
  return out;
}

}  // namespace entente
