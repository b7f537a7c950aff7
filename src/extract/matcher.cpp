#include "extract/matcher.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "extract/actors.hpp"
#include "extract/modality.hpp"
#include "extract/statements.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// A noun that may stand bare also counts if its verb is in no list of light verbs.
struct Anchor {
  TokenIndex predicate = 0;
  bool carried = false;
};

TokenList by_relation(const Clauses& clauses, TokenIndex at, const std::vector<std::string>& relations, bool up) {
  TokenList out;
  const auto fits = [&](TokenIndex dependent) {
    return std::any_of(relations.begin(), relations.end(),
                       [&](const std::string& r) { return has_relation(clauses.token(dependent), r); });
  };
  if (up) {
    if (const auto head = clauses.head(at); head && fits(at)) out.push_back(*head);
    return out;
  }
  for (const TokenIndex i : children(clauses.document(), at)) {
    if (!fits(i)) continue;
    const bool argument = has_relation(clauses.token(i), "nsubj") || has_relation(clauses.token(i), "obj");
    const TokenList all = argument ? conjuncts(clauses.document(), i) : TokenList{i};
    out.insert(out.end(), all.begin(), all.end());
  }
  return out;
}

TokenList light_subjects(const Clauses& clauses, TokenIndex noun, const WordClass& light) {
  const auto verb = clauses.light_verb(noun, light);
  return verb ? clauses.subjects(*verb) : TokenList{};
}

TokenList subjects(const Clauses& clauses, TokenIndex at, const WordClass& light) {
  if (!light.empty()) {
    TokenList out = light_subjects(clauses, at, light);
    if (!out.empty()) return out;
  }
  return clauses.subjects(at);
}

// With what a noun of measure among them stands for.
TokenList objects(const Clauses& clauses, TokenIndex at) {
  TokenList out = clauses.objects(at);
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const TokenIndex inner : clauses.measured(out[i]))
      if (std::find(out.begin(), out.end(), inner) == out.end()) out.push_back(inner);
  return out;
}

TokenList take_step(const Clauses& clauses, TokenIndex at, const PathStep& step, const WordClass& light) {
  switch (step.step) {
    case Step::subject: return subjects(clauses, at, light);
    case Step::object: return objects(clauses, at);
    case Step::surface_subject: return clauses.surface_subjects(at);
    case Step::light_subject: return light_subjects(clauses, at, light);
    case Step::possessor: return clauses.possessors(at);
    case Step::adjective: return clauses.adjectives(at);
    case Step::oblique: return clauses.obliques(at, step.words);
    case Step::clause: return clauses.clauses(at);
    case Step::gerund: return clauses.gerunds(at, step.words);
    case Step::same: return clauses.repeated(at);
    case Step::down: return by_relation(clauses, at, step.words, false);
    case Step::up: return by_relation(clauses, at, step.words, true);
    case Step::previous: return clauses.preceding(at, !step.words.empty());
    case Step::next: return clauses.following(at, step.words.empty() ? std::vector<std::string>{""} : step.words);
    case Step::speaker: break;
  }
  return {};
}

bool passes(const Clauses& clauses, TokenIndex at, const PathStep& step) {
  if (step.lemmas.empty() && step.types == 0) return true;
  if (step.lemmas.contains(clauses.token(at).lemma) || step.lemmas.contains(clauses.phrase(at)) ||
      step.lemmas.contains(clauses.compound(at)))
    return true;
  if (step.types == 0) return false;
  const EntityIndex entity = entity_of(clauses.document(), at);
  return entity != no_entity && (step.types >> static_cast<unsigned>(clauses.document().entities[entity].type) & 1u) != 0;
}

class Matcher {
 public:
  Matcher(const Clauses& clauses, ClaimKind kind, bool partial)
      : clauses_(clauses), document_(clauses.document()), kind_(kind), partial_(partial) {}

  std::vector<Match> run() {
    for (const Sentence& sentence : document_.sentences) {
      if (!is_read(sentence)) continue;
      for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) at_token(i);
    }
    return std::move(matches_);
  }

 private:
  bool is_read(const Sentence& sentence) const {
    const auto& blocks = document_.article.blocks;
    return sentence.block >= blocks.size() || blocks[sentence.block].kind != BlockKind::boilerplate;
  }

  void at_token(TokenIndex at) {
    const char tag = tag_of(clauses_.token(at).upos);
    if (tag == 0) return;
    if (tag == 'V' && !heads_clause(at)) return;
    try_rules(clauses_.token(at).lemma, tag, at);
    if (tag == 'V') try_rules("*", tag, at);
  }

  void try_rules(std::string_view lemma, char tag, TokenIndex at) {
    const auto found = clauses_.rules().by_lemma.find(lemma);
    if (found == clauses_.rules().by_lemma.end()) return;
    for (const std::uint32_t id : found->second) {
      const Rule& rule = clauses_.rules().rules[id];
      if (rule.kind == kind_ && rule.trigger.tag == tag) try_rule(rule, at);
    }
  }

  // "a proposed visit", "hard-hitting measures": a participle before a noun says nothing about a deed.
  bool heads_clause(TokenIndex at) const {
    const Token& token = clauses_.token(at);
    return !has_relation(token, "amod") && !has_relation(token, "compound") && !has_relation(token, "flat") &&
           !has_relation(token, "case") && !has_relation(token, "fixed") && !has_relation(token, "goeswith");
  }

  static char tag_of(Upos upos) {
    switch (upos) {
      case Upos::VERB: return 'V';
      case Upos::NOUN: return 'N';
      case Upos::ADJ: return 'A';
      default: return 0;
    }
  }

  void try_rule(const Rule& rule, TokenIndex at) {
    const std::optional<Anchor> anchor = anchor_of(rule, at);
    if (!anchor || !meets(rule, at, *anchor)) return;
    const Modality mood = mood_of(rule, at, *anchor);
    if (!mood.status && !rule.status) return;
    if (rule.constraints.negated && *rule.constraints.negated != mood.negated) return;
    Match match{&rule, at, anchor->predicate, {}, Status::asserted, true};
    for (const ArgumentPattern& argument : rule.arguments) {
      match.whole = fill(rule, argument, match) && match.whole;
      if (!match.whole && !partial_) return;
    }
    match.whole = tidy(match) && match.whole;
    if (!match.whole && (!partial_ || match.arguments.empty())) return;
    match.status = status_of(rule, mood, match);
    matches_.push_back(std::move(match));
  }

  std::optional<Anchor> anchor_of(const Rule& rule, TokenIndex at) const {
    const Trigger& trigger = rule.trigger;
    if (trigger.tag == 'V') {
      if (!trigger.lemmas.contains("*") && !trigger.lemmas.contains(clauses_.phrase(at))) return std::nullopt;
      return Anchor{at, false};
    }
    if (!trigger.lemmas.contains(clauses_.token(at).lemma) && !trigger.lemmas.contains(clauses_.compound(at))) return std::nullopt;
    if (trigger.tag == 'A') return Anchor{at, false};
    if (const auto verb = clauses_.light_verb(at, trigger.light)) return Anchor{*verb, true};
    if (!trigger.bare) return std::nullopt;
    return Anchor{at, false};
  }

  bool meets(const Rule& rule, TokenIndex at, const Anchor& anchor) const {
    const Constraints& wanted = rule.constraints;
    if (wanted.passive && clauses_.is_passive(anchor.predicate) != *wanted.passive) return false;
    if (!wanted.modals.empty() && !has_modal(anchor.predicate, wanted.modals)) return false;
    if (!wanted.tenses.empty() && !wanted.tenses.contains(tense_of(anchor.predicate))) return false;
    if (wanted.in_speech && is_said(document_, at) != *wanted.in_speech) return false;
    const auto leads = [&](const Path& path) { return !follow(clauses_, at, path, rule.trigger.light).empty(); };
    return std::all_of(rule.with.begin(), rule.with.end(), leads) && std::none_of(rule.without.begin(), rule.without.end(), leads);
  }

  bool has_modal(TokenIndex verb, const WordClass& modals) const {
    for (const TokenIndex i : children(document_, verb))
      if (has_relation(clauses_.token(i), "aux") && modals.contains(clauses_.token(i).lemma)) return true;
    return false;
  }

  const char* tense_of(TokenIndex verb) const {
    switch (clauses_.token(verb).tense) {
      case Tense::past: return "past";
      case Tense::present: return "present";
      default: return "";
    }
  }

  Modality mood_of(const Rule& rule, TokenIndex at, const Anchor& anchor) const {
    // A treaty's life has plans and threats in it; for events they are deeds of their own.
    const Intentions intentions = kind_ == ClaimKind::TreatyRelation ? Intentions::plans : Intentions::words;
    Modality mood = modality(clauses_, anchor.predicate, intentions);
    // "may impose new sanctions": the verb says whether, the noun only what ("possible sanctions").
    if (anchor.carried && rule.trigger.tag == 'N' && is_negated(document_, at)) mood.negated = true;
    return mood;
  }

  bool fill(const Rule& rule, const ArgumentPattern& argument, Match& match) const {
    for (const Path& path : argument.paths) {
      const std::vector<EntityIndex> found = entities(rule, argument, path, match.trigger);
      for (const EntityIndex entity : found) match.arguments.push_back({argument.part, entity});
      if (!found.empty()) return true;
    }
    return !argument.required;
  }

  std::vector<EntityIndex> entities(const Rule& rule, const ArgumentPattern& argument, const Path& path, TokenIndex at) const {
    std::vector<EntityIndex> out;
    if (path.front().step == Step::speaker) {
      const Quotation* words = quotation_at(document_, at);
      if (words != nullptr && words->speaker != no_entity) out.push_back(words->speaker);
      return out;
    }
    for (const TokenIndex token : follow(clauses_, at, path, rule.trigger.light))
      for (const EntityIndex entity : resolve(clauses_, token, argument))
        if (std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
    return out;
  }

  // Nobody acts on himself: such a target is a mistaken reading. False if a required argument is lost by that.
  static bool tidy(Match& match) {
    std::vector<Argument>& all = match.arguments;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const auto is_actor = [&](EntityIndex entity) {
      return std::any_of(all.begin(), all.end(), [&](const Argument& a) { return a.part == Part::actor && a.entity == entity; });
    };
    std::erase_if(all, [&](const Argument& a) { return (a.part == Part::target || a.part == Part::by) && is_actor(a.entity); });
    return std::all_of(match.rule->arguments.begin(), match.rule->arguments.end(), [&](const ArgumentPattern& pattern) {
      return !pattern.required || std::any_of(all.begin(), all.end(), [&](const Argument& a) { return a.part == pattern.part; });
    });
  }

  // What somebody does by speaking is asserted; what he reports of others is claimed.
  Status status_of(const Rule& rule, const Modality& mood, const Match& match) const {
    if (rule.status) return *rule.status;
    if (*mood.status != Status::asserted && *mood.status != Status::claimed) return *mood.status;
    if (!is_said(document_, match.trigger)) return *mood.status;
    const Quotation* words = quotation_at(document_, match.trigger);
    const EntityIndex speaker = words->speaker;
    const EntityIndex state = speaker < document_.entities.size() ? document_.entities[speaker].state : no_entity;
    const bool own = std::any_of(match.arguments.begin(), match.arguments.end(), [&](const Argument& a) {
      return (a.part == Part::actor || a.part == Part::by) && a.entity != no_entity && (a.entity == speaker || a.entity == state);
    });
    return own ? *mood.status : Status::claimed;
  }

  const Clauses& clauses_;
  const Document& document_;
  ClaimKind kind_;
  bool partial_;
  std::vector<Match> matches_;
};

}  // namespace

TokenList follow(const Clauses& clauses, TokenIndex at, const Path& path, const WordClass& light) {
  TokenList here{at};
  for (const PathStep& step : path) {
    TokenList next;
    for (const TokenIndex from : here)
      for (const TokenIndex i : take_step(clauses, from, step, light))
        if (passes(clauses, i, step) && std::find(next.begin(), next.end(), i) == next.end()) next.push_back(i);
    here = std::move(next);
  }
  return here;
}

std::vector<Match> match_rules(const Clauses& clauses, ClaimKind kind, bool partial) {
  return Matcher(clauses, kind, partial).run();
}

}  // namespace entente
