#include "entente/check.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "entente/extract.hpp"

namespace entente {

namespace {

using Expected = RuleExample::Expected;

Document annotate_sentence(const Annotator& annotator, const std::string& text) {
  Article article;
  article.id = "example";
  article.text = text;
  article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}};
  return annotator.annotate(std::move(article));
}

// What one rule found, in the form of its examples. Places are found by no rule.
std::vector<Expected> found_by(const Rule& rule, const Extraction& extraction) {
  std::vector<Expected> found;
  for (const Claim& claim : extraction.claims) {
    if (claim.evidence.rule != rule.id) continue;
    Expected one;
    one.status = claim.status;
    for (const Argument& argument : claim.arguments)
      if (argument.part != Part::place) one.arguments[argument.part].insert(extraction.entities[argument.entity].name);
    found.push_back(std::move(one));
  }
  return found;
}

std::string written(const std::vector<Expected>& claims) {
  if (claims.empty()) return "nothing";
  std::string out;
  for (const Expected& claim : claims) {
    out += out.empty() ? "" : "; ";
    for (const auto& [part, names] : claim.arguments)
      for (const std::string& name : names) out += std::string(to_string(part)) + "=" + name + " ";
    out += "[" + std::string(to_string(claim.status)) + "]";
  }
  return out;
}

}  // namespace

CheckSummary check_rules(const Annotator& annotator, Diagnostics& diagnostics) {
  CheckSummary summary;
  for (const Rule& rule : annotator.knowledge().rules().rules) {
    ++summary.rules;
    for (const RuleExample& example : rule.examples) {
      ++summary.examples;
      const Document document = annotate_sentence(annotator, example.text);
      std::vector<Expected> found = found_by(rule, extract(document, annotator.knowledge()));
      std::vector<Expected> expected = example.claims;
      std::sort(found.begin(), found.end());
      std::sort(expected.begin(), expected.end());
      if (found == expected) {
        ++summary.holding;
        continue;
      }
      diagnostics.push_back(
          {Severity::error, "example-fails", rule.file, example.line,
           "rule \"" + rule.id + "\" finds " + written(found) + " instead of " + written(expected) + " in: " + example.text});
    }
  }
  return summary;
}

}  // namespace entente
