// What the text calls persons beside their names, whose office it says they hold, and their gender.
#include <algorithm>

#include "annotate/chains.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

class Describer {
 public:
  Describer(ChainSet& set, std::uint32_t mention)
      : set_(set), mention_(set.mention(mention)), chain_(set.chains[set.of_mention[mention]]) {}

  void run() {
    sentence_ = sentence_tokens(document(), mention_.tokens.begin);
    if (mention_.tokens.size() > 1) describe(mention_.tokens.begin);  // "Pope Francis"
    before();
    after();
    by_parse();
    gender();
  }

 private:
  const Document& document() const { return set_.document; }
  std::string form(std::uint32_t token) const { return lower(document().form(token)); }

  void describe(std::uint32_t token) {
    std::string word = form(token);
    if (!word.empty() && word.back() == '.') word.pop_back();
    const std::string& lemma = document().tokens[token].lemma;
    for (const std::string& w : {word, lower(lemma)}) {
      if (set_.words.is(w, NameWord::title) || set_.words.is(w, NameWord::person_noun) ||
          set_.words.is(w, NameWord::title_modifier) || set_.knowledge.rules().in_class("private-person-noun", w))
        chain_.descriptors.insert(w);
    }
  }

  // The state that a mention stands for or belongs to, and the body itself.
  void place(std::uint32_t token) {
    const Mention* other = mention_at(document(), token);
    if (other == nullptr || other == &mention_) return;
    const auto index = static_cast<std::size_t>(other - document().mentions.data());
    const std::uint32_t chain = set_.of_mention[index];
    if (chain == no_chain) return;
    if (set_.chains[chain].item != no_item) chain_.bodies.insert(set_.chains[chain].item);
    if (chain_.state != no_item) return;
    if (set_.chains[chain].type == EntityType::State) {
      chain_.state = set_.chains[chain].item;
    } else if (set_.chains[chain].type == EntityType::GovernmentBody) {
      chain_.state = set_.chains[chain].state;
    }
  }

  static bool is_plural(const Token& token) { return token.xpos == "NNS" || token.xpos == "NNPS"; }

  // A preposition that does not lead to whose office it is: "the minister, under fire over Ruritania".
  bool leads_away(std::uint32_t token) const {
    if (document().tokens[token].upos != Upos::ADP) return false;
    const std::string word = form(token);
    return word != "of" && word != "at" && word != "for" && word != "from" && word != "in";
  }

  bool describes(std::uint32_t token) const {
    const Token& t = document().tokens[token];
    return t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::ADJ || t.upos == Upos::ADV;
  }

  // "Russian Deputy Defence Minister X", "the Foreign Minister of Russia X", "the Italian foreign minister, X".
  void before() {
    std::uint32_t at = mention_.tokens.begin;
    if (at > sentence_.begin && document().form(at - 1) == ",") --at;
    int left = 10;
    while (at > sentence_.begin && left-- > 0) {
      --at;
      const std::string word = form(at);
      const Token& token = document().tokens[at];
      if (word == "of" || word == "the" || word == "." || word == "'s" || word == "\xE2\x80\x99s") continue;
      if (token.upos == Upos::PUNCT && word != "-") break;
      if (!describes(at)) break;
      const Mention* other = mention_at(document(), at);
      if (other != nullptr &&
          set_.document.mentions[static_cast<std::size_t>(other - document().mentions.data())].type == EntityType::Person)
        break;
      // "Ambassador to Norway Ada Lind": not her own state.
      if (other != nullptr && other->tokens.begin > sentence_.begin && form(other->tokens.begin - 1) == "to") {
        at = other->tokens.begin - 1;
        continue;
      }
      // "the Greek and French ministers, X and Y": whose minister each is cannot be told here.
      if (other == nullptr && is_plural(token)) break;
      describe(at);
      place(at);
    }
  }

  // "X, head of the centre", "X, an international security expert at ...".
  void after() {
    std::uint32_t at = mention_.tokens.end;
    if (at >= sentence_.end || document().form(at) != ",") return;
    for (++at; at < sentence_.end && at < mention_.tokens.end + 12; ++at) {
      const Token& token = document().tokens[at];
      if (mention_at(document(), at) == nullptr && (is_plural(token) || leads_away(at))) return;
      if (token.upos == Upos::PUNCT || token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PRON) return;
      if (token.upos == Upos::NOUN || token.upos == Upos::PROPN) describe(at);
      place(at);
    }
  }

  void by_parse() {
    const Token& head = document().tokens[mention_.head];
    if (head.head >= 0 && (has_relation(head, "appos") || has_relation(head, "flat")))
      describe(static_cast<std::uint32_t>(head.head));
    for (const std::uint32_t i : children(document(), mention_.head))
      if (has_relation(document().tokens[i], "appos")) describe(i);
  }

  void gender() {
    if (chain_.gender != Gender::none) return;
    if (mention_.tokens.begin > sentence_.begin) {
      std::string title = form(mention_.tokens.begin - 1);
      if (!title.empty() && title.back() == '.') title.pop_back();
      for (const char* word : {"mr", "sir", "king", "prince", "lord", "pope"})
        if (title == word) chain_.gender = Gender::masculine;
      for (const char* word : {"mrs", "ms", "miss", "mme", "queen", "princess", "lady", "dame", "spokeswoman", "chairwoman"})
        if (title == word) chain_.gender = Gender::feminine;
    }
    if (chain_.gender != Gender::none || mention_.tokens.size() < 2) return;
    const char known = set_.knowledge.first_name_gender(document().form(mention_.tokens.begin));
    if (known == 'm') chain_.gender = Gender::masculine;
    if (known == 'f') chain_.gender = Gender::feminine;
  }

  ChainSet& set_;
  const Mention& mention_;
  Chain& chain_;
  Range sentence_;
};

}  // namespace

void describe_persons(ChainSet& set) {
  for (std::uint32_t i = 0; i < set.document.mentions.size(); ++i)
    if (set.mention(i).kind == MentionKind::name && set.of_mention[i] != no_chain &&
        set.chains[set.of_mention[i]].type == EntityType::Person)
      Describer(set, i).run();
}

}  // namespace entente
