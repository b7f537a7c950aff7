// A program run beside this one, without a shell.
#pragma once

#include <string>
#include <vector>

namespace entente {

struct Ran {
  int spawn_error = 0;  // errno if the program could not be started; all else is empty then
  int exit_code = -1;   // -1: ended by a signal
  std::string out;
  std::string err;
};

// Runs `arguments` (the program, looked up in PATH, and its arguments) to its end, with empty standard input.
Ran run_program(const std::vector<std::string>& arguments);

}  // namespace entente
