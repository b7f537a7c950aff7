#include "train/names_main.hpp"

#include <cstdio>
#include <cstdlib>
#include <span>
#include <utility>

#include "annotate/model_file.hpp"
#include "annotate/tagger.hpp"
#include "entente/diagnostic.hpp"
#include "train/name_score.hpp"
#include "train/name_trainer.hpp"

namespace entente {

namespace {

constexpr const char* usage =
    "usage: entente-train names -o MODEL --ontology FOLDER [--seed N] [--rounds N] CORPUS... [--test CORPUS]...\n"
    "       entente-train names --score MODEL --ontology FOLDER [--half 1|2] [--wrong] CORPUS...\n"
    "The first adds the name model to MODEL, whose tagger and parser it uses, and tests it alone. The second scores the\n"
    "whole annotation, each sentence an article of its own: exact spans and types (train/name_score.hpp says which);\n"
    "--half: of the first or second half of each corpus, --wrong: lists what is wrong. Corpora are IOB2, plain or gzipped.\n";

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", to_line(error).c_str());
  return 1;
}

struct Request {
  std::string model, ontology, score;
  int half = 0;  // 0 for all
  bool wrong = false;
  NameTrainOptions options;
  std::vector<std::string> corpora, foreign, tests;
};

bool parse(const std::vector<std::string>& arguments, Request& request) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    const bool more = i + 1 < arguments.size();
    if (a == "-o" && more)
      request.model = arguments[++i];
    else if (a == "--ontology" && more)
      request.ontology = arguments[++i];
    else if (a == "--score" && more)
      request.score = arguments[++i];
    else if (a == "--half" && more)
      request.half = std::atoi(arguments[++i].c_str());
    else if (a == "--wrong")
      request.wrong = true;
    else if (a == "--seed" && more)
      request.options.seed = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--rounds" && more)
      request.options.rounds = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--models" && more)
      request.options.models = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--bits" && more)
      request.options.bits = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--rate" && more)
      request.options.rate = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--decay" && more)
      request.options.decay = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--dropout" && more)
      request.options.dropout = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--foreign" && more)
      request.foreign.push_back(arguments[++i]);
    else if (a == "--test" && more)
      request.tests.push_back(arguments[++i]);
    else if (a.starts_with("-"))
      return false;
    else
      request.corpora.push_back(a);
  }
  return request.model.empty() != request.score.empty() && !request.ontology.empty() && !request.corpora.empty() &&
         request.half >= 0 && request.half <= 2 && request.options.models > 0 && request.options.bits >= 4 &&
         request.options.bits <= 24;
}

std::span<const CorpusSentence> half_of(const std::vector<CorpusSentence>& sentences, int half) {
  const std::span<const CorpusSentence> all(sentences);
  const std::size_t middle = sentences.size() / 2;
  return half == 0 ? all : half == 1 ? all.first(middle) : all.subspan(middle);
}

void print_score(const std::string& file, const NameScore& score) {
  std::printf("%-36s %7s %7s %7s %6s %6s %6s\n", file.substr(file.rfind('/') + 1).c_str(), "wanted", "found", "right", "P", "R",
              "F1");
  const auto line = [](const char* name, const NameCounts& c) {
    std::printf("  %-34s %7zu %7zu %7zu %6.3f %6.3f %6.3f\n", name, c.wanted, c.found, c.right, c.precision(), c.recall(), c.f1());
  };
  line("person", score.kinds[0]);
  line("organisation", score.kinds[1]);
  line("place", score.kinds[2]);
  line("all", score.all());
  line("all, strict", score.strict());
}

int score_names_command(const Request& request, Knowledge knowledge) {
  const Result<Annotator> annotator = Annotator::load(request.score, std::move(knowledge));
  if (!annotator) return fail(annotator.error());
  for (const std::string& file : request.corpora) {
    const auto sentences = read_names(file);
    if (!sentences) return fail(sentences.error());
    std::vector<std::string> wrong;
    print_score(file,
                score_annotation(half_of(sentences.value(), request.half), annotator.value(), request.wrong ? &wrong : nullptr));
    for (const std::string& line : wrong) std::printf("%s\n", line.c_str());
  }
  return 0;
}

}  // namespace

int train_names_command(const std::vector<std::string>& arguments) {
  Request request;
  if (!parse(arguments, request)) return std::fputs(usage, stderr), 2;
  Diagnostics diagnostics;
  Result<Knowledge> knowledge = Knowledge::load(request.ontology, diagnostics);
  if (!knowledge) return fail(knowledge.error());
  if (!request.score.empty()) return score_names_command(request, std::move(knowledge).value());
  const Result<Tagger> tagger = Tagger::load(request.model);
  if (!tagger) return fail(tagger.error());
  std::vector<CorpusSentence> sentences;
  std::vector<std::string> files = request.corpora;
  files.insert(files.end(), request.foreign.begin(), request.foreign.end());
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto more = read_names(files[i]);
    if (!more) return fail(more.error());
    for (CorpusSentence& sentence : more.value()) sentence.foreign = i >= request.corpora.size();
    sentences.insert(sentences.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  const auto log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  const std::string section = NameModel::pack(train_names(sentences, tagger.value(), knowledge.value(), request.options, log));
  const Result<NameModel> model = NameModel::load(section);
  if (!model) return fail(model.error());
  for (const std::string& file : request.tests) {
    const auto test = read_names(file);
    if (!test) return fail(test.error());
    print_score(file, score_names(test.value(), tagger.value(), knowledge.value(), model.value()));
  }
  const Outcome written = replace_sections(request.model, {{std::string(NameModel::section), section}});
  return written ? 0 : fail(written.error());
}

}  // namespace entente
