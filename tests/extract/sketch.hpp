// Documents sketched by hand, so that an extractor's test does not depend on the parser's mood, and a knowledge base
// that has the word classes of the ontology and nothing else.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "entente/claim.hpp"
#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "knowledge/world.hpp"

namespace entente::test {

inline const Knowledge& words_alone() {
  static const Knowledge knowledge = [] {
    World world("");
    std::filesystem::copy(ENTENTE_SOURCE_DIR "/ontology/rules/classes", world.folder() + "/rules/classes");
    return world.knowledge();
  }();
  return knowledge;
}

// Sketch("Deputy/NNP Minister/NNP Ada/NNP Smith/NNP said/VBD ~./."): forms with their Penn tags; ~ glues to what stands
// before; a full stop ends a sentence. "met/VBD=meet>0:root" adds a lemma, and head and relation (heads are counted from 1
// within the sentence). Names are added by their words, at their first place.
class Sketch {
 public:
  explicit Sketch(std::string_view text) {
    std::uint32_t first = 0;
    for (const std::string_view item : split(text, ' ')) {
      if (item.empty()) continue;
      add_token(item, first);
      if (document.form(static_cast<std::uint32_t>(document.tokens.size()) - 1) == ".") first = close_sentence(first);
    }
    close_sentence(first);
  }

  Sketch& name(std::string_view words, EntityType type, MentionKind kind = MentionKind::name, std::string_view entity = {}) {
    const Range tokens = find(words);
    Mention mention;
    mention.tokens = tokens;
    mention.range = document.bytes(tokens);
    mention.head = tokens.end - 1;
    mention.kind = kind;
    mention.type = type;
    mention.entity = entity_named(entity.empty() ? words : entity, type);
    const auto after = std::upper_bound(document.mentions.begin(), document.mentions.end(), mention,
                                        [](const Mention& a, const Mention& b) { return a.range.begin < b.range.begin; });
    document.mentions.insert(after, mention);
    return *this;
  }
  Sketch& person(std::string_view words) { return name(words, EntityType::Person); }
  Sketch& state(std::string_view words, std::string_view entity = {}) {
    return name(words, EntityType::State, MentionKind::name, entity);
  }
  Sketch& adjective(std::string_view words, std::string_view entity) {
    return name(words, EntityType::State, MentionKind::adjective, entity);
  }
  Sketch& body(std::string_view words) { return name(words, EntityType::GovernmentBody); }

  Sketch& depends(std::string_view word, std::string_view head, std::string_view relation) {
    Token& token = document.tokens[find(word).begin];
    token.head = static_cast<std::int32_t>(find(head).begin);
    token.relation = relation;
    return *this;
  }
  Sketch& lemma(std::string_view word, std::string_view lemma) {
    document.tokens[find(word).begin].lemma = lemma;
    return *this;
  }
  Sketch& date(std::string_view words, TimeSpan value) {
    const Range tokens = find(words);
    document.times.push_back({.tokens = tokens, .range = document.bytes(tokens), .value = value});
    return *this;
  }

  Document document;

 private:
  static Upos upos_of(std::string_view xpos) {
    static const std::map<std::string_view, Upos> exact = {
        {"IN", Upos::ADP}, {"DT", Upos::DET},   {"CC", Upos::CCONJ}, {"MD", Upos::AUX},   {"TO", Upos::PART}, {"POS", Upos::PART},
        {"CD", Upos::NUM}, {"PRP", Upos::PRON}, {"WP", Upos::PRON},  {"WDT", Upos::PRON}, {"AUX", Upos::AUX}, {"PRP$", Upos::PRON}};
    if (const auto found = exact.find(xpos); found != exact.end()) return found->second;
    if (xpos.starts_with("NNP")) return Upos::PROPN;
    if (xpos.starts_with("NN")) return Upos::NOUN;
    if (xpos.starts_with("VB")) return Upos::VERB;
    if (xpos.starts_with("JJ")) return Upos::ADJ;
    if (xpos.starts_with("RB")) return Upos::ADV;
    return Upos::PUNCT;
  }

  void add_token(std::string_view item, std::uint32_t first) {
    const bool glued = item.starts_with('~');
    if (glued) item.remove_prefix(1);
    std::string_view arc;
    if (const std::size_t at = item.find('>'); at != std::string_view::npos) {
      arc = item.substr(at + 1);
      item = item.substr(0, at);
    }
    std::string_view stem;
    if (const std::size_t at = item.find('='); at != std::string_view::npos) {
      stem = item.substr(at + 1);
      item = item.substr(0, at);
    }
    const std::size_t slash = item.rfind('/');
    std::string& text = document.article.text;
    if (!text.empty() && !glued) text += ' ';
    Token token;
    token.range.begin = static_cast<std::uint32_t>(text.size());
    text += item.substr(0, slash);
    token.range.end = static_cast<std::uint32_t>(text.size());
    token.xpos = item.substr(slash + 1);
    token.upos = upos_of(token.xpos);
    token.lemma = stem.empty() ? lower(item.substr(0, slash)) : std::string(stem);
    token.relation = "dep";
    if (const std::size_t colon = arc.find(':'); colon != std::string_view::npos) {
      const int head = std::stoi(std::string(arc.substr(0, colon)));
      token.head = head == 0 ? Token::root : static_cast<std::int32_t>(first) + head - 1;
      token.relation = arc.substr(colon + 1);
    }
    if (token.xpos == "VBG") token.verb_form = VerbForm::gerund;
    if (token.xpos == "VB") token.verb_form = VerbForm::infinitive;
    if (token.xpos == "VBN") token.verb_form = VerbForm::participle;
    if (token.xpos == "NNS") token.number = Number::plural;
    document.tokens.push_back(token);
  }

  std::uint32_t close_sentence(std::uint32_t first) {
    const auto end = static_cast<std::uint32_t>(document.tokens.size());
    if (end == first) return end;
    document.sentences.push_back({{first, end}, document.bytes({first, end}), 0});
    return end;
  }

  Range find(std::string_view words) const {
    std::vector<std::string_view> wanted;
    for (const std::string_view word : split(words, ' ')) wanted.push_back(word);
    for (std::uint32_t i = 0; i + wanted.size() <= document.tokens.size(); ++i) {
      bool all = true;
      for (std::uint32_t j = 0; j < wanted.size() && all; ++j) all = document.form(i + j) == wanted[j];
      if (all) return {i, i + static_cast<std::uint32_t>(wanted.size())};
    }
    FAIL("no such words in the sketch: " << words);
    return {};
  }

  EntityIndex entity_named(std::string_view name, EntityType type) {
    for (EntityIndex i = 0; i < document.entities.size(); ++i)
      if (document.entities[i].name == name) return i;
    DocumentEntity entity;
    entity.type = type;
    entity.name = name;
    document.entities.push_back(entity);
    return static_cast<EntityIndex>(document.entities.size()) - 1;
  }
};

}  // namespace entente::test
