// The word classes that names are recognised by (ontology/rules/classes/name-*.json), as one table of flags.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/rules.hpp"
#include "entente/types.hpp"

namespace entente {

// Bit of a word class; a word can be in several.
enum class NameWord : std::uint32_t {
  government = 1u << 0,
  organization = 1u << 1,
  council = 1u << 2,
  news_agency = 1u << 3,
  treaty = 1u << 4,
  conflict = 1u << 5,
  summit = 1u << 6,
  exercise = 1u << 7,
  place = 1u << 8,
  equipment = 1u << 9,
  lower_head = 1u << 10,
  title = 1u << 11,
  title_modifier = 1u << 12,
  honorific = 1u << 13,
  person_noun = 1u << 14,
  place_apposition = 1u << 15,
  organization_apposition = 1u << 16,
  equipment_apposition = 1u << 17,
  ship_prefix = 1u << 18,
  direction = 1u << 19,
  particle = 1u << 20,
  ministry_subject = 1u << 21,
  not_a_name = 1u << 22,
  family_first = 1u << 23,
  motion_verb = 1u << 24,
  motion_noun = 1u << 25,
  seat_noun = 1u << 26,
  strike_noun = 1u << 27,
  event_noun = 1u << 28,
  collective_noun = 1u << 29,
  visited_verb = 1u << 30,
};

class NameWords {
 public:
  // `rules` must outlive this.
  explicit NameWords(const RuleSet& rules);

  // `word`: lower case; a phrase has single spaces.
  bool is(std::string_view word, NameWord flag) const { return (flags(word) & static_cast<std::uint32_t>(flag)) != 0; }
  std::uint32_t flags(std::string_view word) const;
  // Is it the head of some kind of name ("ministry", "treaty", "sea")?
  bool is_head(std::string_view word) const;
  // Can `general` refer to somebody whom the text called `specific`: "the expert" to an analyst?
  bool may_call(std::string_view general, std::string_view specific) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> flags_;
  const RuleSet* rules_;
};

inline constexpr std::uint32_t head_flags = (1u << 10) - 1;

// The type of a name that is headed by a word with these flags, the most specific first. Precondition: some head flag.
EntityType head_type(std::uint32_t flags);

}  // namespace entente
