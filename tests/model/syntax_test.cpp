#include "model/syntax.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// A document of one sentence from (form, head, relation), heads counted from 0, -1 for the root.
struct Word {
  std::string form;
  int head;
  std::string relation;
};

Document sentence(const std::vector<Word>& words) {
  Document document;
  for (const Word& word : words) {
    if (!document.article.text.empty()) document.article.text += ' ';
    Token token;
    token.range.begin = static_cast<std::uint32_t>(document.article.text.size());
    document.article.text += word.form;
    token.range.end = static_cast<std::uint32_t>(document.article.text.size());
    token.head = word.head;
    token.relation = word.relation;
    token.lemma = word.form;
    document.tokens.push_back(token);
  }
  const auto size = static_cast<std::uint32_t>(words.size());
  document.sentences.push_back({{0, size}, {0, static_cast<std::uint32_t>(document.article.text.size())}, 0});
  return document;
}

Mention name(Range tokens, std::uint32_t head, EntityIndex entity) {
  Mention mention;
  mention.tokens = tokens;
  mention.head = head;
  mention.entity = entity;
  return mention;
}

//                          0       1          2        3       4      5        6        7
// Minister Ada Smith did not praise Norway and Chile
Document example() {
  Document document = sentence({{"Minister", 5, "nsubj"},
                                {"Ada", 0, "flat"},
                                {"Smith", 1, "flat"},
                                {"did", 5, "aux"},
                                {"not", 5, "advmod"},
                                {"praise", -1, "root"},
                                {"Norway", 5, "obj"},
                                {"and", 8, "cc"},
                                {"Chile", 6, "conj"}});
  document.mentions = {name({1, 3}, 1, 0), name({6, 7}, 6, 1), name({8, 9}, 8, 2)};
  return document;
}

}  // namespace

TEST_CASE("children, subtree and head of a stretch", "[model]") {
  const Document document = example();
  CHECK(children(document, 5) == std::vector<std::uint32_t>{0, 3, 4, 6});
  CHECK(subtree(document, 0) == Range{0, 3});
  CHECK(subtree(document, 6) == Range{6, 9});
  CHECK(subtree(document, 5) == Range{0, 9});
  CHECK(head_of(document, {1, 3}) == 1);
  CHECK(dominates(document, 0, 2));
  CHECK_FALSE(dominates(document, 2, 0));
}

TEST_CASE("relations match with and without their subtype", "[model]") {
  Token token;
  token.relation = "nsubj:pass";
  CHECK(has_relation(token, "nsubj"));
  CHECK_FALSE(has_relation(token, "nsubj", true));
  CHECK_FALSE(has_relation(token, "nsub"));
  CHECK(has_relation(token, "nsubj:pass"));
}

TEST_CASE("negation hangs on the verb", "[model]") {
  const Document document = example();
  CHECK(is_negated(document, 5));
  CHECK_FALSE(is_negated(document, 6));
}

TEST_CASE("neither of two verbs happened, not the second either", "[model]") {
  const Document document = sentence({{"Peru", 2, "nsubj"},
                                      {"neither", 2, "cc:preconj"},
                                      {"signed", -1, "root"},
                                      {"nor", 4, "cc"},
                                      {"ratified", 2, "conj"},
                                      {"it", 4, "obj"},
                                      {"and", 7, "cc"},
                                      {"left", 2, "conj"}});
  CHECK(is_negated(document, 2));
  CHECK(is_negated(document, 4));
  CHECK_FALSE(is_negated(document, 7));
}

TEST_CASE("a token stands for an entity by its mention or by the name attached to a title", "[model]") {
  const Document document = example();
  CHECK(entity_of(document, 6) == 1);
  CHECK(entity_of(document, 0) == 0);
  CHECK(entity_of(document, 5) == no_entity);
  CHECK(entities_of(document, 6) == std::vector<EntityIndex>{1, 2});
  REQUIRE(mention_at(document, 2) != nullptr);
  CHECK(mention_at(document, 2)->tokens == Range{1, 3});
  CHECK(mention_headed_by(document, 2) == nullptr);
}

TEST_CASE("a broken tree with a cycle does not loop", "[model]") {
  Document document = sentence({{"a", 1, "dep"}, {"b", 0, "dep"}});
  CHECK(dominates(document, 0, 1));
  CHECK(subtree(document, 0) == Range{0, 2});
}
