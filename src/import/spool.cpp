#include "import/spool.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace entente {

namespace {

constexpr std::array<std::string_view, 12> folders = {"state",    "organisation", "body",   "council", "media",     "place",
                                                      "conflict", "exercise",     "summit", "treaty",  "equipment", "person"};

static_assert(folders[state_group] == "state" && folders[person_group] == "person");

// Classes that do not stand under "organisation".
const std::map<std::string_view, std::string_view>& folder_table() {
  static const std::map<std::string_view, std::string_view> table = {{"Person", "person"},
                                                                     {"State", "state"},
                                                                     {"FormerState", "state"},
                                                                     {"UnrecognisedState", "state"},
                                                                     {"GovernmentBody", "body"},
                                                                     {"Ministry", "body"},
                                                                     {"ForeignMinistry", "body"},
                                                                     {"DefenceMinistry", "body"},
                                                                     {"InteriorMinistry", "body"},
                                                                     {"FinanceMinistry", "body"},
                                                                     {"Parliament", "body"},
                                                                     {"Government", "body"},
                                                                     {"Presidency", "body"},
                                                                     {"Committee", "body"},
                                                                     {"Court", "body"},
                                                                     {"ArmedForces", "body"},
                                                                     {"Police", "body"},
                                                                     {"Agency", "body"},
                                                                     {"IntelligenceAgency", "body"},
                                                                     {"CentralBank", "body"},
                                                                     {"Embassy", "body"},
                                                                     {"LocalGovernment", "body"},
                                                                     {"Council", "council"},
                                                                     {"Commission", "council"},
                                                                     {"ContactGroup", "council"},
                                                                     {"NewsAgency", "media"},
                                                                     {"Newspaper", "media"},
                                                                     {"Broadcaster", "media"},
                                                                     {"MediaOutlet", "media"},
                                                                     {"Place", "place"},
                                                                     {"City", "place"},
                                                                     {"Region", "place"},
                                                                     {"Continent", "place"},
                                                                     {"Territory", "place"},
                                                                     {"Sea", "place"},
                                                                     {"River", "place"},
                                                                     {"Island", "place"},
                                                                     {"Mountain", "place"},
                                                                     {"Building", "place"},
                                                                     {"Facility", "place"},
                                                                     {"MilitaryBase", "place"},
                                                                     {"Border", "place"},
                                                                     {"Conflict", "conflict"},
                                                                     {"War", "conflict"},
                                                                     {"Crisis", "conflict"},
                                                                     {"Insurgency", "conflict"},
                                                                     {"Attack", "conflict"},
                                                                     {"MilitaryOperation", "conflict"},
                                                                     {"Exercise", "exercise"},
                                                                     {"Summit", "summit"},
                                                                     {"Conference", "summit"},
                                                                     {"Treaty", "treaty"},
                                                                     {"ArmsControlTreaty", "treaty"},
                                                                     {"AllianceTreaty", "treaty"},
                                                                     {"PeaceAgreement", "treaty"},
                                                                     {"TradeAgreement", "treaty"},
                                                                     {"Convention", "treaty"},
                                                                     {"Resolution", "treaty"},
                                                                     {"Law", "treaty"},
                                                                     {"PoliticalDocument", "treaty"},
                                                                     {"Equipment", "equipment"},
                                                                     {"Ship", "equipment"},
                                                                     {"Submarine", "equipment"},
                                                                     {"Aircraft", "equipment"},
                                                                     {"Missile", "equipment"},
                                                                     {"Weapon", "equipment"},
                                                                     {"Vehicle", "equipment"},
                                                                     {"Satellite", "equipment"},
                                                                     {"Post", ""}};
  return table;
}

std::uint8_t group_of(const std::string& klass) {
  const auto at = std::find(folders.begin(), folders.end(), folder_of_class(klass));
  return static_cast<std::uint8_t>(at - folders.begin());  // posts come last
}

}  // namespace

std::string folder_of_class(const std::string& klass) {
  const auto found = folder_table().find(klass);
  return found == folder_table().end() ? "organisation" : std::string(found->second);
}

Result<SpoolReader> SpoolReader::open(const std::string& file) {
  SpoolReader reader;
  reader.in_.open(file, std::ios::binary);
  if (!reader.in_) return Error{"file-not-found", "cannot read the records of the import", file, 0};
  std::vector<Place>& order = reader.order_;
  std::string line;
  for (std::uint64_t offset = 0; std::getline(reader.in_, line); offset += line.size() + 1)
    if (const auto record = parse_record(line)) order.push_back({group_of(record->klass), record->id, offset});
  reader.in_.clear();
  std::sort(order.begin(), order.end(),
            [](const Place& a, const Place& b) { return std::tie(a.id, a.offset) < std::tie(b.id, b.offset); });
  const auto last = std::unique(order.rbegin(), order.rend(), [](const Place& a, const Place& b) { return a.id == b.id; });
  order.erase(order.begin(), last.base());
  std::sort(order.begin(), order.end(),
            [](const Place& a, const Place& b) { return std::tie(a.group, a.id) < std::tie(b.group, b.id); });
  reader.by_id_.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) reader.by_id_.emplace_back(order[i].id, i);
  std::sort(reader.by_id_.begin(), reader.by_id_.end());
  return reader;
}

std::optional<Record> SpoolReader::at(const Place& place) {
  in_.clear();
  in_.seekg(static_cast<std::streamoff>(place.offset));
  std::string line;
  if (!std::getline(in_, line)) return std::nullopt;
  return parse_record(line);
}

std::optional<Record> SpoolReader::find(Qid id) {
  const auto found = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair<Qid, std::uint32_t>(id, 0));
  return found == by_id_.end() || found->first != id ? std::nullopt : at(order_[found->second]);
}

}  // namespace entente
