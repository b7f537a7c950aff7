#include "extract/treaties.hpp"

namespace entente {

void extract_treaties(const Document& /*document*/, const Knowledge& /*knowledge*/, std::vector<Claim>& /*claims*/) {}

}  // namespace entente
