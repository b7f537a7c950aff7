// Where the installed data files are.
#pragma once

#include <string>

namespace entente {

// The folder that holds ontology/ and share files: $ENTENTE_HOME, else ../share/entente beside the program, else the
// source tree that the program was built from.
std::string home_folder();
std::string default_ontology();
// Where the compiled knowledge of an ontology is kept: in its folder; that of the source tree beside the built programs.
std::string index_of(const std::string& ontology);
// The same if it is there, else empty.
std::string found_index(const std::string& ontology);
std::string default_model();

}  // namespace entente
