// Whose words a verb or noun of saying reports: from its place in the parse to an entity.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/rules.hpp"

namespace entente {

struct Sayer {
  std::optional<std::uint32_t> token;  // head of the phrase that names the speaker
  EntityIndex speaker = no_entity;     // no_entity: the phrase names none that is known
  std::vector<EntityIndex> with;       // the other conjuncts of "A and B said"
};

// Reads a parsed document whose entities are resolved. Both must outlive it.
class Speakers {
 public:
  Speakers(const Document& document, const RuleSet& rules) : document_(&document), rules_(&rules) {}

  const Document& document() const { return *document_; }
  bool in_class(std::string_view name, std::uint32_t token) const;
  // The lemma with its particle: "point out".
  std::string phrase(std::uint32_t verb) const;
  bool is_speech_verb(std::uint32_t token) const;     // takes a reported clause
  bool is_quotation_verb(std::uint32_t token) const;  // may introduce words in quotation marks

  // The head of the one who does what the verb says, also where it is understood ("Speaking in Oslo, adding that"),
  // or a relative pronoun stands for it; of a passive, the agent, but "was quoted as saying" has its subject speak.
  std::optional<std::uint32_t> subject(std::uint32_t verb) const;
  Sayer sayer_of_verb(std::uint32_t verb, int depth = 0) const;  // `depth`: only for their own use, as a parse may lead in circles
  // Of a phrase: its own entity, or whom it speaks for: "ministry officials", "a source in the government", "the EU leaders".
  Sayer sayer_of_phrase(std::uint32_t head, int depth = 0) const;
  // Of "Norway's claim that", "issued a warning that", "the ministry's statement".
  Sayer sayer_of_noun(std::uint32_t noun, int depth = 0) const;
  Sayer sayer_of_object(std::uint32_t noun, int depth = 0) const;  // of "issued a warning", "voiced hope" alone
  EntityIndex addressee(std::uint32_t verb) const;
  bool names_a_person(std::uint32_t token) const;  // "minister", "expert", "spokesman"

 private:
  std::optional<std::uint32_t> subject_within(std::uint32_t verb, int depth) const;
  std::optional<std::uint32_t> subject_before(std::uint32_t verb) const;
  std::optional<std::uint32_t> subject_of_participle(std::uint32_t verb, int depth) const;
  bool another_verb_between(std::uint32_t subject, std::uint32_t verb) const;
  bool is_governed(std::uint32_t noun) const;
  const Mention* longest_name(std::uint32_t token) const;  // around it
  std::uint32_t name_head(std::uint32_t token) const;
  std::optional<std::uint32_t> subject_of_coordinated(std::uint32_t verb, int depth) const;
  bool in_time(std::uint32_t token) const;
  bool is_finite(std::uint32_t verb) const;  // "has said" too
  std::optional<std::uint32_t> understood_subject(std::uint32_t verb, int depth) const;
  std::optional<std::uint32_t> antecedent(std::uint32_t pronoun, std::uint32_t verb) const;
  EntityIndex name_around(std::uint32_t token) const;
  EntityIndex person_named(std::uint32_t phrase_head) const;
  const Mention* name_starting(std::uint32_t token) const;
  EntityIndex entity_behind(std::uint32_t head) const;
  bool joined_by_and(std::uint32_t conjunct) const;
  bool speaks_no_more(std::uint32_t noun) const;
  EntityIndex body_of(std::uint32_t noun) const;
  bool may_speak(EntityIndex entity) const;
  bool is_person(EntityIndex entity) const;

  const Document* document_;
  const RuleSet* rules_;
};

}  // namespace entente
