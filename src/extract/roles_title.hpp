// Title phrases: "the former Vice Chairman of the US Joint Chiefs of Staff" -> what the title is and whose.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/types.hpp"
#include "extract/roles_view.hpp"

namespace entente {

struct TitlePhrase {
  std::string text;        // without article, organisation and words of description: "Vice Chairman"
  std::uint32_t head = 0;  // token of the head noun
  Range tokens;            // all of the phrase, with its article
  TitleKind kind = TitleKind::none;
  Status status = Status::current;
  bool plural = false;                     // "Presidents"
  std::vector<EntityIndex> organizations;  // whose it is: none, one, or for a plural head several in order
  EntityIndex owner = no_entity;           // the person in whose service: "Putin's spokesman"
  bool definite = false;                   // starts with "the" or a possessive
};

// The phrase whose last token stands before `end`, right before a name or a comma; nothing before `floor` is read.
// Of nested ones ("a spokesman for the prime minister") the innermost, as before a name, or the outermost, as before a comma.
std::optional<TitlePhrase> title_before(const RoleView& view, std::uint32_t end, std::uint32_t floor, bool outermost = false);

// The phrase that starts at `begin`, with the prepositional phrases that belong to it; nothing from `ceiling` on is read.
std::optional<TitlePhrase> title_from(const RoleView& view, std::uint32_t begin, std::uint32_t ceiling);

// The phrase around a known head noun, within [floor, ceiling).
std::optional<TitlePhrase> title_around(const RoleView& view, std::uint32_t head, std::uint32_t floor, std::uint32_t ceiling);

}  // namespace entente
