#include "annotate/coreference.hpp"

#include <algorithm>
#include <numeric>

#include "annotate/chains.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

std::string without_article(std::string form) {
  if (form.starts_with("the ") || form.starts_with("The ")) form.erase(0, 4);
  return form;
}

// The form by which a state's things are called: its adjective where the article uses one, else its name.
std::string owner_form(const ChainSet& set, ItemId state) {
  for (const Name& name : set.knowledge.lookup(set.knowledge.item(state).label))
    if (name.kind == NameKind::adjective) return std::string(set.knowledge.item(state).label);
  const std::uint32_t chain = set.find_item(state);
  if (chain != no_chain)
    for (const std::uint32_t m : set.chains[chain].mentions)
      if (set.mention(m).kind == MentionKind::adjective) return set.form(m);
  return std::string(set.knowledge.item(state).label);
}

bool names_state(const ChainSet& set, const std::string& form, ItemId state) {
  const std::string folded = fold(form);
  for (std::size_t end = folded.find(' '); end != std::string::npos; end = folded.find(' ', end + 1))
    for (const Name& name : set.knowledge.lookup(form.substr(0, end)))
      if (name.item == state) return true;
  return folded.find(fold(set.knowledge.item(state).label)) != std::string::npos;
}

std::string longest_form(const ChainSet& set, const Chain& chain) {
  std::string best;
  for (const std::uint32_t m : chain.mentions) {
    if (set.mention(m).kind != MentionKind::name) continue;
    const std::string form = without_article(set.form(m));
    if (form.size() > best.size()) best = form;
  }
  return best;
}

void add_alias(DocumentEntity& entity, std::string form) {
  if (form.empty() || form == entity.name) return;
  if (std::find(entity.aliases.begin(), entity.aliases.end(), form) == entity.aliases.end())
    entity.aliases.push_back(std::move(form));
}

void name_entity(const ChainSet& set, const Chain& chain, DocumentEntity& entity) {
  const std::string longest = longest_form(set, chain);
  if (chain.item != no_item) {
    entity.name = set.knowledge.item(chain.item).label;
  } else if (chain.state != no_item && chain.type == EntityType::GovernmentBody && !names_state(set, longest, chain.state)) {
    entity.name = owner_form(set, chain.state) + " " + longest;
  } else {
    entity.name = longest;
  }
  for (const std::uint32_t m : chain.mentions) {
    const Mention& mention = set.mention(m);
    if (mention.kind == MentionKind::name) add_alias(entity, set.form(m));
    if (mention.kind == MentionKind::nominal && entity.type != EntityType::Person) add_alias(entity, set.form(m));
  }
}

DocumentEntity make_entity(const ChainSet& set, const Chain& chain) {
  DocumentEntity entity;
  entity.type = chain.type;
  entity.gender = chain.gender;
  entity.named = std::any_of(chain.mentions.begin(), chain.mentions.end(),
                             [&](std::uint32_t m) { return set.mention(m).kind == MentionKind::name; });
  if (chain.item != no_item) {
    const Item& item = set.knowledge.item(chain.item);
    entity.klass = item.klass;
    entity.link = {std::string(item.key), std::string(item.wikidata), chain.score, chain.reason};
  }
  name_entity(set, chain, entity);
  return entity;
}

// Chains in order of their first mention become the entities; each mention gets its entity.
void make_entities(ChainSet& set) {
  Document& document = set.document;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < set.chains.size(); ++i)
    if (!set.chains[i].mentions.empty()) order.push_back(i);
  const auto first = [&](std::uint32_t chain) {
    std::uint32_t begin = ~std::uint32_t{0};
    for (const std::uint32_t m : set.chains[chain].mentions) begin = std::min(begin, set.mention(m).range.begin);
    return begin;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return first(a) < first(b); });
  std::vector<EntityIndex> entity_of(set.chains.size(), no_entity);
  for (const std::uint32_t chain : order) {
    entity_of[chain] = static_cast<EntityIndex>(document.entities.size());
    document.entities.push_back(make_entity(set, set.chains[chain]));
  }
  for (const std::uint32_t chain : order) {
    const ItemId state = set.chains[chain].state;
    const std::uint32_t owner = state == no_item ? no_chain : set.find_item(state);
    if (owner != no_chain && owner != chain) document.entities[entity_of[chain]].state = entity_of[owner];
  }
  for (ChainOffice& office : set.offices) {
    office.mention.of = entity_of[office.body];
    if (office.named != no_chain) office.mention.named = entity_of[office.named];
    document.offices.push_back(std::move(office.mention));
  }
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const std::uint32_t chain = set.of_mention[i];
    if (chain == no_chain) continue;
    document.mentions[i].entity = entity_of[chain];
    document.mentions[i].type = set.chains[chain].type;
  }
  std::stable_sort(document.mentions.begin(), document.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
}

}  // namespace

void resolve_coreference(const NameTables& tables, Document& document) {
  ChainSet set(tables, document);
  chain_things(set);
  chain_persons(set);
  describe_persons(set);
  link_persons(set);
  chain_offices(set);
  chain_nominals(set);
  chain_pronouns(set);
  make_entities(set);
}

}  // namespace entente
