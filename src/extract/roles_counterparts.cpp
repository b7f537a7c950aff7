#include <algorithm>
#include <optional>

#include "extract/roles_found.hpp"
#include "extract/roles_modifiers.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// The office of the person whose counterpart is meant: whom the possessive names, else the last officer named before.
const FoundRole* office_of(const RoleView& view, const std::vector<FoundRole>& roles, const TitleModifiers& modifiers,
                           std::uint32_t before) {
  const FoundRole* last = nullptr;
  for (const FoundRole& role : roles) {
    if (role.kind != TitleKind::office || role.tokens.begin >= before) continue;
    if (role.person == modifiers.owner) return &role;
    const bool near = view.document().sentence_of(role.tokens.begin) + 1 >= view.document().sentence_of(before);
    if (near && (last == nullptr || last->tokens.begin < role.tokens.begin)) last = &role;
  }
  return modifiers.owner == no_entity || last == nullptr ? last : nullptr;
}

// The names right after the noun: "counterpart, X", "counterparts A, B and C".
std::vector<const Mention*> names_after(const RoleView& view, std::uint32_t noun) {
  const Range sentence = sentence_tokens(view.document(), noun);
  std::vector<const Mention*> out;
  std::uint32_t i = noun + 1;
  while (i < sentence.end) {
    const bool separator = view.is_comma(i) || view.document().tokens[i].upos == Upos::CCONJ;
    if (separator) {
      ++i;
      continue;
    }
    const Mention* name = view.person(i);
    if (name == nullptr) break;
    out.push_back(name);
    i = name->tokens.end;
  }
  return out;
}

void read_counterpart(const RoleView& view, std::uint32_t noun, std::vector<FoundRole>& roles) {
  const Range sentence = sentence_tokens(view.document(), noun);
  const std::vector<const Mention*> names = names_after(view, noun);
  const bool plural = RoleWords::is_plural(view.document(), noun);
  if (names.empty()) return;
  TitleModifiers modifiers = read_modifiers(view, noun, sentence.begin);
  const FoundRole* office = office_of(view, roles, modifiers, noun);
  if (office == nullptr) return;
  std::vector<EntityIndex> bodies;
  for (const TitleModifiers::Unit& unit : modifiers.units)
    if (unit.use == TitleModifiers::Use::body && !unit.possessive) bodies.insert(bodies.begin(), unit.entity);
  const std::size_t count = plural ? names.size() : 1;
  if (bodies.empty() || (plural && bodies.size() != count)) return;
  const FoundRole model = *office;
  for (std::size_t i = 0; i < count; ++i) {
    FoundRole role = model;
    role.person = names[i]->entity;
    role.organization = bodies[std::min(i, bodies.size() - 1)];
    role.owner = no_entity;
    role.status = Status::current;
    role.time = {};
    role.tokens = {modifiers.begin, names[i]->tokens.end};
    role.rule = "roles/counterpart";
    role.confidence = 0.85F;
    roles.push_back(role);
  }
}

}  // namespace

void find_counterparts(const RoleView& view, std::vector<FoundRole>& roles) {
  const Document& document = view.document();
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    if (RoleWords::singular(document, i) == "counterpart") read_counterpart(view, i, roles);
}

}  // namespace entente
