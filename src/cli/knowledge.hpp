// `entente knowledge ...`: the subcommands that work on the knowledge base itself.
#pragma once

namespace CLI {
class App;
}

namespace entente {

// Adds the command with its subcommands; each leaves its exit code in `code`.
void add_knowledge(CLI::App& app, int& code);

}  // namespace entente
