#include "annotate/names.hpp"

#include <algorithm>
#include <map>
#include <string>
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

bool is_person(const NameReading& reading) {
  return reading.mention && reading.kind == MentionKind::name && reading.type == EntityType::Person;
}

// Right behind a person, or with nothing but "bin", "de" and the like between them.
bool follows_person(const NameScene& scene, const std::vector<Step>& steps, std::size_t at) {
  constexpr std::size_t longest_gap = 2;  // pieces: "al", "-"
  for (std::size_t gap = 0; gap <= std::min(longest_gap, at); ++gap) {
    const std::size_t end = at - gap;
    if (end > 0 && steps[end].read) return is_person(steps[end].reading);
    if (end == 0) break;
    const Piece& before = scene.pieces[end - 1];
    if (before.upper || !(before.hyphen || scene.words.is(before.lower, NameWord::particle))) break;
  }
  return false;
}

// Of two names without a word between them of which the first is a person: they are one name cut in two.
float cost_behind_person(const NameReading& reading) {
  if (is_person(reading)) return 3.5F;
  const bool vague = reading.type == EntityType::Organization || reading.type == EntityType::Place ||
                     reading.type == EntityType::NewsAgency || reading.type == EntityType::Council;
  return reading.mention && reading.kind == MentionKind::name && vague ? 1.5F : 0.0F;
}

std::vector<Chosen> best_readings(const NameGrammar& grammar, const NameScene& scene) {
  const std::vector<Piece>& pieces = scene.pieces;
  constexpr float model_weight = 0.35F;
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
      float score = steps[at].score + reading.score - (after_hyphen && reading.end > at + 1 ? 1.2F : 0.5F);
      if (reading.mention && reading.kind == MentionKind::name)
        score += model_weight * model_gain(scene, at + reading.owner, reading.end);
      if (follows_person(scene, steps, at)) score -= cost_behind_person(reading);
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
  if (reading.type == EntityType::Organization) lexicon.first_words.insert(fold(document.text(pieces[begin].range)));
  if (reading.type != EntityType::Person) return;
  // The surname is all after the last first name; "Jean-Yves Le Drian" is "Le Drian".
  const bool family_first = words.is(pieces[begin].lower, NameWord::family_first) && !pieces[parts[1]].initial;
  const std::size_t surname = family_first ? begin : parts.back();
  lexicon.surnames.emplace(fold(document.text(pieces[surname].range)), EntityType::Person);
  // "al-Eryani" of "Moammar al-Eryani"
  if (surname >= begin + 3 && pieces[surname - 1].hyphen && words.is(pieces[surname - 2].lower, NameWord::particle))
    lexicon.forms.emplace(fold(document.text({pieces[surname - 2].range.begin, pieces[surname].range.end})), EntityType::Person);
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

// Words that the article writes small: "the reform" beside "Oversight and Reform".
void learn_common_words(const std::vector<Piece>& pieces, NameLexicon& lexicon) {
  for (const Piece& piece : pieces)
    if (!piece.upper && !piece.punctuation && !piece.number && !piece.glued) lexicon.common_words.insert(piece.lower);
}

// Three passes over an article: what stands around each form; the names, of which short forms are learned; and the
// names again, short forms and headlines read by what was learned.
class NameFinder {
 public:
  NameFinder(const NameTables& tables, const NameModel& model, Document& document)
      : knowledge_(tables.knowledge), words_(tables.words), document_(document) {
    for (const Sentence& sentence : document.sentences) {
      pieces_.push_back(pieces_of(document, sentence.tokens));
      title_case_.push_back(is_title_case(pieces_.back()));
      scores_.emplace_back();
      if (!model.empty() && !title_case_.back()) scores_.back() = model.score(knowledge_, words_, document, sentence.tokens);
    }
  }

  void run() {
    NameLexicon votes;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (title_case_[i]) continue;
      learn_common_words(pieces_[i], votes);
      learn_common_acronyms(document_, pieces_[i], votes);
      const NameScene scene = scene_of(i);
      NameGrammar(knowledge_, NameLexicon(), scene).collect_votes(votes);
    }
    NameLexicon lexicon = votes;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (title_case_[i]) continue;
      const NameScene scene = scene_of(i);
      for (const Chosen& chosen : best_readings(NameGrammar(knowledge_, votes, scene), scene))
        learn(document_, words_, pieces_[i], chosen, lexicon);
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i) add_mentions(i, lexicon);
    agree_on_types(votes);
    std::sort(document_.mentions.begin(), document_.mentions.end(), [](const Mention& a, const Mention& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
  }

 private:
  NameScene scene_of(std::size_t i) const {
    return {document_, words_, knowledge_.rules(), pieces_[i], title_case_[i], scores_[i], document_.sentences[i].tokens.begin};
  }

  void add_mentions(std::size_t i, const NameLexicon& lexicon) {
    const NameScene scene = scene_of(i);
    const NameGrammar grammar(knowledge_, lexicon, scene);
    for (const Chosen& chosen : best_readings(grammar, scene)) {
      Mention mention = make_mention(document_, pieces_[i], chosen);
      if (chosen.second.capital) {
        mention.metonym = acts_as_government(document_, words_, mention);
        mention.type = mention.metonym ? EntityType::State : EntityType::Place;
      }
      document_.mentions.push_back(mention);
      for (const Chosen& inner : grammar.names_inside(chosen.first, chosen.second))
        document_.mentions.push_back(make_mention(document_, pieces_[i], inner));
    }
  }

  // One form is of one type in an article: that for which all its places together speak.
  void agree_on_types(const NameLexicon& votes) {
    std::map<std::string, std::vector<Mention*>> by_form;
    for (Mention& mention : document_.mentions)
      if (mention.kind == MentionKind::name && knowledge_.lookup(document_.text(mention.range)).empty())
        by_form[fold(document_.text(mention.range))].push_back(&mention);
    for (auto& entry : by_form) {
      const std::string& form = entry.first;
      std::vector<Mention*>& mentions = entry.second;  // clang 14 cannot capture a structured binding
      const EntityType first = mentions.front()->type;
      if (std::all_of(mentions.begin(), mentions.end(), [&](const Mention* m) { return m->type == first; })) continue;
      const auto found = votes.votes.find(form);
      const auto support = [&](EntityType type) {
        const auto uses = std::count_if(mentions.begin(), mentions.end(), [&](const Mention* m) { return m->type == type; });
        const float signs = found == votes.votes.end() ? 0.0F : found->second.sum[type];
        return static_cast<float>(uses) + 0.5F * signs - (type == EntityType::Place ? 0.5F : 0.0F);
      };
      EntityType best = first;
      for (const Mention* mention : mentions)
        if (support(mention->type) > support(best)) best = mention->type;
      for (Mention* mention : mentions) mention->type = best;
    }
    // The end of a name in several words that is a person elsewhere: so is the whole, and what is called so besides.
    for (auto& [form, mentions] : by_form) {
      if (mentions.front()->type != EntityType::Place || form.find(' ') == std::string::npos) continue;
      for (std::size_t space = form.find(' '); space != std::string::npos; space = form.find(' ', space + 1)) {
        const auto end = by_form.find(form.substr(space + 1));
        if (end == by_form.end() || end->second.front()->type != EntityType::Person) continue;
        for (Mention* mention : mentions) mention->type = EntityType::Person;
        break;
      }
    }
  }

  const Knowledge& knowledge_;
  const NameWords& words_;
  Document& document_;
  std::vector<std::vector<Piece>> pieces_;  // of each sentence, as all that follow
  std::vector<bool> title_case_;
  std::vector<std::vector<NameScores>> scores_;
};

}  // namespace

void find_names(const NameTables& tables, Document& document, const NameModel& model) { NameFinder(tables, model, document).run(); }

}  // namespace entente
