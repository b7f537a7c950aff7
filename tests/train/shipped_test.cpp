// The shipped model's scores hold on slices of the corpora, where they are beside the tree.
#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/annotate.hpp"
#include "train/name_score.hpp"
#include "train/parse_score.hpp"

using namespace entente;

TEST_CASE("the shipped model's scores hold", "[train]") {
  const std::string source = ENTENTE_SOURCE_DIR;
  const Result<Tagger> tagger = Tagger::load(source + "/ontology/models/english.model");
  REQUIRE(tagger);
  for (const char* name : {"ewt-test.conllu", "gum-open-test.conllu"}) {
    const std::string file = source + "/../shared/corpora/treebank/" + name;
    if (!std::filesystem::exists(file)) {
      WARN("not checked, as there is no " << file);
      continue;
    }
    auto sentences = read_treebank(file);
    REQUIRE(sentences);
    // Every third, so that all kinds of text are among them.
    std::vector<TreebankSentence> slice;
    for (std::size_t i = 0; i < sentences->size(); i += 3) slice.push_back(sentences.value()[i]);
    const ParseScore score = score_parse(tagger.value(), slice);
    INFO(name << ": UPOS " << score.percent(score.upos) << " UAS " << score.percent(score.uas) << " LAS "
              << score.percent(score.las));
    CHECK(score.percent(score.upos) >= 95);
    CHECK(score.percent(score.uas) >= 86);
    CHECK(score.percent(score.las) >= 83);
  }
}

TEST_CASE("names are found as well as the model's card says", "[train]") {
  const std::string source = ENTENTE_SOURCE_DIR;
  const std::string file = source + "/../shared/corpora/names/crossner-politics-dev.iob2";
  if (!std::filesystem::exists(file)) {
    WARN("not checked, as there is no " << file);
    return;
  }
  const auto sentences = read_names(file);
  REQUIRE(sentences);
  std::vector<CorpusSentence> slice;
  for (std::size_t i = 0; i < sentences->size(); i += 3) slice.push_back(sentences.value()[i]);
  Diagnostics diagnostics;
  Result<Knowledge> knowledge = Knowledge::load(source + "/ontology", diagnostics);
  REQUIRE(knowledge);
  const auto annotator = Annotator::load(source + "/ontology/models/english.model", std::move(knowledge).value());
  REQUIRE(annotator);
  const NameScore score = score_annotation(slice, annotator.value());
  INFO("precision " << score.all().precision() << " recall " << score.all().recall());
  CHECK(score.all().wanted > 700);
  CHECK(score.all().f1() >= 0.80);
  CHECK(score.strict().f1() >= 0.74);
}
