#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/home.hpp"
#include "cli/knowledge.hpp"
#include "cli/terminal.hpp"
#include "entente/knowledge.hpp"

namespace entente {

namespace {

struct CompileArguments {
  std::string ontology;
  std::vector<std::string> knowledge;
  std::string output;
  bool quiet = false;
};

int compile_command(const CompileArguments& arguments) {
  const std::string file = arguments.output.empty() ? index_of(arguments.ontology) : arguments.output;
  Diagnostics diagnostics;
  const Outcome compiled = Knowledge::compile(arguments.ontology, file, diagnostics, arguments.knowledge);
  print(diagnostics);
  if (!compiled) {
    print(compiled.error());
    return compiled.error().code == "not-written" ? exit_not_written : exit_not_installed;
  }
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!arguments.quiet) std::printf("written to %s: %.1f MB\n", file.c_str(), error ? 0.0 : static_cast<double>(size) / 1e6);
  return exit_fine;
}

}  // namespace

void add_compile(CLI::App& app, int& code) {
  auto* command =
      app.add_subcommand("compile", "Make one file of all knowledge, which is mapped into memory instead of being read");
  auto arguments = std::make_shared<CompileArguments>();
  arguments->ontology = default_ontology();
  command->add_option("--ontology", arguments->ontology, "folder with entente.ttl and knowledge/")->capture_default_str();
  command->add_option("--knowledge", arguments->knowledge, "further knowledge to compile with it; may be repeated")
      ->allow_extra_args(false);
  command->add_option(
      "-o,--output", arguments->output,
      "file to write, for --index; else where it is found without being named: knowledge.index in the ontology's folder");
  command->add_flag("-q,--quiet", arguments->quiet, "print problems only");
  command->footer(app.get_parent()->get_footer());
  command->callback([arguments, &code] { code = compile_command(*arguments); });
}

}  // namespace entente
