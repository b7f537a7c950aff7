#include "emit/sample.hpp"

#include <utility>

namespace entente {

namespace {

enum : std::uint32_t { lake_council, berg, moss, harbor, norland, suria, lake_treaty };
enum : std::uint32_t { denial, protest, sanction, summit, general, minister, quoted, accused, complied };

Article article(const char* id, const char* title, PartialDate published, const char* publisher) {
  Article out;
  out.id = id;
  out.title = title;
  out.published = published;
  out.publisher = publisher;
  out.url = "https://example.com/news?id=1|2 \"x\"";  // as the web has them
  out.file = std::string("articles/") + id + ".txt";
  return out;
}

GraphEntity entity(const char* id, EntityType type, const char* name, std::vector<std::pair<std::uint32_t, std::string>> forms) {
  GraphEntity out;
  out.id = id;
  out.type = type;
  out.name = name;
  out.forms = std::move(forms);
  for (const auto& [index, form] : out.forms)
    if (out.articles.empty() || out.articles.back() != index) out.articles.push_back(index);
  return out;
}

Report report(std::uint32_t article, const char* id, Claim claim, std::uint32_t begin, const char* sentence, const char* rule) {
  claim.evidence = {{begin, begin}, begin, begin + static_cast<std::uint32_t>(std::string(sentence).size()), sentence, rule};
  claim.confidence = 0.75F;
  return {article, id, std::move(claim)};
}

Claim claim(ClaimKind kind, const char* type, const char* text, Status status, TimeSpan time, std::vector<Argument> arguments) {
  Claim out;
  out.kind = kind;
  out.type = type;
  out.text = text;
  out.status = status;
  out.time = time;
  out.arguments = std::move(arguments);
  return out;
}

// A situation with the content of its first report.
GraphClaim situation(const char* id, std::vector<Report> reports) {
  GraphClaim out;
  const Claim& first = reports.front().claim;
  out.id = id;
  out.kind = first.kind;
  out.type = first.type;
  out.text = first.text;
  out.status = first.status;
  out.time = first.time;
  out.arguments = first.arguments;
  out.reports = std::move(reports);
  return out;
}

TimeSpan on(PartialDate date) { return {date, date}; }

void add_entities(Graph& graph) {
  graph.entities = {
      entity("council/lake-council", EntityType::Council, "Lake Council",
             {{0, "Lake Council"}, {0, "the Council"}, {1, "Lake Council"}}),
      entity("person/anna-berg", EntityType::Person, "Anna Berg", {{0, "Anna Berg"}, {0, "Berg"}, {2, "Berg"}}),
      entity("person/ivo-moss", EntityType::Person, "Ivo Moss", {{1, "Ivo Moss"}, {2, "Ivo Moss"}}),
      entity("place/harbor-city", EntityType::Place, "Harbor City", {{0, "Harbor City"}, {2, "Harbor City"}}),
      entity("state/norland", EntityType::State, "Norland", {{0, "Norland"}, {1, "Nørland"}, {2, "Norland"}}),
      entity("state/suria", EntityType::State, "Suria", {{0, "Suria"}, {2, "Suria"}}),
      entity("treaty/lake-treaty", EntityType::Treaty, "Lake Treaty", {{1, "Lake Treaty"}, {2, "Lake Treaty"}}),
  };
  graph.entities[harbor].klass = "City";
  graph.entities[norland].wikidata = "Q1000001";
  graph.entities[norland].key = "state/norland";
  graph.entities[norland].merges = {{"a-first#2", "b-second#0", "same Wikidata item", 1}};
  graph.entities[norland].links = {{0, 0.9F, "name"}};
  graph.entities[suria].articles = {0, 1, 2};  // the second article only implies it
}

void add_happenings(Graph& graph) {
  const std::vector<Argument> parties = {{Part::participant, berg}, {Part::participant, norland}, {Part::place, harbor}};
  const Argument norland_acts{Part::actor, norland};
  const Argument on_suria{Part::target, suria};
  graph.claims.push_back(
      situation("event/norland-coerce-suria-01",
                {report(0, "claim/a-first-01", claim(ClaimKind::Event, "COERCE", "", Status::claimed, {}, {norland_acts, on_suria}),
                        300, "\"Norland has closed the strait,\" Berg said.", "events/coerce"),
                 report(1, "claim/b-second-01", claim(ClaimKind::Event, "COERCE", "", Status::denied, {}, {norland_acts, on_suria}),
                        40, "Norland denied that it had closed the strait.", "events/coerce")}));
  graph.claims.push_back(situation(
      "event/norland-protest-02",
      {report(1, "claim/b-second-02", claim(ClaimKind::Event, "PROTEST", "", Status::planned, {{}, {2021, 3, 0}}, {norland_acts}),
              90, "Norland will protest until March.", "events/protest")}));
  graph.claims.push_back(
      situation("event/norland-sanction-suria-03",
                {report(0, "claim/a-first-03",
                        claim(ClaimKind::Event, "SANCTION", "", Status::asserted, on({2021, 2, 0}), {norland_acts, on_suria}), 130,
                        "Norland imposed sanctions on Suria in February.", "events/sanction")}));
  graph.claims.back().reports[0].claim.inferred = {{Part::actor, "person/rolf-nilsen", "Rolf Nilsen", "head-of-state",
                                                    "state/norland", "Norland's president", on({2021, 2, 0})}};
  graph.claims.push_back(
      situation("meeting/lake-council-04",
                {report(0, "claim/a-first-04",
                        claim(ClaimKind::Meeting, "summit", "Lake summit", Status::held, {{2021, 2, 10}, {2021, 2, 12}}, parties),
                        10, "Berg and leaders of Norland met in Harbor City on February 10-12.", "meetings/summit"),
                 report(1, "claim/b-second-04", claim(ClaimKind::Meeting, "summit", "", Status::held, on({2021, 2, 10}), parties),
                        10, "Norland's leaders met in Harbor City.", "meetings/summit")}));
  graph.claims[denial].reports[0].claim.said_in = quoted;
  graph.claims[summit].merges = {{"a-first#c1", "b-second#c1", "same kind, participants and day", 0.9F}};
}

void add_words(Graph& graph) {
  const TimeSpan since_2019{{2019, 0, 0}, {}};
  graph.claims.push_back(
      situation("role/ivo-moss-general-05",
                {report(1, "claim/b-second-05", claim(ClaimKind::Role, "", "General", Status::former, {}, {{Part::person, moss}}),
                        5, "Ivo Moss, a former general, spoke.", "roles/apposition")}));
  graph.claims.push_back(
      situation("role/anna-berg-suria-06",
                {report(0, "claim/a-first-06",
                        claim(ClaimKind::Role, "", "Foreign Minister", Status::current, since_2019,
                              {{Part::person, berg}, {Part::organization, suria}}),
                        200, "Suria's Foreign Minister Anna Berg has been in office since 2019.", "roles/title")}));
  graph.claims.push_back(
      situation("statement/anna-berg-07",
                {report(0, "claim/a-first-07",
                        claim(ClaimKind::Statement, "direct", "Norland has closed the strait,", Status::asserted, on({2021, 2, 12}),
                              {{Part::speaker, berg}, {Part::with, moss}, {Part::addressee, lake_council}}),
                        300, "\"Norland has closed the strait,\" Berg said.", "statements/direct")}));
  graph.claims.push_back(situation("treaty-relation/norland-accused-08",
                                   {report(1, "claim/b-second-08",
                                           claim(ClaimKind::TreatyRelation, "accused-of-violating", "", Status::asserted, {},
                                                 {{Part::actor, norland}, {Part::treaty, lake_treaty}, {Part::by, suria}}),
                                           140, "Suria says Norland violates the Lake Treaty.", "treaties/accused-of-violating")}));
  graph.claims.push_back(situation("treaty-relation/norland-complies-09",
                                   {report(1, "claim/b-second-09",
                                           claim(ClaimKind::TreatyRelation, "complies", "", Status::asserted, {},
                                                 {{Part::actor, norland}, {Part::treaty, lake_treaty}, {Part::by, norland}}),
                                           190, "Norland says it keeps the Lake Treaty.", "treaties/complies")}));
}

// What a third article adds: a plan, an older sanction, another name for the same office, and a treaty broken in the words of
// a speaker.
void add_third_article(Graph& graph) {
  const std::uint32_t warning = static_cast<std::uint32_t>(graph.claims.size());
  graph.claims.push_back(situation("statement/anna-berg-10",
                                   {report(2, "claim/c-third-10",
                                           claim(ClaimKind::Statement, "indirect", "Norland had broken the Lake Treaty",
                                                 Status::asserted, {}, {{Part::speaker, berg}}),
                                           80, "Berg said that Norland had broken the Lake Treaty.", "statements/indirect")}));
  graph.claims.push_back(situation("treaty-relation/norland-violated-11",
                                   {report(2, "claim/c-third-11",
                                           claim(ClaimKind::TreatyRelation, "violated", "", Status::claimed, {},
                                                 {{Part::actor, norland}, {Part::treaty, lake_treaty}, {Part::by, berg}}),
                                           80, "Berg said that Norland had broken the Lake Treaty.", "treaties/violated")}));
  graph.claims.back().reports.front().claim.said_in = warning;
  graph.claims.push_back(
      situation("meeting/norland-suria-12",
                {report(2, "claim/c-third-12",
                        claim(ClaimKind::Meeting, "talks", "", Status::planned, on({2021, 3, 15}),
                              {{Part::participant, norland}, {Part::participant, suria}, {Part::place, harbor}}),
                        140, "Norland and Suria will hold talks in Harbor City on March 15.", "meetings/talks")}));
  graph.claims.push_back(situation("event/suria-sanction-norland-13",
                                   {report(2, "claim/c-third-13",
                                           claim(ClaimKind::Event, "SANCTION", "", Status::asserted, on({2019, 0, 0}),
                                                 {{Part::actor, suria}, {Part::target, norland}}),
                                           210, "Suria had expelled Norland's envoys in 2019.", "events/sanction")}));
  graph.claims.push_back(
      situation("role/ivo-moss-suria-14", {report(2, "claim/c-third-14",
                                                  claim(ClaimKind::Role, "", "foreign minister", Status::current, {},
                                                        {{Part::person, moss}, {Part::organization, suria}}),
                                                  260, "Ivo Moss, Suria's foreign minister, was silent.", "roles/apposition")}));
}

}  // namespace

Sample sample() {
  Sample out;
  out.graph.articles = {article("a-first", "Lake summit ends", {2021, 2, 13}, "Harbor Post"), article("b-second", "", {}, ""),
                        article("c-third", "Talks ahead", {2021, 3, 0}, "Northern Wire")};
  add_entities(out.graph);
  add_happenings(out.graph);
  add_words(out.graph);
  add_third_article(out.graph);
  out.network.actors = {{berg, 2, 0.5, 0}, {norland, 2, 1.0 / 3, 0}, {suria, 2, 0, 0}};
  out.network.ties = {{berg, norland, 2, {"meeting"}, {{2021, 2, 10}, {2021, 2, 12}}},
                      {berg, suria, 1, {"role"}, {{2019, 0, 0}, {2019, 0, 0}}},
                      {norland,
                       suria,
                       5,
                       {"event:COERCE", "event:SANCTION", "meeting", "treaty:accused-of-violating"},
                       {{2019, 0, 0}, {2021, 3, 15}}}};
  return out;
}

}  // namespace entente
