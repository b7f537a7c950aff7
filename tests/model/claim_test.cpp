#include "entente/claim.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("vocabularies round-trip", "[model]") {
  for (int i = 0; i < entity_type_count; ++i) {
    const auto type = static_cast<EntityType>(i);
    CHECK(entity_type(to_string(type)) == type);
  }
  CHECK(status("cancelled") == Status::cancelled);
  CHECK_FALSE(status("Cancelled"));
  CHECK(to_string(Part::by) == "by");
}

TEST_CASE("each kind of claim has its own statuses", "[model]") {
  CHECK(may_have(ClaimKind::Event, Status::denied));
  CHECK_FALSE(may_have(ClaimKind::Event, Status::held));
  CHECK(may_have(ClaimKind::Meeting, Status::planned));
  CHECK_FALSE(may_have(ClaimKind::Meeting, Status::asserted));
  CHECK(may_have(ClaimKind::Role, Status::former));
}

TEST_CASE("a claim prints on one line", "[model]") {
  std::vector<DocumentEntity> entities(2);
  entities[0].name = "Norway";
  entities[1].name = "Chile";
  Claim claim;
  claim.type = "AGREE";
  claim.arguments = {{Part::actor, 0}, {Part::target, 1}};
  claim.time = {{2014, 4, 0}, {2014, 4, 0}};
  CHECK(to_line(claim, entities) == "Event AGREE actor=Norway target=Chile [asserted] 2014-04");
}
