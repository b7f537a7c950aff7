#include "annotate/document_of.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>

#include "base/text.hpp"

namespace entente::test {

namespace {

Upos coarse(const std::string& tag) {
  if (tag == "NNP" || tag == "NNPS") return Upos::PROPN;
  if (tag[0] == 'N') return Upos::NOUN;
  if (tag[0] == 'V') return Upos::VERB;
  if (tag == "MD") return Upos::AUX;
  if (tag == "CD") return Upos::NUM;
  if (tag == "IN" || tag == "TO") return Upos::ADP;
  if (tag == "CC") return Upos::CCONJ;
  if (tag == "DT") return Upos::DET;
  if (tag.starts_with("PRP") || tag.starts_with("W")) return Upos::PRON;
  if (tag.starts_with("JJ")) return Upos::ADJ;
  if (tag.starts_with("RB")) return Upos::ADV;
  if (std::isalpha(static_cast<unsigned char>(tag[0])) == 0) return Upos::PUNCT;
  return Upos::X;
}

std::string guessed_tag(const std::string& form) {
  if (form == "the" || form == "The" || form == "a" || form == "an") return "DT";
  const auto first = static_cast<unsigned char>(form[0]);
  if (std::isdigit(first) != 0) return "CD";
  if (std::isalpha(first) == 0) return first < 0x80 || form.starts_with("“") || form.starts_with("”") ? "." : "NN";
  return std::isupper(first) != 0 ? "NNP" : "NN";
}

Token token_of(std::string_view word, std::uint32_t sentence_start) {
  const std::vector<std::string_view> parts = word == "/" ? std::vector<std::string_view>{word} : split(word, '/');
  Token token;
  const std::string form(parts[0]);
  token.xpos = parts.size() > 1 && !parts[1].empty() ? std::string(parts[1]) : guessed_tag(form);
  token.upos = coarse(token.xpos);
  token.head = parts.size() > 2 ? std::stoi(std::string(parts[2])) - 1 : -2;
  if (token.head >= 0) token.head += static_cast<std::int32_t>(sentence_start);
  token.relation = parts.size() > 3 ? std::string(parts[3]) : "dep";
  token.lemma = parts.size() > 4 ? std::string(parts[4]) : lower(form);
  if (token.relation.starts_with("aux") || token.relation == "cop") token.upos = Upos::AUX;
  return token;
}

void attach_the_rest(Document& document, Range tokens) {
  std::uint32_t verb = tokens.begin;
  for (std::uint32_t i = tokens.end; i-- > tokens.begin;)
    if (document.tokens[i].upos == Upos::VERB) verb = i;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
    if (document.tokens[i].head == Token::root) verb = i;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (document.tokens[i].xpos != "DT" || document.tokens[i].head != -2) continue;
    std::uint32_t noun = i;
    while (noun + 1 < tokens.end && !document.tokens[noun].xpos.starts_with("NN")) ++noun;
    document.tokens[i].head = static_cast<std::int32_t>(noun);
    document.tokens[i].relation = "det";
  }
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
    if (document.tokens[i].head == -2) document.tokens[i].head = i == verb ? Token::root : static_cast<std::int32_t>(verb);
}

// A head outside of its sentence is a slip of the test's author, which no annotator makes.
void check_heads(const Document& document, Range tokens, std::string_view line) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
    if (document.tokens[i].head != Token::root && !tokens.contains(static_cast<std::uint32_t>(document.tokens[i].head)))
      FAIL("a head outside of its sentence: " << line);
}

}  // namespace

Document document_of(std::string_view sentences) {
  Document document;
  std::string& text = document.article.text;
  for (std::string_view line : split(sentences, '\n')) {
    line = trim(line);
    if (line.empty()) continue;
    const bool same_block = line.starts_with("+ ");
    if (same_block) line.remove_prefix(2);
    if (!text.empty()) text += same_block ? " " : "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    for (const std::string_view word : split(line, ' ')) {
      Token token = token_of(word, first);
      if (text.size() > begin) text += ' ';
      token.range.begin = static_cast<std::uint32_t>(text.size());
      text += word == "/" ? word : split(word, '/')[0];
      token.range.end = static_cast<std::uint32_t>(text.size());
      document.tokens.push_back(token);
    }
    const Range tokens{first, static_cast<std::uint32_t>(document.tokens.size())};
    attach_the_rest(document, tokens);
    check_heads(document, tokens, line);
    const Range bytes{begin, static_cast<std::uint32_t>(text.size())};
    if (same_block && !document.article.blocks.empty())
      document.article.blocks.back().range.end = bytes.end;
    else
      document.article.blocks.push_back({bytes, BlockKind::paragraph});
    document.sentences.push_back({tokens, bytes, static_cast<std::uint32_t>(document.article.blocks.size()) - 1});
  }
  return document;
}

}  // namespace entente::test
