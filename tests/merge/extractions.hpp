// Small extractions for the tests of merging.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "entente/claim.hpp"

namespace entente {

inline DocumentEntity person(std::string name, Gender gender = Gender::none) {
  DocumentEntity e;
  e.type = EntityType::Person;
  e.name = std::move(name);
  e.gender = gender;
  return e;
}

inline DocumentEntity known(EntityType type, std::string name, std::string key, std::string wikidata = {}) {
  DocumentEntity e;
  e.type = type;
  e.name = std::move(name);
  e.link.key = std::move(key);
  e.link.wikidata = std::move(wikidata);
  return e;
}

inline DocumentEntity thing(EntityType type, std::string name, std::vector<std::string> aliases = {}) {
  DocumentEntity e;
  e.type = type;
  e.name = std::move(name);
  e.aliases = std::move(aliases);
  return e;
}

inline Claim claim(ClaimKind kind, std::string type, std::vector<Argument> arguments, PartialDate date = {},
                   std::string evidence = "x") {
  Claim c;
  c.kind = kind;
  c.type = std::move(type);
  c.arguments = std::move(arguments);
  c.time = {date, date};
  c.status = kind == ClaimKind::Role ? Status::current : kind == ClaimKind::Meeting ? Status::held : Status::asserted;
  c.evidence.text = std::move(evidence);
  c.evidence.end = static_cast<std::uint32_t>(c.evidence.text.size());
  return c;
}

inline Extraction article(std::string id, PartialDate published, std::vector<DocumentEntity> entities,
                          std::vector<Claim> claims = {}) {
  Extraction e;
  e.article.id = std::move(id);
  e.article.published = published;
  e.entities = std::move(entities);
  e.claims = std::move(claims);
  return e;
}

}  // namespace entente
