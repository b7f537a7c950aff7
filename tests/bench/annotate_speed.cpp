// How fast the annotator is, stage by stage: annotate_speed [--rounds N] [--model FILE] [FILE...]
// A FILE ending in .csv has an article's text in its last column; any other file is one article. Times are of the
// process's own processor, the best of the rounds, so that other programs on the machine count little.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "annotate/coreference.hpp"
#include "annotate/name_model.hpp"
#include "annotate/names.hpp"
#include "annotate/quotations.hpp"
#include "annotate/segment.hpp"
#include "annotate/tagger.hpp"
#include "annotate/times.hpp"
#include "entente/knowledge.hpp"
#include "entente/read.hpp"

using namespace entente;

namespace {

constexpr std::array<const char*, 7> stages = {"blocks", "segment", "tag+parse", "times", "names", "coreference", "quotations"};

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The last column of each record but the first.
std::vector<std::string> last_columns(const std::string& csv) {
  std::vector<std::string> texts;
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '"') {
      if (quoted && i + 1 < csv.size() && csv[i + 1] == '"')
        field += csv[++i];
      else
        quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      if (c == '\n') texts.push_back(field);
      field.clear();
    } else {
      field += c;
    }
  }
  if (!texts.empty()) texts.erase(texts.begin());
  return texts;
}

class Watch {
 public:
  explicit Watch(std::array<double, stages.size()>& times) : times_(times) {}
  void lap(std::size_t stage) {
    const double now = seconds();
    times_[stage] += now - last_;
    last_ = now;
  }

 private:
  static double seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  }
  std::array<double, stages.size()>& times_;
  double last_ = seconds();
};

struct Counts {
  std::size_t sentences = 0, tokens = 0;
};

Counts annotate(const std::vector<std::string>& texts, const Tagger& tagger, const Knowledge& knowledge,
                std::array<double, stages.size()>& times) {
  const NameModel names(tagger.section(NameModel::section));
  const NameTables tables(knowledge);
  Counts counts;
  for (const std::string& text : texts) {
    Document document;
    Watch watch(times);
    document.article = read_text(text);
    watch.lap(0);
    segment(document);
    watch.lap(1);
    tagger.tag(document);
    watch.lap(2);
    find_times(document);
    watch.lap(3);
    find_names(tables, document, names);
    watch.lap(4);
    resolve_coreference(tables, document);
    watch.lap(5);
    find_quotations(knowledge, document);
    watch.lap(6);
    counts.sentences += document.sentences.size();
    counts.tokens += document.tokens.size();
  }
  return counts;
}

int run(const std::vector<std::string>& files, const std::string& model, int rounds) {
  const std::string ontology = std::string(ENTENTE_SOURCE_DIR) + "/ontology";
  Diagnostics diagnostics;
  const Result<Knowledge> knowledge = Knowledge::load(ontology, diagnostics);
  const Result<Tagger> tagger = Tagger::load(model.empty() ? ontology + "/models/english.model" : model);
  if (!knowledge || !tagger) return std::fprintf(stderr, "cannot load the knowledge or the model\n"), 1;
  std::vector<std::string> texts;
  for (const std::string& file : files) {
    const std::string text = contents(file);
    if (!file.ends_with(".csv"))
      texts.push_back(text);
    else
      for (std::string& one : last_columns(text)) texts.push_back(std::move(one));
  }
  std::array<double, stages.size()> best{};
  Counts counts;
  for (int round = 0; round < rounds; ++round) {
    std::array<double, stages.size()> times{};
    counts = annotate(texts, tagger.value(), knowledge.value(), times);
    for (std::size_t s = 0; s < stages.size(); ++s) best[s] = round == 0 ? times[s] : std::min(best[s], times[s]);
  }
  std::printf("%zu texts, %zu sentences, %zu tokens\n", texts.size(), counts.sentences, counts.tokens);
  std::printf("%-12s %12s %12s %10s\n", "stage", "sentences/s", "tokens/s", "us/token");
  const auto line = [&](const char* name, double seconds) {
    std::printf("%-12s %12.0f %12.0f %10.2f\n", name, static_cast<double>(counts.sentences) / seconds,
                static_cast<double>(counts.tokens) / seconds, 1e6 * seconds / static_cast<double>(counts.tokens));
  };
  double all = 0;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    line(stages[s], best[s]);
    all += best[s];
  }
  line("all", all);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = 5;
  std::string model;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i)
    if (std::string(argv[i]) == "--rounds" && i + 1 < argc)
      rounds = std::max(1, std::atoi(argv[++i]));
    else if (std::string(argv[i]) == "--model" && i + 1 < argc)
      model = argv[++i];
    else
      files.emplace_back(argv[i]);
  const std::string news = std::string(ENTENTE_SOURCE_DIR) + "/../shared/corpora/news/wikinews_";
  if (files.empty()) files = {news + "2019.csv", news + "2020.csv"};
  return run(files, model, rounds);
}
