#include "annotate/names.hpp"

namespace entente {

void find_names(const Knowledge& /*knowledge*/, Document& /*document*/) {}

}  // namespace entente
