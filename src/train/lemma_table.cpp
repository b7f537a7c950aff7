#include <algorithm>
#include <map>

#include "annotate/lemmas.hpp"
#include "base/text.hpp"
#include "train/trainer.hpp"

namespace entente {

namespace {

using Counts = std::map<std::string, int>;

std::string most_frequent(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

bool usable(const TreebankWord& word) {
  return !word.lemma.empty() && word.xpos != "NNP" && word.lemma != "_" && word.form.find('\t') == std::string::npos;
}

}  // namespace

std::string lemma_table(const std::vector<TreebankSentence>& sentences) {
  std::map<std::pair<std::string, std::string>, Counts> words;  // (form, xpos) -> lemmas
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words)
      if (usable(word)) ++words[{lower(word.form), word.xpos}][lower(word.lemma)];

  std::map<std::pair<std::string, std::string>, Counts> endings;  // (ending, xpos) -> replacements, by type not by token
  for (const auto& [key, lemmas] : words) {
    const std::string lemma = most_frequent(lemmas);
    const std::string& form = key.first;
    std::size_t common = 0;
    while (common < form.size() && common < lemma.size() && form[common] == lemma[common]) ++common;
    for (std::size_t n = form.size() - common; n <= std::min<std::size_t>(5, form.size()); ++n)
      if (n > 0) ++endings[{form.substr(form.size() - n), key.second}][lemma.substr(std::min(lemma.size(), form.size() - n))];
  }
  std::string rules;
  for (const auto& [key, replacements] : endings) {
    const std::string best = most_frequent(replacements);
    if (replacements.at(best) < 2) continue;
    rules += "e\t" + key.first + "\t" + key.second + "\t" + best + "\n";
  }
  std::string table = rules;
  const Lemmas by_rule(rules);
  for (const auto& [key, lemmas] : words)
    if (const std::string lemma = most_frequent(lemmas); by_rule.lemma(key.first, key.second) != lemma)
      table += "w\t" + key.first + "\t" + key.second + "\t" + lemma + "\n";
  return table;
}

}  // namespace entente
