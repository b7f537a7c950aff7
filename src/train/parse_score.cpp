#include "train/parse_score.hpp"

namespace entente {

ParseScore score_parse(const Tagger& tagger, const std::vector<TreebankSentence>& sentences) {
  Document document = gold_document(sentences);
  tagger.tag(document);
  ParseScore score;
  std::size_t t = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s)
    for (const TreebankWord& word : sentences[s].words) {
      const Token& token = document.tokens[t++];
      const std::int32_t head =
          token.head == Token::root ? 0 : token.head - static_cast<std::int32_t>(document.sentences[s].tokens.begin) + 1;
      ++score.words;
      score.upos += to_string(token.upos) == word.upos;
      score.xpos += token.xpos == word.xpos;
      score.lemma += token.lemma == word.lemma;
      score.uas += head == word.head;
      score.las += head == word.head && token.relation == word.relation;
    }
  return score;
}

}  // namespace entente
