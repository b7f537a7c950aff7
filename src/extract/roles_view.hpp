// A document as the extractor of roles looks at it: which names cover a token, where dates are.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/document.hpp"
#include "extract/roles_words.hpp"

namespace entente {

// Refers to the document and the words, which must outlive it and not change.
class RoleView {
 public:
  RoleView(const Document& document, const RoleWords& words);

  const Document& document() const { return *document_; }
  const RoleWords& words() const { return *words_; }

  // The longest name or adjective that covers the token and can be what a post belongs to: a state, body,
  // organisation, council or place. nullptr if there is none.
  const Mention* body(std::uint32_t token) const { return at(bodies_, token); }
  // The person's name that covers the token and is no part of a longer name ("the Obama administration").
  const Mention* person(std::uint32_t token) const { return at(persons_, token); }
  // A pronoun or description that covers the token and is resolved.
  const Mention* referring(std::uint32_t token) const { return at(referring_, token); }
  // The persons' names of the document, in order.
  const std::vector<const Mention*>& persons() const { return person_list_; }

  bool in_time(std::uint32_t token) const { return in_time_[token]; }
  // A hyphen inside of a word: nothing before and after it.
  bool joins(std::uint32_t token) const;
  bool is(std::uint32_t token, std::string_view form) const { return document_->form(token) == form; }
  // The possessive ending.
  bool possessive_ending(std::uint32_t token) const;
  bool is_comma(std::uint32_t token) const { return is(token, ","); }
  // Is the token a word that stands in the middle of a noun phrase?
  bool nominal(std::uint32_t token) const;

 private:
  static const Mention* at(const std::vector<const Mention*>& table, std::uint32_t token) {
    return token < table.size() ? table[token] : nullptr;
  }

  const Document* document_;
  const RoleWords* words_;
  std::vector<const Mention*> bodies_, persons_, referring_, person_list_;  // by token; the last in order
  std::vector<bool> in_time_;
};

// Can a post belong to it?
bool can_have_posts(EntityType type);

}  // namespace entente
