// Lemmas: exceptions for words seen in training, endings for all others.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

class Lemmas {
 public:
  // Lines "w TAB lower-case form TAB XPOS TAB lemma" and "e TAB ending TAB XPOS TAB what replaces it".
  explicit Lemmas(std::string_view table);
  Lemmas() = default;
  // Proper nouns (NNP, NNPS) keep their case.
  std::string lemma(std::string_view form, const std::string& xpos) const;

 private:
  std::unordered_map<std::string, std::string> words_, endings_;
};

}  // namespace entente
