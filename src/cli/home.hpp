// Where the installed data files are.
#pragma once

#include <string>

namespace entente {

// The folder that holds ontology/ and share files: $ENTENTE_HOME, else ../share/entente beside the program, else the
// source tree that the program was built from.
std::string home_folder();
std::string default_ontology();
std::string default_model();

}  // namespace entente
