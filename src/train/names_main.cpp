#include "train/names_main.hpp"

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <map>
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
    "usage: entente-train names -o MODEL --ontology FOLDER [options] CORPUS... [--foreign CORPUS]... [--test CORPUS]...\n"
    "       entente-train names --score MODEL --ontology FOLDER [--half 1|2] [--wrong] CORPUS...\n"
    "The first adds the name model to MODEL, whose tagger and parser it uses, and tests it alone; what names are it takes\n"
    "from each CORPUS but not from the foreign ones, which only help. The second scores the whole annotation, each sentence\n"
    "an article of its own: exact spans and types (train/name_score.hpp says which). Corpora are IOB2, plain or gzipped.\n"
    "  --models N          so many are learned, from seeds in a row, and averaged;  --seed N  the first of these\n"
    "  --rounds N  --rate X  --decay X  --dropout X  --bits N   (of the table of features)\n"
    "  --half N            of the first or second half of each corpus\n"
    "  --wrong             lists what is wrong\n";

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", to_line(error).c_str());
  return 1;
}

struct Request {
  std::string model, ontology, score;
  unsigned half = 0;  // 0 for all
  bool wrong = false;
  NameTrainOptions options;
  std::vector<std::string> corpora, foreign, tests;
};

bool parse_number(const std::string& name, const std::string& value, Request& request) {
  NameTrainOptions& o = request.options;
  const std::map<std::string, unsigned*> whole = {
      {"--seed", &o.seed}, {"--rounds", &o.rounds}, {"--models", &o.models}, {"--bits", &o.bits}, {"--half", &request.half}};
  const std::map<std::string, float*> parts = {{"--rate", &o.rate}, {"--decay", &o.decay}, {"--dropout", &o.dropout}};
  if (whole.contains(name))
    *whole.at(name) = static_cast<unsigned>(std::strtoul(value.c_str(), nullptr, 10));
  else if (parts.contains(name))
    *parts.at(name) = std::strtof(value.c_str(), nullptr);
  else
    return false;
  return true;
}

bool parse(const std::vector<std::string>& arguments, Request& request) {
  const std::map<std::string, std::string*> names = {
      {"-o", &request.model}, {"--ontology", &request.ontology}, {"--score", &request.score}};
  const std::map<std::string, std::vector<std::string>*> lists = {{"--foreign", &request.foreign}, {"--test", &request.tests}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    if (a == "--wrong") {
      request.wrong = true;
      continue;
    }
    if (!a.starts_with("-")) {
      request.corpora.push_back(a);
      continue;
    }
    if (++i == arguments.size()) return false;
    if (names.contains(a))
      *names.at(a) = arguments[i];
    else if (lists.contains(a))
      lists.at(a)->push_back(arguments[i]);
    else if (!parse_number(a, arguments[i], request))
      return false;
  }
  return request.model.empty() != request.score.empty() && !request.ontology.empty() && !request.corpora.empty() &&
         request.half <= 2 && request.options.models > 0 && request.options.bits >= 4 && request.options.bits <= 24;
}

Result<std::vector<CorpusSentence>> read_all(const Request& request) {
  std::vector<CorpusSentence> sentences;
  std::vector<std::string> files = request.corpora;
  files.insert(files.end(), request.foreign.begin(), request.foreign.end());
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto more = read_names(files[i]);
    if (!more) return more.error();
    for (CorpusSentence& sentence : more.value()) sentence.foreign = i >= request.corpora.size();
    sentences.insert(sentences.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  return sentences;
}

std::span<const CorpusSentence> half_of(const std::vector<CorpusSentence>& sentences, unsigned half) {
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
  const Result<std::vector<CorpusSentence>> sentences = read_all(request);
  if (!sentences) return fail(sentences.error());
  const auto log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
  const std::string section =
      NameModel::pack(train_names(sentences.value(), tagger.value(), knowledge.value(), request.options, log));
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
