#include <algorithm>
#include <map>
#include <set>

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
  return !word.lemma.empty() && !word.xpos.starts_with("NNP") && word.lemma != "_" && word.form.find('\t') == std::string::npos;
}

bool is_plain(const std::string& word) {
  return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string lemma_table(const std::vector<TreebankSentence>& sentences) {
  std::map<std::pair<std::string, std::string>, Counts> words;  // (form, xpos) -> lemmas
  std::map<std::string, int> verbs;
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words) {
      if (!usable(word)) continue;
      // "I" is the one lemma that is no name and has a capital.
      ++words[{lower(word.form), word.xpos}][word.lemma == "I" ? word.lemma : lower(word.lemma)];
      if (word.xpos.starts_with("VB") && is_plain(word.lemma)) ++verbs[word.lemma];
    }
  std::string table;
  for (const auto& [verb, count] : verbs) table += "b\t" + verb + "\n";
  const Lemmas by_rule(table);
  for (const auto& [key, lemmas] : words)
    if (const std::string lemma = most_frequent(lemmas); by_rule.lemma(key.first, key.second) != lemma)
      table += "w\t" + key.first + "\t" + key.second + "\t" + lemma + "\n";
  return table;
}

}  // namespace entente
