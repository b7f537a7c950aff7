#include "annotate/segment.hpp"

namespace entente {

void segment(Document& /*document*/) {}

}  // namespace entente
