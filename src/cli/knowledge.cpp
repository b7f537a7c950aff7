#include "cli/knowledge.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/home.hpp"
#include "cli/knowledge_lookup.hpp"
#include "cli/terminal.hpp"
#include "entente/import.hpp"

namespace entente {

namespace {

struct ImportArguments {
  std::string dump;
  std::vector<std::string> results;
  std::vector<std::string> knowledge;
  ImportOptions options;
  bool quiet = false;
};

int exit_code_of(const Error& error) {
  if (error.code == "bad-option" || error.code == "bad-state") return exit_usage;
  if (error.code == "not-written") return exit_not_written;
  return error.code == "bad-import-table" ? exit_not_installed : exit_nothing_read;
}

std::string progress_line(const ImportSummary& s) {
  return std::to_string(s.bytes >> 20) + " MB, " + std::to_string(s.entities) + " entities, " + std::to_string(s.kept) + " kept";
}

void print_summary(const ImportSummary& s, const ImportArguments& arguments) {
  std::printf("%llu entities, %llu kept -> %llu new things, %llu known ones extended, %llu tenures, %llu signatures\n",
              static_cast<unsigned long long>(s.entities), static_cast<unsigned long long>(s.kept),
              static_cast<unsigned long long>(s.things), static_cast<unsigned long long>(s.extended),
              static_cast<unsigned long long>(s.tenures), static_cast<unsigned long long>(s.steps));
  if (s.by_name != 0)
    std::printf("%llu known ones were recognised by name, kind and state\n", static_cast<unsigned long long>(s.by_name));
  if (s.dropped != 0)
    std::printf("%llu tenures left out: their office belongs to nothing that is known\n",
                static_cast<unsigned long long>(s.dropped));
  if (s.bad != 0) std::printf("%llu lines were bad\n", static_cast<unsigned long long>(s.bad));
  std::printf("written to %s\n", arguments.options.output.c_str());
  if (!s.complete) std::printf("the dump has not been read to its end; --resume goes on\n");
}

int import_command(const ImportArguments& arguments) {
  Diagnostics diagnostics;
  const Result<Knowledge> base =
      Knowledge::load(arguments.options.ontology, diagnostics, arguments.knowledge, found_index(arguments.options.ontology));
  if (!base) {
    print(diagnostics);
    print(base.error());
    return exit_not_installed;
  }
  diagnostics.clear();
  const Progress progress(arguments.quiet);
  const auto summary = arguments.results.empty()
                           ? import_dump(arguments.dump, arguments.options, base.value(), diagnostics,
                                         [&](const ImportSummary& so_far) { progress.show(progress_line(so_far)); })
                           : import_results(arguments.results, arguments.options, base.value(), diagnostics);
  progress.clear();
  print(diagnostics);
  if (!summary) {
    print(summary.error());
    return exit_code_of(summary.error());
  }
  if (!arguments.quiet) print_summary(summary.value(), arguments);
  return has_errors(diagnostics) ? exit_some_input_bad : exit_fine;
}

void add_import(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("import", "Make a file of knowledge from Wikidata, to be loaded with --knowledge");
  auto arguments = std::make_shared<ImportArguments>();
  ImportOptions& options = arguments->options;
  options.ontology = default_ontology();
  auto* dump = command->add_option("dump", arguments->dump, "JSON dump (.json .json.gz .json.bz2), or - for standard input");
  auto* sparql = command->add_option("--sparql", arguments->results,
                                     "results of the queries of ontology/knowledge/queries (.ttl .nt); may be repeated");
  sparql->excludes(dump)->allow_extra_args(false);
  command->add_option("-o,--output", options.output, "Turtle file to write")->required();
  command->add_option("--class", options.classes, "only this class: Q6256, or Q11032=Newspaper; may be repeated")
      ->allow_extra_args(false);
  command
      ->add_option("--subclasses", options.subclasses,
                   "file of 'entente knowledge subclasses', or of the query of that name: their things are taken, too")
      ->needs(dump);
  command->add_option("--property", options.properties, "only this property: P39; may be repeated")->allow_extra_args(false);
  command->add_flag("--resume", options.resume, "go on where an import of the same dump broke off")->needs(dump);
  command->add_option("--stop-after", options.stop_after, "stop after so many entities; --resume goes on")->needs(dump);
  command->add_option("--ontology", options.ontology, "folder with entente.ttl, knowledge/, import/ and rules/")
      ->capture_default_str();
  command->add_option("--knowledge", arguments->knowledge, "further knowledge that is known already; may be repeated")
      ->allow_extra_args(false);
  command->add_flag("-q,--quiet", arguments->quiet, "print errors only");
  command->footer(app.get_parent()->get_footer());
  command->callback([arguments, &code] {
    if (arguments->dump.empty() && arguments->results.empty()) throw CLI::RequiredError("dump, or --sparql,");
    code = import_command(*arguments);
  });
}

int subclasses_command(const ImportArguments& arguments) {
  Diagnostics diagnostics;
  const Progress progress(arguments.quiet);
  const auto summary = import_subclasses(arguments.dump, arguments.options, diagnostics,
                                         [&](const ImportSummary& so_far) { progress.show(progress_line(so_far)); });
  progress.clear();
  print(diagnostics);
  if (!summary) {
    print(summary.error());
    return exit_code_of(summary.error());
  }
  if (!arguments.quiet && summary->complete)
    std::printf("%llu entities, %llu of them subclasses\nwritten to %s\n", static_cast<unsigned long long>(summary->entities),
                static_cast<unsigned long long>(summary->kept), arguments.options.output.c_str());
  if (!arguments.quiet && !summary->complete) std::printf("the dump has not been read to its end; --resume goes on\n");
  return has_errors(diagnostics) ? exit_some_input_bad : exit_fine;
}

void add_subclasses(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("subclasses", "Collect the subclasses (P279) of a dump, for import --subclasses");
  auto arguments = std::make_shared<ImportArguments>();
  ImportOptions& options = arguments->options;
  command->add_option("dump", arguments->dump, "JSON dump (.json .json.gz .json.bz2), or - for standard input")->required();
  command->add_option("-o,--output", options.output, "table to write")->required();
  command->add_flag("--resume", options.resume, "go on where a reading of the same dump broke off");
  command->add_option("--stop-after", options.stop_after, "stop after so many entities; --resume goes on");
  command->add_flag("-q,--quiet", arguments->quiet, "print errors only");
  command->footer(app.get_parent()->get_footer());
  command->callback([arguments, &code] { code = subclasses_command(*arguments); });
}

}  // namespace

void add_knowledge(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("knowledge", "Work on what Entente knows before it reads");
  command->require_subcommand(1);
  command->footer(app.get_footer());
  add_compile(*command, code);
  add_import(*command, code);
  add_subclasses(*command, code);
  add_lookup(*command, code);
}

}  // namespace entente
