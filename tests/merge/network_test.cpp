#include <catch2/catch.hpp>

#include "entente/merge.hpp"
#include "merge/extractions.hpp"

using namespace entente;

TEST_CASE("ties count claims, betweenness finds the broker", "[network]") {
  const std::vector<DocumentEntity> states = {known(EntityType::State, "A", "state/a"), known(EntityType::State, "B", "state/b"),
                                              known(EntityType::State, "C", "state/c"), known(EntityType::Place, "P", "place/p")};
  const auto meet = [](EntityIndex x, EntityIndex y, PartialDate date) {
    return claim(ClaimKind::Meeting, "talks", {{Part::participant, x}, {Part::participant, y}, {Part::place, 3}}, date);
  };
  Claim denied = claim(ClaimKind::Event, "ASSAULT", {{Part::actor, 0}, {Part::target, 2}});
  denied.status = Status::denied;
  const Graph graph =
      merge({article("x", {}, states, {meet(0, 1, {2001, 1, 1}), meet(1, 0, {2003, 0, 0}), meet(1, 2, {}), denied})});
  const Network net = network(graph);

  REQUIRE(net.actors.size() == 3);  // the place is none
  REQUIRE(net.ties.size() == 2);    // what is denied ties nobody
  CHECK(net.ties[0].weight == 2);
  CHECK(net.ties[0].kinds == std::vector<std::string>{"meeting"});
  CHECK(net.ties[0].time.begin == PartialDate{2001, 1, 1});
  CHECK(net.ties[0].time.end == PartialDate{2003, 0, 0});
  CHECK(net.actors[1].degree == 2);
  CHECK(net.actors[1].betweenness == Approx(1));
  CHECK(net.actors[0].betweenness == Approx(0));
  CHECK(net.actors[0].community == net.actors[1].community);
}

TEST_CASE("two groups without a tie are two communities, the larger first", "[network]") {
  std::vector<DocumentEntity> states;
  for (const char* name : {"a", "b", "c", "d", "e"}) states.push_back(known(EntityType::State, name, std::string("state/") + name));
  const auto meet = [](std::initializer_list<EntityIndex> who) {
    std::vector<Argument> arguments;
    for (const EntityIndex e : who) arguments.push_back({Part::participant, e});
    return claim(ClaimKind::Meeting, "talks", std::move(arguments));
  };
  const Network net = network(merge({article("x", {}, states, {meet({0, 1}), meet({2, 3, 4})})}));
  REQUIRE(net.actors.size() == 5);
  CHECK(net.actors[2].community == 0);
  CHECK(net.actors[3].community == 0);
  CHECK(net.actors[0].community == 1);
  CHECK(net.actors[1].community == 1);
}

TEST_CASE("an empty graph has an empty network", "[network]") { CHECK(network(Graph{}).actors.empty()); }
