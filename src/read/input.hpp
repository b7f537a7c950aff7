// Bytes from files: whole, or line by line in bounded memory. Only regular files are opened, so that a FIFO or a device
// never blocks a run.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "entente/diagnostic.hpp"
#include "entente/result.hpp"

namespace entente {

// Codes: file-not-found, permission-denied, not-a-file, file-too-large, read-error.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

struct InputLine {
  std::size_t number = 0;  // 1-based
  std::size_t bytes = 0;   // of the whole line, without its end
  std::string_view text;   // empty if `bytes` exceeds the limit; valid during the call
  bool too_long = false;
};
// Reads in chunks; holds at most one chunk and one line of `max_line_bytes`. A line end is LF or CR LF.
Outcome read_lines(const std::string& path, std::size_t max_line_bytes, const std::function<void(const InputLine&)>& sink);

// What is wrong with bytes that should be text in UTF-8: empty-file, binary-file, invalid-utf8 (with the offset of the
// byte and its line). nullopt if nothing is.
std::optional<Error> text_problem(std::string_view bytes, const std::string& path);

// The format of bytes that are surely no text ("a PDF document"), by their first bytes; empty if none is recognised.
std::string_view binary_format(std::string_view bytes);

}  // namespace entente
