#include "entente/query.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/home.hpp"
#include "cli/terminal.hpp"

namespace entente {

int query_command(const QueryArguments& arguments) {
  std::ifstream in(arguments.file, std::ios::binary);
  if (!in) {
    print(Error{"file-not-found", "cannot read the query", arguments.file, 0});
    return exit_not_found;
  }
  QueryOptions options;
  options.query.assign(std::istreambuf_iterator<char>(in), {});
  options.graphs = arguments.graphs;
  options.format = arguments.format;
  options.engine = find_engine(home_folder());
  const Result<std::string> result = run_query(options);
  if (!result) {
    Error error = result.error();
    if (error.file.empty()) error.file = arguments.file;
    print(error);
    return exit_not_found;
  }
  std::fputs(result.value().c_str(), stdout);
  return exit_fine;
}

}  // namespace entente
