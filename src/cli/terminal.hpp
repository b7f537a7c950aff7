// What every command prints alike.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "entente/annotate.hpp"
#include "entente/diagnostic.hpp"

namespace entente {

// To standard error, one line each.
void print(const Diagnostics& diagnostics);
void print(const Error& error);

bool has_errors(const Diagnostics& diagnostics);

// Loads knowledge and model; prints what is wrong and returns nothing if they cannot be used.
std::optional<Annotator> load_annotator(const DataPaths& data);

// A line that is overwritten on a terminal, and nothing in a pipe.
class Progress {
 public:
  explicit Progress(bool quiet);
  void show(std::size_t articles) const;
  void show(const std::string& line) const;
  void clear() const;

 private:
  bool on_ = false;
};

}  // namespace entente
