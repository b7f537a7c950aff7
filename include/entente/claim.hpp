// Claim: one thing that an article says, with the sentence that says it. Made by extractors (extract.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"

namespace entente {

// Where a claim comes from.
struct Evidence {
  Range range;              // bytes of the article's text: the whole sentence
  std::uint32_t begin = 0;  // the same in Unicode code points, half-open
  std::uint32_t end = 0;
  std::string text;  // exactly those bytes
  std::string rule;  // id of the rule that fired: "events/accuse", "roles/apposition"
};

// The part that an entity plays in a claim. Which parts a kind of claim has:
//   Role:           person (1), organization (0..1)
//   Meeting:        participant (0..n), place (0..1), host (0..1)
//   Statement:      speaker (1), with (0..n), addressee (0..1)
//   Event:          actor (1..n), target (0..n), place (0..1)
//   TreatyRelation: treaty (1), actor (0..1), by (0..1)
enum class Part : std::uint8_t {
  person,
  organization,
  participant,
  place,
  host,
  speaker,
  with,
  addressee,
  actor,
  target,
  treaty,
  by
};
std::string_view to_string(Part part);

struct Argument {
  Part part = Part::actor;
  EntityIndex entity = no_entity;  // into DocumentEntities of the same Extraction
  auto operator<=>(const Argument&) const = default;
};

// Who held the office by which the text describes an argument ("the German foreign minister"), as the knowledge base has it. The
// article does not say so: it is no argument of the claim.
struct InferredHolder {
  Part part = Part::actor;  // of the argument that the description belongs to
  std::string key;          // of the person in the knowledge base
  std::string name;
  std::string office;     // class: "foreign-minister"
  std::string body;       // key of the state or organisation
  std::string described;  // the words of the text
  TimeSpan at;            // the days for which it was looked up
  auto operator<=>(const InferredHolder&) const = default;
};

inline constexpr std::uint32_t no_claim = ~std::uint32_t{0};

struct Claim {
  ClaimKind kind = ClaimKind::Event;
  std::string type;  // Event: PLOVER root "ACCUSE"; Meeting: "summit"; TreatyRelation: "accused-of-violating";
                     // Statement: "direct" or "indirect"; Role: empty
  std::vector<Argument> arguments;
  std::string text;  // Role: the title; Meeting: a label; Statement: the words said, exactly; else empty
  TimeSpan time;     // event time, or validity for roles; unknown if the text dates nothing
  Status status = Status::asserted;
  float confidence = 1;  // 0..1
  Evidence evidence;
  std::vector<InferredHolder> inferred;
  std::uint32_t said_in = no_claim;  // index of the Statement whose speaker asserts this; no_claim: the article itself
};

// All that one article says. Self-contained: it does not need the Document any more.
struct Extraction {
  Article article;  // without blocks; the text is kept only if asked for
  std::vector<DocumentEntity> entities;
  std::vector<Claim> claims;
};

// "Event ACCUSE actor=NATO target=Russia [asserted] 2014-04 «sentence»": one line for tests, `show` and debugging.
std::string to_line(const Claim& claim, const std::vector<DocumentEntity>& entities);

}  // namespace entente
