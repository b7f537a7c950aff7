#include "knowledge/rule_reader.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "knowledge/rule_paths.hpp"

namespace entente {

namespace {

// PLOVER roots are written in capitals, and no other term is.
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr std::array<std::pair<std::string_view, Part>, 5> parts = {{
    {"actor", Part::actor},
    {"target", Part::target},
    {"place", Part::place},
    {"treaty", Part::treaty},
    {"by", Part::by},
}};

std::optional<Part> part_of(ClaimKind kind, std::string_view name) {
  for (const auto& [known, part] : parts) {
    if (known != name) continue;
    const bool of_treaty = part == Part::treaty || part == Part::by;
    if (part == Part::actor || of_treaty == (kind == ClaimKind::TreatyRelation)) return part;
  }
  return std::nullopt;
}

WordClass read_words(const Json& list, const RuleSet& rules, Problems& problems) {
  WordClass out;
  for (const Json& item : list.items()) {
    const Outcome added = item.is(Json::Kind::string) ? add_lemmas(item.text(), rules, out)
                                                      : Outcome(Error{"bad-rule", "a lemma must be a text", {}, 0});
    if (!added) problems.add(item, added.error().message);
  }
  return out;
}

// A path, or a list of paths.
std::vector<Path> read_paths(const Json& json, const RuleSet& rules, Problems& problems) {
  std::vector<Path> out;
  const auto add = [&](const Json& item) {
    if (!item.is(Json::Kind::string)) return problems.add(item, "a path must be a text");
    Result<Path> path = parse_path(item.text(), rules);
    if (!path) return problems.add(item, "path " + path.error().message);
    out.push_back(std::move(path).value());
  };
  if (json.is(Json::Kind::array))
    for (const Json& item : json.items()) add(item);
  else
    add(json);
  return out;
}

Trigger read_trigger(const Json& json, const RuleSet& rules, Problems& problems) {
  Trigger out;
  problems.refuse_unknown_keys(json, {"verb", "noun", "adjective", "light", "bare"});
  const Json* lemmas = nullptr;
  int tags = 0;
  for (const auto& [key, tag] :
       std::initializer_list<std::pair<std::string_view, char>>{{"verb", 'V'}, {"noun", 'N'}, {"adjective", 'A'}}) {
    if (json.find(key) == nullptr) continue;
    lemmas = problems.optional(json, key, Json::Kind::array);
    out.tag = tag;
    ++tags;
  }
  if (tags != 1) problems.add(json, "a trigger has one of \"verb\", \"noun\" and \"adjective\"");
  if (lemmas != nullptr) out.lemmas = read_words(*lemmas, rules, problems);
  const Json* bare = problems.optional(json, "bare", Json::Kind::boolean);
  if (bare != nullptr) out.bare = bare->boolean();
  const Json* light = problems.optional(json, "light", Json::Kind::array);
  if (light != nullptr) out.light = read_words(*light, rules, problems);
  const bool noun = out.tag == 'N';
  if (!noun && (bare != nullptr || light != nullptr)) problems.add(json, "\"light\" and \"bare\" belong to nouns");
  if (noun && !out.bare && out.light.empty()) problems.add(json, "a noun needs \"light\" verbs, or \"bare\": true");
  return out;
}

std::uint32_t read_types(const Json& list, Problems& problems) {
  std::uint32_t out = 0;
  for (const Json& item : list.items()) {
    if (const std::optional<std::uint32_t> bits = type_bits(item.text()))
      out |= *bits;
    else
      problems.add(item, "there is no entity type \"" + item.text() + "\"");
  }
  return out;
}

bool read_flag(const Json& json, std::string_view key, bool otherwise, Problems& problems) {
  const Json* value = problems.optional(json, key, Json::Kind::boolean);
  return value == nullptr ? otherwise : value->boolean();
}

ArgumentPattern read_argument(const Json& json, Part part, const RuleSet& rules, Problems& problems) {
  ArgumentPattern out;
  out.part = part;
  if (!json.is(Json::Kind::object)) {
    problems.add(json, "an argument is an object with \"path\" and \"type\"");
    return out;
  }
  problems.refuse_unknown_keys(json, {"path", "type", "optional", "representative", "owner"});
  const Json* path = problems.required(json, "path", Json::Kind::array);
  if (path != nullptr) out.paths = read_paths(*path, rules, problems);
  const Json* types = problems.required(json, "type", Json::Kind::array);
  if (types != nullptr) out.types = read_types(*types, problems);
  out.required = !read_flag(json, "optional", false, problems);
  out.representative = read_flag(json, "representative", true, problems);
  out.owner = read_flag(json, "owner", false, problems);
  return out;
}

void read_arguments(const Json& json, const RuleSet& rules, Rule& rule, Problems& problems) {
  const Json* arguments = problems.required(json, "arguments", Json::Kind::object);
  if (arguments == nullptr) return;
  for (const auto& [name, value] : arguments->members()) {
    const std::optional<Part> part = part_of(rule.kind, name);
    if (!part)
      problems.add(value, "a claim of kind " + std::string(to_string(rule.kind)) + " has no argument \"" + name + "\"");
    else
      rule.arguments.push_back(read_argument(value, *part, rules, problems));
  }
  const Part needed = rule.kind == ClaimKind::Event ? Part::actor : Part::treaty;
  const auto has = [&](const ArgumentPattern& a) { return a.part == needed && a.required; };
  if (std::none_of(rule.arguments.begin(), rule.arguments.end(), has))
    problems.add(*arguments, "a claim of kind " + std::string(to_string(rule.kind)) + " must have the argument \"" +
                                 std::string(to_string(needed)) + "\"");
}

Constraints read_constraints(const Json& json, const RuleSet& rules, Problems& problems) {
  Constraints out;
  problems.refuse_unknown_keys(json, {"negated", "voice", "modal", "tense", "in-speech"});
  if (const Json* negated = json.find("negated"); negated != nullptr) {
    if (negated->is(Json::Kind::boolean))
      out.negated = negated->boolean();
    else if (negated->text() == "either")
      out.negated = std::nullopt;
    else
      problems.add(*negated, "\"negated\" is true, false or \"either\"");
  }
  if (const Json* voice = problems.optional(json, "voice", Json::Kind::string); voice != nullptr) {
    out.passive = voice->text() == "passive";
    if (!*out.passive && voice->text() != "active") problems.add(*voice, "\"voice\" is \"active\" or \"passive\"");
  }
  if (const Json* modal = problems.optional(json, "modal", Json::Kind::array); modal != nullptr)
    out.modals = read_words(*modal, rules, problems);
  if (const Json* tenses = problems.optional(json, "tense", Json::Kind::array); tenses != nullptr)
    for (const Json& tense : tenses->items()) {
      if (tense.text() != "past" && tense.text() != "present") problems.add(tense, "\"tense\" lists \"past\" or \"present\"");
      out.tenses.insert(tense.text());
    }
  if (const Json* speech = problems.optional(json, "in-speech", Json::Kind::boolean); speech != nullptr)
    out.in_speech = speech->boolean();
  return out;
}

RuleExample::Expected read_expected(const Json& json, const Rule& rule, Problems& problems) {
  RuleExample::Expected out;
  for (const auto& [key, value] : json.members()) {
    if (key == "status") {
      const std::optional<Status> found = status(value.text());
      if (!found || !may_have(rule.kind, *found))
        problems.add(value, "there is no status \"" + value.text() + "\" of such a claim");
      else
        out.status = *found;
      continue;
    }
    const std::optional<Part> part = part_of(rule.kind, key);
    if (!part || !value.is(Json::Kind::array)) {
      problems.add(value, "an expected claim has a \"status\" and lists of names by argument, not \"" + key + "\"");
      continue;
    }
    for (const Json& name : value.items()) out.arguments[*part].insert(name.text());
  }
  return out;
}

void read_examples(const Json& json, Rule& rule, Problems& problems) {
  const Json* positive = problems.required(json, "positive", Json::Kind::array);
  for (std::size_t i = 0; positive != nullptr && i < positive->items().size(); ++i) {
    const Json& item = positive->items()[i];
    problems.refuse_unknown_keys(item, {"text", "claims"});
    RuleExample example{problems.required_text(item, "text"), {}, item.line()};
    const Json* claims = problems.required(item, "claims", Json::Kind::array);
    for (std::size_t c = 0; claims != nullptr && c < claims->items().size(); ++c)
      example.claims.push_back(read_expected(claims->items()[c], rule, problems));
    rule.examples.push_back(std::move(example));
  }
  const Json* negative = problems.required(json, "negative", Json::Kind::array);
  for (std::size_t i = 0; negative != nullptr && i < negative->items().size(); ++i) {
    const Json& item = negative->items()[i];
    if (!item.is(Json::Kind::string) || item.text().empty()) problems.add(item, "a negative example is a sentence");
    rule.examples.push_back({item.text(), {}, item.line()});
  }
}

}  // namespace

void read_claim(const Json& json, const DeclaresTerm& declares, Rule& rule, Problems& problems) {
  problems.refuse_unknown_keys(json, {"kind", "type", "status"});
  if (const Json* kind = problems.optional(json, "kind", Json::Kind::string); kind != nullptr) {
    if (kind->text() == "Event")
      rule.kind = ClaimKind::Event;
    else if (kind->text() == "TreatyRelation")
      rule.kind = ClaimKind::TreatyRelation;
    else
      problems.add(*kind, "rules make claims of kind \"Event\" or \"TreatyRelation\", not \"" + kind->text() + "\"");
  }
  if (const Json* type = problems.optional(json, "type", Json::Kind::string); type != nullptr) {
    rule.type = type->text();
    if (!declares(rule.type) || std::all_of(rule.type.begin(), rule.type.end(), is_capital) != (rule.kind == ClaimKind::Event))
      problems.add(*type, "the ontology does not declare the type \"" + rule.type + "\" for claims of kind " +
                              std::string(to_string(rule.kind)));
  }
  if (const Json* fixed = problems.optional(json, "status", Json::Kind::string); fixed != nullptr) {
    rule.status = status(fixed->text());
    if (!rule.status || !may_have(rule.kind, *rule.status)) problems.add(*fixed, "there is no status \"" + fixed->text() + "\"");
  }
}

Rule read_rule(const Json& json, const RuleFile& file, const RuleSet& rules, const DeclaresTerm& declares, Problems& problems) {
  Rule rule;
  rule.file = problems.file();
  rule.line = json.line();
  rule.kind = file.kind;
  rule.type = file.type;
  problems.enter("rule");
  const std::string id = problems.required_text(json, "id");
  rule.id = file.name + "/" + id;
  problems.enter("rule \"" + id + "\"");
  problems.refuse_unknown_keys(json, {"id", "comment", "claim", "trigger", "arguments", "with", "without", "constraints",
                                      "confidence", "positive", "negative"});
  if (const Json* claim = problems.optional(json, "claim", Json::Kind::object); claim != nullptr)
    read_claim(*claim, declares, rule, problems);
  if (rule.type.empty()) problems.add(json, "neither the file nor the rule says which type of claim it makes");
  if (const Json* trigger = problems.required(json, "trigger", Json::Kind::object); trigger != nullptr)
    rule.trigger = read_trigger(*trigger, rules, problems);
  read_arguments(json, rules, rule, problems);
  if (const Json* with = problems.optional(json, "with", Json::Kind::array); with != nullptr)
    rule.with = read_paths(*with, rules, problems);
  if (const Json* without = problems.optional(json, "without", Json::Kind::array); without != nullptr)
    rule.without = read_paths(*without, rules, problems);
  if (const Json* constraints = problems.optional(json, "constraints", Json::Kind::object); constraints != nullptr)
    rule.constraints = read_constraints(*constraints, rules, problems);
  if (const Json* confidence = problems.optional(json, "confidence", Json::Kind::number); confidence != nullptr) {
    rule.confidence = static_cast<float>(confidence->number());
    if (rule.confidence <= 0 || rule.confidence > 1) problems.add(*confidence, "\"confidence\" lies above 0 and is at most 1");
  }
  read_examples(json, rule, problems);
  return rule;
}

}  // namespace entente
