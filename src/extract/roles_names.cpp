#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "extract/roles_found.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// The names of a list, first to last: "A, B and C"; each may be followed by "of ORGANISATION".
struct NameList {
  std::vector<const Mention*> names;
  std::vector<EntityIndex> organizations;  // beside names; no_entity where none is given
};

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

class NameReader {
 public:
  NameReader(const RoleView& view, std::vector<FoundRole>& roles) : view_(view), roles_(roles) {}

  void read() {
    for (const Mention* name : view_.persons()) {
      sentence_ = sentence_tokens(document(), name->tokens.begin);
      before(*name);
      before_comma(*name);
      after(*name);
    }
  }

 private:
  const Document& document() const { return view_.document(); }
  const Token& token(std::uint32_t i) const { return document().tokens[i]; }

  // "of Iran" right after a name.
  const Mention* of_body(std::uint32_t at) const {
    if (at + 1 >= sentence_.end || !view_.is(at, "of")) return nullptr;
    for (std::uint32_t i = at + 1; i < sentence_.end && i <= at + 2; ++i)
      if (const Mention* body = view_.body(i)) return body->kind == MentionKind::name ? body : nullptr;
    return nullptr;
  }

  NameList list_from(const Mention& first) const {
    NameList out;
    const Mention* name = &first;
    while (name != nullptr) {
      out.names.push_back(name);
      std::uint32_t i = name->tokens.end;
      const Mention* body = of_body(i);
      out.organizations.push_back(body != nullptr ? body->entity : no_entity);
      if (body != nullptr) i = body->tokens.end;
      const std::uint32_t separator = i;
      while (i < sentence_.end && (view_.is_comma(i) || token(i).upos == Upos::CCONJ)) ++i;
      name = i > separator && i < sentence_.end ? view_.person(i) : nullptr;
    }
    return out;
  }

  void add(const TitlePhrase& phrase, const Mention& name, const char* rule, std::size_t index = 0,
           EntityIndex organization = no_entity) {
    const Range tokens{std::min(phrase.tokens.begin, name.tokens.begin), std::max(phrase.tokens.end, name.tokens.end)};
    FoundRole role = make_role(phrase, name.entity, tokens, rule, index);
    if (role.organization == no_entity) role.organization = organization;
    roles_.push_back(std::move(role));
  }

  void add_list(const TitlePhrase& phrase, const Mention& first, const char* rule) {
    const NameList list = list_from(first);
    if (list.names.size() < 2) return;
    for (std::size_t i = 0; i < list.names.size(); ++i) add(phrase, *list.names[i], rule, i, list.organizations[i]);
  }

  void before(const Mention& name) {
    std::optional<TitlePhrase> phrase = title_before(view_, name.tokens.begin, sentence_.begin);
    if (!phrase) return;
    if (phrase->plural) return add_list(*phrase, name, "roles/titles-before-names");
    const Mention* body = of_body(name.tokens.end);
    const std::optional<TitlePhrase> other = coordinated(*phrase);
    if (other && phrase->organizations.empty()) phrase->organizations = other->organizations;
    const EntityIndex organization = body != nullptr && phrase->kind == TitleKind::office ? body->entity : no_entity;
    add(*phrase, name, "roles/title-before-name", 0, organization);
    if (other) add(*other, name, "roles/title-before-name", 0, organization);
    // "Chairman General X", "observer retired Colonel X"
    if (phrase->kind != TitleKind::rank) return;
    const std::optional<TitlePhrase> farther = title_before(view_, phrase->tokens.begin, sentence_.begin);
    if (farther && !farther->plural) add(*farther, name, "roles/title-before-name");
  }

  // "President and Commander-in-Chief X": the title before the "and", if it is about the same person.
  std::optional<TitlePhrase> coordinated(const TitlePhrase& phrase) const {
    const std::uint32_t begin = phrase.tokens.begin;
    if (begin <= sentence_.begin + 1 || token(begin - 1).upos != Upos::CCONJ || phrase.definite) return std::nullopt;
    std::optional<TitlePhrase> other = title_before(view_, begin - 1, sentence_.begin);
    if (!other || other->kind != TitleKind::office || other->plural || token(other->tokens.begin).upos == Upos::DET)
      return std::nullopt;
    const bool alike = starts_upper(document().form(other->head)) == starts_upper(document().form(phrase.head));
    return alike && phrase.organizations.empty() ? other : std::nullopt;
  }

  // Does a clause boundary follow, so that the name is an apposition of its own?
  bool closes(std::uint32_t at) const { return at >= sentence_.end || token(at).upos == Upos::PUNCT; }

  // "The Italian foreign minister, Luigi Di Maio, joined"; "an observer of TASS, retired Colonel X, believes"
  void before_comma(const Mention& name) {
    std::uint32_t start = name.tokens.begin;
    const std::optional<TitlePhrase> rank = title_before(view_, start, sentence_.begin);
    if (rank && rank->kind == TitleKind::rank) start = rank->tokens.begin;
    const std::uint32_t comma = start - 1;
    if (start < sentence_.begin + 2 || !view_.is_comma(comma)) return;
    const std::optional<TitlePhrase> phrase = title_before(view_, comma, sentence_.begin, true);
    if (!phrase || phrase->kind == TitleKind::rank || (!phrase->plural && !closes(name.tokens.end))) return;
    const std::uint32_t begin = phrase->tokens.begin;
    const bool of_previous = begin > sentence_.begin + 1 && view_.is_comma(begin - 1) && view_.person(begin - 2) != nullptr;
    const bool bare =
        begin > sentence_.begin && token(begin).upos != Upos::DET && !phrase->definite && phrase->organizations.empty();
    if (of_previous || bare) return;
    if (phrase->plural) return add_list(*phrase, name, "roles/titles-before-names");
    add(*phrase, name, "roles/title-comma-name");
  }

  // "X, head of the Center ...", "X (the mayor of Y)", "X, 47, a lawyer and former judge"
  void after(const Mention& name) {
    std::uint32_t at = name.tokens.end;
    if (at + 1 >= sentence_.end) return;
    if (view_.is(at, "(")) {
      const auto closing = closing_bracket(at);
      if (!apposition(name, at + 1, closing.value_or(at + 1)) && closing) at = *closing + 1;
    }
    if (at + 2 < sentence_.end && view_.is_comma(at) && token(at + 1).upos == Upos::NUM && view_.is_comma(at + 2)) at += 2;
    if (at + 1 < sentence_.end && opens_apposition(at)) apposition(name, at + 1, sentence_.end);
  }

  bool opens_apposition(std::uint32_t at) const {
    const std::string_view form = document().form(at);
    return form == "," || ((form == "-" || form == "–" || form == "—" || form == "--") && !view_.joins(at));
  }

  std::optional<std::uint32_t> closing_bracket(std::uint32_t open) const {
    for (std::uint32_t i = open + 1; i < sentence_.end && i < open + 12; ++i)
      if (view_.is(i, ")")) return i;
    return std::nullopt;
  }

  bool apposition(const Mention& name, std::uint32_t begin, std::uint32_t ceiling) {
    std::optional<TitlePhrase> phrase = title_from(view_, begin, ceiling);
    if (!phrase || !ends_well(*phrase, ceiling)) return false;
    if (phrase->kind == TitleKind::person && token(begin).upos != Upos::DET) return false;
    std::optional<TitlePhrase> second = second_title(*phrase, ceiling);
    if (second && phrase->organizations.empty() && phrase->kind == TitleKind::office) phrase->organizations = second->organizations;
    if (phrase->plural) {
      const std::vector<const Mention*> names = list_before(name);
      for (std::size_t i = 0; names.size() > 1 && i < names.size(); ++i) add(*phrase, *names[i], "roles/apposition", i);
      return names.size() > 1;
    }
    if (phrase->status == Status::current && was_then(phrase->tokens.end, ceiling)) phrase->status = Status::former;
    add(*phrase, name, "roles/apposition");
    if (second) add(*second, name, "roles/apposition");
    return true;
  }

  // "X, the president at the time"
  bool was_then(std::uint32_t at, std::uint32_t ceiling) const {
    if (at + 2 >= ceiling || !view_.is(at, "at") || !view_.is(at + 2, "time")) return false;
    return view_.is(at + 1, "the") || view_.is(at + 1, "that");
  }

  // Not "X, Foreign Minister Y and ...", nor "In his call with X, the president said ..."
  bool ends_well(const TitlePhrase& phrase, std::uint32_t ceiling) const {
    std::uint32_t end = phrase.tokens.end;
    if (end < ceiling && view_.is(end, "("))
      if (const auto closing = closing_bracket(end)) end = *closing + 1;
    if (end >= ceiling) return true;
    if (view_.person(end) != nullptr || is_finite(token(end)) || view_.possessive_ending(end)) return false;
    return !(view_.is_comma(end) && phrase.definite && introduces(end + 1, ceiling));
  }

  // "X, the president, Y, said": the title is that of the name between the commas.
  bool introduces(std::uint32_t at, std::uint32_t ceiling) const {
    const Mention* next = at < ceiling ? view_.person(at) : nullptr;
    if (next == nullptr || next->tokens.end >= ceiling) return false;
    return view_.is_comma(next->tokens.end);
  }

  // "and former commander of ISAF" after a first title.
  std::optional<TitlePhrase> second_title(const TitlePhrase& first, std::uint32_t ceiling) const {
    std::uint32_t at = first.tokens.end;
    if (at < ceiling && view_.is_comma(at)) ++at;
    if (at + 1 >= ceiling || token(at).upos != Upos::CCONJ) return std::nullopt;
    std::optional<TitlePhrase> second = title_from(view_, at + 1, ceiling);
    if (!second || second->plural || second->kind == TitleKind::person || !ends_well(*second, ceiling)) return std::nullopt;
    return second;
  }

  // The names coordinated with this one, itself last.
  std::vector<const Mention*> list_before(const Mention& last) const {
    std::vector<const Mention*> out{&last};
    for (std::uint32_t i = last.tokens.begin; i > sentence_.begin + 1;) {
      std::uint32_t j = i;
      while (j > sentence_.begin && (view_.is_comma(j - 1) || token(j - 1).upos == Upos::CCONJ)) --j;
      if (j == i || j == sentence_.begin) break;
      const Mention* name = view_.person(j - 1);
      if (name == nullptr) break;
      out.insert(out.begin(), name);
      i = name->tokens.begin;
    }
    return out;
  }

  const RoleView& view_;
  std::vector<FoundRole>& roles_;
  Range sentence_;
};

}  // namespace

FoundRole make_role(const TitlePhrase& phrase, EntityIndex person, Range tokens, const char* rule, std::size_t index) {
  FoundRole role;
  role.person = person;
  if (!phrase.organizations.empty()) role.organization = phrase.organizations[std::min(index, phrase.organizations.size() - 1)];
  role.owner = phrase.owner;
  role.title = phrase.text;
  role.kind = phrase.kind;
  role.status = phrase.status;
  role.tokens = tokens;
  role.rule = rule;
  role.confidence = phrase.kind == TitleKind::person ? 0.7F : 0.9F;
  return role;
}

void find_titles_at_names(const RoleView& view, std::vector<FoundRole>& roles) { NameReader(view, roles).read(); }

}  // namespace entente
