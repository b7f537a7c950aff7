#include "cli/home.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace entente {

namespace fs = std::filesystem;

std::string home_folder() {
  if (const char* home = std::getenv("ENTENTE_HOME"); home != nullptr && *home != '\0') return home;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path shared = program.parent_path().parent_path() / "share" / "entente";
  if (!error && fs::exists(shared / "ontology", error)) return shared.string();
  return ENTENTE_SOURCE_DIR;
}

std::string default_ontology() { return home_folder() + "/ontology"; }
std::string index_of(const std::string& ontology) {
  return ontology == ENTENTE_SOURCE_DIR "/ontology" ? ENTENTE_INDEX : ontology + "/knowledge.index";
}
std::string found_index(const std::string& ontology) {
  const std::string index = index_of(ontology);
  std::error_code error;
  return fs::exists(index, error) ? index : std::string();
}
std::string default_model() { return home_folder() + "/ontology/models/english.model"; }

}  // namespace entente
