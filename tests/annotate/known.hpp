// The knowledge base of the repository, loaded once for all tests of a program.
#pragma once

#include "entente/knowledge.hpp"

namespace entente::test {

const Knowledge& known();

}  // namespace entente::test
