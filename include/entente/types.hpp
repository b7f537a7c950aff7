// The closed vocabularies of Entente: kinds of entities and claims, and the statuses of claims.
// The words are those of the query contract (examples/queries/README.md); ontology/entente.ttl declares each.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class EntityType : std::uint8_t {
  Person,
  State,
  InternationalOrganization,
  GovernmentBody,
  Organization,
  NewsAgency,
  Council,
  Place,
  Treaty,
  Exercise,
  Conflict,
  Summit,
  Equipment,
};
inline constexpr int entity_type_count = 13;

enum class ClaimKind : std::uint8_t { Role, Meeting, Statement, Event, TreatyRelation };

// One enumeration for all kinds of claims; which of them a kind may take:
//   Event, TreatyRelation: asserted planned possible denied claimed
//   Role:                  current former future
//   Meeting:               held planned proposed cancelled ongoing
//   Statement:             asserted
enum class Status : std::uint8_t {
  asserted,
  planned,
  possible,
  denied,
  claimed,
  current,
  former,
  future,
  held,
  proposed,
  cancelled,
  ongoing,
};

std::string_view to_string(EntityType type);  // "InternationalOrganization"
std::string_view to_string(ClaimKind kind);   // "TreatyRelation"
std::string_view to_string(Status status);    // "asserted"
std::optional<EntityType> entity_type(std::string_view name);
std::optional<Status> status(std::string_view name);
bool may_have(ClaimKind kind, Status status);

}  // namespace entente
