// What the knowledge base has on the entities of a graph, apart from the graph, with the files that it comes from.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "base/identifier.hpp"
#include "base/text.hpp"
#include "emit/builder.hpp"

namespace entente {

namespace {

// Keys of what the graph names, and of those whom its claims imply.
std::set<std::string> keys_of(const Graph& graph) {
  std::set<std::string> keys;
  for (const GraphEntity& entity : graph.entities)
    if (!entity.key.empty()) keys.insert(entity.key);
  for (const GraphClaim& situation : graph.claims)
    for (const Report& report : situation.reports)
      for (const InferredHolder& holder : report.claim.inferred) keys.insert(holder.key);
  return keys;
}

// The comment at the head of a file, and the wanted keys that begin a line of it: "<person/ada-lind> a ent:Person".
BackgroundSource read_source(const std::string& file, std::istream& in, const std::set<std::string>& wanted) {
  BackgroundSource out;
  out.name = file.substr(file.rfind('/') + 1);
  bool head = true;
  std::string line;
  while (std::getline(in, line)) {
    if (head && line.starts_with('#')) {
      const std::string_view note = trim(std::string_view(line).substr(1));
      if (!note.empty()) out.notes.append(out.notes.empty() ? "" : "\n").append(note);
      continue;
    }
    head = false;
    if (!line.starts_with('<')) continue;
    const std::size_t end = line.find('>');
    if (end == std::string::npos) continue;
    const std::string key = line.substr(1, end - 1);
    if (wanted.contains(key)) out.keys.push_back(key);
  }
  std::sort(out.keys.begin(), out.keys.end());
  out.keys.erase(std::unique(out.keys.begin(), out.keys.end()), out.keys.end());
  return out;
}

class Background {
 public:
  Background(const Graph& graph, const Knowledge& knowledge, const std::vector<BackgroundSource>& sources,
             const EmitOptions& options)
      : builder_(options), knowledge_(knowledge) {
    for (const std::string& key : keys_of(graph))
      if (const ItemId item = knowledge.find_key(key); item != no_item) items_.insert(item);
    for (const BackgroundSource& source : sources)
      for (const std::string& key : source.keys) sources_[key].push_back(&source);
  }

  std::vector<Triple> run() {
    for (const ItemId item : items_) add_item(item);
    add_memberships();
    add_steps();
    return std::move(builder_.take().facts);
  }

 private:
  std::string key(ItemId item) const { return std::string(knowledge_.item(item).key); }
  Term node(ItemId item) const { return builder_.individual(key(item)); }

  // The files that describe an item are the source of what is said of it.
  void add_sources(const Term& subject, const std::string& item) {
    const auto found = sources_.find(item);
    if (found == sources_.end()) return;
    for (const BackgroundSource* source : found->second) {
      const Term file = builder_.individual("knowledge/", source->name);
      builder_.fact(subject, term(ns::prov, "wasDerivedFrom"), file);
      if (!builder_.is_new(file)) continue;
      builder_.fact(file, rdf_type(), ent("KnowledgeFile"));
      builder_.fact(file, label(), text(source->name));
      if (!source->notes.empty()) builder_.fact(file, term(ns::dcterms, "rights"), text(source->notes));
    }
  }

  // A thing that is referred to has its name, so that the file can be read by itself.
  void name(ItemId item) {
    if (!builder_.is_new(node(item))) return;
    const auto known = knowledge_.item(item);
    builder_.fact(node(item), label(), text(known.label));
    builder_.fact(node(item), rdf_type(), ent(to_string(known.type)));
    if (!known.wikidata.empty())
      builder_.fact(node(item), term(ns::owl, "sameAs"), term(ns::wikidata, path(std::string(known.wikidata))));
  }

  void add_item(ItemId item) {
    name(item);
    add_sources(node(item), key(item));
    const auto known = knowledge_.item(item);
    if (known.state != no_item) {
      name(known.state);
      builder_.fact(node(item), ent("ofState"), node(known.state));
    }
    if (known.parent != no_item) {
      name(known.parent);
      builder_.fact(node(item), ent("partOf"), node(known.parent));
    }
    if (known.type != EntityType::Person) return;
    for (const Tenure* tenure : knowledge_.tenures_of(item))
      if (tenure->organization != no_item) add_tenure(*tenure);
  }

  void add_times(const Term& subject, const TimeSpan& time, const TimeSpan& seen) {
    if (time.begin.known()) builder_.fact(subject, ent("from"), date(time.begin));
    if (time.end.known()) builder_.fact(subject, ent("until"), date(time.end));
    if (!time.begin.known() && seen.begin.known()) builder_.fact(subject, ent("seenFrom"), date(seen.begin));
    if (!time.end.known() && seen.end.known()) builder_.fact(subject, ent("seenUntil"), date(seen.end));
  }

  static std::string when(const TimeSpan& time, const TimeSpan& seen) {
    const PartialDate begin = time.begin.known() ? time.begin : seen.begin;
    const PartialDate end = time.end.known() ? time.end : seen.end;
    return begin.known() ? to_string(begin) : "until-" + to_string(end);
  }

  void add_tenure(const Tenure& tenure) {
    const std::string body = key(tenure.organization);
    const std::string title(tenure.title);
    const Term subject = builder_.individual(
        "tenure/", word(key(tenure.person)) + "--" + word(body) + "--" + slug(title) + "--" + when(tenure.time, tenure.seen));
    name(tenure.organization);
    const auto person = knowledge_.item(tenure.person);
    const auto organization = knowledge_.item(tenure.organization);
    builder_.fact(subject, rdf_type(), ent("Tenure"));
    builder_.fact(subject, label(),
                  text(std::string(person.label) + ": " + title + ", " + std::string(organization.label) + " (" +
                       when(tenure.time, tenure.seen) + ")"));
    builder_.fact(subject, ent("holder"), node(tenure.person));
    const Term office = post(builder_, body, title);
    builder_.fact(subject, ent("post"), office);
    builder_.fact(subject, ent("officeClass"), text(tenure.office));
    add_times(subject, tenure.time, tenure.seen);
    add_sources(subject, key(tenure.person));
    if (!builder_.is_new(office)) return;
    builder_.fact(office, rdf_type(), term(ns::org, "Post"));
    builder_.fact(office, label(), text(title + ", " + std::string(organization.label)));
    builder_.fact(office, term(ns::org, "postIn"), node(tenure.organization));
  }

  void add_memberships() {
    for (const Membership& membership : knowledge_.memberships()) {
      if (!items_.contains(membership.member) || !items_.contains(membership.organization)) continue;
      const Term subject =
          builder_.individual("membership/", word(key(membership.member)) + "--" + word(key(membership.organization)) + "--" +
                                                 when(membership.time, membership.seen));
      builder_.fact(subject, rdf_type(), ent("Membership"));
      builder_.fact(subject, label(),
                    text(std::string(knowledge_.item(membership.member).label) + " in " +
                         std::string(knowledge_.item(membership.organization).label)));
      builder_.fact(subject, ent("member"), node(membership.member));
      builder_.fact(subject, ent("organization"), node(membership.organization));
      add_times(subject, membership.time, membership.seen);
      add_sources(subject, key(membership.organization));
    }
  }

  void add_steps() {
    for (const TreatyStep& step : knowledge_.treaty_steps()) {
      if (step.treaty == no_item || !items_.contains(step.treaty)) continue;
      if (step.actor != no_item && !items_.contains(step.actor)) continue;
      const std::string actor = step.actor == no_item ? "" : "--" + word(key(step.actor));
      const std::string day = step.date.known() ? "--" + to_string(step.date) : "";
      const Term subject =
          builder_.individual("treaty-step/", word(key(step.treaty)) + "--" + std::string(step.step) + actor + day);
      const std::string who = step.actor == no_item ? "" : std::string(knowledge_.item(step.actor).label) + ": ";
      builder_.fact(subject, rdf_type(), ent("TreatyStep"));
      builder_.fact(subject, label(), text(who + std::string(step.step) + ", " + std::string(knowledge_.item(step.treaty).label)));
      builder_.fact(subject, ent("ofTreaty"), node(step.treaty));
      builder_.fact(subject, ent("step"), text(step.step));
      if (step.actor != no_item) builder_.fact(subject, ent("takenBy"), node(step.actor));
      if (step.date.known()) builder_.fact(subject, ent("onDate"), date(step.date));
      add_sources(subject, key(step.treaty));
    }
  }

  Builder builder_;
  const Knowledge& knowledge_;
  std::set<ItemId> items_;
  std::map<std::string, std::vector<const BackgroundSource*>> sources_;  // by key
};

}  // namespace

std::vector<BackgroundSource> background_sources(const Graph& graph, const std::vector<std::string>& files) {
  const std::set<std::string> wanted = keys_of(graph);
  std::vector<BackgroundSource> out;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) continue;
    BackgroundSource source = read_source(file, in, wanted);
    if (!source.keys.empty()) out.push_back(std::move(source));
  }
  return out;
}

std::vector<Triple> to_background(const Graph& graph, const Knowledge& knowledge, const std::vector<BackgroundSource>& sources,
                                  const EmitOptions& options) {
  return Background(graph, knowledge, sources, options).run();
}

}  // namespace entente
