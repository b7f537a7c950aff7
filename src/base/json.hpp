// JSON with line numbers: a small immutable tree over nlohmann_json's parser, which no other file sees.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/result.hpp"

namespace entente {

class Json {
 public:
  enum class Kind { null, boolean, number, string, array, object };

  // Parses a whole text. An error carries the 1-based line in Error::line (counted from `first_line`) and no file.
  // Duplicate keys in one object are an error.
  static Result<Json> parse(std::string_view text, std::size_t first_line = 1);

  // Parses a text of one line, but builds only what is wanted: where `wanted` refuses a member, its value is read over.
  // `depth` counts the objects and arrays around the member.
  using Wanted = std::function<bool(std::size_t depth, std::string_view key)>;
  static Result<Json> parse_parts(std::string_view line, const Wanted& wanted);

  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  std::size_t line() const { return line_; }         // where the value begins or its key stands
  const std::string& text() const { return text_; }  // of a string; of a number: as written
  double number() const { return number_; }
  bool boolean() const { return number_ != 0; }
  const std::vector<Json>& items() const { return items_; }                              // of an array
  const std::vector<std::pair<std::string, Json>>& members() const { return members_; }  // of an object, in order
  const Json* find(std::string_view key) const;                                          // of an object; null if absent

 private:
  friend class JsonBuilder;
  Kind kind_ = Kind::null;
  std::size_t line_ = 0;
  double number_ = 0;
  std::string text_;
  std::vector<Json> items_;
  std::vector<std::pair<std::string, Json>> members_;
};

// A JSON string literal with its quotation marks; `text` must be valid UTF-8.
std::string json_quote(std::string_view text);

}  // namespace entente
