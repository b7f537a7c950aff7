// A small knowledge base in a scratch folder, so that each test says exactly what is known.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "entente/knowledge.hpp"

namespace entente::test {

inline const std::string small_ontology = R"(
@prefix ent: <https://w3id.org/entente/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ent:State a owl:Class . ent:Person a owl:Class . ent:Place a owl:Class . ent:Treaty a owl:Class . ent:Council a owl:Class .
ent:InternationalOrganization a owl:Class . ent:GovernmentBody a owl:Class . ent:Organization a owl:Class .
ent:City a owl:Class ; rdfs:subClassOf ent:Place .
ent:Ministry a owl:Class ; rdfs:subClassOf ent:GovernmentBody .
ent:ForeignMinistry a owl:Class ; rdfs:subClassOf ent:Ministry .
ent:acronym a owl:DatatypeProperty . ent:demonym a owl:DatatypeProperty . ent:adjective a owl:DatatypeProperty .
ent:capitalName a owl:DatatypeProperty . ent:metonym a owl:DatatypeProperty . ent:surname a owl:DatatypeProperty .
ent:contextualName a owl:DatatypeProperty . ent:prominence a owl:DatatypeProperty . ent:gender a owl:DatatypeProperty .
ent:from a owl:DatatypeProperty . ent:until a owl:DatatypeProperty . ent:step a owl:DatatypeProperty .
ent:signedOn a owl:DatatypeProperty . ent:inForceFrom a owl:DatatypeProperty . ent:endedOn a owl:DatatypeProperty .
ent:onDate a owl:DatatypeProperty .
ent:ofState a owl:ObjectProperty . ent:partOf a owl:ObjectProperty . ent:holder a owl:ObjectProperty .
ent:post a owl:ObjectProperty . ent:party a owl:ObjectProperty . ent:ofTreaty a owl:ObjectProperty .
ent:takenBy a owl:ObjectProperty . ent:Membership a owl:Class . ent:member a owl:ObjectProperty .
ent:organization a owl:ObjectProperty . ent:seenFrom a owl:DatatypeProperty . ent:seenUntil a owl:DatatypeProperty .
ent:Tenure a owl:Class . ent:TreatyStep a owl:Class .
)";

inline const std::string prefixes = R"(@base <https://w3id.org/entente/knowledge/> .
@prefix ent: <https://w3id.org/entente/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
)";
inline constexpr std::size_t prefix_lines = 7;

// The folder is removed with the object.
class World {
 public:
  explicit World(const std::string& items, const std::string& ontology = small_ontology) {
    static int count = 0;
    folder_ =
        std::filesystem::temp_directory_path() / ("entente-world-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder_ / "knowledge");
    std::filesystem::create_directories(folder_ / "rules");
    write("entente.ttl", ontology);
    write("knowledge/items.ttl", prefixes + items);
    write("knowledge/first-names.tsv", "# a comment\njens\tm\nangela\tf\nkim\tb\n");
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name, std::ios::binary) << text; }
  std::string folder() const { return folder_.string(); }

  Result<Knowledge> load() { return Knowledge::load(folder(), diagnostics); }
  // For worlds that must be right.
  Knowledge knowledge() {
    Result<Knowledge> loaded = load();
    if (!loaded) FAIL(to_line(loaded.error()));
    return std::move(loaded).value();
  }

  Diagnostics diagnostics;

 private:
  std::filesystem::path folder_;
};

// "Russia/adjective|Ukraine/label": what the matches of a text stand for, the first meaning of each with its form.
inline std::string matches(const Knowledge& knowledge, std::string_view text) {
  static constexpr const char* kinds[] = {"label",   "alias",   "acronym", "demonym",   "adjective",
                                          "capital", "metonym", "surname", "contextual"};
  std::string out;
  for (const NameMatch& match : knowledge.match(text)) {
    if (!out.empty()) out += " | ";
    out += std::string(text.substr(match.begin, match.end - match.begin)) + " = ";
    for (const Name& name : match.names)
      out += (&name == match.names.data() ? "" : " or ") + knowledge.item(name.item).key + "/" + kinds[static_cast<int>(name.kind)];
  }
  return out;
}

}  // namespace entente::test
