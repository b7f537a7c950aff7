// Spelling: which written forms of a person's name are transliterations of one. Names from Cyrillic and Arabic reach
// English news by several systems (BGN/PCGN, GOST, passports, French), which differ in a few regular ways.
//
// Each rule rewrites what differs to one form; two words of one spelling are candidates for each other where an exact
// name is not found, in names of persons only. The rules keep apart what merely looks alike in other languages: Henri and
// Henry, Kowalski and Kowalsky, Hendriks and Hendrix, Ellen and Yellen, Han and Khan. Names whose variants follow no rule
// (Mohammed, Yuri) are data: ontology/knowledge/spellings.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.hpp"

namespace entente {

// The common spelling of a folded word; nullopt if no rule concerns it, so that it has no other.
std::optional<std::string> common_spelling(std::string_view folded);

// The word with its umlauts written out ("Schröder" -> "schroeder"), folded; empty if it has none.
std::string umlauts_written_out(std::string_view word);

// Groups of given names that are spelled in several ways: a line each, separated by spaces; lines that start with '#' are
// comments. A missing file is an empty list; a line with one word, or a word that stands twice, is an error.
Result<std::vector<std::vector<std::string>>> load_spellings(const std::string& file);

}  // namespace entente
