// Rules: relations as data. A rule file says which patterns over the dependency parse make which claim, with example
// sentences that run as tests; a word-class file names lists of lemmas that patterns and extractors refer to.
// Format and examples: ontology/rules/README.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/claim.hpp"
#include "entente/types.hpp"

namespace entente {

// Lemmas in lower case; a phrase has single spaces ("phone call").
using WordClass = std::set<std::string, std::less<>>;

// One step over the parse, from a token to the tokens that stand in a relation to it. What each finds: README.md.
enum class Step : std::uint8_t {
  subject,          // who does it, whatever the voice or construction
  object,           // whom or what it is done to, likewise
  surface_subject,  // the grammatical subject, also of a noun or adjective with "be": whom or what it is said of
  light_subject,    // of a noun: the subject of the light verb ("France launched a protest")
  possessor,        // "France's", "its"
  adjective,        // "French", "NATO" before a noun
  oblique,          // by preposition, wherever the parser attached it
  clause,           // complement clause or infinitive
  gerund,           // by preposition: "of spying", "for supporting"
  same,             // of a definite noun ("the attack"): the last mention before of what it repeats ("an attack on Kabul")
  speaker,          // of the quotation that holds the token: no token, an entity
  down,             // dependents by relation of Universal Dependencies
  up,               // the head, if the token is its dependent by one of these relations
  previous,         // of a predicate without subject: whose name stands right before it; "previous:participle" before "-ing"
  next,             // what stands right behind the token after one of these prepositions, whatever the parser made of it
};

struct PathStep {
  Step step = Step::subject;
  std::vector<std::string> words;  // prepositions or relations; empty: any
  WordClass lemmas;                // one of which the token reached must have ...
  std::uint32_t types = 0;         // ... or stand for an entity of one of these, bit 1 << EntityType; both empty: any
};
using Path = std::vector<PathStep>;

struct ArgumentPattern {
  Part part = Part::actor;
  std::vector<Path> paths;     // in order of preference: the first that leads to an entity of the right type counts
  std::uint32_t types = 0;     // bit 1 << EntityType for each type allowed
  bool required = true;        // no claim without it
  bool representative = true;  // "French diplomats" stands for France
  bool owner = false;          // any noun stands for its owner: "France's decision" for France
};

struct Trigger {
  char tag = 'V';     // V verb, N noun, A adjective
  WordClass lemmas;   // "cut off": a verb and its particle; classes are expanded; "*": any verb
  WordClass light;    // of a noun: the verbs that may carry it ("impose" sanctions)
  bool bare = false;  // of a noun: it counts without such a verb as well
};

struct Constraints {
  std::optional<bool> negated = false;  // nullopt: either
  std::optional<bool> passive;
  WordClass modals;               // one of these auxiliaries must stand there; empty: any or none
  std::set<std::string> tenses;   // "past", "present"; empty: any
  std::optional<bool> in_speech;  // inside a quotation or reported clause
};

// A sentence that a rule is tried on.
struct RuleExample {
  struct Expected {
    std::map<Part, std::set<std::string>> arguments;  // names as in the knowledge base, or as in the text
    Status status = Status::asserted;
    auto operator<=>(const Expected&) const = default;
  };
  std::string text;
  std::vector<Expected> claims;  // exactly what this rule finds; empty: a negative example
  std::size_t line = 0;
};

struct Rule {
  std::string id;  // "events-accuse/blame": file and entry
  std::string file;
  std::size_t line = 0;
  Trigger trigger;
  std::vector<ArgumentPattern> arguments;
  std::vector<Path> with;     // each must lead somewhere
  std::vector<Path> without;  // none may lead anywhere
  Constraints constraints;
  ClaimKind kind = ClaimKind::Event;
  std::string type;
  std::optional<Status> status;  // nullopt: by modality and context
  float confidence = 0.8F;       // 0..1
  std::vector<RuleExample> examples;
};

struct RuleSet {
  std::map<std::string, WordClass, std::less<>> classes;  // "speech-verb" -> lemmas
  std::vector<Rule> rules;                                // sorted by id
  // Rules by the first word of a trigger: indices into `rules`.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_lemma;

  // False too if there is no such class: ask word_class where that would be a mistake.
  bool in_class(std::string_view name, std::string_view lemma) const {
    const WordClass* found = word_class(name);
    return found != nullptr && found->contains(lemma);
  }
  const WordClass* word_class(std::string_view name) const {
    const auto at = classes.find(name);
    return at == classes.end() ? nullptr : &at->second;
  }
};

}  // namespace entente
