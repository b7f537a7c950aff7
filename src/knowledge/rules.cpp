#include "knowledge/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "base/json.hpp"
#include "base/text.hpp"
#include "knowledge/rule_problems.hpp"
#include "knowledge/rule_reader.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> json_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json") out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Json> read_object(const fs::path& path, Problems& problems) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
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

void read_lemma(const Json& item, WordClass& lemmas, Problems& problems) {
  if (!item.is(Json::Kind::string) || item.text().empty()) {
    problems.add(item, "a lemma must be a text that is not empty");
  } else if (plain_spaces(item.text()) != item.text()) {
    problems.add(item, "\"" + item.text() + "\" has spaces too many");
  } else if (lower(item.text()) != item.text()) {
    problems.add(item, "\"" + item.text() + "\" must be in lower case");
  } else if (!lemmas.insert(item.text()).second) {
    problems.add(item, "\"" + item.text() + "\" stands twice");
  }
}

void read_class(const fs::path& path, RuleSet& rules, Diagnostics& diagnostics) {
  Problems problems(path.string(), diagnostics);
  const std::optional<Json> json = read_object(path, problems);
  if (!json) return;
  problems.enter("word class");
  const std::string name = problems.required_text(*json, "class");
  problems.enter("word class \"" + name + "\"");
  problems.refuse_unknown_keys(*json, {"class", "comment", "lemmas"});
  if (name != path.stem().string()) problems.add(*json, "must stand in a file of its own name, " + name + ".json");
  problems.required_text(*json, "comment");
  const Json* lemmas = problems.required(*json, "lemmas", Json::Kind::array);
  if (lemmas == nullptr) return;
  WordClass& found = rules.classes[name];
  for (const Json& item : lemmas->items()) read_lemma(item, found, problems);
}

RuleFile read_file_head(const fs::path& path, const Json& json, const DeclaresTerm& declares, Problems& problems) {
  problems.enter("rule file");
  problems.refuse_unknown_keys(json, {"rules", "comment", "claim", "entries"});
  RuleFile file{problems.required_text(json, "rules"), ClaimKind::Event, {}};
  if (file.name != path.stem().string()) problems.add(json, "must stand in a file of its own name, " + file.name + ".json");
  problems.required_text(json, "comment");
  if (const Json* claim = problems.required(json, "claim", Json::Kind::object); claim != nullptr) {
    Rule defaults;
    read_claim(*claim, declares, defaults, problems);
    if (defaults.status) problems.add(*claim, "a \"status\" belongs to a single rule");
    file.kind = defaults.kind;
    file.type = defaults.type;
  }
  return file;
}

void read_rules(const fs::path& path, const DeclaresTerm& declares, RuleSet& rules, Diagnostics& diagnostics) {
  Problems problems(path.string(), diagnostics);
  const std::optional<Json> json = read_object(path, problems);
  if (!json) return;
  const RuleFile file = read_file_head(path, *json, declares, problems);
  const Json* entries = problems.required(*json, "entries", Json::Kind::array);
  for (std::size_t i = 0; entries != nullptr && i < entries->items().size(); ++i) {
    const Json& entry = entries->items()[i];
    problems.enter("rule file");
    if (!entry.is(Json::Kind::object)) {
      problems.add(entry, "an entry is an object");
      continue;
    }
    Rule rule = read_rule(entry, file, rules, declares, problems);
    const auto same = [&](const Rule& r) { return r.id == rule.id; };
    if (std::any_of(rules.rules.begin(), rules.rules.end(), same)) problems.add(entry, "another rule has this id");
    rules.rules.push_back(std::move(rule));
  }
}

// A phrase is found by its head: the verb of "cut off", the noun of "legal action" and of "cease-fire".
std::string head_word(const std::string& phrase, char tag) {
  if (tag != 'N') return phrase.substr(0, phrase.find(' '));
  return phrase.substr(phrase.find_last_of(" -") + 1);
}

void index_rules(RuleSet& rules) {
  std::sort(rules.rules.begin(), rules.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    for (const std::string& lemma : rules.rules[i].trigger.lemmas) {
      std::vector<std::uint32_t>& found = rules.by_lemma[head_word(lemma, rules.rules[i].trigger.tag)];
      if (found.empty() || found.back() != i) found.push_back(i);
      // Some tokenizers keep "cease-fire" whole.
      std::vector<std::uint32_t>& whole = rules.by_lemma[lemma];
      if (whole.empty() || whole.back() != i) whole.push_back(i);
    }
  }
}

}  // namespace

Result<RuleSet> load_rules(const std::string& folder, const DeclaresTerm& declares, Diagnostics& diagnostics) {
  if (!fs::is_directory(folder))
    return Error{"file-not-found", "the folder of rules does not exist; it is ontology/rules of Entente", folder, 0};
  const std::size_t before = diagnostics.size();
  RuleSet rules;
  for (const fs::path& path : json_files(fs::path(folder) / "classes")) read_class(path, rules, diagnostics);
  for (const fs::path& path : json_files(folder)) read_rules(path, declares, rules, diagnostics);
  if (diagnostics.size() > before) {
    const Diagnostic& first = diagnostics[before];
    return Error{first.code, first.message, first.file, first.line};
  }
  index_rules(rules);
  return rules;
}

}  // namespace entente
