// Diagnostics: what was wrong with the input although the run went on.
#pragma once

#include <string>
#include <vector>

#include "entente/result.hpp"

namespace entente {

enum class Severity { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;      // short and stable, e.g. "invalid-utf8"
  std::string file;      // path as the user gave it; may be empty
  std::size_t line = 0;  // 1-based; 0 = unknown
  std::string message;   // one sentence: what is wrong, what was done about it
};

using Diagnostics = std::vector<Diagnostic>;

// "file:line: error: message [code]", without a line break.
std::string to_line(const Diagnostic& diagnostic);
std::string to_line(const Error& error);

// An Error as a Diagnostic of the given severity.
Diagnostic diagnose(const Error& error, Severity severity = Severity::error);

}  // namespace entente
