#include "entente/inspect.hpp"

#include <cstdio>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace entente {

int verify_command(const VerifyOptions& options) {
  Diagnostics diagnostics;
  const auto summary = verify(options, diagnostics);
  print(diagnostics);
  if (!summary) {
    print(summary.error());
    return exit_not_found;
  }
  std::printf("%zu of %zu evidence sentences stand in their sources (%zu claims, %zu articles)\n", summary->found,
              summary->sentences, summary->claims, summary->articles);
  return has_errors(diagnostics) ? exit_check_failed : exit_fine;
}

int explain_command(const std::string& output, const std::string& name) {
  const auto text = explain(output, name);
  if (!text) {
    print(text.error());
    return exit_not_found;
  }
  std::fputs(text->c_str(), stdout);
  return exit_fine;
}

}  // namespace entente
