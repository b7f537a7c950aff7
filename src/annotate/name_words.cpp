#include "annotate/name_words.hpp"

#include <array>
#include <utility>

namespace entente {

namespace {

using Entry = std::pair<std::string_view, NameWord>;

constexpr std::array<Entry, 31> classes = {{
    {"name-government-noun", NameWord::government},
    {"name-organization-noun", NameWord::organization},
    {"name-council-noun", NameWord::council},
    {"name-news-agency-noun", NameWord::news_agency},
    {"name-treaty-noun", NameWord::treaty},
    {"name-conflict-noun", NameWord::conflict},
    {"name-summit-noun", NameWord::summit},
    {"name-exercise-noun", NameWord::exercise},
    {"name-place-noun", NameWord::place},
    {"name-equipment-noun", NameWord::equipment},
    {"name-lower-head", NameWord::lower_head},
    {"name-title", NameWord::title},
    {"name-title-modifier", NameWord::title_modifier},
    {"name-honorific", NameWord::honorific},
    {"name-person-noun", NameWord::person_noun},
    {"name-place-apposition", NameWord::place_apposition},
    {"name-organization-apposition", NameWord::organization_apposition},
    {"name-equipment-apposition", NameWord::equipment_apposition},
    {"name-ship-prefix", NameWord::ship_prefix},
    {"name-direction", NameWord::direction},
    {"name-particle", NameWord::particle},
    {"name-ministry-subject", NameWord::ministry_subject},
    {"name-not-a-name", NameWord::not_a_name},
    {"name-family-first", NameWord::family_first},
    {"name-motion-verb", NameWord::motion_verb},
    {"name-motion-noun", NameWord::motion_noun},
    {"name-visited-verb", NameWord::visited_verb},
    {"name-seat-noun", NameWord::seat_noun},
    {"name-strike-noun", NameWord::strike_noun},
    {"name-event-noun", NameWord::event_noun},
    {"name-collective-noun", NameWord::collective_noun},
}};

}  // namespace

NameWords::NameWords(const RuleSet& rules) : rules_(&rules) {
  for (const auto& [name, flag] : classes) {
    const WordClass* words = rules.word_class(name);
    if (words == nullptr) continue;
    for (const std::string& word : *words) flags_[word] |= static_cast<std::uint32_t>(flag);
  }
}

std::uint32_t NameWords::flags(std::string_view word) const {
  const auto at = flags_.find(word);
  return at == flags_.end() ? 0 : at->second;
}

bool NameWords::is_head(std::string_view word) const { return (flags(word) & head_flags) != 0; }

bool NameWords::may_call(std::string_view general, std::string_view specific) const {
  if (general == specific) return true;
  static constexpr std::array<std::string_view, 6> groups = {"expert", "diplomat", "official", "politician", "leader", "officer"};
  for (const std::string_view group : groups) {
    const std::string name = "name-" + std::string(group) + "-noun";
    const bool general_word = general == group || (group == "expert" && rules_->in_class(name, general)) ||
                              (group == "politician" && general == "lawmaker") || (group == "officer" && general == "general");
    if (general_word && rules_->in_class(name, specific)) return true;
  }
  return false;
}

EntityType head_type(std::uint32_t flags) {
  static constexpr std::array<std::pair<NameWord, EntityType>, 10> order = {{
      {NameWord::news_agency, EntityType::NewsAgency},
      {NameWord::treaty, EntityType::Treaty},
      {NameWord::conflict, EntityType::Conflict},
      {NameWord::summit, EntityType::Summit},
      {NameWord::exercise, EntityType::Exercise},
      {NameWord::council, EntityType::Council},
      {NameWord::government, EntityType::GovernmentBody},
      {NameWord::organization, EntityType::Organization},
      {NameWord::equipment, EntityType::Equipment},
      {NameWord::place, EntityType::Place},
  }};
  for (const auto& [flag, type] : order)
    if ((flags & static_cast<std::uint32_t>(flag)) != 0) return type;
  return EntityType::Organization;
}

}  // namespace entente
