// Pronouns by salience: subjects and recent persons of fitting gender first (after Lappin and Leass 1994, much reduced). A
// pronoun with two equally good antecedents stays unresolved.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "annotate/chains.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// For each token: does it stand inside of double quotation marks? Marks are counted within a block.
std::vector<bool> quoted_tokens(const Document& document) {
  std::vector<bool> quoted(document.tokens.size(), false);
  std::uint32_t block = ~std::uint32_t{0};
  bool open = false;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.block != block) open = false;
    block = sentence.block;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view form = document.form(i);
      if (form == "\xE2\x80\x9C" || form == "\xC2\xAB" || form == "``") {
        open = true;
      } else if (form == "\xE2\x80\x9D" || form == "\xC2\xBB" || form == "''") {
        open = false;
      } else if (form == "\"") {
        open = !open;
      } else {
        quoted[i] = open;
      }
    }
  }
  return quoted;
}

Gender gender_of(std::string_view pronoun) {
  if (one_of(pronoun, {"he", "him", "his", "himself"})) return Gender::masculine;
  if (one_of(pronoun, {"she", "her", "hers", "herself"})) return Gender::feminine;
  return Gender::none;
}

class PronounResolver {
 public:
  explicit PronounResolver(ChainSet& set) : set_(set), quoted_(quoted_tokens(set.document)) {
    for (std::uint32_t i = 0; i < set.document.mentions.size(); ++i)
      if (set.of_mention[i] != no_chain && set.mention(i).kind != MentionKind::adjective) order_.push_back(i);
    sort_order();
  }

  void run() {
    const Document& document = set_.document;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
      sentence_ = s;
      const Range tokens = document.sentences[s].tokens;
      for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
        if (document.tokens[at].upos != Upos::PRON) continue;
        const std::string word = lower(document.form(at));
        if (is_style(at)) continue;
        std::uint32_t chain = no_chain;
        if (gender_of(word) != Gender::none) {
          chain = quoted_[at] ? no_chain : find_person(at, gender_of(word));
        } else if (one_of(word, {"who", "which", "that"})) {
          chain = find_relative(at);
        } else if (one_of(word, {"it", "its"}) && !quoted_[at]) {
          chain = find_thing(at, word == "its");
          if (chain == no_chain && word == "it") chain = find_treaty(at);
        }
        if (chain == no_chain) continue;
        // Whom the text once calls "she" is not "he" below.
        Chain& meant = set_.chains[chain];
        if (meant.type == EntityType::Person && meant.gender == Gender::none) meant.gender = gender_of(word);
        const std::uint32_t mention = add_mention(set_, {at, at + 1}, MentionKind::pronoun, set_.chains[chain].type);
        set_.of_mention[mention] = chain;
        set_.chains[chain].mentions.push_back(mention);
        const auto place = std::upper_bound(order_.begin(), order_.end(), mention, [&](std::uint32_t a, std::uint32_t b) {
          return set_.mention(a).tokens.begin < set_.mention(b).tokens.begin;
        });
        order_.insert(place, mention);
      }
    }
  }

 private:
  void sort_order() {
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return set_.mention(a).tokens.begin < set_.mention(b).tokens.begin; });
  }

  const Token& token(std::uint32_t at) const { return set_.document.tokens[at]; }

  // "HE Ambassador X": His Excellency, not "he".
  bool is_style(std::uint32_t at) const {
    const std::string_view form = set_.document.form(at);
    if (form != "HE" || at + 1 >= set_.document.tokens.size()) return false;
    const std::string_view next = set_.document.form(at + 1);
    return starts_upper(next) && (next.size() < 2 || !starts_upper(next.substr(1)));
  }

  // A name inside of a longer title or possessive ("Russia's Lavrov") counts by its own head.
  float salience(std::uint32_t mention, std::uint32_t pronoun) const {
    const Mention& m = set_.mention(mention);
    const Token& head = token(m.head);
    const std::uint32_t distance = sentence_ - set_.document.sentence_of(m.tokens.begin);
    float score = 1.5F - static_cast<float>(distance);
    if (has_relation(head, "nsubj")) score += 1.0F;
    if (has_relation(head, "nmod:poss") || has_relation(head, "compound")) score -= 0.4F;
    if (has_relation(head, "obl") || has_relation(head, "nmod")) score -= 0.3F;
    if (quoted_[m.tokens.begin] && !quoted_[pronoun]) score -= 1.0F;
    if (m.kind == MentionKind::pronoun) score += 0.2F;
    return score;
  }

  // The subject and the object of one verb are different persons, unless the pronoun is possessive or reflexive.
  bool bound(std::uint32_t mention, std::uint32_t pronoun) const {
    const std::string word = lower(set_.document.form(pronoun));
    if (one_of(word, {"his", "her", "its", "himself", "herself"}) && token(pronoun).relation != "obj") return false;
    const std::int32_t a = token(set_.mention(mention).head).head;
    return a >= 0 && a == token(pronoun).head;
  }

  std::uint32_t find_person(std::uint32_t at, Gender gender) const {
    std::vector<std::pair<float, std::uint32_t>> scores;  // by chain
    for (const std::uint32_t m : order_) {
      if (set_.mention(m).tokens.begin >= at) break;
      const std::uint32_t chain = set_.of_mention[m];
      const Chain& c = set_.chains[chain];
      if (c.type != EntityType::Person) continue;
      if (c.gender != Gender::none && c.gender != gender) continue;
      if (sentence_ - set_.document.sentence_of(set_.mention(m).tokens.begin) > 3 || bound(m, at)) continue;
      float score = salience(m, at);
      if (c.gender == gender) score += 0.4F;
      const auto known = std::find_if(scores.begin(), scores.end(), [&](const auto& s) { return s.second == chain; });
      if (known == scores.end()) {
        scores.emplace_back(score, chain);
      } else {
        known->first = std::max(known->first, score);
      }
    }
    if (scores.empty()) return no_chain;
    std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    // Far back only where there is nobody else.
    const bool alone = scores.size() == 1 && set_.chains[scores[0].second].gender == gender;
    if (scores[0].first < (alone ? -0.7F : 0.3F)) return no_chain;
    if (scores.size() > 1 && scores[0].first - scores[1].first < 0.15F) return no_chain;
    return scores[0].second;
  }

  // "X, who ...": the pronoun's clause hangs on the name, or on a noun in apposition to it.
  std::uint32_t find_relative(std::uint32_t at) const {
    std::int32_t clause = token(at).head;
    for (int steps = 0; steps < 3 && clause >= 0; ++steps) {
      const Token& verb = token(static_cast<std::uint32_t>(clause));
      if (has_relation(verb, "acl")) {
        auto noun = verb.head;
        if (noun >= 0 && has_relation(token(static_cast<std::uint32_t>(noun)), "appos") && chain_headed(noun) == no_chain)
          noun = token(static_cast<std::uint32_t>(noun)).head;
        const std::uint32_t chain = noun < 0 ? no_chain : chain_headed(noun);
        if (chain == no_chain) return no_chain;
        const bool person = set_.chains[chain].type == EntityType::Person;
        const std::string word = lower(set_.document.form(at));
        if ((word == "who") != person && word != "that") return no_chain;
        return chain;
      }
      clause = verb.head;
    }
    return no_chain;
  }

  std::uint32_t chain_headed(std::int32_t noun) const {
    for (const std::uint32_t m : order_)
      if (set_.mention(m).head == static_cast<std::uint32_t>(noun) && set_.mention(m).kind != MentionKind::pronoun)
        return set_.of_mention[m];
    return no_chain;
  }

  static bool acts(EntityType type) {
    return type == EntityType::State || type == EntityType::GovernmentBody || type == EntityType::InternationalOrganization ||
           type == EntityType::Organization || type == EntityType::Council || type == EntityType::NewsAgency;
  }

  // "it" for the subject of the clause above ("Iran said it would ..."), or, as the subject of a verb of doing, for the
  // subject of the sentence before.
  std::uint32_t find_thing(std::uint32_t at, bool possessive) const {
    const Range here = set_.document.sentences[sentence_].tokens;
    std::uint32_t best = no_chain;
    std::uint32_t subjects = 0;
    for (const std::uint32_t m : order_) {
      const Mention& mention = set_.mention(m);
      if (mention.tokens.begin >= at) break;
      if (mention.tokens.begin < here.begin || !has_relation(token(mention.head), "nsubj")) continue;
      if (bound(m, at)) continue;
      ++subjects;
      best = acts(set_.chains[set_.of_mention[m]].type) ? set_.of_mention[m] : no_chain;
    }
    if (best == no_chain && possessive && subjects == 0) return no_chain;
    if (best != no_chain) {
      if (!possessive && !has_relation(token(at), "nsubj")) return no_chain;
      return expletive(at) ? no_chain : best;
    }
    return no_chain;
  }

  // "withdrew from it", "has not ratified it": only a treaty can be meant. The last one named here or in the sentence before.
  std::uint32_t find_treaty(std::uint32_t at) const {
    const Token& pronoun = token(at);
    const bool under = has_relation(pronoun, "obj") || has_relation(pronoun, "obl");
    if (!under || pronoun.head < 0) return no_chain;
    const Token& verb = token(static_cast<std::uint32_t>(pronoun.head));
    const auto in = [&](const char* name) { return set_.knowledge.rules().in_class(name, verb.lemma); };
    const bool from = has_relation(pronoun, "obl") && one_of(verb.lemma, {"withdraw", "comply", "accede", "adhere", "abide"});
    const bool direct = has_relation(pronoun, "obj") && one_of(verb.lemma, {"sign", "ratify", "renegotiate", "abrogate", "amend"});
    if (!from && !direct && !(has_relation(pronoun, "obj") && in("treaty-breach-verb"))) return no_chain;
    std::uint32_t best = no_chain;
    for (const std::uint32_t m : order_) {
      if (set_.mention(m).tokens.begin >= at) break;
      if (sentence_ - set_.document.sentence_of(set_.mention(m).tokens.begin) > 1) continue;
      if (set_.chains[set_.of_mention[m]].type == EntityType::Treaty) best = set_.of_mention[m];
    }
    return best;
  }

  // "it is clear that", "it seems", "it takes": no antecedent.
  bool expletive(std::uint32_t at) const {
    if (has_relation(token(at), "expl")) return true;
    const std::int32_t verb = token(at).head;
    if (verb < 0) return true;
    const Token& v = token(static_cast<std::uint32_t>(verb));
    if (v.upos == Upos::ADJ) return true;
    return one_of(v.lemma, {"seem", "appear", "take", "rain", "snow", "mean", "look", "turn", "happen"});
  }

  ChainSet& set_;
  std::vector<bool> quoted_;
  std::vector<std::uint32_t> order_;  // resolved mentions by place
  std::uint32_t sentence_ = 0;
};

}  // namespace

void chain_pronouns(ChainSet& set) { PronounResolver(set).run(); }

}  // namespace entente
