#include "extract/roles_modifiers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace entente {

namespace {

using Unit = TitleModifiers::Unit;
using Use = TitleModifiers::Use;

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "US", "U.K.", "EU", "United States": names that stand where other states have an adjective.
bool is_acronym(std::string_view form) {
  if (form.starts_with("United ")) return true;
  return form.size() <= 6 && std::all_of(form.begin(), form.end(), [](unsigned char c) { return std::isupper(c) || c == '.'; });
}

class ModifierReader {
 public:
  ModifierReader(const RoleView& view, std::uint32_t head, std::uint32_t floor) : view_(view), floor_(floor) {
    out_.begin = head;
    capital_ = starts_upper(document().form(head));
    plural_ = RoleWords::is_plural(document(), head);
    rank_ = kind_of_head(view, head) == TitleKind::rank;
    address_ = is_address(RoleWords::word(document(), head));
  }

  // Forms of address stand alone: "Minister for Defence Affairs Dr. X".
  static bool is_address(const std::string& word) {
    return word == "dr" || word == "mr" || word == "mrs" || word == "ms" || word == "hon" || word == "rev" || word == "fr";
  }

  TitleModifiers read() {
    if (address_) return std::move(out_);
    if (view_.words().former_prefix(document().form(out_.begin)) > 0) out_.status = Status::former;
    while (out_.begin > floor_ && step(out_.begin - 1)) {
    }
    return std::move(out_);
  }

 private:
  const Document& document() const { return view_.document(); }
  const Token& token(std::uint32_t i) const { return document().tokens[i]; }
  std::string word(std::uint32_t i) const { return RoleWords::word(document(), i); }

  void take(Range tokens, Use use) {
    out_.units.push_back({.tokens = tokens, .use = use});
    out_.begin = tokens.begin;
  }
  void take_body(const Mention& mention, std::uint32_t end, bool possessive) {
    const bool adjective = mention.kind == MentionKind::adjective || is_acronym(document().text(mention.range));
    out_.units.push_back({{mention.tokens.begin, end}, Use::body, mention.entity, mention.type, possessive, adjective});
    out_.begin = mention.tokens.begin;
  }
  // Last unit read, nullptr at the head itself.
  const Unit* last() const { return out_.units.empty() ? nullptr : &out_.units.back(); }

  // Reads the unit that ends with token i; false where the phrase begins.
  bool step(std::uint32_t i) {
    const std::string w = word(i);
    if (view_.joins(i)) return hyphen(i);
    if (view_.possessive_ending(i)) return possessive(i);
    if (token(i).xpos == "PRP$") return pronoun(i);
    if (token(i).upos == Upos::DET) return article(i, w);
    // "the Northern Alliance (NA) spokesman"
    if (w == ")" && !rank_ && i > floor_ + 2 && view_.is(i - 2, "(") && view_.body(i - 1) != nullptr &&
        view_.body(i - 3) != nullptr)
      return body_unit(*view_.body(i - 3));
    if (const Mention* body = view_.body(i)) return body_unit(*body);
    if (view_.person(i) != nullptr || is_style(i)) return false;
    if (view_.words().former(w)) return status_word(i, Status::former);
    if (view_.words().future(w)) return status_word(i, Status::future);
    if (view_.words().descriptive(w)) {
      take({i, i + 1}, Use::drop);
      return true;
    }
    if (view_.in_time(i)) return false;
    if (token(i).upos == Upos::CCONJ || view_.is_comma(i)) return conjunction(i);
    if (w == "in" && word(i + 1) == "chief" && i > floor_) {  // commander in chief
      take({i - 1, i + 1}, Use::keep);
      return true;
    }
    return modifier(i, w);
  }

  // "HE the Minister": His Excellency
  bool is_style(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 6> styles = {"HE", "HH", "HM", "HRH", "H.E.", "H.H."};
    return one_of(styles, document().form(i));
  }

  bool status_word(std::uint32_t i, Status status) {
    out_.status = status;
    take({i, i + 1}, Use::drop);
    return true;
  }

  bool article(std::uint32_t i, const std::string& w) {
    if (w == "the") out_.definite = true;
    if (w == "the" || w == "a" || w == "an") out_.begin = i;
    return false;
  }

  bool body_unit(const Mention& body) {
    if (body.tokens.begin < floor_ || body.tokens.end > out_.begin) return false;
    const bool after_participle = last() != nullptr && last()->use == Use::drop && token(last()->tokens.begin).xpos == "VBN";
    // "Ukraine elected President X": the participle is a verb after all.
    if (after_participle && body.kind == MentionKind::name && !is_acronym(document().text(body.range))) return false;
    take_body(body, body.tokens.end, false);
    return true;
  }

  // Whatever stands in the possessive is where the phrase begins.
  bool possessive(std::uint32_t i) {
    if (i <= floor_) return false;
    const std::uint32_t possessor = i - 1;
    if (const Mention* body = view_.body(possessor)) {
      if (body->tokens.begin >= floor_) take_body(*body, i + 1, true);
    } else if (const Mention* person = view_.person(possessor)) {
      out_.owner = person->entity;
      out_.begin = std::max(person->tokens.begin, floor_);
    } else if (const Mention* other = view_.referring(possessor)) {
      refer(*other, i + 1);
    } else if (RoleWords::is_plural(document(), possessor) || word(possessor) == "people") {
      take({possessor, i + 1}, Use::keep);  // the people's mayor
      return true;
    } else if (token(possessor).upos == Upos::NOUN && !view_.in_time(possessor)) {
      out_.begin = possessor;
    }
    out_.definite = true;
    return false;
  }

  void refer(const Mention& mention, std::uint32_t end) {
    const EntityType type = document().entities[mention.entity].type;
    if (type == EntityType::Person)
      out_.owner = mention.entity;
    else if (can_have_posts(type))
      out_.units.push_back({{mention.tokens.begin, end}, Use::body, mention.entity, type, true, false});
    out_.begin = std::max(mention.tokens.begin, floor_);
  }

  bool pronoun(std::uint32_t i) {
    out_.begin = i;
    out_.definite = true;
    if (const Mention* known = view_.referring(i)) {
      refer(*known, i + 1);
    } else if (word(i) == "its") {
      const std::uint32_t first = document().sentences[document().sentence_of(i)].tokens.begin;
      for (std::uint32_t j = i; j-- > first;) {
        const Mention* body = view_.body(j);
        if (body == nullptr || body->kind != MentionKind::name || body->type == EntityType::Place) continue;
        out_.units.push_back({{i, i + 1}, Use::body, body->entity, body->type, true, false});
        break;
      }
    }
    return false;
  }

  // "ex-Russian", "pro-Russian", "Moscow-based", "secretary-general"
  bool hyphen(std::uint32_t i) {
    if (i <= floor_) return false;
    const std::uint32_t left = i - 1;
    const std::string prefix = word(left);
    if (view_.words().former(prefix)) {
      out_.begin = i;
      return status_word(left, Status::former);
    }
    const bool drop = last() != nullptr && last()->use != Use::keep;
    if (last() != nullptr && last()->use == Use::body) out_.units.back().use = Use::drop;
    const Mention* body = view_.body(left);
    if (body != nullptr && last() == nullptr) return body_unit(*body);  // "U.S.-president"
    take({body != nullptr ? std::max(body->tokens.begin, floor_) : left, i + 1}, drop ? Use::drop : Use::keep);
    return true;
  }

  // "foreign and defence minister", "Greek, Cypriot and French ministers"
  bool conjunction(std::uint32_t i) {
    if (i <= floor_) return false;
    const std::uint32_t left = i - 1;
    if (plural_ && last() != nullptr && last()->use == Use::body) {
      if (view_.body(left) == nullptr && !view_.is_comma(left)) return false;
      out_.begin = i;
      return true;
    }
    if (view_.is_comma(i) || last() == nullptr || last()->use != Use::keep) return false;
    const bool alike = view_.nominal(left) && token(left).upos != Upos::VERB && !RoleWords::is_plural(document(), left) &&
                       starts_upper(document().form(left)) == starts_upper(document().form(out_.begin));
    if (!alike || view_.body(left) != nullptr || view_.person(left) != nullptr || view_.in_time(left)) return false;
    if (view_.words().kind(document(), left) != TitleKind::none) return false;
    take({left, i + 1}, Use::keep);
    return true;
  }

  bool modifier(std::uint32_t i, const std::string& w) {
    static constexpr std::array<std::string_view, 6> verbal = {"acting",    "managing", "commanding",
                                                               "presiding", "founding", "ruling"};
    const bool participle = token(i).upos == Upos::VERB;
    if (participle ? !one_of(verbal, w) : !view_.nominal(i)) return false;
    if (token(i).upos == Upos::NUM) return false;
    // A rank closes a title that stands before it: "Chairman" General X. A whole title ends what stands before it.
    if (rank_ && view_.words().kind(document(), i) >= TitleKind::office && view_.words().kind(document(), i) != TitleKind::rank)
      return false;
    if (capital_ && !starts_upper(document().form(i)) && !view_.words().modifier(w)) return false;
    if (view_.words().former_prefix(document().form(i)) > 0) out_.status = Status::former;
    take({i, i + 1}, Use::keep);
    return true;
  }

  const RoleView& view_;
  std::uint32_t floor_;
  bool capital_ = false, plural_ = false, rank_ = false, address_ = false;
  TitleModifiers out_;
};

// "in Moscow President X": the place says where, not whose.
bool says_where(const RoleView& view, const Unit& unit) {
  static constexpr std::array<std::string_view, 5> prepositions = {"in", "at", "from", "near", "outside"};
  if (unit.possessive || unit.adjective || (unit.type != EntityType::Place && unit.type != EntityType::State)) return false;
  return unit.tokens.begin > 0 && one_of(prepositions, RoleWords::word(view.document(), unit.tokens.begin - 1));
}

bool is_region(EntityType type) { return type == EntityType::State || type == EntityType::Place; }

}  // namespace

TitleKind kind_of_head(const RoleView& view, std::uint32_t head) {
  const TitleKind kind = view.words().kind(view.document(), head);
  if (kind != TitleKind::rank || head == 0) return kind;
  const std::uint32_t before = view.joins(head - 1) && head > 1 ? head - 2 : head - 1;
  return view.words().general_office(RoleWords::word(view.document(), before)) ? TitleKind::office : kind;
}

TitleModifiers read_modifiers(const RoleView& view, std::uint32_t head, std::uint32_t floor) {
  return ModifierReader(view, head, floor).read();
}

std::vector<EntityIndex> settle_bodies(const RoleView& view, std::uint32_t head, TitleModifiers& modifiers) {
  const bool theme = view.words().theme(RoleWords::singular(view.document(), head));
  const TitleKind kind = kind_of_head(view, head);
  const bool plural = RoleWords::is_plural(view.document(), head);
  std::vector<EntityIndex> found;
  auto& units = modifiers.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    if (unit.use != Use::body) continue;
    const bool another = std::any_of(units.begin() + static_cast<std::ptrdiff_t>(i) + 1, units.end(),
                                     [](const Unit& u) { return u.use == Use::body; });
    const bool names_theme = theme && !unit.possessive &&
                             ((is_region(unit.type) && !unit.adjective) ||
                              (another && (is_region(unit.type) || unit.type == EntityType::InternationalOrganization)));
    const bool of_origin =
        (kind == TitleKind::rank || kind == TitleKind::profession || kind == TitleKind::person) && is_region(unit.type);
    if (names_theme)
      unit.use = Use::keep;
    else if (of_origin || says_where(view, unit) || (!found.empty() && !plural))
      unit.use = Use::drop;
    else
      found.push_back(unit.entity);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace entente
