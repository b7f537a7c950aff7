// Which known person a chain is: the name must fit, and the office, the state or the fame must support it.
#include <algorithm>
#include <vector>

#include "annotate/chains.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

struct Support {
  bool office = false;        // the text's title is one that the person held, in the text's state if it names one
  bool state = false;         // the article names the person's state
  bool contradicted = false;  // the text gives the person another state
};

bool shares_word(const std::set<std::string>& descriptors, std::string_view title) {
  const std::string folded = fold(title);
  for (const std::string_view word : split(folded, ' ')) {
    if (word.size() < 4 || word == "deputy" || word == "former" || word == "first") continue;
    if (descriptors.contains(std::string(word))) return true;
  }
  return false;
}

Support support(const ChainSet& set, const Chain& chain, ItemId person) {
  Support found;
  const Item& item = set.knowledge.item(person);
  found.state = item.state != no_item && set.find_item(item.state) != no_chain;
  bool other_office = false;
  for (const Tenure* tenure : set.knowledge.tenures_of(person)) {
    const ItemId where = tenure->organization;
    const bool here =
        chain.state == no_item || where == chain.state || (where != no_item && set.knowledge.item(where).state == chain.state);
    if (!shares_word(chain.descriptors, tenure->title)) continue;
    if (here) found.office = true;
    other_office = true;
  }
  (void)other_office;
  found.contradicted = chain.state != no_item && item.state != no_item && item.state != chain.state && !found.office;
  return found;
}

// Persons whom a name can mean; `surname`: by the surname alone.
std::vector<ItemId> candidates(const ChainSet& set, const std::string& form, bool surname) {
  std::vector<ItemId> out;
  for (const Name& name : set.knowledge.lookup(form)) {
    if (set.knowledge.item(name.item).type != EntityType::Person) continue;
    if ((name.kind == NameKind::surname) != surname) continue;
    if (std::find(out.begin(), out.end(), name.item) == out.end()) out.push_back(name.item);
  }
  return out;
}

bool has_full_name(const ChainSet& set, const Chain& chain) {
  return std::any_of(chain.mentions.begin(), chain.mentions.end(),
                     [&](std::uint32_t m) { return set.mention(m).tokens.size() > 1; });
}

float fit(const ChainSet& set, const Chain& chain, ItemId person, bool full) {
  constexpr float known_to_all = 0.85F;
  const float prominence = set.knowledge.item(person).prominence;
  const Support found = support(set, chain, person);
  if (found.contradicted) return 0;
  if (full) {
    if (found.office) return 0.9F + 0.05F * prominence;
    if (found.state) return 0.75F + 0.1F * prominence;
    return prominence >= 0.6F ? 0.6F + 0.2F * prominence : 0;
  }
  if (found.office && (found.state || chain.state != no_item)) return 0.7F + 0.2F * prominence;
  return prominence >= known_to_all && found.state ? 0.6F + 0.1F * prominence : 0;
}

void link_person(ChainSet& set, Chain& chain) {
  const bool full = has_full_name(set, chain);
  ItemId best = no_item;
  float best_fit = 0;
  bool tie = false;
  for (const std::uint32_t mention : chain.mentions) {
    if (full != (set.mention(mention).tokens.size() > 1)) continue;
    std::vector<ItemId> persons = candidates(set, set.form(mention), false);
    if (persons.empty() || !full) {
      const std::vector<ItemId> more = candidates(set, set.form(mention), true);
      persons.insert(persons.end(), more.begin(), more.end());
    }
    for (const ItemId person : persons) {
      const float score = fit(set, chain, person, full);
      if (score <= 0 || person == best) continue;
      tie = best != no_item && score == best_fit;
      if (score > best_fit) {
        best = person;
        best_fit = score;
      }
    }
  }
  if (best == no_item || tie) return;
  chain.item = best;
  chain.score = best_fit;
  const Support found = support(set, chain, best);
  chain.reason = found.office ? "name and office" : found.state ? "name and state" : "name";
  if (chain.state == no_item) chain.state = set.knowledge.item(best).state;
}

}  // namespace

void link_persons(ChainSet& set) {
  for (Chain& chain : set.chains)
    if (chain.type == EntityType::Person && !chain.mentions.empty()) link_person(set, chain);
  // Two spellings of one person ("Zelensky", "Zelenskyy") are one chain once both are linked.
  for (std::uint32_t i = 0; i < set.chains.size(); ++i) {
    if (set.chains[i].type != EntityType::Person || set.chains[i].item == no_item) continue;
    const std::uint32_t first = set.find_item(set.chains[i].item);
    if (first == i) continue;
    const std::vector<std::uint32_t> moved = set.chains[i].mentions;
    set.chains[i].mentions.clear();
    set.chains[i].item = no_item;
    for (const std::uint32_t mention : moved) set.attach(first, mention);
  }
}

}  // namespace entente
