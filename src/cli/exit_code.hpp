// The exit codes of the command; README.md documents them for users.
#pragma once

namespace entente {

enum ExitCode : int {
  exit_fine = 0,
  exit_some_input_bad = 1,  // the rest was built; the messages say what was left out
  exit_usage = 2,           // unknown option, missing argument
  exit_nothing_read = 3,    // no article could be read; nothing was written
  exit_not_written = 4,     // output folder or disk; nothing was written
  exit_not_installed = 5,   // ontology, knowledge, rules or model missing or not well-formed
  exit_check_failed = 6,    // check, verify: what was checked does not hold
  exit_not_found = 7,       // explain, show, query: no such entity, file or engine
};

}  // namespace entente
