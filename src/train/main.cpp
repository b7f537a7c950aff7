// entente-train: treebanks in, one model file out, scores as a table.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "annotate/tagger.hpp"
#include "entente/diagnostic.hpp"
#include "train/names_main.hpp"
#include "train/raw_score.hpp"
#include "train/trainer.hpp"
#include "train/treebank.hpp"

namespace entente {
namespace {

constexpr const char* usage =
    "usage: entente-train -o MODEL [--seed N] [--rounds N] TREEBANK... [--test TREEBANK]...\n"
    "       entente-train --score MODEL TREEBANK...\n"
    "       entente-train names ...: the name model, see entente-train names --help\n"
    "Treebanks are CoNLL-U, plain or gzipped. Deterministic for a seed.\n";

struct Scores {
  std::size_t words = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
};

// Against the treebank's own tokens, with the model's own tags. Relations count with their subtypes.
Scores score(const Tagger& tagger, const std::vector<TreebankSentence>& sentences) {
  Document document = gold_document(sentences);
  tagger.tag(document);
  Scores scores;
  std::size_t t = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s)
    for (const TreebankWord& word : sentences[s].words) {
      const Token& token = document.tokens[t++];
      const std::int32_t head =
          token.head == Token::root ? 0 : token.head - static_cast<std::int32_t>(document.sentences[s].tokens.begin) + 1;
      ++scores.words;
      scores.upos += to_string(token.upos) == word.upos;
      scores.xpos += token.xpos == word.xpos;
      scores.lemma += token.lemma == word.lemma;
      scores.uas += head == word.head;
      scores.las += head == word.head && token.relation == word.relation;
    }
  return scores;
}

int print_scores(const std::string& model, const std::vector<std::string>& files) {
  const Result<Tagger> tagger = Tagger::load(model);
  if (!tagger) return std::fprintf(stderr, "%s\n", to_line(tagger.error()).c_str()), 1;
  std::printf("%-36s %8s %6s %6s %6s %6s %6s  | raw text: %6s %9s\n", "treebank (its tokens, own tags)", "words", "UPOS", "XPOS",
              "lemma", "UAS", "LAS", "tokens", "sentences");
  for (const std::string& file : files) {
    const auto sentences = read_treebank(file);
    if (!sentences) return std::fprintf(stderr, "%s\n", to_line(sentences.error()).c_str()), 1;
    const Scores s = score(tagger.value(), sentences.value());
    std::vector<std::string> wrong;
    const RawScore raw = score_raw(sentences.value(), std::getenv("ENTENTE_TRAIN_SHOW") != nullptr ? &wrong : nullptr);
    const auto percent = [&](std::size_t n) {
      return 100.0 * static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(1, s.words));
    };
    std::printf("%-36s %8zu %6.2f %6.2f %6.2f %6.2f %6.2f  |           %6.2f %9.2f\n", file.substr(file.rfind('/') + 1).c_str(),
                s.words, percent(s.upos), percent(s.xpos), percent(s.lemma), percent(s.uas), percent(s.las), raw.tokens.f1(),
                raw.sentences.f1());
    for (const std::string& line : wrong) std::printf("    %s\n", line.c_str());
  }
  return 0;
}

int run(const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments[0] == "names") return train_names_command({arguments.begin() + 1, arguments.end()});
  TrainOptions options;
  std::string model;
  bool score_only = false;
  std::vector<std::string> train_files, test_files;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    const bool more = i + 1 < arguments.size();
    if (a == "-o" && more)
      model = arguments[++i];
    else if (a == "--score" && more)
      model = arguments[++i], score_only = true;
    else if (a == "--seed" && more)
      options.seed = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--rounds" && more)
      options.parser_rounds = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--test" && more)
      test_files.push_back(arguments[++i]);
    else if (a.starts_with("-"))
      return std::fputs(usage, stderr), 2;
    else
      train_files.push_back(a);
  }
  if (model.empty() || train_files.empty()) return std::fputs(usage, stderr), 2;
  if (score_only) return print_scores(model, train_files);
  std::vector<TreebankSentence> sentences;
  for (const std::string& file : train_files) {
    auto more = read_treebank(file);
    if (!more) return std::fprintf(stderr, "%s\n", to_line(more.error()).c_str()), 1;
    sentences.insert(sentences.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  const Outcome written =
      write_model(model, train(sentences, options, [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }));
  if (!written) return std::fprintf(stderr, "%s\n", to_line(written.error()).c_str()), 1;
  return print_scores(model, test_files);
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run({argv + 1, argv + argc}); }
