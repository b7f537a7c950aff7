#include "train/raw_score.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "annotate/segment.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

using Spans = std::set<Range>;

// The spans of the words of a sentence whose text begins at `at`; words that cannot be found are left out.
void align(const TreebankSentence& sentence, const std::string& text, std::size_t at, Spans& tokens) {
  for (const TreebankWord& word : sentence.words) {
    const std::size_t found = text.find(word.form, at);
    if (found == std::string::npos) continue;
    tokens.insert({static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + word.form.size())});
    at = found + word.form.size();
  }
}

SpanScore compare(const Spans& gold, const Spans& found) {
  SpanScore score{gold.size(), found.size(), 0};
  score.right =
      static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const Range& r) { return gold.contains(r); }));
  return score;
}

}  // namespace

RawScore score_raw(const std::vector<TreebankSentence>& sentences, std::vector<std::string>* examples, std::size_t most) {
  Document document;
  std::string& text = document.article.text;
  Spans gold_tokens;
  Spans gold_sentences;
  for (const TreebankSentence& sentence : sentences) {
    const bool opens = sentence.begins_paragraph || document.article.blocks.empty();
    if (!text.empty()) text += opens ? "\n\n" : " ";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sentence.text;
    const auto end = static_cast<std::uint32_t>(text.size());
    if (opens) document.article.blocks.push_back({{begin, end}, BlockKind::paragraph});
    document.article.blocks.back().range.end = end;
    gold_sentences.insert({begin, end});
    align(sentence, text, begin, gold_tokens);
  }
  segment(document);
  Spans tokens;
  Spans found_sentences;
  for (const Token& token : document.tokens) tokens.insert(token.range);
  for (const Sentence& sentence : document.sentences) found_sentences.insert(sentence.range);
  if (examples != nullptr)
    for (const Range& r : gold_tokens)
      if (!tokens.contains(r) && examples->size() < most) {
        const std::size_t from = r.begin < 15 ? 0 : r.begin - 15;
        examples->push_back("«" + text.substr(r.begin, r.size()) + "» in " + text.substr(from, r.size() + 30));
      }
  return {compare(gold_tokens, tokens), compare(gold_sentences, found_sentences)};
}

}  // namespace entente
