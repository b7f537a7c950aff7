// The command `entente-train silver`.
#pragma once

#include <string>
#include <vector>

namespace entente {

int silver_command(const std::vector<std::string>& arguments);

}  // namespace entente
