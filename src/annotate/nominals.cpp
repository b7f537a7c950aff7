// Definite descriptions: "the Secretary General", "the political analyst", "the bloc", "the treaty".
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "annotate/chains.hpp"
#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// A noun phrase that begins with "the" and is no name: its words without the article, the head last.
struct Description {
  Range tokens;  // with the article
  std::vector<std::string> words;
  std::string head;
  bool bare = true;         // nothing but nouns between the article and the head
  bool restricted = false;  // an "of" phrase or relative clause says which one
  bool purpose = false;     // what restricts it may as well say what for: "updating the document for more transparency"
  std::uint32_t sentence = 0;
};

bool restricts(const Document& document, std::uint32_t head) {
  for (const std::uint32_t i : children(document, head)) {
    if (i < head) continue;
    const Token& token = document.tokens[i];
    if (has_relation(token, "nmod") || has_relation(token, "acl")) return true;
  }
  return false;
}

// Is all that could restrict it a phrase that may as well belong to the verb: "updating the document for more transparency"?
bool may_be_adverbial(const Document& document, std::uint32_t head) {
  static constexpr std::array<std::string_view, 5> of_objects = {"for", "in", "at", "by", "as"};
  static constexpr std::array<std::string_view, 7> of_all = {"until", "since", "before", "after", "during", "without", "despite"};
  for (const std::uint32_t i : children(document, head)) {
    if (i < head) continue;
    if (has_relation(document.tokens[i], "acl")) return false;
    if (!has_relation(document.tokens[i], "nmod")) continue;
    const std::optional<std::uint32_t> preposition = child(document, i, "case");
    if (!preposition) return false;
    const std::string& word = document.tokens[*preposition].lemma;
    const bool loose = std::find(of_all.begin(), of_all.end(), word) != of_all.end();
    const bool object = has_relation(document.tokens[head], "obj");
    if (!loose && !(object && std::find(of_objects.begin(), of_objects.end(), word) != of_objects.end())) return false;
  }
  return true;
}

std::optional<Description> read_description(const Document& document, std::uint32_t article, Range sentence) {
  constexpr std::uint32_t longest = 5;
  Description out;
  std::uint32_t at = article + 1;
  for (; at < sentence.end && at <= article + longest; ++at) {
    const Token& token = document.tokens[at];
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    const bool modifier = token.upos == Upos::ADJ || (token.upos == Upos::PUNCT && document.form(at) == "-");
    if (!noun && !modifier) break;
    if (token.upos == Upos::PUNCT) continue;
    if (!noun) out.bare = false;
    out.words.push_back(lower(document.form(at)));
  }
  // The head is the last noun.
  while (at > article + 1 && document.tokens[at - 1].upos != Upos::NOUN && document.tokens[at - 1].upos != Upos::PROPN) {
    --at;
    if (!out.words.empty() && document.tokens[at].upos != Upos::PUNCT) out.words.pop_back();
  }
  if (at == article + 1 || out.words.empty()) return std::nullopt;
  if (at < sentence.end && (document.form(at) == "'s" || document.form(at) == "\xE2\x80\x99s")) out.restricted = false;
  out.tokens = {article, at};
  const Token& last = document.tokens[at - 1];
  out.head = last.upos == Upos::PROPN ? lower(document.form(at - 1)) : last.lemma;
  if (last.number == Number::plural || last.xpos == "NNS" || last.xpos == "NNPS") out.head = lower(document.form(at - 1));
  out.restricted = restricts(document, at - 1);
  out.purpose = may_be_adverbial(document, at - 1);
  return out;
}

class NominalResolver {
 public:
  explicit NominalResolver(ChainSet& set) : set_(set), names_(set.document.mentions.size()) {}

  void run() {
    const Document& document = set_.document;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Range sentence = document.sentences[s].tokens;
      for (std::uint32_t at = sentence.begin; at + 1 < sentence.end; ++at) {
        const std::string word = lower(document.form(at));
        if (word != "the" && word != "this") continue;
        std::optional<Description> found = read_description(document, at, sentence);
        if (!found) continue;
        found->sentence = s;
        if (!covered(found->tokens)) resolve(*found);
      }
    }
  }

 private:
  bool covered(Range tokens) const {
    for (std::uint32_t i = 0; i < names_; ++i)
      if (set_.mention(i).kind == MentionKind::name && set_.mention(i).tokens.overlaps(tokens)) return true;
    return false;
  }

  void resolve(const Description& description) {
    std::uint32_t chain = no_chain;
    const bool person = set_.words.is(description.head, NameWord::person_noun) || is_rank(description);
    if (person) {
      if (!description.restricted) chain = find_person(description);
    } else if (!description.restricted) {
      chain = find_thing(description);
    } else if (description.purpose && same_class(description, EntityType::Treaty)) {
      chain = find_thing(description);
    }
    if (chain == no_chain) return;
    const std::uint32_t mention = add_mention(set_, description.tokens, MentionKind::nominal, set_.chains[chain].type);
    set_.of_mention[mention] = chain;
    set_.chains[chain].mentions.push_back(mention);
  }

  // "Secretary General"
  bool is_rank(const Description& description) const {
    return description.words.size() >= 2 && description.head == "general" &&
           set_.words.is(description.words[description.words.size() - 2], NameWord::title);
  }

  // The last name mention of each chain before a token, and how many sentences back.
  std::optional<std::uint32_t> last_mention(const Chain& chain, std::uint32_t before) const {
    std::optional<std::uint32_t> last;
    for (const std::uint32_t m : chain.mentions)
      if (set_.mention(m).tokens.begin < before && set_.mention(m).kind != MentionKind::adjective &&
          (!last || set_.mention(m).tokens.begin > set_.mention(*last).tokens.begin))
        last = m;
    return last;
  }

  float match(const Description& description, const Chain& chain) const {
    bool all = true;
    bool head = false;
    for (const std::string& word : description.words) {
      const bool known = chain.descriptors.contains(word);
      const bool content = set_.words.is(word, NameWord::title) || set_.words.is(word, NameWord::person_noun) ||
                           set_.words.is(word, NameWord::title_modifier);
      if (content && !known) all = false;
      if (known && (word == description.head || is_rank(description))) head = true;
    }
    if (head && all) return 3.0F;
    if (head) return 1.5F;
    for (const std::string& specific : chain.descriptors)
      if (set_.words.may_call(description.head, specific)) return 2.0F;
    return chain.descriptors.empty() ? 0.6F : 0.0F;
  }

  std::uint32_t find_person(const Description& description) const {
    std::uint32_t best = no_chain;
    float best_score = 0;
    float second = 0;
    for (std::uint32_t i = 0; i < set_.chains.size(); ++i) {
      const Chain& chain = set_.chains[i];
      if (chain.type != EntityType::Person) continue;
      const auto last = last_mention(chain, description.tokens.begin);
      if (!last) continue;
      const auto distance = static_cast<float>(description.sentence - set_.document.sentence_of(set_.mention(*last).tokens.begin));
      const float fit = match(description, chain);
      if (fit <= 0 || distance > 8) continue;
      float score = fit - 0.3F * distance;
      if (has_relation(set_.document.tokens[set_.mention(*last).head], "nsubj")) score += 0.4F;
      if (score > best_score) {
        second = best_score;
        best_score = score;
        best = i;
      } else {
        second = std::max(second, score);
      }
    }
    return best_score >= 1.3F && best_score - second >= 0.25F ? best : no_chain;
  }

  bool same_class(const Description& description, EntityType type) const {
    const std::string& head = description.head;
    const auto one_of = [&](std::initializer_list<std::string_view> list) {
      return std::find(list.begin(), list.end(), head) != list.end();
    };
    switch (type) {
      case EntityType::Treaty:
        return one_of(
            {"treaty", "agreement", "accord", "pact", "deal", "document", "convention", "protocol", "memorandum", "resolution"});
      case EntityType::InternationalOrganization:
        return one_of({"alliance", "bloc", "block", "organization", "organisation", "union", "grouping"});
      case EntityType::Council: return one_of({"council"});
      case EntityType::Summit: return one_of({"summit", "conference", "forum"});
      case EntityType::Exercise:
        return one_of({"exercise", "exercises", "drill", "drills", "war games", "maneuvers", "manoeuvres"});
      case EntityType::NewsAgency: return one_of({"agency"});
      case EntityType::Equipment: return set_.words.is(head, NameWord::equipment_apposition) && head != "system" && head != "agent";
      default: return false;
    }
  }

  // Do all words of the description stand in a name of the chain: "the border agreement"?
  bool words_in_name(const Description& description, const Chain& chain) const {
    for (const std::uint32_t m : chain.mentions) {
      if (set_.mention(m).kind != MentionKind::name) continue;
      const std::string name = " " + fold(set_.form(m)) + " ";
      if (std::all_of(description.words.begin(), description.words.end(),
                      [&](const std::string& word) { return name.find(" " + fold(word) + " ") != std::string::npos; }))
        return true;
    }
    return false;
  }

  bool contextual_name(const Description& description, const Chain& chain) const {
    if (chain.item == no_item) return false;
    const std::string_view form = set_.document.text(set_.document.bytes(description.tokens));
    for (const Name& name : set_.knowledge.lookup(form))
      if (name.item == chain.item && name.kind == NameKind::contextual) return true;
    return false;
  }

  std::uint32_t find_thing(const Description& description) const {
    std::uint32_t best = no_chain;
    float best_score = 0;
    for (std::uint32_t i = 0; i < set_.chains.size(); ++i) {
      const Chain& chain = set_.chains[i];
      if (chain.type == EntityType::Person || chain.mentions.empty()) continue;
      const auto last = last_mention(chain, description.tokens.begin);
      if (!last) continue;
      float score = 0;
      if (contextual_name(description, chain)) {
        score = 3.0F;
      } else if (words_in_name(description, chain) && is_headed(description) && chain.type != EntityType::State) {
        score = 2.5F;
      } else if (description.words.size() == 1 && same_class(description, chain.type)) {
        score = 1.8F;
      } else {
        continue;
      }
      score -= 0.1F * static_cast<float>(description.sentence - set_.document.sentence_of(set_.mention(*last).tokens.begin));
      score += 0.00001F * static_cast<float>(set_.mention(*last).tokens.begin);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best_score >= 1.0F ? best : no_chain;
  }

  bool is_headed(const Description& description) const {
    return set_.words.is_head(description.head) || set_.words.is(description.head, NameWord::organization_apposition);
  }

  ChainSet& set_;
  std::size_t names_;
};

}  // namespace

void chain_nominals(ChainSet& set) { NominalResolver(set).run(); }

}  // namespace entente
