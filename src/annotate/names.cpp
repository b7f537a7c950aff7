#include "annotate/names.hpp"

#include <algorithm>
#include <utility>

#include "annotate/metonyms.hpp"
#include "annotate/name_grammar.hpp"
#include "annotate/name_pieces.hpp"
#include "annotate/name_words.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// The readings that together explain a sentence best, by dynamic programming over its pieces.
struct Step {
  float score = 0;
  std::size_t from = 0;
  bool read = false;
  NameReading reading;
};

using Chosen = std::pair<std::size_t, NameReading>;  // first piece, reading

std::vector<Chosen> best_readings(const NameGrammar& grammar, const std::vector<Piece>& pieces) {
  constexpr float unread_name = 0.2F;  // cost of a capitalised word that nothing explains
  std::vector<Step> steps(pieces.size() + 1, Step{-1e9F, 0, false, {}});
  steps[0].score = 0;
  std::vector<NameReading> readings;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const float skip = pieces[at].upper && !pieces[at].starts ? unread_name : 0;
    if (steps[at].score - skip > steps[at + 1].score) steps[at + 1] = {steps[at].score - skip, at, false, {}};
    readings.clear();
    grammar.readings_from(at, readings);
    const bool after_hyphen = at > 0 && pieces[at].glued && pieces[at - 1].hyphen;
    for (const NameReading& reading : readings) {
      // Each reading costs a little, so that one long name beats its parts; more where it would cut a compound.
      const float score = steps[at].score + reading.score - (after_hyphen && reading.end > at + 1 ? 1.1F : 0.4F);
      if (score > steps[reading.end].score) steps[reading.end] = {score, at, true, reading};
    }
  }
  std::vector<Chosen> out;
  for (std::size_t at = pieces.size(); at > 0; at = steps[at].from)
    if (steps[at].read && steps[at].reading.mention) out.emplace_back(steps[at].from, steps[at].reading);
  std::reverse(out.begin(), out.end());
  return out;
}

Mention make_mention(const Document& document, const std::vector<Piece>& pieces, const Chosen& chosen) {
  const auto& [begin, reading] = chosen;
  Mention mention;
  mention.range = {pieces[begin].range.begin, pieces[reading.end - 1].range.end};
  mention.tokens = {pieces[begin].token, pieces[reading.end - 1].token + 1};
  mention.head = head_of(document, mention.tokens);
  mention.kind = reading.kind;
  mention.type = reading.type;
  return mention;
}

// Remembers what a confident reading says about the rest of the article.
void learn(const Document& document, const NameWords& words, const std::vector<Piece>& pieces, const Chosen& chosen,
           NameLexicon& lexicon) {
  const auto& [begin, reading] = chosen;
  if (reading.kind != MentionKind::name || reading.capital) return;
  std::vector<std::size_t> parts;
  for (std::size_t i = begin; i < reading.end; ++i)
    if (!pieces[i].hyphen) parts.push_back(i);
  if (parts.size() < 2) return;
  lexicon.forms.emplace(fold(document.text({pieces[begin].range.begin, pieces[reading.end - 1].range.end})), reading.type);
  if (reading.type != EntityType::Person) return;
  // The surname is all after the last first name; "Jean-Yves Le Drian" is "Le Drian".
  const bool family_first = words.is(pieces[begin].lower, NameWord::family_first) && !pieces[parts[1]].initial;
  const std::size_t surname = family_first ? begin : parts.back();
  lexicon.surnames.emplace(fold(document.text(pieces[surname].range)), EntityType::Person);
  if (family_first) lexicon.surnames.emplace(fold(document.text(pieces[parts.back()].range)), EntityType::Person);
  lexicon.surnames.emplace(fold(document.text(pieces[begin].range)), EntityType::Person);
}

// "exclusive economic zone (EEZ)": an acronym of words in lower case names no entity.
void learn_common_acronyms(const Document& document, const std::vector<Piece>& pieces, NameLexicon& lexicon) {
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const Piece& acronym = pieces[i + 1];
    if (pieces[i].lower != "(" || pieces[i + 2].lower != ")" || !acronym.caps || acronym.lower.size() > i) continue;
    bool common = true;
    const std::size_t letters = acronym.lower.size();
    for (std::size_t k = 0; k < letters && common; ++k) {
      const Piece& word = pieces[i - letters + k];
      common = !word.upper && !word.lower.empty() && word.lower.front() == acronym.lower[k];
    }
    if (common) lexicon.no_names.emplace(document.text(acronym.range));
  }
}

}  // namespace

void find_names(const Knowledge& knowledge, Document& document) {
  const NameWords words(knowledge.rules());
  std::vector<std::vector<Piece>> sentences;
  std::vector<bool> title_case;
  for (const Sentence& sentence : document.sentences) {
    sentences.push_back(pieces_of(document, sentence.tokens));
    title_case.push_back(is_title_case(sentences.back()));
  }
  // The first pass learns which names the article uses, the second reads short forms and headlines by them.
  NameLexicon lexicon;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (title_case[i]) continue;
    learn_common_acronyms(document, sentences[i], lexicon);
    const NameScene scene{document, words, knowledge.rules(), sentences[i], false};
    const NameLexicon nothing;
    const NameGrammar grammar(knowledge, nothing, scene);
    for (const Chosen& chosen : best_readings(grammar, sentences[i])) learn(document, words, sentences[i], chosen, lexicon);
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const NameScene scene{document, words, knowledge.rules(), sentences[i], title_case[i]};
    const NameGrammar grammar(knowledge, lexicon, scene);
    for (const Chosen& chosen : best_readings(grammar, sentences[i])) {
      Mention mention = make_mention(document, sentences[i], chosen);
      if (chosen.second.capital) {
        mention.metonym = acts_as_government(document, words, mention);
        mention.type = mention.metonym ? EntityType::State : EntityType::Place;
      }
      document.mentions.push_back(std::move(mention));
      for (const Chosen& inner : grammar.names_inside(chosen.first, chosen.second))
        document.mentions.push_back(make_mention(document, sentences[i], inner));
    }
  }
  std::sort(document.mentions.begin(), document.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
}

}  // namespace entente
