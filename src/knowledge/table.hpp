// Knowledge as a table: a CSV file whose rows are things and the offices that they held, read as entries
// (entry.hpp) just as Turtle is. ontology/knowledge/IMPORT.md says what each column means.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/entry.hpp"

namespace entente {

// The key of a thing that a cell names by its label or by a Wikidata id; empty if nothing or more than one is known.
using KeyFinder = std::function<std::string(std::string_view name)>;

// Calls `sink` for each entry of the file: things first, then offices, posts and tenures. What is wrong in a row goes to
// `diagnostics` with its line; a file that cannot be read, or whose header or quoting is wrong, is an error.
Outcome read_table(const std::string& file, const Ontology& ontology, const KeyFinder& find_key,
                   const std::function<void(const Entry&)>& sink, Diagnostics& diagnostics);

}  // namespace entente
