// What is wrong with one rule or class file, and the checks that all its readers share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "entente/diagnostic.hpp"

namespace entente {

class Problems {
 public:
  Problems(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(&diagnostics) {}

  const std::string& file() const { return file_; }
  // Every problem found from now on names this entry: `rule "blame"`.
  void enter(std::string entry) { entry_ = std::move(entry); }
  void add(const Json& where, const std::string& message) { add(where.line(), message); }
  void add(std::size_t line, const std::string& message);

  void refuse_unknown_keys(const Json& object, std::initializer_list<std::string_view> known);
  // The text under a key; a problem and "" if it is missing, blank or no string.
  std::string required_text(const Json& object, std::string_view key);
  // The value under a key; a problem and nullptr if it is missing or of another kind, and for lists if it is empty.
  const Json* required(const Json& object, std::string_view key, Json::Kind kind);
  // As `required`, but the key may be missing.
  const Json* optional(const Json& object, std::string_view key, Json::Kind kind);

 private:
  std::string file_;
  std::string entry_;
  Diagnostics* diagnostics_;
};

}  // namespace entente
