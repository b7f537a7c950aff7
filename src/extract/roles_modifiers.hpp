// What stands before the head noun of a title: "Russia's then-Deputy Defense" Minister.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/document.hpp"
#include "extract/roles_view.hpp"

namespace entente {

// Read from the head noun leftwards until a word that cannot belong to the phrase.
struct TitleModifiers {
  enum class Use : std::uint8_t {
    keep,  // part of the title: "Deputy"
    drop,  // description: "influential"
    body,  // a name to which the post may belong: "Russia's"
  };
  struct Unit {
    Range tokens;
    Use use = Use::keep;
    EntityIndex entity = no_entity;  // of a body
    EntityType type = EntityType::State;
    bool possessive = false;
    bool adjective = false;  // "Russian"; also "US", which has no adjective
  };

  std::vector<Unit> units;  // from right to left
  std::uint32_t begin = 0;  // first token of the phrase, its article or possessive included
  Status status = Status::current;
  EntityIndex owner = no_entity;  // a person in the possessive
  bool definite = false;
};

// What the head noun says, with what stands right before it: the General of "Secretary General" is no rank.
TitleKind kind_of_head(const RoleView& view, std::uint32_t head);

TitleModifiers read_modifiers(const RoleView& view, std::uint32_t head, std::uint32_t floor);

// Decides which bodies have the post and which belong to the title itself ("Syria envoy"): sets use to keep or drop where
// a unit is none. Returns the entities that have the post, in text order.
std::vector<EntityIndex> settle_bodies(const RoleView& view, std::uint32_t head, TitleModifiers& modifiers);

}  // namespace entente
