// The strict loader of ontology/knowledge and of users' own files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"
#include "knowledge/draft.hpp"
#include "knowledge/name_tables.hpp"

namespace entente {

// Reads all *.ttl of `folder`, in order of their names, then the files of `more` (Turtle, N-Triples, or tables: .csv), into
// `draft`, whose ontology and spellings are already there, and returns the sections of its names. Every problem goes to
// `diagnostics` with file, line and entry; if one is an error, the knowledge is refused: the result is the first error.
Result<Sections> load_items(const std::string& folder, const std::vector<std::string>& more, KnowledgeDraft& draft,
                            Diagnostics& diagnostics);

// Reads the files of `more` into a draft that has all that was compiled to `known_from`, and returns the sections of their
// names, to stand over `below`. Nothing if that cannot be done because a file changes the prominence of a thing known.
Result<std::optional<Sections>> lay_over(const NameTables& below, const std::string& known_from,
                                         const std::vector<std::string>& more, KnowledgeDraft& draft, Diagnostics& diagnostics);

}  // namespace entente
