#include "cli/knowledge.hpp"

#include <CLI/CLI.hpp>

#include "cli/knowledge_lookup.hpp"

namespace entente {

void add_knowledge(CLI::App& app, int& code) {
  auto* command = app.add_subcommand("knowledge", "Work on what Entente knows before it reads");
  command->require_subcommand(1);
  command->footer(app.get_footer());
  add_lookup(*command, code);
}

}  // namespace entente
