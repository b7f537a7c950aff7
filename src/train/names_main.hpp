// The command `entente-train names`.
#pragma once

#include <string>
#include <vector>

namespace entente {

// Returns the exit status: 0, 1 for an error, 2 for wrong arguments.
int train_names_command(const std::vector<std::string>& arguments);

}  // namespace entente
