#include "extract/roles_title.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "extract/roles_modifiers.hpp"

namespace entente {

namespace {

using Unit = TitleModifiers::Unit;
using Use = TitleModifiers::Use;

// No prepositional phrase of a title is longer; bounds the search for its head.
constexpr std::uint32_t longest_title = 24;

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What follows the head noun: "of Staff of the Russian Armed Forces", "for Ukraine at the OSCE", "-elect".
class TailReader {
 public:
  TailReader(const RoleView& view, std::uint32_t head, std::uint32_t ceiling, bool has_organization)
      : view_(view), ceiling_(ceiling), has_organization_(has_organization) {
    head_word_ = RoleWords::singular(view.document(), head);
    kind_ = kind_of_head(view, head);
    plural_ = RoleWords::is_plural(view.document(), head);
    end = head + 1;
  }

  void read() {
    suffix();
    while (end < ceiling_ && token(end).upos == Upos::ADP && phrase()) {
    }
  }

  std::uint32_t end;                       // first token after the title phrase
  std::vector<Range> kept;                 // in order
  std::vector<EntityIndex> organizations;  // the strongest that the phrases name; several for a plural head
  bool overrides = false;                  // it goes before one named ahead of the head
  EntityIndex owner = no_entity;           // "adviser to Putin"
  Status status = Status::current;

 private:
  const Document& document() const { return view_.document(); }
  const Token& token(std::uint32_t i) const { return document().tokens[i]; }

  void suffix() {
    const auto known = [&](std::uint32_t i) { return i < ceiling_ && view_.words().future(RoleWords::word(document(), i)); };
    if (end < ceiling_ && view_.joins(end) && known(end + 1))
      take_suffix(end + 2);
    else if (known(end))
      take_suffix(end + 1);
  }
  void take_suffix(std::uint32_t after) {
    kept.push_back({end, after});
    end = after;
    status = Status::future;
  }

  // End of the noun phrase that starts at `at`; `at` itself if there is none.
  std::uint32_t noun_phrase(std::uint32_t at, bool person_allowed) const {
    std::uint32_t i = at;
    bool noun = false;
    while (i < ceiling_) {
      if (const Mention* body = view_.body(i)) {
        if (body->tokens.end > ceiling_) break;
        i = body->tokens.end;
        noun = true;
        continue;
      }
      if (const Mention* person = view_.person(i)) {
        if (!person_allowed || person->tokens.end > ceiling_) break;
        i = person->tokens.end;
        noun = true;
        continue;
      }
      if (view_.in_time(i)) break;
      const Token& t = token(i);
      const bool opener = i == at && (t.upos == Upos::DET || t.xpos == "PRP$");
      if (!opener && !joins_nouns(i, at) && (!view_.nominal(i) || (t.upos == Upos::VERB && !premodifies(i)))) break;
      noun = noun || t.upos == Upos::NOUN || t.upos == Upos::PROPN;
      ++i;
    }
    return noun ? i : at;
  }

  // "the developing countries": a participle right before a noun
  bool premodifies(std::uint32_t i) const {
    return i + 1 < ceiling_ && (token(i + 1).upos == Upos::NOUN || token(i + 1).upos == Upos::PROPN);
  }

  // The "and" of "foreign affairs and trade"; not one that joins another person.
  bool joins_nouns(std::uint32_t i, std::uint32_t begin) const {
    if (token(i).upos != Upos::CCONJ || i == begin || i + 1 >= ceiling_) return false;
    const std::uint32_t next = i + 1;
    if (!view_.nominal(next) || token(next).upos == Upos::VERB || view_.body(next) != nullptr || view_.person(next) != nullptr)
      return false;
    for (std::uint32_t j = next; j < ceiling_ && view_.nominal(j); ++j)
      if (view_.words().kind(document(), j) != TitleKind::none || view_.person(j) != nullptr) return false;
    return starts_upper(document().form(next)) == starts_upper(document().form(i - 1));
  }

  // Reads one prepositional phrase; false where the title ends.
  bool phrase() {
    static constexpr std::array<std::string_view, 7> known = {"of", "for", "to", "at", "in", "with", "on"};
    const std::string preposition = RoleWords::word(document(), end);
    if (preposition == "in" && end + 1 < ceiling_ && RoleWords::word(document(), end + 1) == "chief") {
      kept.push_back({end, end + 2});
      end += 2;
      return true;
    }
    if (!one_of(known, preposition)) return false;
    const bool serves = preposition == "for" || preposition == "to";
    const std::uint32_t after = noun_phrase(end + 1, serves);
    if (after == end + 1) return false;
    const Mention* body = closing_body(end + 1, after);
    if (body != nullptr && body->kind == MentionKind::name) return with_body(preposition, *body, after);
    return without_body(preposition, after);
  }

  // The body that the phrase ends with, or with a noun for what it is: "the TASS news agency".
  const Mention* closing_body(std::uint32_t begin, std::uint32_t after) const {
    if (const Mention* body = view_.body(after - 1)) return body->tokens.end == after ? body : nullptr;
    if (!view_.words().organization_noun(RoleWords::word(document(), after - 1))) return nullptr;
    for (std::uint32_t i = after; i-- > begin;)
      if (const Mention* body = view_.body(i))
        return body->type == EntityType::State || body->type == EntityType::Place ? nullptr : body;
    return nullptr;
  }

  bool with_body(const std::string& preposition, const Mention& body, std::uint32_t after) {
    if (!belongs(preposition, body)) {
      // "the Norwegian ambassador in Oslo": where the post is held
      if (preposition == "in" && has_organization_ && view_.words().theme(head_word_)) {
        keep_until(after);
        return true;
      }
      if (preposition == "of" || preposition == "at" || preposition == "in" || preposition == "with") return false;
      keep_until(after);
      return true;
    }
    organizations = {body.entity};
    overrides = preposition == "of" || preposition == "at";
    has_organization_ = true;
    end = after;
    if (plural_) more_bodies();
    return false;  // what follows belongs to the organisation
  }

  // "the ministers of A, B and C"
  void more_bodies() {
    while (end + 1 < ceiling_ && (view_.is_comma(end) || token(end).upos == Upos::CCONJ)) {
      std::uint32_t next = end + 1;
      while (next < ceiling_ && (token(next).upos == Upos::CCONJ || token(next).upos == Upos::DET)) ++next;
      const Mention* body = view_.body(next);
      if (body == nullptr || body->kind != MentionKind::name || body->tokens.end > ceiling_) return;
      organizations.push_back(body->entity);
      end = body->tokens.end;
    }
  }

  // Is the body of this phrase whose the post is, rather than what it deals with or where it is held?
  bool belongs(const std::string& preposition, const Mention& body) const {
    const bool region = body.type == EntityType::State || body.type == EntityType::Place;
    const bool theme = view_.words().theme(head_word_);
    if (preposition == "of") return true;
    if (preposition == "at") return !(theme && has_organization_);
    if (preposition == "with") return !region && !has_organization_;
    if (preposition == "in") return !has_organization_ && !theme && kind_ == TitleKind::office && body.type != EntityType::Place;
    if (preposition == "for") return !has_organization_ && (!region || view_.words().speaks_for(head_word_)) && (!theme || !region);
    if (preposition == "to") return !has_organization_ && !region && body.type != EntityType::InternationalOrganization && !envoy();
    return false;
  }
  bool envoy() const { return view_.words().theme(head_word_) && head_word_ != "adviser" && head_word_ != "advisor"; }

  bool without_body(const std::string& preposition, std::uint32_t after) {
    if (preposition == "at" || preposition == "with" || preposition == "in") return false;
    if (preposition == "of" && is_the_country(after)) {  // "president of the African nation"
      end = after;
      return true;
    }
    if (preposition == "of" && names_kind_of_place(after)) {  // "mayor of the city of X"
      end = after;
      return true;
    }
    if (const Mention* person = view_.person(after - 1)) {
      if (person->tokens.end == after) owner = person->entity;
    }
    if (const Mention* nested = nested_body(end + 1, after)) {
      if (!has_organization_ && (preposition == "of" || (preposition == "to" && !envoy()))) {
        organizations = {nested->entity};
        has_organization_ = true;
        kept.push_back({end, nested->tokens.begin});
        std::uint32_t rest = nested->tokens.end;
        while (rest < after && view_.possessive_ending(rest)) ++rest;
        kept.push_back({rest, after});
        end = after;
        return true;
      }
    }
    keep_until(after);
    return true;
  }

  bool is_the_country(std::uint32_t after) const {
    static constexpr std::array<std::string_view, 7> kinds = {"nation",  "country", "state",      "republic",
                                                              "kingdom", "island",  "archipelago"};
    return after > end + 2 && RoleWords::word(document(), end + 1) == "the" &&
           one_of(kinds, RoleWords::word(document(), after - 1));
  }

  bool names_kind_of_place(std::uint32_t after) const {
    static constexpr std::array<std::string_view, 10> kinds = {"city",   "state",  "town",     "village",  "province",
                                                               "region", "island", "republic", "district", "country"};
    if (after + 1 >= ceiling_ || !view_.is(after, "of") || !one_of(kinds, RoleWords::word(document(), after - 1))) return false;
    return view_.body(after + 1) != nullptr || (after + 2 < ceiling_ && view_.body(after + 2) != nullptr);
  }

  // "the Russian general staff", "Iran's negotiating team": a name that opens a longer noun phrase
  const Mention* nested_body(std::uint32_t begin, std::uint32_t after) const {
    for (std::uint32_t i = begin; i + 1 < after && i < begin + 2; ++i)
      if (const Mention* body = view_.body(i)) return body->tokens.end < after ? body : nullptr;
    return nullptr;
  }

  void keep_until(std::uint32_t after) {
    kept.push_back({end, after});
    end = after;
  }

  const RoleView& view_;
  std::uint32_t ceiling_;
  bool has_organization_;
  bool plural_ = false;
  std::string head_word_;
  TitleKind kind_ = TitleKind::none;
};

std::string singular_form(std::string_view plural) {
  const auto cut = [&](std::size_t n, std::string_view ending) {
    return std::string(plural.substr(0, plural.size() - n)) + std::string(ending);
  };
  if (plural.ends_with("women")) return cut(3, "an");
  if (plural.ends_with("men")) return cut(2, "an");
  if (plural.ends_with("ies")) return cut(3, "y");
  if (plural.ends_with("s") && !plural.ends_with("ss")) return cut(1, "");
  return std::string(plural);
}

// The kept tokens in order, with plain spaces where something was left out between them.
std::string title_text(const RoleView& view, std::vector<Range> kept, std::uint32_t head, bool plural) {
  std::sort(kept.begin(), kept.end());
  const Document& document = view.document();
  std::string out;
  std::uint32_t previous = 0;
  for (const Range& range : kept) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const bool glued =
          !out.empty() && previous == i && i > 0 && document.tokens[i - 1].range.end == document.tokens[i].range.begin;
      if (!out.empty() && !glued) out += ' ';
      std::string_view form = document.form(i);
      form.remove_prefix(view.words().former_prefix(form));
      out += plural && i == head ? singular_form(form) : std::string(form);
      previous = i + 1;
    }
  }
  return plain_spaces(out);
}

std::vector<Range> kept_tokens(const TitleModifiers& modifiers, std::uint32_t head, const std::vector<Range>& tail) {
  std::vector<Range> kept{{head, head + 1}};
  for (const Unit& unit : modifiers.units)
    if (unit.use == Use::keep) kept.push_back(unit.tokens);
  kept.insert(kept.end(), tail.begin(), tail.end());
  return kept;
}

// "the", "his", "now", "currently the"
bool opens_phrase(const RoleView& view, std::uint32_t i) {
  const Token& token = view.document().tokens[i];
  if (token.upos == Upos::DET || token.xpos == "PRP$") return true;
  const std::string word = RoleWords::word(view.document(), i);
  return token.upos == Upos::ADV && (view.words().descriptive(word) || view.words().former(word));
}

// End of the stretch of nouns and their modifiers that starts at `at`: "Russian Deputy Defense Minister".
std::uint32_t nominal_run(const RoleView& view, std::uint32_t at, std::uint32_t ceiling) {
  const Document& document = view.document();
  std::uint32_t i = at;
  for (; i < ceiling; ++i) {
    if (view.body(i) != nullptr) continue;
    if (const Mention* person = view.person(i)) {  // only a possessor: "Putin's spokesman"
      if (person->tokens.end >= ceiling || !view.possessive_ending(person->tokens.end)) break;
      continue;
    }
    if (view.in_time(i)) break;
    if (view.nominal(i)) continue;
    const bool joins_modifiers = document.tokens[i].upos == Upos::CCONJ && i > at && i + 1 < ceiling && view.nominal(i + 1) &&
                                 view.words().kind(document, i - 1) == TitleKind::none;
    if (!joins_modifiers) break;
  }
  return i;
}

}  // namespace

std::optional<TitlePhrase> title_around(const RoleView& view, std::uint32_t head, std::uint32_t floor, std::uint32_t ceiling) {
  TitlePhrase out;
  out.kind = kind_of_head(view, head);
  if (out.kind == TitleKind::none) return std::nullopt;
  TitleModifiers modifiers = read_modifiers(view, head, floor);
  out.organizations = settle_bodies(view, head, modifiers);
  TailReader tail(view, head, ceiling, !out.organizations.empty());
  tail.read();
  if (!tail.organizations.empty() && (tail.overrides || out.organizations.empty())) out.organizations = tail.organizations;
  out.head = head;
  out.plural = RoleWords::is_plural(view.document(), head);
  out.text = title_text(view, kept_tokens(modifiers, head, tail.kept), head, out.plural);
  out.tokens = {modifiers.begin, tail.end};
  out.status = modifiers.status != Status::current ? modifiers.status : tail.status;
  out.owner = modifiers.owner != no_entity ? modifiers.owner : tail.owner;
  out.definite = modifiers.definite;
  return out;
}

namespace {

// "the Office of the President X", "the party of the minister X": the title says whose office it is, not what X is.
bool names_an_office(const RoleView& view, const TitlePhrase& phrase, std::uint32_t floor) {
  std::uint32_t of = phrase.tokens.begin;
  if (of > floor && view.document().tokens[of - 1].upos == Upos::DET) --of;
  if (of < floor + 2 || !view.is(of - 1, "of")) return false;
  const std::string noun = RoleWords::word(view.document(), of - 2);
  return view.words().organization_noun(noun) && view.words().kind(view.document(), of - 2) == TitleKind::none;
}

}  // namespace

std::optional<TitlePhrase> title_before(const RoleView& view, std::uint32_t end, std::uint32_t floor, bool outermost) {
  std::optional<TitlePhrase> best;
  // "Commander of the Northern Fleet Command (NFC) Admiral X"
  if (end > floor + 3 && view.is(end - 1, ")") && view.is(end - 3, "(") && view.body(end - 2) != nullptr) end -= 3;
  const std::uint32_t nearest = std::max(floor, end > longest_title ? end - longest_title : 0);
  for (std::uint32_t head = end; head-- > nearest;) {
    const Token& token = view.document().tokens[head];
    if (token.upos == Upos::PUNCT && !view.joins(head) && RoleWords::word(view.document(), head) != ".") break;
    if (view.body(head) != nullptr || view.person(head) != nullptr) continue;
    if (token.upos == Upos::AUX || token.upos == Upos::SCONJ ||
        (token.upos == Upos::VERB && token.xpos != "VBN" && token.xpos != "VBG"))
      break;
    if (view.words().kind(view.document(), head) == TitleKind::none) continue;
    std::optional<TitlePhrase> phrase = title_around(view, head, floor, end);
    if (!phrase || phrase->tokens.end != end || names_an_office(view, *phrase, floor)) continue;
    if (!outermost) return phrase;
    best = std::move(phrase);
  }
  return best;
}

std::optional<TitlePhrase> title_from(const RoleView& view, std::uint32_t begin, std::uint32_t ceiling) {
  std::uint32_t first = begin;
  while (first < ceiling && opens_phrase(view, first)) ++first;
  std::uint32_t last = nominal_run(view, first, ceiling);
  if (last == first) return std::nullopt;
  --last;
  if (last > first && view.words().future(RoleWords::word(view.document(), last)))
    last -= view.joins(last - 1) && last > first + 1 ? 2 : 1;
  if (view.body(last) != nullptr || view.person(last) != nullptr) return std::nullopt;
  std::optional<TitlePhrase> phrase = title_around(view, last, begin, ceiling);
  if (!phrase || phrase->tokens.begin > first) return std::nullopt;
  phrase->tokens.begin = begin;
  for (std::uint32_t i = begin; i < first; ++i)  // ", then the prime minister"
    if (phrase->status == Status::current && view.words().former(RoleWords::word(view.document(), i)))
      phrase->status = Status::former;
  return phrase;
}

}  // namespace entente
