// Lemmas: a table for words whose lemma no rule gives, English inflection for all others.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace entente {

class Lemmas {
 public:
  Lemmas() = default;
  // Lines "w TAB lower-case form TAB XPOS TAB lemma" and "b TAB verb in its base form".
  explicit Lemmas(std::string_view table);
  // A verb that is known to exist: "bombed" is of "bomb", "hoped" of "hope".
  void add_verb(std::string verb) { verbs_.insert(std::move(verb)); }
  // Lower case but for proper nouns (NNP, NNPS). XPOS is the Penn tag.
  std::string lemma(std::string_view form, const std::string& xpos) const;

 private:
  std::string verb_of(const std::string& stem) const;
  std::string by_rule(const std::string& form, const std::string& xpos) const;

  std::unordered_map<std::string, std::string> words_;
  std::unordered_set<std::string> verbs_;
};

}  // namespace entente
