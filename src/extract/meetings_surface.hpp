// Who and what stands beside a word, read from the order of the words alone: where the parse is silent or cannot be
// right, a verb's subject still stands before it, and a noun's prepositional phrases after it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/claim.hpp"
#include "extract/clause.hpp"

namespace entente {

// "between A and B", "at the C headquarters"
struct Complement {
  std::string preposition;  // lower case
  Range tokens;             // of the noun phrase behind it
};

class Surface {
 public:
  // The clauses must outlive it. `roles` are claims among which the article's roles are.
  Surface(const Clauses& clauses, const std::vector<Claim>& roles);

  // The prepositional phrases in a row that follow a noun or verb, up to the next finite verb or clause.
  std::vector<Complement> complements(TokenIndex after) const;
  // Who takes part among a noun phrase's coordinated parts: named persons; names; names before "officials", "leaders".
  std::vector<EntityIndex> participants(Range phrase) const;
  // The same of all complements with one of the prepositions; "with the ministers of A and B" includes A and B.
  std::vector<EntityIndex> participants(const std::vector<Complement>& complements,
                                        const std::vector<std::string>& prepositions) const;
  // The first place of the complements, with "at" before "in"; states only if there is none. "on" takes places only.
  EntityIndex place(const std::vector<Complement>& complements, const std::vector<std::string>& prepositions) const;

  // Does a title and then a person's name follow, with nothing else between?
  bool titles_a_person(TokenIndex begin, TokenIndex end) const;
  // "In Oslo, X met Y": the place that opens the sentence. States open it for other reasons as well.
  EntityIndex fronted_place(TokenIndex trigger) const;

  // Who stands before a verb as its subject.
  std::vector<EntityIndex> subjects(TokenIndex verb) const;
  // The council or organisation that an "it" before the verb means, if the sentence before was about it; else nullptr.
  const Mention* antecedent_of_it(TokenIndex verb) const;
  // Of two readings of one subject: the first, unless only the second is of persons, or of more persons.
  std::vector<EntityIndex> better_of(const std::vector<EntityIndex>& parsed, const std::vector<EntityIndex>& read) const;
  // Is the head noun one for persons, named or not ("militants", "his counterpart")?
  bool denotes_persons(Range phrase) const;
  // "any citizen", "no minister": nobody in particular.
  bool is_generic(Range phrase) const;
  // The noun phrase right behind a verb; empty if something else stands there.
  Range object(TokenIndex verb) const;

  // The first date behind a word in its clause; a date inside of a stretch, as in "Friday's meeting". Unknown if none.
  TimeSpan time_beside(TokenIndex after) const;
  TimeSpan time_within(Range tokens) const;

  // A passive that has its auxiliary.
  bool is_passive(TokenIndex verb) const;
  // The name or adjective that covers the token, the longest; nullptr if none.
  const Mention* name(TokenIndex token) const { return names_[token]; }
  bool in_time(TokenIndex token) const { return in_time_[token]; }
  // Does the article give the person a role?
  bool is_officer(EntityIndex person) const;

 private:
  const Document& document() const { return clauses_.document(); }
  const Token& token(TokenIndex i) const { return clauses_.token(i); }
  static bool is_finite(const Token& token);
  bool starts_clause(TokenIndex i) const;
  bool nominal(TokenIndex i) const;
  TokenIndex phrase_end(TokenIndex begin, TokenIndex limit) const;
  bool title_goes_on(TokenIndex of, TokenIndex limit) const;
  const Mention* apposition(Range phrase) const;
  const Mention* holder(const std::vector<Complement>& complements, std::size_t at) const;
  const Mention* named_behind(TokenIndex comma) const;
  bool list_goes_on(TokenIndex separator, TokenIndex limit) const;
  bool has_name(Range tokens) const;  // of a person
  std::vector<EntityIndex> subjects_before(TokenIndex verb) const;
  TokenIndex bracket_before(TokenIndex end, TokenIndex floor) const;
  const Mention* before_relative(TokenIndex verb) const;
  void officers_of(Range tokens, std::vector<EntityIndex>& out) const;
  void part(Range tokens, std::vector<EntityIndex>& out) const;
  void add(const Mention& mention, std::vector<EntityIndex>& out) const;

  const Clauses& clauses_;
  std::vector<const Mention*> names_, referring_;
  std::vector<bool> in_time_;
  std::vector<std::pair<std::string, EntityIndex>> officers_;  // title in lower case, person
};

}  // namespace entente
