// `entente knowledge lookup NAME`: what a name can mean.
#pragma once

namespace CLI {
class App;
}

namespace entente {

// Adds the subcommand to `knowledge`; it leaves its exit code in `code`.
void add_lookup(CLI::App& knowledge, int& code);

}  // namespace entente
