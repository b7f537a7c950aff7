#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "entente/inspect.hpp"
#include "pipeline/written_graph.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

std::size_t number(const std::string& text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The code points [begin, end) of a text, or nothing if it is shorter.
std::optional<std::string_view> slice(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = 0;
  std::size_t from = 0;
  for (std::size_t point = 0; point < end; ++point) {
    if (point == begin) from = at;
    if (at >= text.size()) return std::nullopt;
    next_code_point(text, at);
  }
  return text.substr(from, at - from);
}

// Texts by file and line: each source file is read once.
class Sources {
 public:
  explicit Sources(const VerifyOptions& options) : options_(options) {}

  // Nothing if the source is gone or holds no such record any more.
  const std::string* text(const std::string& file, std::size_t line) {
    if (!read_.contains(file)) read(file);
    const auto found = texts_.find({file, line});
    return found == texts_.end() ? nullptr : &found->second;
  }
  // The text that the build kept with --keep-text.
  const std::string* kept(const std::string& id) {
    const auto [place, fresh] = kept_.try_emplace(id);
    if (fresh) {
      const fs::path file = fs::path(options_.output) / "text" / (slug(id) + "-" + hex_hash(id, 6) + ".txt");
      std::ifstream in(file, std::ios::binary);
      if (in) place->second = std::string{std::istreambuf_iterator<char>(in), {}};
    }
    return place->second ? &*place->second : nullptr;
  }

 private:
  void read(const std::string& file) {
    read_.insert(file);
    const fs::path path =
        options_.source_root.empty() || fs::path(file).is_absolute() ? fs::path(file) : fs::path(options_.source_root) / file;
    Diagnostics ignored;  // a source that cannot be read is reported once, by the article that needs it
    for (const Source& source : find_sources({path.string()}, ignored))
      read_source(
          source, options_.read,
          [&](Article&& article) {
            texts_[{file, article.line}] = std::move(article.text);
          },
          ignored);
  }

  const VerifyOptions& options_;
  std::set<std::string> read_;
  std::map<std::pair<std::string, std::size_t>, std::string> texts_;
  std::map<std::string, std::optional<std::string>> kept_;
};

void check_claims(const WrittenGraph& graph, VerifySummary& summary, Diagnostics& diagnostics) {
  for (const auto& [subject, statements] : graph.all()) {
    if (graph.value(subject, ent_term("reports")).empty()) continue;
    ++summary.claims;
    if (graph.value(subject, ent_term("evidence")).empty())
      diagnostics.push_back({Severity::error, "no-evidence", subject, 0, "the claim has no evidence"});
  }
}

}  // namespace

Result<VerifySummary> verify(const VerifyOptions& options, Diagnostics& diagnostics) {
  const Result<WrittenGraph> loaded = WrittenGraph::load(options.output);
  if (!loaded) return loaded.error();
  const WrittenGraph& graph = loaded.value();
  VerifySummary summary;
  check_claims(graph, summary, diagnostics);

  Sources sources(options);
  std::set<std::string> articles;
  std::set<std::string> missing;
  for (const std::string& sentence : graph.of_type(ent_term("Sentence"))) {
    ++summary.sentences;
    const std::string article = graph.value(sentence, term::reference_context);
    articles.insert(article);
    const std::string file = graph.value(article, ent_term("sourceFile"));
    const std::size_t line = number(graph.value(article, ent_term("sourceLine")));
    const std::string* text = sources.text(file, line);
    if (text == nullptr) text = sources.kept(graph.value(article, term::identifier));
    if (text == nullptr) {
      if (missing.insert(article).second)
        diagnostics.push_back(
            {Severity::error, "source-not-found", file, line, "the source of " + article + " cannot be read again"});
      continue;
    }
    const auto there =
        slice(*text, number(graph.value(sentence, term::begin_index)), number(graph.value(sentence, term::end_index)));
    if (there && *there == graph.value(sentence, term::anchor_of))
      ++summary.found;
    else
      diagnostics.push_back(
          {Severity::error, "evidence-not-found", file, line, "the text of " + sentence + " does not stand there"});
  }
  summary.articles = articles.size();
  return summary;
}

}  // namespace entente
