#include "annotate/known.hpp"

#include <stdexcept>
#include <string>

namespace entente::test {

const Knowledge& known() {
  static const Knowledge knowledge = [] {
    Diagnostics diagnostics;
    Result<Knowledge> loaded = Knowledge::load(std::string(ENTENTE_SOURCE_DIR) + "/ontology", diagnostics);
    if (!loaded) throw std::runtime_error(loaded.error().file + ": " + loaded.error().message);
    return loaded.value();
  }();
  return knowledge;
}

}  // namespace entente::test
