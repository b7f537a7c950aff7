#include "import/entity.hpp"

#include <string.h>  // memmem

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "import/subclasses.hpp"
#include "import/time_value.hpp"

namespace entente {

namespace {

// The languages that English names are taken from, the best first; "mul" is what Wikidata has for all languages.
constexpr std::array<std::string_view, 5> languages = {"en", "en-gb", "en-us", "en-ca", "mul"};

bool is_language(std::string_view code) { return std::find(languages.begin(), languages.end(), code) != languages.end(); }

std::size_t find(std::string_view text, std::string_view part, std::size_t from = 0) {
  if (from >= text.size()) return std::string_view::npos;
  const void* at = ::memmem(text.data() + from, text.size() - from, part.data(), part.size());
  return at == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

Qid digits_at(std::string_view text, std::size_t at) {
  Qid value = 0;
  std::from_chars(text.data() + std::min(at, text.size()), text.data() + text.size(), value);
  return value;
}

// --- statements

const Json* member(const Json* value, std::string_view key) { return value == nullptr ? nullptr : value->find(key); }
std::string_view text_of(const Json* value) {
  return value != nullptr && value->is(Json::Kind::string) ? std::string_view(value->text()) : std::string_view{};
}
const std::vector<Json>& items_of(const Json* value) {
  static const std::vector<Json> none;
  return value != nullptr && value->is(Json::Kind::array) ? value->items() : none;
}

// The value of a snak; null for an unknown value and for none.
const Json* snak_value(const Json* snak) {
  if (text_of(member(snak, "snaktype")) != "value") return nullptr;
  return member(member(snak, "datavalue"), "value");
}

Qid item_value(const Json* snak) {
  const Json* value = snak_value(snak);
  if (const Qid id = to_qid(text_of(member(value, "id"))); id != 0) return id;
  // Old dumps have the number alone.
  const Json* number = member(value, "numeric-id");
  return number != nullptr && text_of(member(value, "entity-type")) == "item" ? digits_at(number->text(), 0) : 0;
}

PartialDate time_value(const Json* snak) {
  const Json* value = snak_value(snak);
  const Json* precision = member(value, "precision");
  if (precision == nullptr || !precision->is(Json::Kind::number)) return {};
  constexpr std::string_view julian = "http://www.wikidata.org/entity/Q1985786";
  return from_wikidata_time(text_of(member(value, "time")), static_cast<int>(precision->number()),
                            text_of(member(value, "calendarmodel")) == julian);
}

double amount_value(const Json* snak) {
  std::string_view text = text_of(member(snak_value(snak), "amount"));
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class Statements {
 public:
  Statements(const Json* claims, const EntityFilter& filter) : claims_(claims), filter_(filter) {}

  // All that are not deprecated.
  std::vector<const Json*> all(std::string_view property) const {
    std::vector<const Json*> out;
    if (!filter_.takes(property) || claims_ == nullptr || !claims_->is(Json::Kind::object)) return out;
    for (const Json& statement : items_of(claims_->find(property)))
      if (text_of(statement.find("rank")) != "deprecated") out.push_back(&statement);
    return out;
  }
  // The preferred ones, or where there is none, the normal ones.
  std::vector<const Json*> best(std::string_view property) const {
    std::vector<const Json*> out = all(property);
    const auto preferred = [](const Json* statement) { return text_of(statement->find("rank")) == "preferred"; };
    if (std::any_of(out.begin(), out.end(), preferred))
      out.erase(std::remove_if(out.begin(), out.end(), [&](const Json* s) { return !preferred(s); }), out.end());
    return out;
  }
  // Items, the preferred ones first.
  std::vector<Qid> items(std::string_view property) const {
    std::vector<Qid> out;
    const auto add = [&](const std::vector<const Json*>& statements) {
      for (const Json* s : statements)
        if (const Qid id = item_value(s->find("mainsnak")); id != 0 && std::find(out.begin(), out.end(), id) == out.end())
          out.push_back(id);
    };
    add(best(property));
    add(all(property));
    return out;
  }
  Qid item(std::string_view property) const {
    for (const Json* s : best(property))
      if (const Qid id = item_value(s->find("mainsnak")); id != 0) return id;
    return 0;
  }
  // The earliest of the best dates.
  PartialDate date(std::string_view property) const {
    PartialDate out;
    for (const Json* s : best(property))
      if (const PartialDate date = time_value(s->find("mainsnak")); date.known() && (!out.known() || date < out)) out = date;
    return out;
  }
  double amount(std::string_view property) const {
    double out = 0;
    for (const Json* s : best(property)) out = std::max(out, amount_value(s->find("mainsnak")));
    return out;
  }

 private:
  const Json* claims_;
  const EntityFilter& filter_;
};

PartialDate qualifier_date(const Json& statement, std::string_view property) {
  for (const Json& snak : items_of(member(statement.find("qualifiers"), property)))
    if (const PartialDate date = time_value(&snak); date.known()) return date;
  return {};
}

// --- parts of the record

std::string label_of(const Json& entity) {
  const Json* labels = entity.find("labels");
  for (const std::string_view code : languages)
    if (std::string name = usable_name(text_of(member(member(labels, code), "value"))); !name.empty()) return name;
  return {};
}

void take_names(const Json& entity, const Statements& statements, Record& record) {
  const Json* aliases = entity.find("aliases");
  const Json* labels = entity.find("labels");
  for (const std::string_view code : languages) {
    add_alias(record, text_of(member(member(labels, code), "value")));
    for (const Json& alias : items_of(member(aliases, code))) add_alias(record, text_of(alias.find("value")));
  }
  for (const Json* s : statements.all("P1813")) {
    const Json* value = snak_value(s->find("mainsnak"));
    if (is_language(text_of(member(value, "language")))) add_alias(record, text_of(member(value, "text")), true);
  }
}

void take_positions(const Statements& statements, Record& record) {
  for (const Json* s : statements.all("P39")) {
    Record::Position position{item_value(s->find("mainsnak")), {qualifier_date(*s, "P580"), qualifier_date(*s, "P582")}};
    const auto& [begin, end] = position.time;
    const bool backwards = begin.known() && end.known() && last_day(end) < first_day(begin);
    if (position.post != 0 && !backwards) record.positions.push_back(position);
  }
}

void take_treaty(const Statements& statements, Record& record) {
  record.signed_on = statements.date("P585");
  for (const char* property : {"P571", "P577"})
    if (!record.signed_on.known()) record.signed_on = statements.date(property);
  record.in_force_from = statements.date("P7588");
  for (const Json* s : statements.all("P1891"))
    if (const Qid who = item_value(s->find("mainsnak")); who != 0) record.parties.push_back({who, qualifier_date(*s, "P585")});
}

void take_post(const Statements& statements, Record& record) {
  for (const char* property : {"P2389", "P1001", "P17"})
    for (const Qid id : statements.items(property)) record.organizations.push_back(id);
  for (const char* property : {"P279", "P31"})
    for (const Qid id : statements.items(property)) record.offices.push_back(id);
}

std::string gender_of(const Statements& statements) {
  const Qid id = statements.item("P21");
  return id == 6581097 ? "male" : id == 6581072 ? "female" : "";
}

// The class of the table that comes first of those that the entity has and whose needs it meets.
const ClassRule* class_of(const Statements& statements, const ImportTables& tables) {
  const ClassRule* found = nullptr;
  for (const Qid id : statements.items("P31")) {
    const ClassRule* wanted = tables.rule_of(id);
    if (wanted == nullptr || (found != nullptr && found->rank <= wanted->rank)) continue;
    const ClassRule& rule = *wanted;
    const bool met = rule.needs.empty() ||
                     (rule.at_least > 0 ? statements.amount(rule.needs) >= rule.at_least : !statements.all(rule.needs).empty());
    if (met) found = &rule;
  }
  return found;
}

std::string refined(const std::string& klass, const std::string& label) {
  if (klass != "Ministry") return klass;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words = {{{"foreign", "ForeignMinistry"},
                                                                                          {"external", "ForeignMinistry"},
                                                                                          {"defence", "DefenceMinistry"},
                                                                                          {"defense", "DefenceMinistry"},
                                                                                          {"interior", "InteriorMinistry"},
                                                                                          {"home affairs", "InteriorMinistry"},
                                                                                          {"finance", "FinanceMinistry"},
                                                                                          {"treasury", "FinanceMinistry"}}};
  const std::string folded = fold(label);
  for (const auto& [word, name] : words)
    if (folded.find(word) != std::string::npos) return std::string(name);
  return klass;
}

bool wanted_member(const EntityFilter& filter, std::string& section, std::size_t depth, std::string_view key) {
  static constexpr std::array<std::string_view, 6> sections = {"type", "id", "labels", "aliases", "claims", "sitelinks"};
  if (depth == 1) {
    section = key;
    return std::find(sections.begin(), sections.end(), key) != sections.end();
  }
  if (depth == 2 && section == "claims") return filter.takes(key);
  if (depth == 2) return section == "sitelinks" || is_language(key);
  if (section == "sitelinks") return false;
  return key != "references" && key != "qualifiers-order" && key != "hash" && key != "datatype" && key != "snaks-order";
}

Record read_record(const Json& entity, const Statements& statements, const ClassRule& rule) {
  Record record;
  record.id = to_qid(text_of(entity.find("id")));
  record.label = label_of(entity);
  if (record.label.empty()) return record;
  record.klass = refined(rule.klass, record.label);
  if (record.klass == "State" && statements.date("P576").known()) record.klass = "FormerState";
  take_names(entity, statements, record);
  const Json* sitelinks = entity.find("sitelinks");
  if (sitelinks != nullptr) record.sitelinks = static_cast<std::uint32_t>(sitelinks->members().size());
  record.ended_on = statements.date("P576");
  if (record.klass == "Post") {
    take_post(statements, record);
    return record;
  }
  record.states = statements.items(record.klass == "Person" ? "P27" : "P17");
  record.population = statements.amount("P1082");
  if (record.klass == "Person") {
    record.gender = gender_of(statements);
    take_positions(statements, record);
  }
  record.head_of_state = statements.item("P1906");
  record.head_of_government = statements.item("P1313");
  record.capital = statements.item("P36");
  take_treaty(statements, record);
  return record;
}

}  // namespace

const std::vector<std::string>& understood_properties() {
  static const std::vector<std::string> all = {"P17",   "P21",   "P27",   "P31",   "P36",   "P39",   "P279",
                                               "P571",  "P576",  "P577",  "P585",  "P1001", "P1082", "P1313",
                                               "P1813", "P1891", "P1906", "P2389", "P7588"};
  return all;
}

EntityFilter::EntityFilter(const ImportTables& tables, const std::vector<std::string>& properties) : tables_(tables) {
  const auto& chosen = properties.empty() ? understood_properties() : properties;
  properties_.insert(chosen.begin(), chosen.end());
  // What things are, and what posts are of, is always needed.
  properties_.insert({"P31", "P279", "P1001", "P2389", "P17"});
  for (const auto& [id, rule] : tables.classes)
    if (!rule.needs.empty()) properties_.insert(rule.needs);
  posts_ = tables.takes("Post");
}

bool EntityFilter::may_want(std::string_view line) const {
  // Labels and descriptions, which come first and are long, have no statements.
  const std::size_t claims = find(line, "\"claims\":");
  if (claims == std::string_view::npos) return find(line, "\"P31\"") != std::string_view::npos;  // not written as we know it
  line.remove_prefix(claims);
  constexpr std::string_view property = "\"property\":\"P31\"";
  constexpr std::size_t reach = 400;
  bool seen = false;
  for (std::size_t at = find(line, property); at != std::string_view::npos; at = find(line, property, at + property.size())) {
    seen = true;
    const std::string_view value = line.substr(at + property.size(), reach);
    // "numeric-id" stands before "id", and alone in old dumps.
    const std::size_t id = std::min(find(value, "\"id\":\"Q"), find(value, "\"numeric-id\":"));
    const std::size_t number = value.find_first_of("0123456789", id);
    if (number != std::string_view::npos && tables_.rule_of(digits_at(value, number)) != nullptr) return true;
  }
  if (posts_ && may_be_post(line)) return true;
  return !seen && find(line, "\"P31\"") != std::string_view::npos;
}

// Many posts are of no class of posts, but stand below one and say what they are an office of, or who holds them.
bool EntityFilter::may_be_post(std::string_view line) const {
  if (find(line, "\"P279\":[") == std::string_view::npos) return false;
  return find(line, "\"P2389\":[") != std::string_view::npos || find(line, "\"P1001\":[") != std::string_view::npos;
}

Result<std::optional<Record>> read_entity(std::string_view line, const EntityFilter& filter) {
  std::string section;
  const auto parsed =
      Json::parse_parts(line, [&](std::size_t depth, std::string_view key) { return wanted_member(filter, section, depth, key); });
  if (!parsed) return parsed.error();
  const Json& entity = parsed.value();
  if (!entity.is(Json::Kind::object) || entity.find("id") == nullptr)
    return Error{"bad-entity", "no entity of Wikidata: an object with an id was expected", {}, 0};
  if (const auto type = text_of(entity.find("type")); type != "item" || to_qid(text_of(entity.find("id"))) == 0)
    return std::optional<Record>{};
  const Statements statements(entity.find("claims"), filter);
  const ClassRule* rule = class_of(statements, filter.tables());
  static const ClassRule post{0, "Post", "", 0};
  if (rule == nullptr && filter.tables().takes("Post") && !statements.all("P279").empty()) rule = &post;
  if (rule == nullptr) return std::optional<Record>{};
  Record record = read_record(entity, statements, *rule);
  if (record.label.empty() || (record.klass == "Post" && record.organizations.empty())) return std::optional<Record>{};
  return std::optional<Record>(std::move(record));
}

Result<std::string> subclass_lines(std::string_view line) {
  if (find(line, "\"P279\"") == std::string_view::npos) return std::string();
  static const ImportTables none;
  static const EntityFilter filter(none, {});
  std::string section;
  const auto parsed = Json::parse_parts(line, [&](std::size_t depth, std::string_view key) {
    if (depth == 2 && section == "claims") return key == "P279";
    return key != "labels" && key != "aliases" && key != "descriptions" && key != "sitelinks" &&
           wanted_member(filter, section, depth, key);
  });
  if (!parsed) return parsed.error();
  const Json& entity = parsed.value();
  if (!entity.is(Json::Kind::object) || entity.find("id") == nullptr)
    return Error{"bad-entity", "no entity of Wikidata: an object with an id was expected", {}, 0};
  const Qid id = to_qid(text_of(entity.find("id")));
  if (id == 0) return std::string();
  std::string out;
  for (const Qid above : Statements(entity.find("claims"), filter).items("P279"))
    out += (out.empty() ? "" : "\n") + to_string_qid(id) + "\t" + to_string_qid(above);
  return out;
}

}  // namespace entente
