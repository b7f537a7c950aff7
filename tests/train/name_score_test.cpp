#include "train/name_score.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>

using namespace entente;

namespace {

std::string text_of(const CorpusSentence& sentence, const CorpusName& name) {
  return sentence.text.substr(name.range.begin, name.range.size());
}

}  // namespace

TEST_CASE("corpora of names are read with the words that each uses for its kinds", "[train]") {
  const std::string path = "name-score-test.iob2";
  std::ofstream(path)
      << "Ada\tB-politician\nLind\tI-politician\nleft\tO\nHill\tB-organisation\nWatch\tI-organisation\n(\tO\nHW\tB-ORG\n"
         ")\tO\n\nThe\tO\n2031\tB-election\nSanta\tI-election\nLuz\tI-election\npoll\tI-election\n";
  const auto sentences = read_names(path);
  std::remove(path.c_str());
  REQUIRE(sentences);
  REQUIRE(sentences->size() == 2);
  const CorpusSentence& first = sentences.value()[0];
  CHECK(first.text == "Ada Lind left Hill Watch (HW)");
  REQUIRE(first.names.size() == 3);
  CHECK(text_of(first, first.names[1]) == "Hill Watch");
  CHECK(first.names[0].kind == NameClass::person);
  CHECK(first.names[1].kind == NameClass::organization);
  CHECK(first.names[2].kind == NameClass::organization);
  CHECK(sentences.value()[1].names.at(0).kind == NameClass::other);
}

TEST_CASE("names count as right by their very span and type", "[train]") {
  CorpusSentence sentence;
  sentence.text = "Ada Lind won the 2031 Santa Luz poll for Hill Watch";
  sentence.names = {{{0, 8}, NameClass::person}, {{17, 36}, NameClass::other}, {{41, 51}, NameClass::organization}};
  NameScore score;
  add_counts(sentence, {{{0, 8}, NameClass::person}, {{22, 31}, NameClass::place}, {{41, 45}, NameClass::organization}}, score);
  CHECK(score.all().wanted == 2);
  CHECK(score.all().found == 2);
  CHECK(score.all().right == 1);
  CHECK(score.inside == 1);
  CHECK(score.strict().found == 3);
  CHECK(score.all().f1() == Approx(0.5));
  // Of another type, in the very place of what is not wanted, across its end.
  NameScore wrong;
  add_counts(sentence, {{{0, 8}, NameClass::place}, {{17, 36}, NameClass::organization}, {{22, 40}, NameClass::place}}, wrong);
  CHECK(wrong.all().found == 3);
  CHECK(wrong.all().right == 0);
  CHECK(wrong.inside == 0);
}

TEST_CASE("of nested mentions the outermost counts, and only names of the three types", "[train]") {
  Document document;
  const auto add = [&](Range range, MentionKind kind, EntityType type) {
    Mention mention;
    mention.range = range;
    mention.kind = kind;
    mention.type = type;
    document.mentions.push_back(mention);
  };
  add({0, 20}, MentionKind::name, EntityType::GovernmentBody);
  add({0, 9}, MentionKind::name, EntityType::State);
  add({25, 30}, MentionKind::adjective, EntityType::State);
  add({40, 50}, MentionKind::name, EntityType::Treaty);
  add({60, 70}, MentionKind::name, EntityType::State);
  const std::vector<CorpusName> names = counted_names(document);
  REQUIRE(names.size() == 2);
  CHECK(names[0].kind == NameClass::organization);
  CHECK(names[0].range == Range{0, 20});
  CHECK(names[1].kind == NameClass::place);
}
