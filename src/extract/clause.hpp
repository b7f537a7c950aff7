// Who does what to whom, whatever the construction: passives, infinitives, shared subjects, relative clauses,
// participles, and nouns carried by light verbs. Reads Universal Dependencies; every token is a document-wide index.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/rules.hpp"

namespace entente {

using TokenIndex = std::uint32_t;
using TokenList = std::vector<TokenIndex>;

// Reads the parse of one document. The document and the rules (for their word classes) must outlive it.
class Clauses {
 public:
  Clauses(const Document& document, const RuleSet& rules);

  const Document& document() const { return *document_; }
  const RuleSet& rules() const { return *rules_; }
  const Token& token(TokenIndex at) const { return document_->tokens[at]; }

  // "cut off" for a verb with a particle, else the lemma.
  std::string phrase(TokenIndex verb) const;
  // "legal action", "cease-fire": a noun with the word before that belongs to it; else empty.
  std::string compound(TokenIndex noun) const;
  bool is_passive(TokenIndex verb) const;

  // Heads of the phrases that are the logical subject or object; coordinations are expanded. Of a noun: its
  // possessor, a "by" phrase, or an adjective, in this order.
  TokenList subjects(TokenIndex at) const;
  TokenList objects(TokenIndex at) const;
  // The grammatical subject, also where it is understood: of a passive verb, whom it is done to.
  TokenList surface_subjects(TokenIndex verb) const;

  TokenList possessors(TokenIndex noun) const;
  TokenList adjectives(TokenIndex noun) const;
  // Dependents by preposition ("with", "in favor of"), of the token, of its light verb, or of its object.
  TokenList obliques(TokenIndex at, const std::vector<std::string>& prepositions) const;
  // The names right before a predicate that has no subject, auxiliaries and adverbs aside: where the parser erred. With
  // `participle`, those before "-ing", a comma aside.
  TokenList preceding(TokenIndex at, bool participle) const;
  // The noun right behind the token and one of the prepositions ("": none): "withdrawal [from the old treaty]".
  TokenList following(TokenIndex at, const std::vector<std::string>& prepositions) const;
  TokenList clauses(TokenIndex at) const;
  TokenList gerunds(TokenIndex at, const std::vector<std::string>& prepositions) const;

  // The verb that carries a noun ("impose" of "a round of sanctions was imposed"), if its phrase is one of `light`.
  std::optional<TokenIndex> light_verb(TokenIndex noun, const WordClass& light) const;
  // Any verb that has the noun as its object.
  std::optional<TokenIndex> carrier(TokenIndex noun) const;
  // "a new round of sanctions": the noun that stands in the sentence for this one, and what a noun stands for.
  TokenIndex position(TokenIndex noun) const;
  TokenList measured(TokenIndex noun) const;

  // "the attack": the last noun before that says more about the same ("an attack on Kabul"), not too far back; of an
  // indefinite noun nothing.
  TokenList repeated(TokenIndex noun) const;

  // The preposition, subordinator or particle "to" that introduces the token: "in favor of"; empty if none.
  std::string marker(TokenIndex at) const;
  bool is_verb(TokenIndex at) const { return token(at).upos == Upos::VERB; }
  // Would "I" or "we" here be the speaker; a relative pronoun?
  bool is_relative_pronoun(TokenIndex at) const;
  std::optional<TokenIndex> head(TokenIndex at) const;

 private:
  std::optional<TokenIndex> own_subject(TokenIndex verb) const;
  TokenList understood_subjects(TokenIndex verb, int depth) const;
  TokenList subjects_within(TokenIndex verb, int depth) const;
  TokenList surface_within(TokenIndex verb, int depth) const;
  TokenList further_subjects(TokenIndex first, TokenIndex verb) const;
  TokenList controllers(TokenIndex governor, int depth) const;
  TokenList noun_subjects(TokenIndex noun) const;
  TokenList carried_subjects(TokenIndex noun, int depth) const;
  TokenList participants(TokenIndex verb, TokenIndex governor, int depth) const;
  TokenList nested_obliques(TokenIndex verb, const std::vector<std::string>& prepositions) const;
  TokenList expand(TokenIndex at) const;
  bool is_stance(TokenIndex adjective) const;
  bool is_infinitive(TokenIndex at) const;
  bool controls_object(TokenIndex at) const;
  // Where what stands before the predicate ends; the start of the sentence if it is no predicate.
  TokenIndex before_predicate(TokenIndex at, bool participle) const;
  TokenList antecedent(TokenIndex pronoun, TokenIndex verb) const;
  TokenList direct_obliques(TokenIndex at, const std::vector<std::string>& prepositions) const;

  const Document* document_;
  const RuleSet* rules_;
};

}  // namespace entente
