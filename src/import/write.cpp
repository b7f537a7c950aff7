#include "import/write.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/identifier.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "import/spool.hpp"

namespace entente {

namespace {

constexpr const char* head =
    "# Made by `entente knowledge import` from Wikidata (wikidata.org), CC0. Load it with --knowledge.\n"
    "\n"
    "@base <https://w3id.org/entente/knowledge/> .\n"
    "@prefix ent: <https://w3id.org/entente/ontology#> .\n"
    "@prefix org: <http://www.w3.org/ns/org#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix wd: <http://www.wikidata.org/entity/> .\n";

std::string in_brackets(const std::string& key) { return "<" + key + ">"; }

// The predicates of one subject. JSON's escapes in strings are Turtle's, too.
class Block {
 public:
  void literal(const char* property, const std::string& value) { add(property, json_quote(value)); }
  void iri(const char* property, const std::string& key) { add(property, in_brackets(key)); }
  void code(const char* property, const std::string& name) { add(property, name); }
  void names(const char* property, const std::vector<std::string>& names) {
    std::string values;
    for (const std::string& name : names) values += (values.empty() ? "" : ", ") + json_quote(name);
    if (!values.empty()) add(property, values);
  }
  bool empty() const { return text_.empty(); }
  std::string about(const std::string& key) const { return in_brackets(key) + text_ + " .\n"; }

 private:
  void add(const char* property, const std::string& values) {
    text_ += text_.empty() ? " " : " ;\n  ";
    text_ += property;
    text_ += " " + values;
  }
  std::string text_;
};

// 0.2 to 0.6: below what the shipped files say of things that the news speak of daily.
std::string prominence(const Record& record) {
  const double links = std::min(1.0, std::log1p(record.sitelinks) / std::log1p(300.0));
  const double people = std::min(1.0, std::log10(std::max(1.0, record.population)) / 8);
  const bool city = record.klass == "City";
  char text[16];
  std::snprintf(text, sizeof text, "%.4f", 0.2 + (city ? 0.25 : 0.4) * links + (city ? 0.15 * people : 0));
  return text;
}

class Writer {
 public:
  Writer(SpoolReader& spool, const ImportTables& tables, const Knowledge& base, ImportSummary& summary)
      : spool_(spool), tables_(tables), base_(base), summary_(summary) {
    for (const Item& item : base.items())
      if (const Qid id = to_qid(item.wikidata); id != 0) known_.emplace(id, base.find_key(item.key));
  }

  void run(std::ostream& out) {
    out << head;
    for (const SpoolReader::Place& place : spool_.in_order()) note_heads(place);
    for (const SpoolReader::Place& place : spool_.in_order()) claim_by_name(place);
    settle_names();
    for (const SpoolReader::Place& place : spool_.in_order()) {
      const auto record = spool_.at(place);
      if (!record || record->klass == "Post") continue;
      const std::string text = known_.count(record->id) != 0 ? extension(*record) : description(*record);
      if (!text.empty()) out << '\n' << text;
    }
    write_posts(out);
  }

 private:
  struct Post {
    std::string title, organization;
    Office office;
  };

  // The offices that states name as that of their head.
  void note_heads(const SpoolReader::Place& place) {
    if (place.group != state_group) return;
    const auto state = spool_.at(place);
    if (state && state->head_of_state != 0) heads_[state->head_of_state].emplace("head-of-state", "head of state");
    if (state && state->head_of_government != 0)
      heads_[state->head_of_government].emplace("head-of-government", "head of government");
  }

  // What the base has without a Wikidata item is the same if name, kind and state are, and if neither side has a second
  // of that name. Not so for people, many of whom share a name.
  void claim_by_name(const SpoolReader::Place& place) {
    if (place.group >= person_group || known_.count(place.id) != 0) return;
    const auto record = spool_.at(place);
    if (!record) return;
    ItemId found = no_item;
    for (const Name& name : base_.lookup(record->label)) {
      if (name.kind != NameKind::label || !alike(*record, base_.item(name.item))) continue;
      if (found != no_item && found != name.item) return;
      found = name.item;
    }
    if (found != no_item) claims_[found].push_back(record->id);
  }

  bool alike(const Record& record, const Item& item) {
    const std::string folder = folder_of_class(record.klass) + "/";
    if (!item.wikidata.empty() || item.key.compare(0, folder.size(), folder) != 0) return false;
    const std::string state = state_of(record);
    return (item.state == no_item ? std::string{} : base_.item(item.state).key) == state;
  }

  void settle_names() {
    for (const auto& [item, ids] : claims_) {
      if (ids.size() != 1) continue;
      known_.emplace(ids[0], item);
      same_by_name_.insert(ids[0]);
    }
    targets_.clear();
  }

  // --- references

  static std::string new_key(const Record& record) {
    return folder_of_class(record.klass) + "/" + slug(record.label) + "-q" + std::to_string(record.id);
  }

  struct Target {
    std::string key;  // empty: not known
    bool state = false;
  };
  const Target& target(Qid id) {
    const auto [at, fresh] = targets_.emplace(id, Target{});
    if (!fresh) return at->second;
    if (const auto known = known_.find(id); known != known_.end()) {
      const Item& item = base_.item(known->second);
      at->second = {item.key, item.type == EntityType::State};
    } else if (const auto record = spool_.find(id); record && record->klass != "Post") {
      at->second = {new_key(*record), folder_of_class(record->klass) == "state"};
    }
    return at->second;
  }

  std::string state_of(const Record& record) {
    for (const Qid id : record.states)
      if (const Target& state = target(id); state.state && id != record.id) return state.key;
    return {};
  }

  // --- things

  std::string description(const Record& record) {
    const std::string key = new_key(record);
    Block block;
    block.code("a", "ent:" + record.klass);
    block.literal("rdfs:label", record.label);
    block.code("owl:sameAs", "wd:" + to_string_qid(record.id));
    block.names("skos:altLabel", unique(record.aliases, record.label));
    block.names("ent:acronym", unique(record.acronyms, ""));
    if (record.capital != 0)
      if (const std::string name = label_of(record.capital); !name.empty()) block.literal("ent:capitalName", name);
    if (const std::string state = state_of(record); !state.empty()) block.iri("ent:ofState", state);
    if (!record.gender.empty()) block.literal("ent:gender", record.gender);
    if (folder_of_class(record.klass) == "treaty") treaty_dates(record, block);
    block.code("ent:prominence", prominence(record));
    ++summary_.things;
    return block.about(key) + what_follows(record, key);
  }

  // Of what the base knows: names that it does not have, offices and signatures.
  std::string extension(const Record& record) {
    const ItemId item = known_.at(record.id);
    const auto is_new = [&](const std::string& name) {
      const auto names = base_.lookup(name);
      return std::none_of(names.begin(), names.end(), [&](const Name& n) { return n.item == item; });
    };
    std::vector<std::string> aliases{record.label};
    aliases.insert(aliases.end(), record.aliases.begin(), record.aliases.end());
    std::vector<std::string> acronyms = unique(record.acronyms, "");
    aliases = unique(aliases, "");
    for (auto* names : {&aliases, &acronyms})
      names->erase(std::remove_if(names->begin(), names->end(), [&](const std::string& n) { return !is_new(n); }), names->end());
    Block block;
    if (same_by_name_.count(record.id) != 0) {
      block.code("owl:sameAs", "wd:" + to_string_qid(record.id));
      ++summary_.by_name;
    }
    block.names("skos:altLabel", aliases);
    block.names("ent:acronym", acronyms);
    const std::string& key = base_.item(item).key;
    const std::string text = (block.empty() ? std::string{} : block.about(key)) + what_follows(record, key, item);
    if (!text.empty()) ++summary_.extended;
    return text;
  }

  std::string label_of(Qid id) {
    if (const auto known = known_.find(id); known != known_.end()) return base_.item(known->second).label;
    const auto record = spool_.find(id);
    return record && record->klass != "Post" ? record->label : std::string{};
  }

  static std::vector<std::string> unique(const std::vector<std::string>& names, const std::string& but) {
    std::set<std::string> seen{but};
    std::vector<std::string> out;
    for (const std::string& name : names)
      if (seen.insert(name).second) out.push_back(name);
    return out;
  }

  static void treaty_dates(const Record& record, Block& block) {
    if (record.signed_on.known()) block.literal("ent:signedOn", to_string(record.signed_on));
    if (record.in_force_from.known()) block.literal("ent:inForceFrom", to_string(record.in_force_from));
    if (record.ended_on.known()) block.literal("ent:endedOn", to_string(record.ended_on));
  }

  std::string what_follows(const Record& record, const std::string& key, ItemId item = no_item) {
    if (record.klass == "Person") return tenures(record, key, item);
    return folder_of_class(record.klass) == "treaty" ? signatures(record, key, item) : std::string{};
  }

  // --- treaties

  std::string signatures(const Record& record, const std::string& key, ItemId item) {
    std::string text;
    std::set<std::string> seen;
    for (const Record::Party& party : record.parties) {
      const std::string& who = target(party.who).key;
      if (who.empty() || !seen.insert(who).second || has_signed(item, who)) continue;
      Block block;
      block.code("a", "ent:TreatyStep");
      block.iri("ent:ofTreaty", key);
      block.literal("ent:step", "signed");
      block.iri("ent:takenBy", who);
      if (party.date.known()) block.literal("ent:onDate", to_string(party.date));
      text += block.about(key + "/signed-q" + std::to_string(party.who));
      ++summary_.steps;
    }
    return text;
  }

  bool has_signed(ItemId treaty, const std::string& who) const {
    if (treaty == no_item) return false;
    const auto steps = base_.treaty_steps();
    return std::any_of(steps.begin(), steps.end(), [&](const TreatyStep& step) {
      return step.treaty == treaty && step.actor != no_item && (step.step == "signed" || step.step == "party") &&
             base_.item(step.actor).key == who;
    });
  }

  // --- offices

  std::string tenures(const Record& record, const std::string& key, ItemId item) {
    std::string text;
    std::map<std::string, int> numbers;
    std::set<std::string> seen;
    for (const Record::Position& position : record.positions) {
      const std::vector<std::string>& posts = posts_of(position.post);
      if (posts.empty()) ++summary_.dropped;
      for (const std::string& post : posts) {
        const std::string says = post + to_string(position.time.begin) + "/" + to_string(position.time.end);
        if (!seen.insert(says).second || has_held(item, posts_.at(post), position.time)) continue;
        Block block;
        block.code("a", "ent:Tenure");
        block.iri("ent:holder", key);
        block.iri("ent:post", post);
        if (position.time.begin.known()) block.literal("ent:from", to_string(position.time.begin));
        if (position.time.end.known()) block.literal("ent:until", to_string(position.time.end));
        const std::string name = "tenure/q" + std::to_string(record.id) + "/" + post.substr(post.find('/') + 1);
        text += block.about(name + "/" + std::to_string(++numbers[name]));
        used_.insert(post);
        ++summary_.tenures;
      }
    }
    return text;
  }

  // The base has the same office of this person at this time.
  bool has_held(ItemId person, const Post& post, const TimeSpan& time) const {
    if (person == no_item) return false;
    const auto held = base_.tenures_of(person);
    return std::any_of(held.begin(), held.end(), [&](const Tenure* tenure) {
      const PartialDate& begin = tenure->time.begin;
      return tenure->organization != no_item && tenure->office == post.office.key &&
             base_.item(tenure->organization).key == post.organization &&
             (!begin.known() || !time.begin.known() || begin.year == time.begin.year);
    });
  }

  // The keys of the posts that an item of Wikidata stands for: two if one person heads state and government.
  const std::vector<std::string>& posts_of(Qid id) {
    const auto [at, fresh] = post_keys_.emplace(id, std::vector<std::string>{});
    if (!fresh) return at->second;
    const auto record = spool_.find(id);
    if (!record || record->klass != "Post") return at->second;
    Target of;
    for (const Qid organization : record->organizations)
      if (of = target(organization); !of.key.empty()) break;
    if (of.key.empty()) return at->second;
    const std::string key = "post/" + slug(record->label) + "-q" + std::to_string(id);
    if (const auto heads = heads_.find(id); heads != heads_.end() && of.state) {
      for (const auto& [office, label] : heads->second) {
        at->second.push_back(key + (at->second.empty() ? "" : "/" + office));
        posts_[at->second.back()] = {record->label, of.key, {office, label}};
      }
      return at->second;
    }
    posts_[key] = {record->label, of.key, office_of(tables_, record->label, record->offices, of.state)};
    at->second.push_back(key);
    return at->second;
  }

  void write_posts(std::ostream& out) {
    std::map<std::string, std::string> offices;
    for (const std::string& key : used_) {
      const Post& post = posts_.at(key);
      offices.emplace(post.office.key, post.office.label);
      Block block;
      block.code("a", "org:Post");
      block.literal("rdfs:label", post.title);
      block.iri("org:postIn", post.organization);
      block.iri("org:role", "office/" + post.office.key);
      out << '\n' << block.about(key);
    }
    for (const auto& [key, label] : offices) {
      Block block;
      block.code("a", "org:Role");
      block.literal("rdfs:label", label);
      out << '\n' << block.about("office/" + key);
    }
  }

  SpoolReader& spool_;
  const ImportTables& tables_;
  const Knowledge& base_;
  ImportSummary& summary_;
  std::unordered_map<Qid, ItemId> known_;
  std::map<ItemId, std::vector<Qid>> claims_;  // of things that the base has without a Wikidata item
  std::set<Qid> same_by_name_;
  std::unordered_map<Qid, Target> targets_;  // of what others refer to: states, organisations, signatories
  std::map<Qid, std::map<std::string, std::string>> heads_;
  std::unordered_map<Qid, std::vector<std::string>> post_keys_;
  std::map<std::string, Post> posts_;
  std::set<std::string> used_;  // posts that a tenure names
};

}  // namespace

Outcome write_knowledge(const std::string& spool, const ImportTables& tables, const ImportOptions& options, const Knowledge& base,
                        ImportSummary& summary) {
  Result<SpoolReader> records = SpoolReader::open(spool);
  if (!records) return records.error();
  const std::string fresh = options.output + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  if (out) Writer(records.value(), tables, base, summary).run(out);
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, options.output, error);
  if (out && !error) return Done{};
  std::filesystem::remove(fresh, error);
  return Error{"not-written", "the knowledge could not be written; is there room, and may you write there?", options.output, 0};
}

}  // namespace entente
