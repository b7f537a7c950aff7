// entente-train: treebanks in, one model file out, scores as a table.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "annotate/tagger.hpp"
#include "entente/diagnostic.hpp"
#include "train/names_main.hpp"
#include "train/parse_score.hpp"
#include "train/raw_score.hpp"
#include "train/silver_main.hpp"
#include "train/trainer.hpp"
#include "train/treebank.hpp"

namespace entente {
namespace {

constexpr const char* usage =
    "usage: entente-train -o MODEL [options] TREEBANK... [--silver TREEBANK]... [--dev TREEBANK]... [--test TREEBANK]...\n"
    "       entente-train --score MODEL TREEBANK...\n"
    "       entente-train silver ...: text parsed by networks, to train on, see entente-train silver --help\n"
    "       entente-train names ...: the name model, see entente-train names --help\n"
    "Treebanks are CoNLL-U, plain or gzipped. Deterministic for a seed. Other sections of an existing MODEL stay.\n"
    "  --seed N  --epochs N  --batch WORDS  --rate X  --dropout X  --word-dropout X\n"
    "  --quantised X       part of the epochs, at the end, in which weights and values have eight bits\n"
    "  --width N  --units N  --layers N  --arc N  --hidden N  --pieces N   the network's shape (annotate/net_shape.hpp)\n"
    "  --silver-part X     an epoch sees so much of the silver sentences;  --gold-times N  and the others so often\n"
    "  --state FILE        also keeps the floats, for entente-train silver and --from\n"
    "  --from FILE         goes on from such floats; given more than once, from their average\n"
    "  --every N           epochs between scores on the development treebanks\n";

int print_scores(const std::string& model, const std::vector<std::string>& files) {
  const Result<Tagger> tagger = Tagger::load(model);
  if (!tagger) return std::fprintf(stderr, "%s\n", to_line(tagger.error()).c_str()), 1;
  std::printf("%-36s %8s %6s %6s %6s %6s %6s  | raw text: %6s %9s\n", "treebank (its tokens, own tags)", "words", "UPOS", "XPOS",
              "lemma", "UAS", "LAS", "tokens", "sentences");
  for (const std::string& file : files) {
    const auto sentences = read_treebank(file);
    if (!sentences) return std::fprintf(stderr, "%s\n", to_line(sentences.error()).c_str()), 1;
    const ParseScore s = score_parse(tagger.value(), sentences.value());
    std::vector<std::string> wrong;
    const RawScore raw = score_raw(sentences.value(), std::getenv("ENTENTE_TRAIN_SHOW") != nullptr ? &wrong : nullptr);
    std::printf("%-36s %8zu %6.2f %6.2f %6.2f %6.2f %6.2f  |           %6.2f %9.2f\n", file.substr(file.rfind('/') + 1).c_str(),
                s.words, s.percent(s.upos), s.percent(s.xpos), s.percent(s.lemma), s.percent(s.uas), s.percent(s.las),
                raw.tokens.f1(), raw.sentences.f1());
    for (const std::string& line : wrong) std::printf("    %s\n", line.c_str());
  }
  return 0;
}

struct Request {
  TrainOptions options;
  std::string model, state, score;
  std::vector<std::string> gold, silver, dev, test, from;
};

bool parse_number(const std::string& name, const std::string& value, TrainOptions& options) {
  const std::map<std::string, unsigned*> whole = {{"--seed", &options.seed},
                                                  {"--epochs", &options.epochs},
                                                  {"--batch", &options.batch},
                                                  {"--every", &options.every},
                                                  {"--gold-times", &options.gold_times}};
  const std::map<std::string, std::uint32_t*> sizes = {{"--width", &options.shape.width},   {"--units", &options.shape.units},
                                                       {"--layers", &options.shape.layers}, {"--arc", &options.shape.arc},
                                                       {"--hidden", &options.shape.hidden}, {"--pieces", &options.shape.pieces}};
  const std::map<std::string, float*> parts = {{"--rate", &options.rate},
                                               {"--dropout", &options.dropout},
                                               {"--word-dropout", &options.word_dropout},
                                               {"--quantised", &options.quantised},
                                               {"--silver-part", &options.silver_part}};
  const auto number = static_cast<unsigned>(std::strtoul(value.c_str(), nullptr, 10));
  if (whole.contains(name))
    *whole.at(name) = number;
  else if (sizes.contains(name))
    *sizes.at(name) = number;
  else if (parts.contains(name))
    *parts.at(name) = std::strtof(value.c_str(), nullptr);
  else
    return false;
  return true;
}

bool parse(const std::vector<std::string>& arguments, Request& request) {
  const std::map<std::string, std::string*> names = {
      {"-o", &request.model}, {"--state", &request.state}, {"--score", &request.score}};
  const std::map<std::string, std::vector<std::string>*> lists = {
      {"--from", &request.from}, {"--silver", &request.silver}, {"--dev", &request.dev}, {"--test", &request.test}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    if (!a.starts_with("-")) {
      request.gold.push_back(a);
      continue;
    }
    if (++i == arguments.size()) return false;
    if (names.contains(a))
      *names.at(a) = arguments[i];
    else if (lists.contains(a))
      lists.at(a)->push_back(arguments[i]);
    else if (!parse_number(a, arguments[i], request.options))
      return false;
  }
  const NetShape& s = request.options.shape;
  return !request.gold.empty() && request.model.empty() != request.score.empty() && s.layers >= 2 &&
         (request.options.epochs > 0 || !request.from.empty()) && request.options.every > 0 && request.options.batch > 0 &&
         (s.pieces & (s.pieces - 1)) == 0 && s.pieces > 0 && (s.width | s.units | s.arc | s.hidden) % 4 == 0 && s.width > 0 &&
         s.units > 0 && s.arc > 0 && s.hidden > 0;
}

// Adds the sentences of all files; prints what is wrong with one.
bool read_all(const std::vector<std::string>& files, std::vector<TreebankSentence>& sentences) {
  for (const std::string& file : files) {
    auto more = read_treebank(file);
    if (!more) return std::fprintf(stderr, "%s\n", to_line(more.error()).c_str()), false;
    sentences.insert(sentences.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  }
  return true;
}

void print_log(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

bool same_layers(const NetShape& a, const NetShape& b) {
  return a.pieces == b.pieces && a.width == b.width && a.units == b.units && a.layers == b.layers && a.arc == b.arc &&
         a.hidden == b.hidden;
}

int train_model(const Request& request) {
  std::vector<TreebankSentence> gold, silver, dev;
  if (!read_all(request.gold, gold) || !read_all(request.silver, silver) || !read_all(request.dev, dev)) return 1;
  std::vector<TrainedNetwork> from;
  for (const std::string& file : request.from) {
    auto state = load_state(file);
    if (!state) return std::fprintf(stderr, "%s\n", to_line(state.error()).c_str()), 1;
    if (!from.empty() && (state->inventory.tags != from[0].inventory.tags || state->inventory.labels != from[0].inventory.labels ||
                          !same_layers(state->network.shape, from[0].network.shape)))
      return std::fprintf(stderr, "%s: error: another shape or other classes than %s\n", file.c_str(), request.from[0].c_str()), 1;
    from.push_back(std::move(state).value());
  }
  TrainedNetwork trained = train_network(gold, silver, dev, request.options, print_log, std::move(from));
  if (!request.state.empty())
    if (const Outcome saved = save_state(request.state, trained); !saved)
      return std::fprintf(stderr, "%s\n", to_line(saved.error()).c_str()), 1;
  ModelSections sections = network_sections(trained);
  sections.emplace_back("lemmas", lemma_table(gold));
  const Outcome written = replace_sections(request.model, sections);
  if (!written) return std::fprintf(stderr, "%s\n", to_line(written.error()).c_str()), 1;
  return print_scores(request.model, request.test);
}

int run(const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments[0] == "names") return train_names_command({arguments.begin() + 1, arguments.end()});
  if (!arguments.empty() && arguments[0] == "silver") return silver_command({arguments.begin() + 1, arguments.end()});
  Request request;
  if (!parse(arguments, request)) return std::fputs(usage, stderr), 2;
  return request.score.empty() ? train_model(request) : print_scores(request.score, request.gold);
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run({argv + 1, argv + argc}); }
