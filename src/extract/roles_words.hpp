// The vocabulary of titles: which words are posts, ranks or professions, and what their modifiers say.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "entente/document.hpp"
#include "entente/rules.hpp"

namespace entente {

// What a head noun says of the person.
enum class TitleKind : std::uint8_t {
  none,        // no title: "friend", "water"
  office,      // a post: "minister", "head", "spokeswoman"
  rank,        // "General", "Prof."
  profession,  // "analyst", "lawyer"
  person,      // any other person noun, known by its ending alone: "ufologist"
};

// Looks words up in the word classes of ontology/rules. Refers to the RuleSet, which must outlive it.
class RoleWords {
 public:
  explicit RoleWords(const RuleSet& rules);

  // The token's form in lower case without a full stop at its end, apostrophes plain: "Gen." -> "gen".
  static std::string word(const Document& document, std::uint32_t token);
  // The same in the singular, if the token is a plural noun: "Ministers" -> "minister".
  static std::string singular(const Document& document, std::uint32_t token);
  // "ex-minister" -> "ex", 3: a prefix that says that the post is past, and the bytes it takes with its hyphen; 0 if none.
  std::size_t former_prefix(std::string_view form) const;
  static bool is_plural(const Document& document, std::uint32_t token);

  // What a token says as the head of a title.
  TitleKind kind(const Document& document, std::uint32_t token) const;

  bool relational(std::string_view word) const { return in(relational_, word); }
  bool theme(std::string_view word) const { return in(theme_, word); }
  bool speaks_for(std::string_view word) const { return in(spokesperson_, word); }
  bool former(std::string_view word) const { return in(former_, word); }
  bool future(std::string_view word) const { return in(future_, word); }
  bool descriptive(std::string_view word) const { return in(descriptive_, word); }
  bool modifier(std::string_view word) const { return in(modifier_, word); }
  bool general_office(std::string_view word) const { return in(general_office_, word); }
  // "agency", "ministry": what stands behind a name to say that it is a body.
  bool organization_noun(std::string_view word) const;
  // Of a whole title in lower case.
  bool state_office(std::string_view title) const { return in(state_office_, title); }
  bool us_office(std::string_view title) const { return in(us_office_, title); }

  bool appoints(std::string_view lemma) const { return in(appoint_, lemma); }
  bool nominates(std::string_view lemma) const { return in(nominate_, lemma); }
  bool dismisses(std::string_view lemma) const { return in(dismiss_, lemma); }
  bool resigns(std::string_view lemma) const { return in(resign_, lemma); }
  bool succeeds(std::string_view lemma) const { return in(succeed_, lemma); }
  bool serves(std::string_view lemma) const { return in(serve_, lemma); }
  bool leads(std::string_view lemma) const { return in(lead_, lemma); }

 private:
  static bool in(const WordClass* words, std::string_view word) { return words != nullptr && words->contains(word); }

  const WordClass *office_, *rank_, *profession_, *relational_, *theme_, *spokesperson_, *former_, *future_, *descriptive_,
      *modifier_, *general_office_, *state_office_, *us_office_, *not_a_person_, *appoint_, *nominate_, *dismiss_, *resign_,
      *succeed_, *serve_, *lead_;
  std::array<const WordClass*, 3> organization_nouns_;
};

}  // namespace entente
