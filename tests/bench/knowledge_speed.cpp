// How fast compiled knowledge is made, opened and matched, with the knowledge base as it is shipped and with a million
// names made up from syllables (the same at every run).
//
//   knowledge_speed [--names N] [--folder DIR] ARTICLE...     prints a table; DIR: a scratch folder that is kept
//
// Every open is a first look at the file by this process, with the file in the system's cache.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "entente/knowledge.hpp"

namespace {

namespace fs = std::filesystem;
using namespace entente;

double clock_in_seconds(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Of the processor, as other work on the machine would count otherwise; what is waited for besides is `wall`.
struct Seconds {
  double processor = 1e9;
  double wall = 1e9;
};

Seconds seconds_of(const auto& job) {
  const double processor = clock_in_seconds(CLOCK_PROCESS_CPUTIME_ID), wall = clock_in_seconds(CLOCK_MONOTONIC);
  job();
  return {clock_in_seconds(CLOCK_PROCESS_CPUTIME_ID) - processor, clock_in_seconds(CLOCK_MONOTONIC) - wall};
}

Seconds least(const Seconds& a, const Seconds& b) { return {std::min(a.processor, b.processor), std::min(a.wall, b.wall)}; }

double memory_in_mb() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Names as people, places and bodies have them: words of two to four syllables, drawn so that a few are frequent.
class NameMaker {
 public:
  explicit NameMaker(std::uint32_t seed) : random_(seed) {
    for (int i = 0; i < 8000; ++i) given_.push_back(word(2, 3));
    for (int i = 0; i < 300000; ++i) family_.push_back(word(2, 4));
  }

  std::string person() { return frequent(given_) + (chance(4) ? " " + frequent(given_) : "") + " " + family(); }
  std::string family() { return frequent(family_); }
  std::string place() { return frequent(family_) + (chance(3) ? " " + frequent(given_) : ""); }
  std::string body() { return frequent(family_) + " " + kind() + " of " + frequent(given_); }
  bool chance(int of) { return random_() % static_cast<unsigned>(of) == 0; }

 private:
  const std::string& frequent(const std::vector<std::string>& words) {
    const double draw = static_cast<double>(random_()) / 4294967296.0;
    return words[static_cast<std::size_t>(draw * draw * static_cast<double>(words.size()))];
  }

  std::string word(int least, int most) {
    static constexpr const char* begins[] = {"b", "ch", "d", "f", "g",  "h", "j", "k", "l",  "m",
                                             "n", "p",  "r", "s", "sh", "t", "v", "z", "kr", "st"};
    static constexpr const char* middles[] = {"a", "e", "i", "o", "u", "ai", "ou", "an", "en", "in", "or", "ar", "el"};
    static constexpr const char* ends[] = {"", "", "v", "n", "sky", "skiy", "ko", "r", "s", "di", "yev", "t"};
    std::string out;
    const int count = least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
    for (int i = 0; i < count; ++i) out += std::string(begins[random_() % 20]) + middles[random_() % 13];
    out += ends[random_() % 12];
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  std::string kind() {
    static constexpr const char* kinds[] = {"Ministry", "Institute", "Council", "Union", "Agency", "Academy", "Party", "Command"};
    return kinds[random_() % 8];
  }

  std::mt19937 random_;
  std::vector<std::string> given_, family_;
};

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// An ontology folder with the shipped vocabulary and about `count` names.
void write_world(const fs::path& folder, std::size_t count) {
  fs::create_directories(folder / "knowledge");
  fs::create_directories(folder / "rules");
  const fs::path shipped = fs::path(ENTENTE_SOURCE_DIR) / "ontology";
  for (const char* file : {"entente.ttl", "plover.ttl", "knowledge/first-names.tsv", "knowledge/spellings.tsv"})
    fs::copy_file(shipped / file, folder / file, fs::copy_options::overwrite_existing);
  std::ofstream out(folder / "knowledge" / "names.ttl");
  out << "@base <https://w3id.org/entente/knowledge/> .\n@prefix ent: <https://w3id.org/entente/ontology#> .\n"
         "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
         "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix wd: <http://www.wikidata.org/entity/> .\n";
  NameMaker maker(42);
  for (std::size_t i = 0, names = 0; names < count; ++i) {
    const bool person = i % 10 < 6, place = !person && i % 10 < 8;
    const std::string number = std::to_string(i);
    const std::string name = person ? maker.person() : place ? maker.place() : maker.body();
    out << (person  ? "<person/"
            : place ? "<place/"
                    : "<organisation/")
        << number << "> a "
        << (person  ? "ent:Person"
            : place ? "ent:City"
                    : "ent:Organization")
        << " ; rdfs:label \"" << name << "\" ; owl:sameAs wd:Q" << i + 1 << " ;";
    ++names;
    if (person) out << " ent:surname \"" << name.substr(name.rfind(' ') + 1) << "\" ;", ++names;
    if (maker.chance(2)) out << " skos:altLabel \"" << (person ? maker.person() : maker.body()) << "\" ;", ++names;
    out << " ent:prominence 0." << i * 7919 % 1000000 + 1000000 << " .\n";
  }
}

// Text of articles, and for the names made up the articles with such names strewn in at every eighth word.
std::string sample(const std::vector<std::string>& articles, bool strewn) {
  NameMaker maker(42);  // the same words, and at first the same names
  std::string out;
  while (out.size() < 8000000) {
    for (const std::string& article : articles) {
      std::size_t words = 0;
      for (const char c : article) {
        out += c;
        if (strewn && c == ' ' && ++words % 8 == 0) out += (maker.chance(2) ? maker.person() : maker.place()) + " ";
      }
    }
  }
  return out;
}

bool measure(const char* what, const std::string& folder, const std::string& index, const std::string& text) {
  Diagnostics diagnostics;
  bool good = true;
  const Seconds compile = seconds_of([&] { good = static_cast<bool>(Knowledge::compile(folder, index, diagnostics)); });
  if (!good) return false;
  Seconds open, match;
  std::size_t names = 0, items = 0;
  for (int round = 0; round < 3; ++round) {
    std::vector<Knowledge> opened;
    open = least(open, seconds_of([&] {
                   Result<Knowledge> knowledge = Knowledge::load(folder, diagnostics, {}, index);
                   good = static_cast<bool>(knowledge);
                   if (good) opened.push_back(std::move(knowledge).value());
                 }));
    if (!good) return false;
    items = opened[0].items().size();
    match = least(match, seconds_of([&] {
                    names = 0;
                    for (std::size_t at = 0; at < text.size(); at += 8000)
                      names += opened[0].match(std::string_view(text).substr(at, 8000)).size();
                  }));
  }
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  std::printf("%s: %zu things; %.1f MB\n", what, items, static_cast<double>(fs::file_size(index)) / 1e6);
  std::printf("  compiled in %.2f s (wall %.2f)\n", compile.processor, compile.wall);
  std::printf("  opened in %.1f ms (wall %.1f)\n", open.processor * 1e3, open.wall * 1e3);
  std::printf("  matched at %.1f MB/s (wall %.1f): %zu names in %.1f MB\n", megabytes / match.processor, megabytes / match.wall,
              names, megabytes);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 1000000;
  fs::path folder = fs::temp_directory_path() / ("entente-bench-" + std::to_string(::getpid()));
  bool keep = false;
  std::vector<std::string> articles;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--names" && i + 1 < argc)
      count = static_cast<std::size_t>(std::atol(argv[++i]));
    else if (argument == "--folder" && i + 1 < argc)
      folder = argv[++i], keep = true;
    else
      articles.push_back(text_of(argument));
  }
  if (articles.empty()) {
    std::fprintf(stderr, "usage: knowledge_speed [--names N] [--folder DIR] ARTICLE...\n");
    return 2;
  }
  fs::create_directories(folder);
  const std::string shipped = std::string(ENTENTE_SOURCE_DIR) + "/ontology";
  bool good = measure("shipped", shipped, (folder / "shipped.index").string(), sample(articles, false));
  std::printf("  %.0f MB of memory at most\n", memory_in_mb());
  write_world(folder / "world", count);
  const std::string index = (folder / "world.index").string();
  good = good && measure("made up", (folder / "world").string(), index, sample(articles, true));
  good = good && measure("made up, articles as they are", (folder / "world").string(), index, sample(articles, false));
  if (!keep) fs::remove_all(folder);
  return good ? 0 : 1;
}
