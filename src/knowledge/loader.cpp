#include "knowledge/loader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "knowledge/entry.hpp"
#include "knowledge/table.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view wikidata_iri = "http://www.wikidata.org/entity/";

std::vector<std::string> turtle_files(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".ttl") out.push_back(at->path().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<NameKind> name_kind(Property property) {
  switch (property) {
    case Property::label: return NameKind::label;
    case Property::alias: return NameKind::alias;
    case Property::acronym: return NameKind::acronym;
    case Property::demonym: return NameKind::demonym;
    case Property::adjective: return NameKind::adjective;
    case Property::capital_name: return NameKind::capital;
    case Property::metonym: return NameKind::metonym;
    case Property::surname: return NameKind::surname;
    case Property::contextual_name: return NameKind::contextual;
    default: return std::nullopt;
  }
}

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id[0] == 'Q' && id[1] != '0' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

class Loader {
 public:
  Loader(KnowledgeData& data, Diagnostics& diagnostics) : data_(data), diagnostics_(diagnostics) {}

  Outcome run(const std::string& folder, const std::vector<std::string>& more) {
    const std::size_t before = diagnostics_.size();
    for (const std::string& file : turtle_files(folder)) read_file(file);
    for (const std::string& file : more) read_file(file);
    if (files_.size() == more.size())
      return Error{"file-not-found", "the folder has no Turtle files of the knowledge base", folder, 0};
    link_items();
    link_tenures();
    link_memberships();
    link_steps();
    index_names();
    sort_all();
    for (std::size_t i = before; i < diagnostics_.size(); ++i)
      if (const Diagnostic& d = diagnostics_[i]; d.severity == Severity::error) return Error{d.code, d.message, d.file, d.line};
    return Done{};
  }

 private:
  struct Place {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
  };
  struct Form {
    std::string text;
    Name name;
    Place place;
  };
  // A reference by key that is looked up when everything has been read.
  struct Reference {
    ItemId item = no_item;
    Property property = Property::of_state;
    std::string key;
    Place place;
  };
  struct Post {
    std::string title, office, organization;
    Place place;
  };
  struct RawTenure {
    std::string key, holder, post;
    TimeSpan time, seen;
    Place place;
  };
  struct RawMembership {
    std::string key, member, organization;
    TimeSpan time, seen;
    Place place;
  };
  struct RawStep {
    std::string key, treaty, actor, step;
    PartialDate date;
    Place place;
  };

  void read_file(const std::string& file) {
    files_.push_back(file);
    const auto sink = [&](const Entry& entry) { take(entry); };
    const auto find = [&](std::string_view name) { return find_by_name(name); };
    const bool table = fs::path(file).extension() == ".csv";
    const Outcome read =
        table ? read_table(file, data_.ontology, find, sink, diagnostics_) : read_entries(file, data_.ontology, sink, diagnostics_);
    if (!read) diagnostics_.push_back(diagnose(read.error()));
  }

  // For tables, which may name states and organisations by label or Wikidata id: the key, or "" if that is not clear.
  std::string find_by_name(std::string_view name) {
    if (const auto known = wikidata_.find(std::string(name)); known != wikidata_.end()) return known->second;
    for (; labelled_ < data_.items.size(); ++labelled_) {
      const Item& item = data_.items[labelled_];
      if (item.type == EntityType::Person || item.type == EntityType::Place) continue;
      const auto [at, fresh] = by_label_.emplace(fold(item.label), item.key);
      if (!fresh) at->second.clear();
    }
    const auto found = by_label_.find(fold(name));
    return found == by_label_.end() ? std::string{} : found->second;
  }

  void report(Place place, std::string message, Severity severity = Severity::error, const char* code = "bad-knowledge") {
    diagnostics_.push_back({severity, code, files_[place.file], place.line, std::move(message)});
  }
  Place here(std::size_t line) const { return {static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(line)}; }

  void take(const Entry& entry) {
    const Fact* type = entry.find(Property::type);
    if (type == nullptr) return extend(entry);
    if (type->value == "http://www.w3.org/ns/org#Post") return take_post(entry);
    if (type->value == "http://www.w3.org/ns/org#Role") return take_office(entry);
    if (type->value == "Tenure") return take_tenure(entry);
    if (type->value == "Membership") return take_membership(entry);
    if (type->value == "TreatyStep") return take_step(entry);
    take_item(entry, *type);
  }

  // --- items

  void take_item(const Entry& entry, const Fact& type) {
    const auto klass = data_.ontology.classes.find(type.value);
    if (klass == data_.ontology.classes.end())
      return report(here(type.line),
                    in_quotes(entry.key) + ": no class of entities " + in_quotes(type.value) + " is declared in entente.ttl");
    const auto id = static_cast<ItemId>(data_.items.size());
    if (const auto [at, fresh] = data_.keys.emplace(entry.key, id); !fresh) {
      const Place first = places_[at->second];
      return report(here(entry.line), in_quotes(entry.key) + " has already been described in " + files_[first.file] + ":" +
                                          std::to_string(first.line));
    }
    Item& item = data_.items.emplace_back();
    item.key = entry.key;
    item.type = klass->second;
    if (to_string(item.type) != type.value) item.klass = type.value;
    places_.push_back(here(entry.line));
    for (const Fact& fact : entry.facts) item_fact(id, entry, fact);
    if (item.label.empty()) report(here(entry.line), in_quotes(entry.key) + " has no rdfs:label");
  }

  // Further facts about an item that stands elsewhere: a user's own names for it, for instance.
  void extend(const Entry& entry) {
    const auto found = data_.keys.find(entry.key);
    if (found == data_.keys.end())
      return report(here(entry.line), in_quotes(entry.key) + " has no rdf:type, and no file before this one describes it");
    for (const Fact& fact : entry.facts) item_fact(found->second, entry, fact);
  }

  void item_fact(ItemId id, const Entry& entry, const Fact& fact) {
    Item& item = data_.items[id];
    if (const auto kind = name_kind(fact.property)) {
      if (*kind == NameKind::label && !item.label.empty())
        return report(here(fact.line), in_quotes(entry.key) + " has a second rdfs:label");
      if (*kind == NameKind::label) item.label = fact.value;
      // A label that is a contextual name too is no more than that: a town that the text must place.
      if (*kind == NameKind::contextual && fact.value == item.label)
        for (auto form = forms_.rbegin(); form != forms_.rend() && form->name.item == id; ++form)
          if (form->name.kind == NameKind::label) {
            form->name.kind = NameKind::contextual;
            return;
          }
      forms_.push_back({fact.value, {id, *kind}, here(fact.line)});
      return;
    }
    switch (fact.property) {
      case Property::type: break;
      case Property::same_as: return wikidata(item, entry, fact);
      case Property::prominence: return prominence(item, entry, fact);
      case Property::of_state:
      case Property::part_of: references_.push_back({id, fact.property, fact.value, here(fact.line)}); break;
      case Property::gender:
        if (fact.value != "male" && fact.value != "female")
          report(here(fact.line), in_quotes(entry.key) + ": ent:gender is male or female");
        break;
      case Property::signed_on: return treaty_date(id, entry, fact, "signed");
      case Property::in_force_from: return treaty_date(id, entry, fact, "in-force");
      case Property::ended_on: return treaty_date(id, entry, fact, "ended");
      case Property::party: steps_.push_back({entry.key, entry.key, fact.value, "party", {}, here(fact.line)}); break;
      default: report(here(fact.line), in_quotes(entry.key) + " has a property that is none of things with a name");
    }
  }

  void wikidata(Item& item, const Entry& entry, const Fact& fact) {
    const std::string_view id = std::string_view(fact.value).substr(std::min(wikidata_iri.size(), fact.value.size()));
    if (fact.value.compare(0, wikidata_iri.size(), wikidata_iri) != 0 || !is_wikidata_id(id))
      return report(here(fact.line), in_quotes(entry.key) + ": owl:sameAs must name a Wikidata item, not <" + fact.value + ">");
    if (!item.wikidata.empty()) return report(here(fact.line), in_quotes(entry.key) + " has a second Wikidata item");
    item.wikidata = id;
    const auto [at, fresh] = wikidata_.emplace(item.wikidata, entry.key);
    if (!fresh)
      report(here(fact.line),
             "wd:" + item.wikidata + " stands for two things: " + in_quotes(at->second) + " and " + in_quotes(entry.key));
  }

  void prominence(Item& item, const Entry& entry, const Fact& fact) {
    float value = -1;
    const char* end = fact.value.data() + fact.value.size();
    const auto [at, error] = std::from_chars(fact.value.data(), end, value);
    if (error != std::errc{} || at != end || !(value >= 0 && value <= 1))
      return report(here(fact.line),
                    in_quotes(entry.key) + ": ent:prominence is a number from 0 to 1, not " + in_quotes(fact.value));
    item.prominence = value;
  }

  void treaty_date(ItemId id, const Entry& entry, const Fact& fact, const char* step) {
    if (data_.items[id].type != EntityType::Treaty)
      return report(here(fact.line), in_quotes(entry.key) + " has a treaty's date but is none");
    if (const auto date = read_date(entry, fact)) steps_.push_back({entry.key, entry.key, {}, step, *date, here(fact.line)});
  }

  std::optional<PartialDate> read_date(const Entry& entry, const Fact& fact) {
    const auto date = parse_iso_date(fact.value);
    if (!date)
      report(here(fact.line), in_quotes(entry.key) + ": " + in_quotes(fact.value) + " is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
    return date;
  }

  // --- offices and who held them

  void take_office(const Entry& entry) {
    constexpr std::string_view prefix = "office/";
    if (entry.key.compare(0, prefix.size(), prefix) != 0)
      return report(here(entry.line), in_quotes(entry.key) + ": the key of an office begins with office/");
    // An office is a class of posts; files that each stand alone may each name it, but one file says it once.
    const auto [at, fresh] = offices_.emplace(entry.key, here(entry.line));
    if (!fresh && at->second.file + 1 == files_.size()) report(here(entry.line), in_quotes(entry.key) + " stands twice");
    if (entry.find(Property::label) == nullptr) report(here(entry.line), in_quotes(entry.key) + " has no rdfs:label");
  }

  void take_post(const Entry& entry) {
    Post post{std::string(entry.value(Property::label)), std::string(entry.value(Property::office)),
              std::string(entry.value(Property::post_in)), here(entry.line)};
    if (post.title.empty() || post.office.empty() || post.organization.empty())
      report(here(entry.line), in_quotes(entry.key) + ": a post has an rdfs:label, an org:role and an org:postIn");
    const auto at = posts_.find(entry.key);
    if (at == posts_.end())
      posts_.emplace(entry.key, std::move(post));
    else if (at->second.place.file + 1 == files_.size() || at->second.title != post.title || at->second.office != post.office ||
             at->second.organization != post.organization)
      report(here(entry.line), in_quotes(entry.key) + " stands twice");
  }

  void take_tenure(const Entry& entry) {
    RawTenure tenure{entry.key,       std::string(entry.value(Property::holder)), std::string(entry.value(Property::post)), {}, {},
                     here(entry.line)};
    if (tenure.holder.empty() || tenure.post.empty())
      report(here(entry.line), in_quotes(entry.key) + ": a tenure has an ent:holder and an ent:post");
    tenure.time = read_span(entry, Property::from, Property::until);
    tenure.seen = read_span(entry, Property::seen_from, Property::seen_until);
    tenures_.push_back(std::move(tenure));
  }

  void take_membership(const Entry& entry) {
    RawMembership raw{entry.key,
                      std::string(entry.value(Property::member)),
                      std::string(entry.value(Property::organization)),
                      read_span(entry, Property::from, Property::until),
                      read_span(entry, Property::seen_from, Property::seen_until),
                      here(entry.line)};
    if (raw.member.empty() || raw.organization.empty())
      return report(raw.place, in_quotes(entry.key) + ": a membership has an ent:member and an ent:organization");
    memberships_.push_back(std::move(raw));
  }

  TimeSpan read_span(const Entry& entry, Property first, Property last) {
    TimeSpan span;
    if (const Fact* begin = entry.find(first)) span.begin = read_date(entry, *begin).value_or(PartialDate{});
    if (const Fact* end = entry.find(last)) span.end = read_date(entry, *end).value_or(PartialDate{});
    if (span.begin.known() && span.end.known() && last_day(span.end) < first_day(span.begin))
      report(here(entry.line),
             in_quotes(entry.key) + " ends (" + to_string(span.end) + ") before it begins (" + to_string(span.begin) + ")");
    return span;
  }

  void take_step(const Entry& entry) {
    static constexpr std::array<std::string_view, 9> known = {"signed", "ratified", "in-force", "suspended", "withdrew",
                                                              "ended",  "extended", "party",    "joined"};
    RawStep step{entry.key,
                 std::string(entry.value(Property::treaty)),
                 std::string(entry.value(Property::by)),
                 std::string(entry.value(Property::step)),
                 {},
                 here(entry.line)};
    if (step.treaty.empty() || std::find(known.begin(), known.end(), step.step) == known.end())
      report(here(entry.line), in_quotes(entry.key) + ": a step has an ent:ofTreaty and a known ent:step");
    if (const Fact* date = entry.find(Property::date)) step.date = read_date(entry, *date).value_or(PartialDate{});
    steps_.push_back(std::move(step));
  }

  // --- when everything has been read

  ItemId resolve(const std::string& target, const std::string& from, Place place) {
    const auto found = data_.keys.find(target);
    if (found != data_.keys.end()) return found->second;
    report(place, in_quotes(from) + " refers to " + in_quotes(target) + ", which no file describes");
    return no_item;
  }

  void link_items() {
    for (const Reference& reference : references_) {
      Item& item = data_.items[reference.item];
      const ItemId target = resolve(reference.key, item.key, reference.place);
      if (reference.property == Property::part_of) {
        item.parent = target;
        continue;
      }
      item.state = target;
      if (target != no_item && data_.items[target].type != EntityType::State)
        report(reference.place, in_quotes(item.key) + ": ent:ofState names " + in_quotes(reference.key) + ", which is no state");
    }
  }

  void link_tenures() {
    for (auto& [key, post] : posts_)
      if (!post.office.empty() && offices_.count(post.office) == 0)
        report(post.place, in_quotes(key) + " refers to " + in_quotes(post.office) + ", which no file describes");
    for (const RawTenure& raw : tenures_) {
      const auto post = posts_.find(raw.post);
      if (post == posts_.end()) {
        report(raw.place, in_quotes(raw.key) + " refers to " + in_quotes(raw.post) + ", which no file describes");
        continue;
      }
      Tenure tenure;
      tenure.person = resolve(raw.holder, raw.key, raw.place);
      tenure.office = post->second.office.substr(std::min<std::size_t>(7, post->second.office.size()));
      tenure.title = post->second.title;
      tenure.organization = resolve(post->second.organization, raw.post, post->second.place);
      tenure.time = raw.time;
      tenure.seen = raw.seen;
      if (tenure.person != no_item && data_.items[tenure.person].type != EntityType::Person)
        report(raw.place, in_quotes(raw.key) + ": the holder " + in_quotes(raw.holder) + " is no person");
      data_.tenures.push_back(std::move(tenure));
    }
  }

  void link_memberships() {
    for (const RawMembership& raw : memberships_)
      data_.memberships.push_back(
          {resolve(raw.member, raw.key, raw.place), resolve(raw.organization, raw.key, raw.place), raw.time, raw.seen});
  }

  void link_steps() {
    for (const RawStep& raw : steps_) {
      TreatyStep step{resolve(raw.treaty, raw.key, raw.place), raw.step, no_item, raw.date};
      if (!raw.actor.empty()) step.actor = resolve(raw.actor, raw.key, raw.place);
      if (step.treaty != no_item && data_.items[step.treaty].type != EntityType::Treaty)
        report(raw.place, in_quotes(raw.key) + ": " + in_quotes(raw.treaty) + " is no treaty");
      data_.treaty_steps.push_back(std::move(step));
    }
  }

  void index_names() {
    for (const Form& form : forms_)
      if (!data_.names.add(form.text, form.name, data_.items[form.name.item].prominence))
        report(form.place,
               in_quotes(data_.items[form.name.item].key) + ": the name " + in_quotes(form.text) + " has no word, or too many");
    data_.names.finish([&](const NameIndex::Clash& clash) { report_clash(clash); });
  }

  // Two things of one type that one name fits equally well: which is meant would be decided by chance. People may share
  // a name; the places of the other types can be told apart by their size, which is what prominence is for.
  void report_clash(const NameIndex::Clash& clash) {
    const Form& form = forms_[clash.second_form];
    const Item& a = data_.items[forms_[clash.first_form].name.item];
    const Item& b = data_.items[form.name.item];
    if (a.type != b.type || a.type == EntityType::Person || form.name.kind == NameKind::contextual) return;
    report(
        form.place,
        in_quotes(b.key) + " and " + in_quotes(a.key) + " share the name " + in_quotes(form.text) + " and have the same prominence",
        Severity::warning, "name-clash");
  }

  void sort_all() {
    std::sort(data_.tenures.begin(), data_.tenures.end(), [](const Tenure& a, const Tenure& b) {
      return std::tie(a.organization, a.office, a.time, a.person, a.title) <
             std::tie(b.organization, b.office, b.time, b.person, b.title);
    });
    data_.tenures_by_person.resize(data_.tenures.size());
    for (std::uint32_t i = 0; i < data_.tenures_by_person.size(); ++i) data_.tenures_by_person[i] = i;
    std::sort(data_.tenures_by_person.begin(), data_.tenures_by_person.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(data_.tenures[a].person, data_.tenures[a].time.begin, a) <
             std::tuple(data_.tenures[b].person, data_.tenures[b].time.begin, b);
    });
    std::sort(data_.memberships.begin(), data_.memberships.end(), [](const Membership& a, const Membership& b) {
      return std::tie(a.organization, a.member, a.time) < std::tie(b.organization, b.member, b.time);
    });
    std::sort(data_.treaty_steps.begin(), data_.treaty_steps.end(), [](const TreatyStep& a, const TreatyStep& b) {
      return std::tie(a.treaty, a.date, a.step, a.actor) < std::tie(b.treaty, b.date, b.step, b.actor);
    });
  }

  KnowledgeData& data_;
  Diagnostics& diagnostics_;
  std::vector<std::string> files_;
  std::vector<Place> places_;  // of items
  std::vector<Form> forms_;
  std::vector<Reference> references_;
  std::unordered_map<std::string, std::string> wikidata_;  // id -> key
  std::unordered_map<std::string, std::string> by_label_;  // folded label -> key; "" where several share it
  std::size_t labelled_ = 0;                               // items that by_label_ has
  std::unordered_map<std::string, Place> offices_;
  std::unordered_map<std::string, Post> posts_;
  std::vector<RawTenure> tenures_;
  std::vector<RawMembership> memberships_;
  std::vector<RawStep> steps_;
};

}  // namespace

Outcome load_items(const std::string& folder, const std::vector<std::string>& more, KnowledgeData& data, Diagnostics& diagnostics) {
  return Loader(data, diagnostics).run(folder, more);
}

}  // namespace entente
