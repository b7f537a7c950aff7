// A base that knows little, and a folder for what an import writes.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "entente/import.hpp"
#include "knowledge/world.hpp"

namespace entente::test {

inline const std::string source = ENTENTE_SOURCE_DIR;
inline const std::string data = source + "/tests/import/";

inline std::string read_all(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

inline bool exists(const std::string& file) { return std::filesystem::exists(file); }

inline const std::string base_items =
    "<state/germany> a ent:State ; rdfs:label \"Germany\" ; owl:sameAs wd:Q183 ; ent:prominence 0.9 .\n"
    "<person/angela-merkel> a ent:Person ; rdfs:label \"Angela Merkel\" ; owl:sameAs wd:Q567 ; ent:prominence 0.9 .\n"
    "<person/old> a ent:Person ; rdfs:label \"Otto Old\" ; owl:sameAs wd:Q900065 ; ent:prominence 0.5 .\n"
    "<office/head-of-government> a org:Role ; rdfs:label \"head of government\" .\n"
    "<post/old> a org:Post ; rdfs:label \"Chancellor\" ; org:postIn <state/germany> ; org:role <office/head-of-government> .\n"
    "<tenure/old> a ent:Tenure ; ent:holder <person/old> ; ent:post <post/old> ; ent:from \"1998-10-27\" .\n";

class Import {
 public:
  explicit Import(const std::string& items = base_items)
      : world(items, read_all(source + "/ontology/entente.ttl")), base(world.knowledge()) {
    options.ontology = source + "/ontology";
    options.output = world.folder() + "/made.ttl";
  }

  std::string file(const std::string& name, const std::string& text) const {
    world.write(name, text);
    return world.folder() + "/" + name;
  }
  ImportSummary dump(const std::string& input) {
    diagnostics.clear();
    auto summary = import_dump(input, options, base, diagnostics);
    if (!summary) FAIL(to_line(summary.error()));
    return summary.value();
  }
  std::string refusal(const std::string& input) {
    const auto summary = import_dump(input, options, base, diagnostics);
    return summary ? "accepted" : summary.error().code;
  }
  std::string output() const { return read_all(options.output); }
  // What the strict loader makes of the file that was written.
  Knowledge loaded() {
    Diagnostics problems;
    auto known = Knowledge::load(world.folder(), problems, {options.output});
    for (const Diagnostic& d : problems) UNSCOPED_INFO(to_line(d));
    if (!known) FAIL(to_line(known.error()));
    CHECK(problems.empty());
    return std::move(known).value();
  }
  // "LINE: MESSAGE" of each diagnostic.
  std::string problems() const {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += std::to_string(d.line) + ": " + d.message + "\n";
    return out;
  }

  World world;
  Knowledge base;
  ImportOptions options;
  Diagnostics diagnostics;
};

}  // namespace entente::test
