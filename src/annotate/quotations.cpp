#include "annotate/quotations.hpp"

namespace entente {

void find_quotations(const Knowledge& /*knowledge*/, Document& /*document*/) {}

}  // namespace entente
