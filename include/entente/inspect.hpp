// Inspect: what a build has written, read again: does every claim's evidence stand in its source, and why is a node
// what it is.
#pragma once

#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/read.hpp"
#include "entente/result.hpp"

namespace entente {

struct VerifyOptions {
  std::string output;       // the folder of a build, or one of its graph files
  std::string source_root;  // put before relative source paths; empty: the current folder
  ReadOptions read;         // the field names that the build was given
};

struct VerifySummary {
  std::size_t articles = 0;   // with evidence
  std::size_t claims = 0;     // each must have evidence
  std::size_t sentences = 0;  // evidence ranges
  std::size_t found = 0;      // of these, stand in their source to the letter
};

// Re-reads every source (or, where it is gone, the text that the build kept) and compares each range. Each mismatch,
// missing source and claim without evidence is a diagnostic. An Error means that there is no graph to verify.
Result<VerifySummary> verify(const VerifyOptions& options, Diagnostics& diagnostics);

// What is known of one individual, as lines of text: names and types, why it was merged, and every claim that has it as
// an argument (of an entity) or reports it (of a meeting, event ...), each with its sentence, article, offsets and rule.
// `name` is an absolute IRI, the end of one ("state/russia"), or a label.
Result<std::string> explain(const std::string& output, const std::string& name);

}  // namespace entente
