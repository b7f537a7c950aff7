// How well all that an article says of a person agrees with one person of the knowledge base: the office in the text against the
// offices held at the article's date, the state, the other names in the article, fame, and time.
#pragma once

#include <string>

#include "annotate/chains.hpp"
#include "knowledge/office_titles.hpp"

namespace entente {

// How the names of a chain agree with the names of a person.
// longer: with a middle name or initial that is not known; alias: a known name with another first name than the usual one. Others
// may be called so: a namesake, a father.
enum class NameFit : std::uint8_t { none, surname, longer, alias, spelling, full };

struct PersonFit {
  float score = 0;  // 0..1; 0: not this person
  std::string reason;
};

// Below this, a link would be a guess.
inline constexpr float person_threshold = 0.6F;

// Do the words that a text calls a person by hold all words of a (plain) title, and none that makes another office of it, as
// "deputy" does?
bool says_title(const std::set<std::string>& descriptors, std::string_view title);

class PersonFitter {
 public:
  PersonFitter(const ChainSet& set, const OfficeTitles& titles) : set_(set), titles_(titles) {}

  PersonFit fit(const Chain& chain, ItemId person, NameFit name) const;

 private:
  struct Support;
  Support support(const Chain& chain, ItemId person) const;
  void weigh_tenure(const Chain& chain, const Tenure& tenure, Support& out) const;
  bool named_with(const Chain& chain, ItemId body) const;
  bool in_article(ItemId body) const;

  const ChainSet& set_;
  const OfficeTitles& titles_;
};

}  // namespace entente
