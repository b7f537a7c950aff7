#include "knowledge/rule_problems.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

std::string_view name_of(Json::Kind kind) {
  static constexpr std::array<std::string_view, 6> names = {"null", "true or false", "a number", "a text", "a list", "an object"};
  return names[static_cast<std::size_t>(kind)];
}

std::string quoted(std::string_view key) { return "\"" + std::string(key) + "\""; }

}  // namespace

void Problems::add(std::size_t line, const std::string& message) {
  diagnostics_->push_back({Severity::error, "bad-rule", file_, line, entry_.empty() ? message : entry_ + ": " + message});
}

void Problems::refuse_unknown_keys(const Json& object, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : object.members())
    if (std::find(known.begin(), known.end(), key) == known.end()) add(value, "unknown key " + quoted(key));
}

std::string Problems::required_text(const Json& object, std::string_view key) {
  const Json* value = required(object, key, Json::Kind::string);
  if (value == nullptr) return {};
  if (trim(value->text()).empty()) add(*value, quoted(key) + " is empty");
  return value->text();
}

const Json* Problems::required(const Json& object, std::string_view key, Json::Kind kind) {
  if (object.find(key) == nullptr) {
    add(object, quoted(key) + " is missing");
    return nullptr;
  }
  return optional(object, key, kind);
}

const Json* Problems::optional(const Json& object, std::string_view key, Json::Kind kind) {
  const Json* value = object.find(key);
  if (value == nullptr) return nullptr;
  if (!value->is(kind)) {
    add(*value, quoted(key) + " must be " + std::string(name_of(kind)));
    return nullptr;
  }
  if (kind == Json::Kind::array && value->items().empty()) {
    add(*value, quoted(key) + " is an empty list");
    return nullptr;
  }
  return value;
}

}  // namespace entente
