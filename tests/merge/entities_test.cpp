#include <algorithm>
#include <catch2/catch.hpp>

#include "entente/merge.hpp"
#include "merge/extractions.hpp"
#include "model/person_names.hpp"

using namespace entente;

namespace {

const GraphEntity* find(const Graph& graph, const std::string& id) {
  const auto found = std::find_if(graph.entities.begin(), graph.entities.end(), [&](const GraphEntity& e) { return e.id == id; });
  return found == graph.entities.end() ? nullptr : &*found;
}

bool same(const char* a, const char* b) { return same_person_name(name_words(a), name_words(b)); }

}  // namespace

TEST_CASE("names of persons are compared across spellings", "[merge]") {
  CHECK(same("Sergey Lavrov", "Sergei Lavrov"));
  CHECK(same("Sergey V. Lavrov", "Sergei Lavrov"));
  CHECK(same("Volodymyr Zelenskyy", "Volodymyr Zelensky"));
  CHECK(same("George Robertson, Jr.", "George Robertson"));
  CHECK_FALSE(same("Lavrov", "Sergei Lavrov"));
  CHECK_FALSE(same("Anna Lindh", "Carl Lindh"));
  CHECK_FALSE(same("Kim Jong Un", "Kim Jong Il"));
}

TEST_CASE("one thing in two articles is one node with its reason", "[merge]") {
  const Graph graph =
      merge({article("b", {}, {known(EntityType::State, "Russia", "state/russia", "Q159"), person("Sergey Lavrov")}),
             article("a", {}, {known(EntityType::State, "Russia", "state/russia", "Q159"), person("Sergei Lavrov")})});
  REQUIRE(graph.entities.size() == 2);
  const GraphEntity* russia = find(graph, "state/russia");
  REQUIRE(russia != nullptr);
  CHECK(russia->articles == std::vector<std::uint32_t>{0, 1});
  REQUIRE(russia->merges.size() == 1);
  CHECK(russia->merges[0].reason == "same item of the knowledge base");
  REQUIRE(find(graph, "person/sergei-lavrov") != nullptr);
}

TEST_CASE("what contradicts stays apart", "[merge]") {
  SECTION("two keys of one name") {
    const Graph graph = merge({article("a", {}, {known(EntityType::State, "Georgia", "state/georgia")}),
                               article("b", {}, {known(EntityType::State, "Georgia", "state/us-georgia")})});
    CHECK(graph.entities.size() == 2);
  }
  SECTION("genders") {
    CHECK(merge({article("a", {}, {person("Kim Smith", Gender::feminine)}),
                 article("b", {}, {person("Kim Smith", Gender::masculine)})})
              .entities.size() == 2);
  }
  SECTION("types") {
    CHECK(merge({article("a", {}, {thing(EntityType::Place, "Minsk")}), article("b", {}, {thing(EntityType::Summit, "Minsk")})})
              .entities.size() == 2);
  }
  SECTION("one name twice gets two ids") {
    const Graph graph = merge(
        {article("a", {}, {person("Kim Smith", Gender::feminine)}), article("b", {}, {person("Kim Smith", Gender::masculine)})});
    CHECK(graph.entities[0].id != graph.entities[1].id);
  }
}

namespace {

// A person, known or not, beside the state that he or she belongs to (index 1) and other things.
Extraction about(std::string id, DocumentEntity who, std::vector<DocumentEntity> others = {}, bool of_first = false) {
  std::vector<DocumentEntity> all = {std::move(who)};
  all.insert(all.end(), others.begin(), others.end());
  if (of_first) all[0].state = 1;
  return article(std::move(id), {}, std::move(all));
}

std::size_t persons(const Graph& graph) {
  return static_cast<std::size_t>(std::count_if(graph.entities.begin(), graph.entities.end(),
                                                [](const GraphEntity& e) { return e.type == EntityType::Person; }));
}

}  // namespace

TEST_CASE("a known and an unknown person of one name are one only with support", "[merge]") {
  const DocumentEntity norland = known(EntityType::State, "Norland", "state/norland");
  const DocumentEntity suria = known(EntityType::State, "Suria", "state/suria");
  const DocumentEntity linked = known(EntityType::Person, "David Hartmoor", "person/david-hartmoor", "Q1000001");
  const Extraction president = about("a", linked, {norland}, true);
  CHECK(persons(merge({president, about("b", person("David Hartmoor"))})) == 2);
  CHECK(persons(merge({president, about("b", person("David Hartmoor"), {suria})})) == 2);
  CHECK(persons(merge({president, about("b", person("David Hartmoor"), {norland})})) == 1);
  // The text gives him another state.
  CHECK(persons(merge({president, about("b", person("David Hartmoor"), {suria, norland}, true)})) == 2);
  // Another known person beside both.
  const DocumentEntity beside = known(EntityType::Person, "Ada Lind", "person/ada-lind");
  CHECK(persons(merge({about("a", linked, {beside}), about("b", person("David Hartmoor"), {beside})})) == 2);
  CHECK(persons(merge({about("a", linked, {beside}), about("b", person("David Hartmoor"))})) == 3);
}

TEST_CASE("two unknown bearers of a name join each other, not the known one", "[merge]") {
  const DocumentEntity linked = known(EntityType::Person, "David Hartmoor", "person/david-hartmoor");
  const Graph graph = merge({about("b", linked, {known(EntityType::State, "Norland", "state/norland")}, true),
                             about("a", person("David Hartmoor")), about("c", person("David Hartmoor"))});
  CHECK(persons(graph) == 2);
  const GraphEntity* president = find(graph, "person/david-hartmoor");
  REQUIRE(president != nullptr);
  CHECK(president->key == "person/david-hartmoor");
  CHECK(president->articles == std::vector<std::uint32_t>{1});
}

TEST_CASE("two items of one name never merge, whatever the states", "[merge]") {
  const DocumentEntity norland = known(EntityType::State, "Norland", "state/norland");
  CHECK(persons(merge({about("a", known(EntityType::Person, "Erik Sund", "person/erik-sund", "Q1000001"), {norland}),
                       about("b", known(EntityType::Person, "Erik Sund", "person/erik-sund-2", "Q1000002"), {norland})})) == 2);
}

TEST_CASE("each article's link keeps its score and reason", "[merge]") {
  DocumentEntity first = known(EntityType::Person, "Ada Lind", "person/ada-lind");
  first.link.score = 0.9F;
  first.link.reason = "name and office at date";
  DocumentEntity second = first;
  second.link.score = 0.7F;
  second.link.reason = "name and state";
  const Graph graph = merge({article("b", {}, {second}), article("a", {}, {first})});
  REQUIRE(graph.entities.size() == 1);
  REQUIRE(graph.entities[0].links.size() == 2);
  CHECK(graph.entities[0].links[0].reason == "name and office at date");
  CHECK(graph.entities[0].links[1].article == 1);
  CHECK(graph.entities[0].links[1].score == 0.7F);
}

TEST_CASE("an alias links where it is more than an acronym", "[merge]") {
  const auto count = [](const char* name, const char* other, std::vector<std::string> aliases) {
    return merge({article("a", {}, {thing(EntityType::Organization, name)}),
                  article("b", {}, {thing(EntityType::Organization, other, std::move(aliases))})})
        .entities.size();
  };
  CHECK(count("Harbour Institute", "Harbour Institute for Peace", {"Harbour Institute"}) == 1);
  CHECK(count("ICC", "International Criminal Court", {"ICC"}) == 2);
}

TEST_CASE("a body that an article leaves open is another's linked one only where it names that state", "[merge]") {
  const DocumentEntity norland = known(EntityType::State, "Norland", "state/norland");
  const DocumentEntity suria = known(EntityType::State, "Suria", "state/suria");
  DocumentEntity linked = known(EntityType::GovernmentBody, "Norlandic Foreign Ministry", "body/norland/foreign-ministry");
  linked.aliases = {"Foreign Ministry"};
  linked.state = 0;
  const auto bodies = [&](const DocumentEntity& state) {
    const Graph graph = merge(
        {article("a", {}, {norland, linked}), article("b", {}, {state, thing(EntityType::GovernmentBody, "Foreign Ministry")})});
    return std::count_if(graph.entities.begin(), graph.entities.end(),
                         [](const GraphEntity& e) { return e.type == EntityType::GovernmentBody; });
  };
  CHECK(bodies(norland) == 1);
  CHECK(bodies(suria) == 2);
  DocumentEntity city = known(EntityType::Place, "Lindhaven", "place/lindhaven");
  city.state = 0;
  const auto cities = [&](const DocumentEntity& state) {
    return merge({article("a", {}, {norland, city}), article("b", {}, {state, thing(EntityType::Place, "Lindhaven")})})
        .entities.size();
  };
  CHECK(cities(norland) == 2);
  CHECK(cities(suria) == 4);
}

TEST_CASE("a user's decision is stronger than the evidence", "[merge]") {
  const std::vector<Extraction> two = {article("a", {}, {person("Jan Novak")}), article("b", {}, {person("Jan Novak")}),
                                       article("c", {}, {person("John Novak")})};
  CHECK(merge(two).entities.size() == 2);
  CHECK(merge(two, {{"a:Jan Novak", "b:Jan Novak", false}}).entities.size() == 3);
  CHECK(merge(two, {{"a:Jan Novak", "c:John Novak", true}}).entities.size() == 1);
}

TEST_CASE("an entity that is only implied needs a claim", "[merge]") {
  DocumentEntity implied = known(EntityType::State, "France", "state/france");
  implied.named = false;
  CHECK(merge({article("a", {}, {implied})}).entities.empty());
  CHECK(merge({article("a", {}, {implied, person("Anne Martin")},
                       {claim(ClaimKind::Role, "", {{Part::person, 1}, {Part::organization, 0}})})})
            .entities.size() == 2);
}

TEST_CASE("the order of articles does not matter", "[merge]") {
  std::vector<Extraction> articles = {article("c", {}, {person("Sergey Lavrov"), thing(EntityType::Treaty, "Harbour Treaty")}),
                                      article("a", {}, {person("Sergei Lavrov")}),
                                      article("b", {}, {person("Sergei V. Lavrov"), thing(EntityType::Treaty, "Harbour Treaty")})};
  const Graph first = merge(articles);
  std::rotate(articles.begin(), articles.begin() + 1, articles.end());
  const Graph second = merge(articles);
  REQUIRE(first.entities.size() == second.entities.size());
  for (std::size_t i = 0; i < first.entities.size(); ++i) {
    CHECK(first.entities[i].id == second.entities[i].id);
    CHECK(first.entities[i].merges == second.entities[i].merges);
  }
}
