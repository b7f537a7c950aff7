// The command: reads the command line, hands over to one command, returns its exit code.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <thread>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/home.hpp"
#include "cli/knowledge.hpp"

namespace entente {
namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 fine; 1 some input was bad, the rest was built; 2 wrong usage; 3 nothing could be read;\n"
    "4 the output could not be written; 5 ontology or model missing or broken; 6 a check failed; 7 not found.";

void add_data_options(CLI::App& command, DataPaths& data) {
  data = {default_ontology(), default_model(), {}, {}};
  command.add_option("--ontology", data.ontology, "folder with entente.ttl, knowledge/ and rules/")->capture_default_str();
  command.add_option("--knowledge", data.knowledge, "further knowledge: a Turtle file or a table (.csv); may be repeated")
      ->allow_extra_args(false);
  command.add_option("--index", data.index, "compiled knowledge, made by 'entente knowledge compile -o' of the same files");
  command.add_option("--model", data.model, "model file made by entente-train")->capture_default_str();
}

void add_read_options(CLI::App& command, ReadOptions& read) {
  command.add_option("--id-field", read.fields.id, "JSONL field with the article's id")->capture_default_str();
  command.add_option("--url-field", read.fields.url, "JSONL field with its URL")->capture_default_str();
  command.add_option("--title-field", read.fields.title, "JSONL field with its title")->capture_default_str();
  command.add_option("--publisher-field", read.fields.publisher, "JSONL field with its publisher")->capture_default_str();
  command.add_option("--published-field", read.fields.published, "JSONL field with its date (ISO)")->capture_default_str();
  command.add_option("--text-field", read.fields.text, "JSONL field with its text")->capture_default_str();
}

void add_build(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("build", "Read articles and write the knowledge graph");
  auto arguments = std::make_shared<BuildArguments>();
  BuildOptions& options = arguments->options;
  options.output = "output";
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  command->add_option("articles", options.inputs, "files (.txt .md .html .jsonl .json) and folders")->required();
  command->add_option("-o,--output", options.output, "folder to write to")->capture_default_str();
  command->add_option("-j,--jobs", options.threads, "threads; the output does not depend on it")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command->add_option("--base", options.emit.base, "base IRI of all individuals")->capture_default_str();
  command->add_option("--decisions", arguments->decisions_file,
                      "merge decisions: lines of 'same' or 'apart', TAB, entity, TAB, entity");
  command->add_flag("--separate-evidence", options.separate_evidence, "write the evidence to a file of its own");
  command->add_flag("!--no-background", options.background, "leave out background.ttl, what the knowledge base adds");
  command->add_flag("--ntriples", options.ntriples, "write N-Triples instead of Turtle");
  command->add_flag("--nquads", options.nquads,
                    "write dataset.nq, too: all in one file, background in the graph BASE/graph/background");
  command->add_flag("--keep-text", options.keep_text, "write the text of each article that offsets refer to");
  command->add_flag("-q,--quiet", arguments->quiet, "print errors only");
  add_read_options(*command, options.read);
  add_data_options(*command, arguments->data);
  command->footer(exit_codes);
  command->callback([arguments, &code] { code = build_command(std::move(*arguments)); });
}

void add_show(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("show", "One article with its sentences, parse, names and claims");
  auto arguments = std::make_shared<ShowArguments>();
  command->add_option("article", arguments->file, "file (or folder) to show")->required();
  command->add_option("--id", arguments->article, "only the article with this id");
  command->add_flag("--conllu", arguments->conllu, "the parse as CoNLL-U");
  command->add_flag("--claims", arguments->claims_only, "the claims only");
  add_read_options(*command, arguments->read);
  add_data_options(*command, arguments->data);
  command->footer(exit_codes);
  command->callback([arguments, &code] { code = show_command(*arguments); });
}

void add_query(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("query", "Answer a SPARQL query over a graph; no server needed");
  auto arguments = std::make_shared<QueryArguments>();
  arguments->graphs = {"output/graph.ttl"};
  const std::map<std::string, ResultFormat> formats = {
      {"table", ResultFormat::table}, {"csv", ResultFormat::csv}, {"tsv", ResultFormat::tsv}, {"json", ResultFormat::json}};
  command->add_option("query", arguments->file, "file with the query (examples/queries has some)")->required();
  command->add_option("graphs", arguments->graphs, "graph files")->capture_default_str();
  command->add_option("-f,--format", arguments->format, "table, csv, tsv or json")->transform(CLI::CheckedTransformer(formats));
  command->footer(exit_codes);
  command->callback([arguments, &code] { code = query_command(*arguments); });
}

void add_check(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("check", "Are ontology, knowledge and rules well-formed, and do all examples hold");
  auto data = std::make_shared<DataPaths>();
  add_data_options(*command, *data);
  command->footer(exit_codes);
  command->callback([data, &code] { code = check_command(*data); });
}

void add_verify(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("verify", "Does every claim's evidence stand in its source");
  auto options = std::make_shared<VerifyOptions>();
  command->add_option("output", options->output, "folder that a build has written")->required();
  command->add_option("--source-root", options->source_root, "folder that relative source paths begin from");
  add_read_options(*command, options->read);
  command->footer(exit_codes);
  command->callback([options, &code] { code = verify_command(*options); });
}

void add_explain(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("explain", "Why a node is what it is: its merges, its claims, their sentences");
  auto names = std::make_shared<std::pair<std::string, std::string>>("output", "");
  command->add_option("node", names->second, "IRI, end of one ('state/russia') or label")->required();
  command->add_option("output", names->first, "folder that a build has written")->capture_default_str();
  command->footer(exit_codes);
  command->callback([names, &code] { code = explain_command(names->first, names->second); });
}

int run(int argc, char** argv) {
  CLI::App app("Entente reads news about diplomacy and security and writes a knowledge graph in RDF.", "entente");
  app.require_subcommand(1);
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  app.footer(exit_codes);
  int code = exit_fine;
  add_build(app, code);
  add_show(app, code);
  add_query(app, code);
  add_check(app, code);
  add_verify(app, code);
  add_explain(app, code);
  add_knowledge(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_fine : exit_usage;
  }
  return code;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run(argc, argv); }
