#include "extract/statements.hpp"

namespace entente {

void extract_statements(const Document& /*document*/, const Knowledge& /*knowledge*/, std::vector<Claim>& /*claims*/) {}

}  // namespace entente
