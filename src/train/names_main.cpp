#include "train/names_main.hpp"

#include <cstdio>
#include <cstdlib>

#include "annotate/model_file.hpp"
#include "annotate/tagger.hpp"
#include "entente/diagnostic.hpp"
#include "train/name_trainer.hpp"

namespace entente {

namespace {

constexpr const char* usage =
    "usage: entente-train names -o MODEL --ontology FOLDER [--seed N] [--rounds N] CORPUS... [--test CORPUS]...\n"
    "Adds the name model to MODEL, whose tagger and parser it uses. Corpora are IOB2, plain or gzipped.\n";

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", to_line(error).c_str());
  return 1;
}

struct Request {
  std::string model, ontology;
  NameTrainOptions options;
  std::vector<std::string> corpora, tests;
};

bool parse(const std::vector<std::string>& arguments, Request& request) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    const bool more = i + 1 < arguments.size();
    if (a == "-o" && more)
      request.model = arguments[++i];
    else if (a == "--ontology" && more)
      request.ontology = arguments[++i];
    else if (a == "--seed" && more)
      request.options.seed = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--rounds" && more)
      request.options.rounds = static_cast<unsigned>(std::atoi(arguments[++i].c_str()));
    else if (a == "--rate" && more)
      request.options.rate = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--decay" && more)
      request.options.decay = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--dropout" && more)
      request.options.dropout = std::strtof(arguments[++i].c_str(), nullptr);
    else if (a == "--test" && more)
      request.tests.push_back(arguments[++i]);
    else if (a.starts_with("-"))
      return false;
    else
      request.corpora.push_back(a);
  }
  return !request.model.empty() && !request.ontology.empty() && !request.corpora.empty();
}

}  // namespace

int train_names_command(const std::vector<std::string>& arguments) {
  Request request;
  if (!parse(arguments, request)) return std::fputs(usage, stderr), 2;
  Diagnostics diagnostics;
  const Result<Knowledge> knowledge = Knowledge::load(request.ontology, diagnostics);
  if (!knowledge) return fail(knowledge.error());
  const Result<Tagger> tagger = Tagger::load(request.model);
  if (!tagger) return fail(tagger.error());
  std::vector<CorpusSentence> sentences;
  for (const std::string& file : request.corpora) {
    auto more = read_names(file);
    if (!more) return fail(more.error());
    sentences.insert(sentences.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  const auto log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  const std::string table = train_names(sentences, tagger.value(), knowledge.value(), request.options, log);
  const NameModel model(table);
  for (const std::string& file : request.tests) {
    const auto test = read_names(file);
    if (!test) return fail(test.error());
    const NameCounts counts = score_names(test.value(), tagger.value(), knowledge.value(), model);
    std::printf("%-36s right %zu found %zu wanted %zu F1 %.3f\n", file.substr(file.rfind('/') + 1).c_str(), counts.right,
                counts.found, counts.wanted, counts.f1());
  }
  const Outcome written = replace_sections(request.model, {{std::string(NameModel::section), table}});
  return written ? 0 : fail(written.error());
}

}  // namespace entente
