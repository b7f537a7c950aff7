// The annotator as it is shipped, for the suites.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "entente/annotate.hpp"
#include "entente/knowledge.hpp"

namespace entente::test {

inline Annotator shipped_annotator() {
  Diagnostics diagnostics;
  const std::string ontology = ENTENTE_SOURCE_DIR "/ontology";
  Result<Knowledge> knowledge = Knowledge::load(ontology, diagnostics);
  REQUIRE(knowledge);
  Result<Annotator> out = Annotator::load(ontology + "/models/english.model", std::move(knowledge).value());
  REQUIRE(out);
  return std::move(out).value();
}

}  // namespace entente::test
