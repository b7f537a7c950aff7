#include "entente/diagnostic.hpp"

namespace entente {

namespace {

std::string located(const std::string& file, std::size_t line) {
  if (file.empty()) return {};
  return line == 0 ? file + ": " : file + ":" + std::to_string(line) + ": ";
}

}  // namespace

std::string to_line(const Diagnostic& d) {
  const char* word = d.severity == Severity::error ? "error: " : d.severity == Severity::warning ? "warning: " : "note: ";
  return located(d.file, d.line) + word + d.message + " [" + d.code + "]";
}

std::string to_line(const Error& error) { return to_line(diagnose(error)); }

Diagnostic diagnose(const Error& error, Severity severity) { return {severity, error.code, error.file, error.line, error.message}; }

}  // namespace entente
