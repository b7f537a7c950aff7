#include "extract/events.hpp"

namespace entente {

void extract_events(const Document& /*document*/, const Knowledge& /*knowledge*/, std::vector<Claim>& /*claims*/) {}

}  // namespace entente
