#include "entente/check.hpp"

#include <cstdio>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace entente {

int check_command(const DataPaths& data) {
  const std::optional<Annotator> annotator = load_annotator(data);
  if (!annotator) return exit_not_installed;
  Diagnostics diagnostics;
  const CheckSummary summary = check_rules(*annotator, diagnostics);
  print(diagnostics);
  const Knowledge& knowledge = annotator->knowledge();
  std::printf("%zu things, %zu tenures and %zu treaty steps known; %zu rules, %zu of %zu examples hold\n", knowledge.items().size(),
              knowledge.tenures().size(), knowledge.treaty_steps().size(), summary.rules, summary.holding, summary.examples);
  return has_errors(diagnostics) ? exit_check_failed : exit_fine;
}

}  // namespace entente
