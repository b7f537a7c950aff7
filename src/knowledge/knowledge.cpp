#include "entente/knowledge.hpp"

#include <algorithm>
#include <tuple>

#include "knowledge/data.hpp"
#include "knowledge/loader.hpp"
#include "knowledge/rules.hpp"

namespace entente {

Knowledge::Knowledge(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Knowledge> Knowledge::load(const std::string& folder, Diagnostics& diagnostics, const std::vector<std::string>& more) {
  auto data = std::make_shared<Data>();
  Result<Ontology> ontology = load_ontology(folder);
  if (!ontology) return ontology.error();
  data->ontology = std::move(ontology).value();
  if (const Outcome loaded = load_items(folder + "/knowledge", more, *data, diagnostics); !loaded) return loaded.error();
  Result<FirstNames> first_names = FirstNames::load(folder + "/knowledge/first-names.tsv");
  if (!first_names) return first_names.error();
  data->first_names = std::move(first_names).value();
  const auto declares = [&](std::string_view term) { return data->ontology.declares(term); };
  Result<RuleSet> rules = load_rules(folder + "/rules", declares, diagnostics);
  if (!rules) return rules.error();
  data->rules = std::move(rules).value();
  return Knowledge(std::move(data));
}

std::span<const Item> Knowledge::items() const { return data_->items; }
const Item& Knowledge::item(ItemId id) const { return data_->items[id]; }

ItemId Knowledge::find_key(std::string_view key) const {
  const auto found = data_->keys.find(std::string(key));
  return found == data_->keys.end() ? no_item : found->second;
}

std::span<const Name> Knowledge::lookup(std::string_view form) const { return data_->names.lookup(form); }
std::vector<NameMatch> Knowledge::match(std::string_view text) const { return data_->names.match(text); }

std::span<const Tenure> Knowledge::tenures() const { return data_->tenures; }

std::vector<const Tenure*> Knowledge::holders(std::string_view office, ItemId organization, const PartialDate& at) const {
  std::vector<const Tenure*> out;
  if (!at.known()) return out;
  const auto key = [](const Tenure& t) { return std::tuple(t.organization, std::string_view(t.office)); };
  const auto wanted = std::tuple(organization, office);
  auto tenure =
      std::partition_point(data_->tenures.begin(), data_->tenures.end(), [&](const Tenure& t) { return key(t) < wanted; });
  for (; tenure != data_->tenures.end() && key(*tenure) == wanted; ++tenure) {
    const PartialDate begin = tenure->time.begin.known() ? tenure->time.begin : tenure->seen.begin;
    const PartialDate end = tenure->time.end.known() ? tenure->time.end : tenure->seen.end;
    if (!begin.known() || first_day(begin) > last_day(at)) continue;
    // A term without an end is over when the next of this office begins.
    const auto next =
        std::find_if(tenure + 1, data_->tenures.end(), [&](const Tenure& t) { return key(t) != wanted || t.time.begin > begin; });
    const bool followed = next != data_->tenures.end() && key(*next) == wanted && last_day(next->time.begin) < first_day(at);
    if (end.known() ? last_day(end) >= first_day(at) : !followed) out.push_back(&*tenure);
  }
  return out;
}

std::vector<const Tenure*> Knowledge::tenures_of(ItemId person) const {
  std::vector<const Tenure*> out;
  const auto& order = data_->tenures_by_person;
  auto at = std::partition_point(order.begin(), order.end(), [&](std::uint32_t i) { return data_->tenures[i].person < person; });
  for (; at != order.end() && data_->tenures[*at].person == person; ++at) out.push_back(&data_->tenures[*at]);
  return out;
}

std::span<const Membership> Knowledge::memberships() const { return data_->memberships; }

bool Knowledge::is_member(ItemId member, ItemId organization, const PartialDate& at) const {
  if (!at.known()) return false;
  const auto covers = [&](const Membership& m) {
    const PartialDate begin = m.time.begin.known() ? m.time.begin : m.seen.begin;
    const PartialDate end = m.time.end.known() ? m.time.end : m.seen.end;
    return begin.known() && first_day(begin) <= last_day(at) && (!end.known() || last_day(end) >= first_day(at));
  };
  const auto wanted = std::tuple(organization, member);
  auto found = std::partition_point(data_->memberships.begin(), data_->memberships.end(),
                                    [&](const Membership& m) { return std::tuple(m.organization, m.member) < wanted; });
  for (; found != data_->memberships.end() && std::tuple(found->organization, found->member) == wanted; ++found)
    if (covers(*found)) return true;
  return false;
}

std::span<const TreatyStep> Knowledge::treaty_steps() const { return data_->treaty_steps; }
char Knowledge::first_name_gender(std::string_view first_name) const { return data_->first_names.gender(first_name); }
bool Knowledge::declares(std::string_view local_name) const { return data_->ontology.declares(local_name); }
const RuleSet& Knowledge::rules() const { return data_->rules; }

}  // namespace entente
