#include "extract/roles.hpp"

namespace entente {

void extract_roles(const Document& /*document*/, const Knowledge& /*knowledge*/, std::vector<Claim>& /*claims*/) {}

}  // namespace entente
