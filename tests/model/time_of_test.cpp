#include "model/time_of.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

struct Word {
  std::string form;
  int head;
  std::string relation;
  std::string tag;  // Penn
};

Upos coarse(const std::string& tag) {
  if (tag[0] == 'V') return Upos::VERB;
  if (tag == "NNP") return Upos::PROPN;
  if (tag[0] == 'N') return Upos::NOUN;
  if (tag == "IN") return Upos::ADP;
  if (tag == "CC") return Upos::CCONJ;
  return Upos::X;
}

// One sentence; heads count from 0, -1 is the root. The lemma is the form.
Document sentence(const std::vector<Word>& words) {
  Document document;
  for (const Word& word : words) {
    Token token;
    token.range.begin = static_cast<std::uint32_t>(document.article.text.size());
    document.article.text += word.form + ' ';
    token.range.end = token.range.begin + static_cast<std::uint32_t>(word.form.size());
    token.head = word.head;
    token.relation = word.relation;
    token.lemma = word.form;
    token.xpos = word.tag;
    token.upos = coarse(word.tag);
    document.tokens.push_back(token);
  }
  const auto size = static_cast<std::uint32_t>(words.size());
  document.sentences.push_back({{0, size}, {0, static_cast<std::uint32_t>(document.article.text.size())}, 0});
  return document;
}

TimeExpression time(Range tokens, PartialDate date) {
  TimeExpression out;
  out.tokens = tokens;
  out.value = {date, date};
  return out;
}

const PartialDate monday{2015, 6, 1};
const PartialDate tuesday{2015, 6, 2};

}  // namespace

TEST_CASE("a time that hangs on the verb dates it, not the verb of another clause", "[time_of]") {
  // Norway said Monday that Chile signed
  Document d = sentence({{"Norway", 1, "nsubj", "NNP"},
                         {"said", -1, "root", "VBD"},
                         {"Monday", 1, "obl:unmarked", "NNP"},
                         {"that", 5, "mark", "IN"},
                         {"Chile", 5, "nsubj", "NNP"},
                         {"signed", 1, "ccomp", "VBD"}});
  d.times = {time({2, 3}, monday)};
  CHECK(time_of(d, 1).begin == monday);
  CHECK_FALSE(time_of(d, 5).known());
}

TEST_CASE("a time behind an object dates the verb; a possessive one dates the noun alone", "[time_of]") {
  // Norway condemned the attack on Monday
  Document d = sentence({{"Norway", 1, "nsubj", "NNP"},
                         {"condemned", -1, "root", "VBD"},
                         {"the", 3, "det", "DT"},
                         {"attack", 1, "obj", "NN"},
                         {"on", 5, "case", "IN"},
                         {"Monday", 3, "nmod", "NNP"}});
  d.times = {time({5, 6}, monday)};
  CHECK(time_of(d, 1).begin == monday);
  CHECK(time_of(d, 3).begin == monday);
  // Norway condemned Monday 's attack
  d = sentence({{"Norway", 1, "nsubj", "NNP"},
                {"condemned", -1, "root", "VBD"},
                {"Monday", 4, "nmod:poss", "NNP"},
                {"'s", 2, "case", "POS"},
                {"attack", 1, "obj", "NN"}});
  d.times = {time({2, 3}, monday)};
  CHECK_FALSE(time_of(d, 1).known());
  CHECK(time_of(d, 4).begin == monday);
}

TEST_CASE("complements, coordinated verbs and participles share the time of their clause", "[time_of]") {
  // Monday Norway met Chile and signed pacts , hoping
  Document d = sentence({{"Monday", 2, "obl:unmarked", "NNP"},
                         {"Norway", 2, "nsubj", "NNP"},
                         {"met", -1, "root", "VBD"},
                         {"Chile", 2, "obj", "NNP"},
                         {"and", 5, "cc", "CC"},
                         {"signed", 2, "conj", "VBD"},
                         {"pacts", 5, "obj", "NNS"},
                         {",", 8, "punct", ","},
                         {"hoping", 2, "advcl", "VBG"}});
  d.times = {time({0, 1}, monday)};
  CHECK(time_of(d, 5).begin == monday);
  CHECK(time_of(d, 8).begin == monday);
  CHECK_FALSE(time_of(d, 6).known());
  // Norway met Chile Monday and signed pacts: the second verb comes after the time
  d = sentence({{"Norway", 1, "nsubj", "NNP"},
                {"met", -1, "root", "VBD"},
                {"Chile", 1, "obj", "NNP"},
                {"Monday", 1, "obl:unmarked", "NNP"},
                {"and", 5, "cc", "CC"},
                {"signed", 1, "conj", "VBD"}});
  d.times = {time({3, 4}, monday)};
  CHECK(time_of(d, 1).begin == monday);
  CHECK_FALSE(time_of(d, 5).known());
}

TEST_CASE("an event noun takes the time of a verb that only says that it took place", "[time_of]") {
  // Talks were hold Monday (lemma)
  Document d = sentence({{"Talks", 2, "nsubj:pass", "NNS"},
                         {"were", 2, "aux:pass", "VBD"},
                         {"hold", -1, "root", "VBN"},
                         {"Monday", 2, "obl:unmarked", "NNP"}});
  d.times = {time({3, 4}, monday)};
  CHECK(time_of(d, 0).begin == monday);
  d.tokens[2].lemma = "criticize";
  CHECK_FALSE(time_of(d, 0).known());
}

TEST_CASE("bounds of a state and repeated times date no event; the narrower of two wins", "[time_of]") {
  Document d = sentence(
      {{"Norway", 1, "nsubj", "NNP"}, {"met", -1, "root", "VBD"}, {"2015", 1, "obl", "CD"}, {"Tuesday", 1, "obl:unmarked", "NNP"}});
  d.times = {time({2, 3}, {2015, 0, 0}), time({3, 4}, tuesday)};
  CHECK(time_of(d, 1).begin == tuesday);
  d.times[1].since = true;
  CHECK(time_of(d, 1).begin == PartialDate{2015, 0, 0});
  d.times[0].kind = TimeKind::set;
  CHECK_FALSE(time_of(d, 1).known());
}

TEST_CASE("the occasion's date dates what happened at it", "[time_of]") {
  // At a session on Monday Norway briefed Chile
  Document d = sentence({{"At", 2, "case", "IN"},
                         {"a", 2, "det", "DT"},
                         {"session", 6, "obl", "NN"},
                         {"on", 4, "case", "IN"},
                         {"Monday", 2, "nmod", "NNP"},
                         {"Norway", 6, "nsubj", "NNP"},
                         {"briefed", -1, "root", "VBD"}});
  d.tokens[0].lemma = "at";
  d.times = {time({4, 5}, monday)};
  CHECK(time_of(d, 6).begin == monday);
  CHECK(time_of(d, 2).begin == monday);
}

TEST_CASE("a time that opens the sentence dates its first clause, however the parse hangs it", "[time_of]") {
  // Monday Smith speaking in Oslo met Chile who left
  Document d = sentence({{"Monday", 2, "obl:unmarked", "NNP"},
                         {"Smith", 2, "nsubj", "NNP"},
                         {"speaking", -1, "root", "VBG"},
                         {"in", 4, "case", "IN"},
                         {"Oslo", 2, "obl", "NNP"},
                         {"met", 2, "dep", "VBD"},
                         {"Chile", 5, "obj", "NNP"},
                         {"who", 8, "nsubj", "WP"},
                         {"left", 6, "acl:relcl", "VBD"}});
  d.times = {time({0, 1}, monday)};
  CHECK(time_of(d, 5).begin == monday);
  CHECK_FALSE(time_of(d, 8).known());
  // In 2015 Oslo was the target of an attack
  d = sentence({{"In", 1, "case", "IN"},
                {"2015", 5, "obl", "CD"},
                {"Oslo", 5, "nsubj", "NNP"},
                {"was", 5, "cop", "VBD"},
                {"the", 5, "det", "DT"},
                {"target", -1, "root", "NN"},
                {"of", 8, "case", "IN"},
                {"an", 8, "det", "DT"},
                {"attack", 5, "nmod", "NN"}});
  d.times = {time({1, 2}, {2015, 0, 0})};
  CHECK(time_of(d, 8).begin == PartialDate{2015, 0, 0});
}

TEST_CASE("the day right behind a verb dates it; so does the day on which what it was said in came out", "[time_of]") {
  Document d = sentence({{"Smith", 1, "nsubj", "NNP"}, {"said", -1, "root", "VBD"}, {"Monday", 1, "nsubj", "NNP"}});
  d.times = {time({2, 3}, monday)};
  CHECK(time_of(d, 1).begin == monday);
  // In a note released Monday Smith left
  d = sentence({{"In", 2, "case", "IN"},
                {"a", 2, "det", "DT"},
                {"note", 6, "obl", "NN"},
                {"released", 2, "acl", "VBN"},
                {"Monday", 3, "obl:unmarked", "NNP"},
                {"Smith", 6, "nsubj", "NNP"},
                {"left", -1, "root", "VBD"}});
  d.tokens[0].lemma = "in";
  d.times = {time({4, 5}, monday)};
  CHECK(time_of(d, 6).begin == monday);
}
