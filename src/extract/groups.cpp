#include "extract/groups.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::uint32_t farthest = 2;  // sentences back
using Types = std::uint32_t;           // bit 1 << EntityType

constexpr Types bit(EntityType type) { return 1u << static_cast<unsigned>(type); }

// What the noun can count: states, persons, or any side of a conflict; 0 if it counts none.
Types counted(const RuleSet& rules, const std::string& lemma) {
  if (rules.in_class("group-state-noun", lemma)) return bit(EntityType::State);
  if (rules.in_class("group-person-noun", lemma)) return bit(EntityType::Person);
  if (rules.in_class("group-side-noun", lemma))
    return bit(EntityType::State) | bit(EntityType::InternationalOrganization) | bit(EntityType::Organization);
  return 0;
}

// "the two", "both", "these three": how many are meant; 0 if the noun is not so counted.
std::size_t count_of(const Document& document, std::uint32_t noun) {
  static const std::map<std::string, std::size_t> numbers = {{"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}};
  std::size_t count = 0;
  bool definite = false;
  for (const std::uint32_t i : children(document, noun)) {
    const std::string form = lower(document.form(i));
    if (i < noun && form == "both") return 2;
    if (form == "the" || form == "these" || form == "those") definite = true;
    if (const auto number = numbers.find(form); number != numbers.end() && i < noun) count = number->second;
  }
  return definite ? count : 0;
}

class Group {
 public:
  Group(const Document& document, std::uint32_t token, Types types, std::size_t count)
      : document_(document), token_(token), types_(types), count_(count) {}

  std::vector<EntityIndex> run() const {
    const std::uint32_t sentence = document_.sentence_of(token_);
    std::set<EntityIndex> seen;
    for (std::uint32_t back = 0; back <= std::min(farthest, sentence); ++back) {
      add(document_.sentences[sentence - back].tokens, seen);
      if (seen.size() == count_) return {seen.begin(), seen.end()};
      if (seen.size() > count_) break;
    }
    return leading();
  }

 private:
  bool counts(EntityIndex entity) const {
    return entity < document_.entities.size() && (types_ & bit(document_.entities[entity].type)) != 0;
  }

  void add(Range tokens, std::set<EntityIndex>& seen) const {
    for (const Mention& mention : document_.mentions)
      if (mention.tokens.begin >= tokens.begin && mention.tokens.end <= std::min(tokens.end, token_) && counts(mention.entity))
        seen.insert(mention.entity);
  }

  // Those whom the article up to here names at least twice as often as any other.
  std::vector<EntityIndex> leading() const {
    std::map<EntityIndex, std::size_t> times;
    for (const Mention& mention : document_.mentions)
      if (mention.head < token_ && mention.kind != MentionKind::pronoun && counts(mention.entity)) ++times[mention.entity];
    std::vector<std::pair<std::size_t, EntityIndex>> order;
    order.reserve(times.size());
    for (const auto& [entity, n] : times) order.emplace_back(n, entity);
    std::sort(order.rbegin(), order.rend());
    if (order.size() < count_ || order[count_ - 1].first < 3) return {};
    if (order.size() > count_ && order[count_].first * 2 > order[count_ - 1].first) return {};
    std::vector<EntityIndex> out;
    for (std::size_t i = 0; i < count_; ++i) out.push_back(order[i].second);
    std::sort(out.begin(), out.end());
    return out;
  }

  const Document& document_;
  std::uint32_t token_;
  Types types_;
  std::size_t count_;
};

// The subject of a verb between two tokens, from the last; none if no noun is one.
std::optional<std::uint32_t> last_subject(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = end; i-- > begin;)
    if (has_relation(document.tokens[i], "nsubj") && document.tokens[i].upos != Upos::PRON) return i;
  return std::nullopt;
}

// "Peru and Chile signed the accord. They will ...": the subject before, if several named ones are joined in it.
std::vector<EntityIndex> joined_subject(const Document& document, std::uint32_t pronoun) {
  const std::uint32_t sentence = document.sentence_of(pronoun);
  for (std::uint32_t back = 0; back <= std::min(1u, sentence); ++back) {
    const Range tokens = document.sentences[sentence - back].tokens;
    const auto subject = last_subject(document, tokens.begin, std::min(tokens.end, pronoun));
    if (!subject) continue;
    const std::vector<std::uint32_t> parts = conjuncts(document, *subject);
    std::vector<EntityIndex> out = entities_of(document, *subject);
    return out.size() >= 2 && out.size() == parts.size() ? out : std::vector<EntityIndex>{};
  }
  return {};
}

}  // namespace

std::vector<EntityIndex> group_at(const Document& document, const RuleSet& rules, std::uint32_t token) {
  const Token& here = document.tokens[token];
  if (here.upos == Upos::PRON && lower(document.form(token)) == "they") return joined_subject(document, token);
  if (here.upos != Upos::NOUN) return {};
  const Types types = counted(rules, here.lemma);
  const std::size_t count = types == 0 ? 0 : count_of(document, token);
  return count == 0 ? std::vector<EntityIndex>{} : Group(document, token, types, count).run();
}

}  // namespace entente
