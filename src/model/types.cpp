#include "entente/types.hpp"

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, entity_type_count> entity_names = {
    "Person",         "State",        "InternationalOrganization",
    "GovernmentBody", "Organization", "NewsAgency",
    "Council",        "Place",        "Treaty",
    "Exercise",       "Conflict",     "Summit",
    "Equipment"};
constexpr std::array<std::string_view, 5> kind_names = {"Role", "Meeting", "Statement", "Event", "TreatyRelation"};
constexpr std::array<std::string_view, 12> status_names = {"asserted", "planned", "possible", "denied",   "claimed",   "current",
                                                           "former",   "future",  "held",     "proposed", "cancelled", "ongoing"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_string(EntityType type) { return entity_names[static_cast<std::size_t>(type)]; }
std::string_view to_string(ClaimKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Status status) { return status_names[static_cast<std::size_t>(status)]; }
std::optional<EntityType> entity_type(std::string_view name) { return find_name<EntityType>(entity_names, name); }
std::optional<Status> status(std::string_view name) { return find_name<Status>(status_names, name); }

bool may_have(ClaimKind kind, Status status) {
  switch (kind) {
    case ClaimKind::Event:
    case ClaimKind::TreatyRelation: return status <= Status::claimed;
    case ClaimKind::Role: return status >= Status::current && status <= Status::future;
    case ClaimKind::Meeting: return status == Status::planned || status >= Status::held;
    case ClaimKind::Statement: return status == Status::asserted;
  }
  return false;
}

}  // namespace entente
