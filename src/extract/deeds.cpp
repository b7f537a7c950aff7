#include "extract/deeds.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::uint32_t farthest = 3;  // sentences back; "the move" and its like mean the last thing said
constexpr std::uint32_t farthest_of_any = 1;

bool has_part(const Match& match, Part part) {
  return std::any_of(match.arguments.begin(), match.arguments.end(), [&](const Argument& a) { return a.part == part; });
}

const ArgumentPattern* target_of(const Rule& rule) {
  const auto at =
      std::find_if(rule.arguments.begin(), rule.arguments.end(), [](const ArgumentPattern& a) { return a.part == Part::target; });
  return at == rule.arguments.end() ? nullptr : &*at;
}

// "the attack", "such claims": the reader knows which.
bool is_known(const Clauses& clauses, TokenIndex noun) {
  static const std::vector<std::string> words = {"the", "this", "that", "these", "those", "such"};
  const auto points = [&](TokenIndex i) {
    const Token& token = clauses.token(i);
    return (has_relation(token, "det") || has_relation(token, "amod") || has_relation(token, "det:predet")) &&
           std::find(words.begin(), words.end(), lower(clauses.document().form(i))) != words.end();
  };
  const std::vector<TokenIndex> own = children(clauses.document(), noun);
  return clauses.token(noun).upos == Upos::NOUN && std::any_of(own.begin(), own.end(), points);
}

// "This violates the treaty"
bool is_demonstrative(const Clauses& clauses, TokenIndex at) {
  const std::string form = lower(clauses.document().form(at));
  return (form == "this" || form == "that") && clauses.token(at).upos == Upos::PRON && !clauses.is_relative_pronoun(at);
}

class Deeds {
 public:
  Deeds(const Clauses& clauses, const std::vector<Match>& matches) : clauses_(clauses), matches_(matches) {}

  // The targets that a match without any may take from a deed before it.
  std::vector<EntityIndex> targets(const Match& match) const {
    const ArgumentPattern* pattern = target_of(*match.rule);
    if (pattern == nullptr || !match.whole || has_part(match, Part::target)) return {};
    const Part wanted = match.rule->type == "ASSAULT" ? Part::target : Part::actor;
    for (const Path& path : pattern->paths) {
      if (path.front().step == Step::speaker) continue;
      for (const TokenIndex noun : follow(clauses_, match.trigger, {path.front()}, match.rule->trigger.light)) {
        if (!is_known(clauses_, noun)) continue;
        std::vector<EntityIndex> out = parts(source(match, noun, wanted), wanted, *pattern);
        if (!out.empty()) return out;
      }
    }
    return {};
  }

  // Who did what the subject of a match means.
  std::vector<EntityIndex> doers(const Match& match) const {
    const auto pattern = std::find_if(match.rule->arguments.begin(), match.rule->arguments.end(),
                                      [](const ArgumentPattern& a) { return a.part == Part::actor; });
    if (pattern == match.rule->arguments.end()) return {};
    for (const TokenIndex subject : clauses_.surface_subjects(match.trigger)) {
      if (!is_demonstrative(clauses_, subject) && !is_known(clauses_, subject)) continue;
      std::vector<EntityIndex> out = parts(source(match, subject, Part::actor), Part::actor, *pattern);
      if (!out.empty()) return out;
    }
    return {};
  }

 private:
  bool in_class(const std::string& type, TokenIndex noun) const {
    return clauses_.rules().in_class("deed-" + lower(type), clauses_.token(noun).lemma);
  }

  // The last deed before that the noun can mean and that has the part; nullptr if none, or if it is not said for certain.
  const Match* source(const Match& match, TokenIndex noun, Part wanted) const {
    const Document& document = clauses_.document();
    const std::uint32_t here = document.sentence_of(noun);
    const bool any = in_class("any", noun) || is_demonstrative(clauses_, noun);
    for (auto at = matches_.rbegin(); at != matches_.rend(); ++at) {
      if (at->trigger >= std::min(noun, match.trigger) || at->trigger == match.predicate || at->predicate == match.trigger)
        continue;
      if (document.sentence_of(at->trigger) + (any ? farthest_of_any : farthest) < here) return nullptr;
      if (!(any ? at->whole : in_class(at->rule->type, noun)) || !has_part(*at, wanted)) continue;
      return at->status == Status::asserted || wanted == Part::target ? &*at : nullptr;
    }
    return nullptr;
  }

  std::vector<EntityIndex> parts(const Match* source, Part wanted, const ArgumentPattern& pattern) const {
    std::vector<EntityIndex> out;
    if (source == nullptr) return out;
    for (const Argument& a : source->arguments) {
      const auto type = static_cast<unsigned>(clauses_.document().entities[a.entity].type);
      if (a.part == wanted && (pattern.types >> type & 1u) != 0) out.push_back(a.entity);
    }
    return out;
  }

  const Clauses& clauses_;
  const std::vector<Match>& matches_;
};

}  // namespace

void refer_to_doer(const Clauses& clauses, const std::vector<Match>& deeds, std::vector<Match>& matches) {
  for (Match& match : matches) {
    const bool lacks_others =
        std::any_of(match.rule->arguments.begin(), match.rule->arguments.end(),
                    [&](const ArgumentPattern& a) { return a.part != Part::actor && a.required && !has_part(match, a.part); });
    if (match.whole || lacks_others || has_part(match, Part::actor)) continue;
    for (const EntityIndex actor : Deeds(clauses, deeds).doers(match)) match.arguments.push_back({Part::actor, actor});
    std::sort(match.arguments.begin(), match.arguments.end());
    match.whole = has_part(match, Part::actor);
  }
}

void refer_back(const Clauses& clauses, std::vector<Match>& matches) {
  for (Match& match : matches) {
    for (const EntityIndex target : Deeds(clauses, matches).targets(match)) {
      const bool acts =
          std::find(match.arguments.begin(), match.arguments.end(), Argument{Part::actor, target}) != match.arguments.end();
      if (!acts) match.arguments.push_back({Part::target, target});
    }
    std::sort(match.arguments.begin(), match.arguments.end());
  }
}

}  // namespace entente
