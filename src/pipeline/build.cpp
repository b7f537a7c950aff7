#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>
#include <tuple>
#include <utility>

#include "base/identifier.hpp"
#include "entente/extract.hpp"
#include "entente/merge.hpp"
#include "entente/pipeline.hpp"
#include "pipeline/output_folder.hpp"

namespace entente {

namespace {

// Hands articles from the one reader to the workers; holds only a few, so memory stays bounded.
class ArticleQueue {
 public:
  void push(Article article) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return waiting_.size() < most; });
    waiting_.push_back(std::move(article));
    work_.notify_one();
  }
  void finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    work_.notify_all();
  }
  std::optional<Article> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return finished_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    Article article = std::move(waiting_.front());
    waiting_.pop_front();
    room_.notify_one();
    return article;
  }

 private:
  static constexpr std::size_t most = 32;
  std::mutex mutex_;
  std::condition_variable work_, room_;
  std::deque<Article> waiting_;
  bool finished_ = false;
};

struct Extracted {
  std::vector<Extraction> all;
  std::size_t sentences = 0;
};

// Reads on this thread, annotates and extracts on the others. The order in which articles finish does not matter:
// merge sorts them.
Extracted extract_all(const BuildOptions& options, const Annotator& annotator, const std::vector<Source>& sources,
                      Diagnostics& diagnostics, const std::function<void(std::size_t)>& progress) {
  Extracted extracted;
  ArticleQueue queue;
  std::mutex mutex;
  const auto work = [&] {
    while (std::optional<Article> article = queue.pop()) {
      const Document document = annotator.annotate(std::move(*article));
      Extraction extraction = extract(document, annotator.knowledge());
      if (options.keep_text) extraction.article.text = document.article.text;
      const std::lock_guard lock(mutex);
      extracted.sentences += document.sentences.size();
      extracted.all.push_back(std::move(extraction));
      if (progress) progress(extracted.all.size());
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < std::max(1U, options.threads); ++i) workers.emplace_back(work);
  for (const Source& source : sources)
    read_source(
        source, options.read, [&](Article&& article) { queue.push(std::move(article)); }, diagnostics);
  queue.finish();
  for (std::thread& worker : workers) worker.join();
  return extracted;
}

// Two articles of one id would be indistinguishable in the graph: the first (by file and line) stays.
void drop_repeated_ids(std::vector<Extraction>& extractions, Diagnostics& diagnostics) {
  const auto key = [](const Extraction& e) { return std::tie(e.article.id, e.article.file, e.article.line); };
  std::sort(extractions.begin(), extractions.end(), [&](const Extraction& a, const Extraction& b) { return key(a) < key(b); });
  const auto repeated = [&](const Extraction& a, const Extraction& b) {
    if (a.article.id != b.article.id) return false;
    diagnostics.push_back(
        {Severity::error, "repeated-id", b.article.file, b.article.line,
         "an article with the id \"" + b.article.id + "\" was read before, from " + a.article.file + "; this one is left out"});
    return true;
  };
  extractions.erase(std::unique(extractions.begin(), extractions.end(), repeated), extractions.end());
}

// Articles are read from JSONL, HTML and text by one process order; diagnostics are sorted so that runs are equal.
void sort_diagnostics(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.code) < std::tie(b.file, b.line, b.code);
  });
}

Outcome stage_graph(OutputFolder& output, const BuildOptions& options, GraphTriples triples, BuildSummary& summary) {
  const RdfFormat format = options.ntriples ? RdfFormat::ntriples : RdfFormat::turtle;
  const std::string ending = options.ntriples ? ".nt" : ".ttl";
  const Prefixes names = prefixes(options.emit);
  const auto stage = [&](const std::string& name, std::vector<Triple> list) {
    return output.stage(name, [&](std::ostream& out) -> Outcome {
      Result<std::uint64_t> written = write_rdf(out, std::move(list), names, format);
      if (!written) return written.error();
      summary.triples += written.value();
      return Done{};
    });
  };
  if (options.separate_evidence) {
    if (Outcome o = stage("evidence" + ending, std::move(triples.evidence)); !o) return o;
  } else {
    triples.facts.insert(triples.facts.end(), std::make_move_iterator(triples.evidence.begin()),
                         std::make_move_iterator(triples.evidence.end()));
  }
  return stage("graph" + ending, std::move(triples.facts));
}

// What the knowledge base adds goes to a file of its own, so that nobody takes background for news.
Outcome stage_background(OutputFolder& output, const BuildOptions& options, std::vector<Triple> triples) {
  if (!options.background) return Done{};
  return output.stage(options.ntriples ? "background.nt" : "background.ttl", [&](std::ostream& out) -> Outcome {
    const RdfFormat format = options.ntriples ? RdfFormat::ntriples : RdfFormat::turtle;
    const Result<std::uint64_t> written = write_rdf(out, std::move(triples), prefixes(options.emit), format);
    if (!written) return written.error();
    return Done{};
  });
}

// One file for a store of several graphs; the background has a graph of its own for the same reason.
Outcome stage_dataset(OutputFolder& output, const BuildOptions& options, const GraphTriples& triples,
                      const std::vector<Triple>& background) {
  if (!options.nquads) return Done{};
  std::vector<Triple> news = triples.facts;
  news.insert(news.end(), triples.evidence.begin(), triples.evidence.end());
  return output.stage("dataset.nq", [&](std::ostream& out) -> Outcome {
    Result<std::uint64_t> written = write_nquads(out, std::move(news), {});
    if (written && !background.empty()) written = write_nquads(out, background, background_graph(options.emit));
    if (!written) return written.error();
    return Done{};
  });
}

Outcome stage_texts(OutputFolder& output, const Graph& graph) {
  for (const Article& article : graph.articles) {
    const auto write = [&](std::ostream& out) -> Outcome {
      out << article.text;
      return Done{};
    };
    if (Outcome o = output.stage("text/" + slug(article.id) + "-" + hex_hash(article.id, 6) + ".txt", write); !o) return o;
  }
  return Done{};
}

}  // namespace

std::string background_graph(const EmitOptions& options) { return options.base + "graph/background"; }

Result<BuildSummary> build(const BuildOptions& options, const Annotator& annotator, Diagnostics& diagnostics,
                           const std::function<void(std::size_t)>& progress) {
  const std::vector<Source> sources = find_sources(options.inputs, diagnostics);
  Result<OutputFolder> output = OutputFolder::open(options.output);
  if (!output) return output.error();

  Extracted extracted = extract_all(options, annotator, sources, diagnostics, progress);
  drop_repeated_ids(extracted.all, diagnostics);
  sort_diagnostics(diagnostics);
  if (extracted.all.empty()) return Error{"no-articles", "no article could be read; nothing was written", {}, 0};

  BuildSummary summary;
  summary.sentences = extracted.sentences;
  const Graph graph = merge(std::move(extracted.all), options.decisions);
  summary.articles = graph.articles.size();
  summary.entities = graph.entities.size();
  for (const GraphClaim& claim : graph.claims) summary.claims += claim.reports.size();
  const Network actors = network(graph);

  GraphTriples triples = to_triples(graph, actors, options.emit);
  std::vector<Triple> background;
  if (options.background)
    background = to_background(graph, annotator.knowledge(), background_sources(graph, options.knowledge_files), options.emit);
  if (Outcome o = stage_dataset(output.value(), options, triples, background); !o) return o.error();
  if (Outcome o = stage_graph(output.value(), options, std::move(triples), summary); !o) return o.error();
  if (Outcome o = stage_background(output.value(), options, std::move(background)); !o) return o.error();
  if (Outcome o = output->stage("network.graphml", [&](std::ostream& out) { return write_graphml(out, graph, actors); }); !o)
    return o.error();
  if (Outcome o = output->stage("network.gexf", [&](std::ostream& out) { return write_gexf(out, graph, actors); }); !o)
    return o.error();
  if (Outcome o = output->stage("report.md", [&](std::ostream& out) { return write_report(out, graph, actors, diagnostics); }); !o)
    return o.error();
  if (options.keep_text)
    if (Outcome o = stage_texts(output.value(), graph); !o) return o.error();
  Result<std::vector<std::string>> files = output->publish();
  if (!files) return files.error();
  summary.files = std::move(files).value();
  return summary;
}

}  // namespace entente
