#include "extract/meetings.hpp"

namespace entente {

void extract_meetings(const Document& /*document*/, const Knowledge& /*knowledge*/, std::vector<Claim>& /*claims*/) {}

}  // namespace entente
