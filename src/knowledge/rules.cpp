#include "knowledge/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <utility>

#include "base/json.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

// Collects what is wrong with one file.
class Problems {
 public:
  Problems(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(&diagnostics) {}
  void add(const Json& where, std::string message) { add(where.line(), std::move(message)); }
  void add(std::size_t line, std::string message) {
    diagnostics_->push_back({Severity::error, "bad-rule", file_, line, std::move(message)});
  }

 private:
  std::string file_;
  Diagnostics* diagnostics_;
};

std::vector<fs::path> json_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json") out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Json> read_json(const fs::path& path, Diagnostics& diagnostics) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Problems problems(path.string(), diagnostics);
  if (!in) {
    problems.add(std::size_t{0}, "the file cannot be read");
    return std::nullopt;
  }
  Result<Json> json = Json::parse(text);
  if (!json) {
    problems.add(json.error().line, json.error().message);
    return std::nullopt;
  }
  if (!json->is(Json::Kind::object)) {
    problems.add(json.value(), "a rule or class file is one JSON object");
    return std::nullopt;
  }
  return std::move(json).value();
}

void refuse_unknown_keys(const Json& object, std::initializer_list<std::string_view> known, const std::string& entry,
                         Problems& problems) {
  for (const auto& [key, value] : object.members())
    if (std::find(known.begin(), known.end(), key) == known.end()) problems.add(value, entry + ": unknown key \"" + key + "\"");
}

// The string under a key; a problem if it is missing, empty or no string.
std::string required_text(const Json& object, std::string_view key, const std::string& entry, Problems& problems) {
  const Json* value = object.find(key);
  if (value == nullptr) {
    problems.add(object, entry + ": \"" + std::string(key) + "\" is missing");
  } else if (!value->is(Json::Kind::string) || trim(value->text()).empty()) {
    problems.add(*value, entry + ": \"" + std::string(key) + "\" must be a text that is not empty");
  } else {
    return value->text();
  }
  return {};
}

void read_lemma(const Json& item, const std::string& entry, WordClass& lemmas, Problems& problems) {
  if (!item.is(Json::Kind::string) || item.text().empty()) {
    problems.add(item, entry + ": a lemma must be a text that is not empty");
  } else if (plain_spaces(item.text()) != item.text()) {
    problems.add(item, entry + ": \"" + item.text() + "\" has spaces too many");
  } else if (lower(item.text()) != item.text()) {
    problems.add(item, entry + ": \"" + item.text() + "\" must be in lower case");
  } else if (!lemmas.insert(item.text()).second) {
    problems.add(item, entry + ": \"" + item.text() + "\" stands twice");
  }
}

void read_class(const fs::path& path, RuleSet& rules, Diagnostics& diagnostics) {
  const std::optional<Json> json = read_json(path, diagnostics);
  if (!json) return;
  Problems problems(path.string(), diagnostics);
  const std::string name = required_text(*json, "class", "word class", problems);
  const std::string entry = "word class \"" + name + "\"";
  refuse_unknown_keys(*json, {"class", "comment", "lemmas"}, entry, problems);
  if (!name.empty() && name != path.stem().string())
    problems.add(*json, entry + " must stand in a file of its own name, " + name + ".json");
  required_text(*json, "comment", entry, problems);
  const Json* lemmas = json->find("lemmas");
  if (lemmas == nullptr || !lemmas->is(Json::Kind::array) || lemmas->items().empty()) {
    problems.add(lemmas == nullptr ? *json : *lemmas, entry + ": \"lemmas\" must be a list that is not empty");
    return;
  }
  WordClass& found = rules.classes[name];
  for (const Json& item : lemmas->items()) read_lemma(item, entry, found, problems);
}

}  // namespace

Result<RuleSet> load_rules(const std::string& folder, const DeclaresTerm& /*declares*/, Diagnostics& diagnostics) {
  if (!fs::is_directory(folder))
    return Error{"file-not-found", "the folder of rules does not exist; it is ontology/rules of Entente", folder, 0};
  const std::size_t before = diagnostics.size();
  RuleSet rules;
  for (const fs::path& path : json_files(fs::path(folder) / "classes")) read_class(path, rules, diagnostics);
  if (diagnostics.size() > before) {
    const Diagnostic& first = diagnostics[before];
    return Error{first.code, first.message, first.file, first.line};
  }
  return rules;
}

}  // namespace entente
