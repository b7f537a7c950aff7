// Pipeline: the main job, articles in, a folder of files out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "entente/annotate.hpp"
#include "entente/diagnostic.hpp"
#include "entente/emit.hpp"
#include "entente/read.hpp"

namespace entente {

struct BuildOptions {
  std::vector<std::string> inputs;  // files and folders
  std::string output;               // folder, made if it is not there
  ReadOptions read;
  EmitOptions emit;
  std::vector<MergeDecision> decisions;
  unsigned threads = 1;
  bool separate_evidence = false;            // evidence.ttl beside graph.ttl
  bool keep_text = false;                    // write each article's text (needed to verify HTML without its source)
  bool background = true;                    // what the knowledge base adds, as background.ttl
  std::vector<std::string> knowledge_files;  // that background may come from
  bool ntriples = false;                     // graph.nt instead of graph.ttl
  bool nquads = false;                       // dataset.nq, too: all in one, the background in the graph background_graph()
};
// The name of the graph in dataset.nq that holds what the knowledge base adds; what articles say is in the default graph.
std::string background_graph(const EmitOptions& options);

struct BuildSummary {
  std::size_t articles = 0, sentences = 0, entities = 0, claims = 0, triples = 0;
  std::vector<std::string> files;  // written, relative to the output folder
};

// Files appear in the output folder whole or not at all: each is written beside its place and renamed.
// An Error means that nothing was written. Bad articles are diagnostics. `progress` may be empty; it is called with
// the number of articles done, never from two threads at once.
Result<BuildSummary> build(const BuildOptions& options, const Annotator& annotator, Diagnostics& diagnostics,
                           const std::function<void(std::size_t)>& progress = {});

}  // namespace entente
