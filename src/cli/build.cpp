#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace entente {

namespace {

// Lines "same A B" or "apart A B", tab-separated; empty lines and lines that begin with # are passed over.
Result<std::vector<MergeDecision>> read_decisions(const std::string& file) {
  std::ifstream in(file);
  if (!in) return Error{"file-not-found", "cannot read the merge decisions", file, 0};
  std::vector<MergeDecision> decisions;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (trim(line).empty() || line[0] == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() != 3 || (fields[0] != "same" && fields[0] != "apart"))
      return Error{"bad-decision", "expected three fields separated by tabs: 'same' or 'apart', and two entities", file, number};
    decisions.push_back({std::string(fields[1]), std::string(fields[2]), fields[0] == "same"});
  }
  return decisions;
}

// The files of the knowledge base, by name.
std::vector<std::string> knowledge_files(const DataPaths& data) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(data.ontology + "/knowledge", error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".ttl") files.push_back(at->path().string());
  std::sort(files.begin(), files.end());
  files.insert(files.end(), data.knowledge.begin(), data.knowledge.end());
  return files;
}

void print_summary(const BuildSummary& summary, const std::string& folder) {
  std::printf("%zu articles, %zu sentences -> %zu entities, %zu claims, %zu triples\n", summary.articles, summary.sentences,
              summary.entities, summary.claims, summary.triples);
  std::printf("written to %s:", folder.c_str());
  for (const std::string& file : summary.files)
    if (!file.starts_with("text/")) std::printf(" %s", file.c_str());
  std::printf("\n");
}

}  // namespace

int build_command(BuildArguments arguments) {
  if (!arguments.decisions_file.empty()) {
    auto decisions = read_decisions(arguments.decisions_file);
    if (!decisions) {
      print(decisions.error());
      return exit_usage;
    }
    arguments.options.decisions = std::move(decisions).value();
  }
  if (arguments.options.background) arguments.options.knowledge_files = knowledge_files(arguments.data);
  const std::optional<Annotator> annotator = load_annotator(arguments.data);
  if (!annotator) return exit_not_installed;

  Diagnostics diagnostics;
  const Progress progress(arguments.quiet);
  const auto summary = build(arguments.options, *annotator, diagnostics, [&](std::size_t articles) { progress.show(articles); });
  progress.clear();
  print(diagnostics);
  if (!summary) {
    print(summary.error());
    return summary.error().code == "no-articles" ? exit_nothing_read : exit_not_written;
  }
  if (!arguments.quiet) print_summary(summary.value(), arguments.options.output);
  return has_errors(diagnostics) ? exit_some_input_bad : exit_fine;
}

}  // namespace entente
