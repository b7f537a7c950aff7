#include "annotate/tagger.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "annotate/lemmas.hpp"
#include "annotate/model_file.hpp"
#include "annotate/segment.hpp"

using namespace entente;

namespace {

const std::string shipped = std::string(ENTENTE_SOURCE_DIR) + "/ontology/models/english.model";

Document parsed(const std::string& text) {
  static const Result<Tagger> tagger = Tagger::load(shipped);
  REQUIRE(tagger);
  Document document;
  document.article.text = text;
  document.article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}};
  segment(document);
  tagger->tag(document);
  return document;
}

// "relation(head, dependent)" of the token with this form; the root has "root".
std::string arc(const Document& document, const std::string& form) {
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t)
    if (document.form(t) == form) {
      const Token& token = document.tokens[t];
      const std::string head = token.head == Token::root ? "" : std::string(document.form(static_cast<std::uint32_t>(token.head)));
      return token.relation + "(" + head + ")";
    }
  return "no such token";
}

std::string temporary(const std::string& bytes) {
  static int number = 0;
  const auto folder = std::filesystem::temp_directory_path();
  const std::string path = folder / ("entente-model-" + std::to_string(getpid()) + "-" + std::to_string(number++) + ".model");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace

TEST_CASE("clear sentences of a wire report are parsed rightly", "[tagger]") {
  const Document active = parsed("Norway accused Chile of violating the treaty.");
  CHECK(arc(active, "accused") == "root()");
  CHECK(arc(active, "Norway") == "nsubj(accused)");
  CHECK(arc(active, "Chile") == "obj(accused)");
  CHECK(arc(active, "treaty") == "obj(violating)");

  const Document passive = parsed("The agreement was signed by the ministers in Oslo.");
  CHECK(arc(passive, "agreement") == "nsubj:pass(signed)");
  CHECK(arc(passive, "ministers") == "obl:agent(signed)");
  CHECK(passive.tokens[3].voice == Voice::passive);

  const Document joint = parsed("Peru and Chile agreed to hold talks.");
  CHECK(arc(joint, "Peru") == "nsubj(agreed)");
  CHECK(arc(joint, "Chile") == "conj(Peru)");
  CHECK(arc(joint, "hold") == "xcomp(agreed)");
}

TEST_CASE("every parse is a tree within its sentence", "[tagger]") {
  const Document document = parsed(
      "OSLO, March 4 - The ministers, who had met twice before, said on Monday that they would sign. \"It is done,\" one of "
      "them said. Talks? None. The Council, according to its chairman, a former judge, cannot act without all of its members.");
  for (const Sentence& sentence : document.sentences) {
    int roots = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document.tokens[t];
      CHECK_FALSE(token.lemma.empty());
      CHECK_FALSE(token.relation.empty());
      if (token.head == Token::root) {
        ++roots;
        CHECK(token.relation == "root");
        continue;
      }
      CHECK(sentence.tokens.contains(static_cast<std::uint32_t>(token.head)));
      std::size_t steps = 0;
      for (std::int32_t up = static_cast<std::int32_t>(t); up != Token::root && steps <= sentence.tokens.size(); ++steps)
        up = document.tokens[static_cast<std::size_t>(up)].head;
      CHECK(steps <= sentence.tokens.size());  // no cycle
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("lemmas follow English inflection", "[lemmas]") {
  Lemmas lemmas("b\thope\nb\tbomb\nb\tblame\nb\texpel\nb\tvisit\nw\twent\tVBD\tgo\n");
  CHECK(lemmas.lemma("hoped", "VBD") == "hope");
  CHECK(lemmas.lemma("bombing", "VBG") == "bomb");
  CHECK(lemmas.lemma("Blamed", "VBN") == "blame");
  CHECK(lemmas.lemma("expelled", "VBD") == "expel");
  CHECK(lemmas.lemma("visits", "VBZ") == "visit");
  CHECK(lemmas.lemma("went", "VBD") == "go");
  CHECK(lemmas.lemma("carried", "VBD") == "carry");
  CHECK(lemmas.lemma("froze", "VBP") == "freeze");  // whatever tense it was taken for
  CHECK(lemmas.lemma("overran", "VBD") == "overrun");
  CHECK(lemmas.lemma("Sworn", "VBN") == "swear");
  CHECK(lemmas.lemma("grabbed", "VBD") == "grab");  // unknown verbs by rule
  CHECK(lemmas.lemma("isolated", "VBN") == "isolate");
  CHECK(lemmas.lemma("passed", "VBD") == "pass");
  CHECK(lemmas.lemma("treaties", "NNS") == "treaty");
  CHECK(lemmas.lemma("speeches", "NNS") == "speech");
  CHECK(lemmas.lemma("Oslo", "NNP") == "Oslo");
}

TEST_CASE("a model that cannot be used is an error", "[model]") {
  CHECK(Tagger::load("/no/such.model").error().code == "no-model");
  CHECK(Tagger::load(temporary("")).error().code == "bad-model");
  CHECK(Tagger::load(temporary("not a model at all, but long enough to look at")).error().code == "bad-model");

  const std::string path = temporary("");
  REQUIRE(write_model(path, {{"tags", "NOUN NN\n"}, {"labels", "obj\n"}}));
  CHECK(Tagger::load(path).error().message.find("lacks the section") != std::string::npos);

  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(Tagger::load(temporary(bytes.substr(0, bytes.size() - 1))).error().code == "bad-model");  // cut off
  bytes[8] = 99;
  CHECK(Tagger::load(temporary(bytes)).error().message.find("version") != std::string::npos);
}

TEST_CASE("a network of another size than the model says is an error", "[model]") {
  const Result<ModelFile> good = ModelFile::open(shipped);
  REQUIRE(good);
  const auto with = [&](const std::string& name, const std::string& bytes) {
    ModelSections sections;
    for (const char* section : {"tags", "labels", "shape", "network", "lemmas"})
      sections.emplace_back(section, section == name ? bytes : std::string(good->section(section)));
    const std::string path = temporary("");
    REQUIRE(write_model(path, sections));
    const Result<Tagger> tagger = Tagger::load(path);
    std::remove(path.c_str());
    return tagger ? std::string("loaded") : tagger.error().file == path ? tagger.error().message : "no file named";
  };
  const std::string network(good->section("network"));
  const std::string shape(good->section("shape"));
  CHECK(with("network", network) == "loaded");
  CHECK(with("network", network.substr(0, network.size() - 4)).find("another size") != std::string::npos);
  CHECK(with("network", network + "0000").find("another size") != std::string::npos);
  CHECK(with("network", "tiny").find("another size") != std::string::npos);
  CHECK(with("shape", shape + "0").find("shape is unknown") != std::string::npos);
  CHECK(with("shape", std::string(shape.size(), '\xFF')).find("shape is impossible") != std::string::npos);
  CHECK(with("tags", "NOUN NN\n").find("other classes") != std::string::npos);
}

TEST_CASE("replacing sections keeps the others, each aligned", "[model]") {
  const std::string path = temporary("");
  std::remove(path.c_str());
  REQUIRE(replace_sections(path, {{"a", "one"}, {"b", "two"}}));
  REQUIRE(replace_sections(path, {{"b", "2"}, {"c", "three"}}));
  const Result<ModelFile> file = ModelFile::open(path);
  REQUIRE(file);
  CHECK(file->section("a") == "one");
  CHECK(file->section("b") == "2");
  CHECK(file->section("c") == "three");
  CHECK(reinterpret_cast<std::uintptr_t>(file->section("c").data()) % 64 == 0);
  CHECK_FALSE(replace_sections(temporary("this is no model, and must not be lost"), {{"a", "one"}}));
}
