#include "knowledge/rule_paths.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

struct StepName {
  std::string_view name;
  Step step;
  bool takes_words;  // may be followed by ":word|word"
  bool needs_words;
};

constexpr std::array<StepName, 15> step_names = {{
    {"subject", Step::subject, false, false},
    {"object", Step::object, false, false},
    {"surface-subject", Step::surface_subject, false, false},
    {"light-subject", Step::light_subject, false, false},
    {"possessor", Step::possessor, false, false},
    {"adjective", Step::adjective, false, false},
    {"obl", Step::oblique, true, true},
    {"clause", Step::clause, false, false},
    {"gerund", Step::gerund, true, true},
    {"same", Step::same, false, false},
    {"speaker", Step::speaker, false, false},
    {"down", Step::down, true, true},
    {"up", Step::up, true, true},
    {"previous", Step::previous, true, false},
    {"next", Step::next, true, false},
}};

Error problem(std::string message) { return {"bad-rule", std::move(message), {}, 0}; }

constexpr std::uint32_t bit(EntityType type) { return 1u << static_cast<unsigned>(type); }

// Those who can act: the types that "Actor" stands for.
constexpr std::uint32_t actor_types = bit(EntityType::Person) | bit(EntityType::State) |
                                      bit(EntityType::InternationalOrganization) | bit(EntityType::GovernmentBody) |
                                      bit(EntityType::Organization) | bit(EntityType::NewsAgency) | bit(EntityType::Council);

// One alternative of a filter: a lemma, a word class or, by "#", an entity type.
Outcome add_alternative(std::string_view entry, const RuleSet& rules, PathStep& out) {
  const std::string_view word = trim(entry);
  if (word.empty() || word.front() != '#') return add_lemmas(entry, rules, out.lemmas);
  const std::optional<std::uint32_t> bits = type_bits(word.substr(1));
  if (!bits) return problem("there is no entity type \"" + std::string(word.substr(1)) + "\"");
  out.types |= *bits;
  return Done{};
}

// Splits off "[a|b]" from the end of a step.
Outcome take_filter(std::string_view& step, const RuleSet& rules, PathStep& out) {
  const std::size_t open = step.find('[');
  if (open == std::string_view::npos) return Done{};
  if (step.back() != ']') return problem("\"" + std::string(step) + "\": a lemma filter ends with ']'");
  for (const std::string_view entry : split(step.substr(open + 1, step.size() - open - 2), '|')) {
    Outcome added = add_alternative(entry, rules, out);
    if (!added) return added;
  }
  step = trim(step.substr(0, open));
  return Done{};
}

Result<PathStep> parse_step(std::string_view text, const RuleSet& rules) {
  PathStep out;
  std::string_view step = trim(text);
  Outcome filtered = take_filter(step, rules, out);
  if (!filtered) return filtered.error();
  const std::size_t colon = step.find(':');
  const std::string_view name = step.substr(0, colon);
  const auto* const known = std::find_if(step_names.begin(), step_names.end(), [&](const StepName& s) { return s.name == name; });
  if (known == step_names.end()) return problem("\"" + std::string(text) + "\": there is no step \"" + std::string(name) + "\"");
  out.step = known->step;
  if (colon != std::string_view::npos) {
    if (!known->takes_words) return problem("\"" + std::string(text) + "\": the step \"" + std::string(name) + "\" takes no word");
    for (const std::string_view word : split(step.substr(colon + 1), '|')) {
      if (trim(word).empty()) return problem("\"" + std::string(text) + "\": an empty word");
      out.words.emplace_back(trim(word));
    }
  } else if (known->needs_words) {
    return problem("\"" + std::string(text) + "\": write \"" + std::string(name) + ":word\"");
  }
  return out;
}

}  // namespace

std::optional<std::uint32_t> type_bits(std::string_view name) {
  if (name == "Actor") return actor_types;
  const std::optional<EntityType> type = entity_type(name);
  return type ? std::optional(bit(*type)) : std::nullopt;
}

Outcome add_lemmas(std::string_view entry, const RuleSet& rules, WordClass& lemmas) {
  const std::string_view word = trim(entry);
  if (word.empty()) return problem("an empty lemma");
  if (word.front() != '@') {
    if (lower(word) != word || plain_spaces(word) != word)
      return problem("the lemma \"" + std::string(word) + "\" must be in lower case with single spaces");
    if (!lemmas.insert(std::string(word)).second) return problem("the lemma \"" + std::string(word) + "\" stands twice");
    return Done{};
  }
  const WordClass* found = rules.word_class(word.substr(1));
  if (found == nullptr) return problem("there is no word class \"" + std::string(word.substr(1)) + "\" in classes/");
  lemmas.insert(found->begin(), found->end());
  return Done{};
}

Result<Path> parse_path(std::string_view text, const RuleSet& rules) {
  Path path;
  for (const std::string_view part : split(text, '>')) {
    Result<PathStep> step = parse_step(part, rules);
    if (!step) return step.error();
    path.push_back(std::move(step).value());
  }
  if (path.front().step == Step::speaker && path.size() > 1) return problem("\"speaker\" is a path of its own");
  return path;
}

}  // namespace entente
