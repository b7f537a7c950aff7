#include "model/syntax.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

// No mention is longer; bounds the search backwards from a token.
constexpr std::uint32_t longest_mention = 48;

std::int32_t head(const Document& document, std::uint32_t token) { return document.tokens[token].head; }

bool names_its_head(const Token& token) {
  return has_relation(token, "flat") || has_relation(token, "appos") || has_relation(token, "nmod:desc");
}

template <typename Accept>
const Mention* find_mention(const Document& document, std::uint32_t token, bool longest, Accept accept) {
  const auto& mentions = document.mentions;
  auto at = std::upper_bound(mentions.begin(), mentions.end(), token,
                             [](std::uint32_t t, const Mention& m) { return t < m.tokens.begin; });
  const Mention* best = nullptr;
  while (at != mentions.begin()) {
    --at;
    if (at->tokens.begin + longest_mention < token) break;
    if (!accept(*at)) continue;
    if (best == nullptr || (longest ? at->tokens.size() > best->tokens.size() : at->tokens.size() < best->tokens.size()))
      best = &*at;
  }
  return best;
}

}  // namespace

Range sentence_tokens(const Document& document, std::uint32_t token) {
  return document.sentences[document.sentence_of(token)].tokens;
}

bool has_relation(const Token& token, std::string_view relation, bool exact) {
  const std::string_view own = token.relation;
  if (own == relation) return true;
  return !exact && own.size() > relation.size() && own.starts_with(relation) && own[relation.size()] == ':';
}

std::vector<std::uint32_t> children(const Document& document, std::uint32_t token) {
  std::vector<std::uint32_t> out;
  const Range sentence = sentence_tokens(document, token);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (head(document, i) == static_cast<std::int32_t>(token)) out.push_back(i);
  return out;
}

std::optional<std::uint32_t> child(const Document& document, std::uint32_t token, std::string_view relation, bool exact) {
  const Range sentence = sentence_tokens(document, token);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (head(document, i) == static_cast<std::int32_t>(token) && has_relation(document.tokens[i], relation, exact)) return i;
  return std::nullopt;
}

Range subtree(const Document& document, std::uint32_t token) {
  const Range sentence = sentence_tokens(document, token);
  std::uint32_t first = token;
  std::uint32_t last = token;
  for (std::uint32_t i = sentence.begin; i < token && first == token; ++i)
    if (dominates(document, token, i)) first = i;
  for (std::uint32_t i = sentence.end; i > token + 1 && last == token; --i)
    if (dominates(document, token, i - 1)) last = i - 1;
  return {first, last + 1};
}

bool dominates(const Document& document, std::uint32_t ancestor, std::uint32_t token) {
  // A tree over n tokens has no path longer than n; the count keeps a broken one from looping.
  std::size_t steps = document.tokens.size();
  for (auto at = static_cast<std::int32_t>(token); at >= 0 && steps-- > 0; at = head(document, static_cast<std::uint32_t>(at)))
    if (at == static_cast<std::int32_t>(ancestor)) return true;
  return false;
}

std::uint32_t head_of(const Document& document, Range tokens) {
  for (std::uint32_t i = tokens.end; i-- > tokens.begin;) {
    const std::int32_t above = head(document, i);
    if (document.tokens[i].upos == Upos::PUNCT) continue;
    if (above < 0 || !tokens.contains(static_cast<std::uint32_t>(above))) return i;
  }
  return tokens.end - 1;
}

std::vector<std::uint32_t> conjuncts(const Document& document, std::uint32_t token) {
  std::vector<std::uint32_t> out{token};
  for (const std::uint32_t i : children(document, token))
    if (has_relation(document.tokens[i], "conj")) out.push_back(i);
  return out;
}

bool is_negated(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 11> words = {"not", "n't",     "n’t",    "never",  "no",    "neither",
                                                             "nor", "without", "nobody", "hardly", "cannot"};
  const auto negative = [&](std::uint32_t i) {
    return std::find(words.begin(), words.end(), document.tokens[i].lemma) != words.end() ||
           std::find(words.begin(), words.end(), document.form(i)) != words.end();
  };
  // "not just ready for talks": ready, and more than that.
  static constexpr std::array<std::string_view, 4> additive = {"only", "just", "merely", "simply"};
  const auto adds = [&](std::uint32_t i) {
    return i + 1 < document.tokens.size() &&
           std::find(additive.begin(), additive.end(), document.tokens[i + 1].lemma) != additive.end();
  };
  for (const std::uint32_t i : children(document, token)) {
    const Token& dependent = document.tokens[i];
    const bool modifier = has_relation(dependent, "advmod") || has_relation(dependent, "det") || has_relation(dependent, "mark") ||
                          has_relation(dependent, "case") || has_relation(dependent, "cc") || has_relation(dependent, "aux");
    if (modifier && negative(i) && !adds(i)) return true;
    const std::string& lemma = dependent.lemma;  // "no longer"
    if (modifier && (lemma == "longer" || lemma == "long") && i > sentence_tokens(document, i).begin && negative(i - 1))
      return true;
  }
  return false;
}

const Mention* mention_headed_by(const Document& document, std::uint32_t token) {
  return find_mention(document, token, true, [&](const Mention& m) { return m.head == token; });
}

const Mention* mention_at(const Document& document, std::uint32_t token) {
  return find_mention(document, token, false, [&](const Mention& m) { return m.tokens.contains(token); });
}

namespace {

// "U.N. Secretary General Ann Lee": one flat name to the parser, whose head is the organisation; it means the person.
const Mention* person_in_flat_name(const Document& document, std::uint32_t token, int depth = 0) {
  constexpr int deepest = 3;
  for (const std::uint32_t i : children(document, token)) {
    if (i < token || !has_relation(document.tokens[i], "flat")) continue;
    const Mention* name = mention_headed_by(document, i);
    if (name != nullptr && name->type == EntityType::Person && name->kind == MentionKind::name && name->entity != no_entity)
      return name;
    if (depth < deepest)
      if (const Mention* inner = person_in_flat_name(document, i, depth + 1)) return inner;
  }
  return nullptr;
}

}  // namespace

EntityIndex entity_of(const Document& document, std::uint32_t token) {
  const Mention* mention = mention_headed_by(document, token);
  if (mention != nullptr && mention->type != EntityType::Person)
    if (const Mention* person = person_in_flat_name(document, token)) return person->entity;
  if (mention != nullptr && mention->entity != no_entity) return mention->entity;
  for (const std::uint32_t i : children(document, token)) {
    if (!names_its_head(document.tokens[i])) continue;
    const Mention* name = mention_headed_by(document, i);
    if (name != nullptr && name->kind == MentionKind::name && name->entity != no_entity) return name->entity;
  }
  // A name that the parser took apart: every word of it that hangs on something outside stands for the whole.
  const std::int32_t above = head(document, token);
  const Mention* around = find_mention(document, token, true, [&](const Mention& m) {
    return m.kind == MentionKind::name && m.tokens.contains(token) &&
           (above < 0 || !m.tokens.contains(static_cast<std::uint32_t>(above)));
  });
  return around != nullptr ? around->entity : no_entity;
}

std::vector<EntityIndex> entities_of(const Document& document, std::uint32_t token) {
  std::vector<EntityIndex> out;
  for (const std::uint32_t i : conjuncts(document, token)) {
    const EntityIndex entity = entity_of(document, i);
    if (entity != no_entity && std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  }
  return out;
}

}  // namespace entente
