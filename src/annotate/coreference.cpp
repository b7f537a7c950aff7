#include "annotate/coreference.hpp"

namespace entente {

void resolve_coreference(const Knowledge& /*knowledge*/, Document& /*document*/) {}

}  // namespace entente
