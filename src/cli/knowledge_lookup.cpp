#include "cli/knowledge_lookup.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "cli/exit_code.hpp"
#include "cli/home.hpp"
#include "cli/terminal.hpp"
#include "knowledge/office_titles.hpp"
#include "model/person_names.hpp"

namespace entente {

namespace {

struct LookupArguments {
  std::string name;
  std::string date;
  std::string ontology;
  std::vector<std::string> knowledge;  // the user's own files
  bool json = false;
};

struct Candidate {
  ItemId item = no_item;
  std::string why;
};

std::string_view in_words(NameKind kind) {
  switch (kind) {
    case NameKind::label: return "its name";
    case NameKind::alias: return "another name";
    case NameKind::acronym: return "an acronym";
    case NameKind::demonym: return "its people";
    case NameKind::adjective: return "its adjective";
    case NameKind::capital: return "its capital";
    case NameKind::metonym: return "what stands for it";
    case NameKind::surname: return "the surname";
    case NameKind::contextual: return "a name by which it is known once it was named";
  }
  return {};
}

// All that the form can mean; for a full name that nothing has, persons of that surname with another spelling of it.
std::vector<Candidate> candidates(const Knowledge& knowledge, const std::string& form) {
  std::vector<Candidate> out;
  const auto add = [&](ItemId item, std::string why) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.item == item; });
    if (!known) out.push_back({item, std::move(why)});
  };
  for (const Name& name : knowledge.lookup(form)) add(name.item, std::string(in_words(name.kind)));
  if (!out.empty()) return out;
  const std::vector<std::string> words = name_words(form);
  for (const Name& name : knowledge.lookup(form.substr(form.rfind(' ') + 1)))
    if (knowledge.item(name.item).type == EntityType::Person &&
        same_person_name(words, name_words(std::string(knowledge.item(name.item).label))))
      add(name.item, "another spelling of the name");
  return out;
}

bool includes(const TimeSpan& time, const TimeSpan& seen, const PartialDate& at) {
  const PartialDate begin = time.begin.known() ? time.begin : seen.begin;
  const PartialDate end = time.end.known() ? time.end : seen.end;
  return begin.known() && first_day(begin) <= last_day(at) && (!end.known() || last_day(end) >= first_day(at));
}

std::string when(const TimeSpan& time, const TimeSpan& seen) {
  const std::string from = time.begin.known() ? to_string(time.begin) : seen.begin.known() ? "by " + to_string(seen.begin) : "?";
  const std::string until = time.end.known() ? to_string(time.end) : seen.end.known() ? "at least " + to_string(seen.end) : "?";
  return from + " to " + until;
}

// An office of a candidate person, or at a candidate state or organisation.
struct OfficeLine {
  std::string office, title, who, time;
};

// What the person held (at the date), or who certainly held which office at the state or organisation on that date.
std::vector<OfficeLine> offices(const Knowledge& knowledge, ItemId item, const PartialDate& at) {
  std::vector<OfficeLine> out;
  const auto add = [&](const Tenure& tenure, ItemId other) {
    out.push_back({std::string(tenure.office), std::string(tenure.title),
                   other == no_item ? "" : std::string(knowledge.item(other).label), when(tenure.time, tenure.seen)});
  };
  if (knowledge.item(item).type == EntityType::Person) {
    for (const Tenure* tenure : knowledge.tenures_of(item))
      if (!at.known() || includes(tenure->time, tenure->seen, at)) add(*tenure, tenure->organization);
    return out;
  }
  if (!at.known()) return out;
  for (const Office& office : knowledge.offices())
    if (const Tenure* tenure = certain_holder(knowledge, office.key, item, at)) add(*tenure, tenure->person);
  return out;
}

void print_readable(const Knowledge& knowledge, const Candidate& candidate, const PartialDate& at) {
  const auto item = knowledge.item(candidate.item);
  const std::string type(item.klass.empty() ? to_string(item.type) : std::string_view(item.klass));
  const std::string id(item.wikidata.empty() ? std::string_view("no Wikidata item") : std::string_view(item.wikidata));
  const std::string state = item.state == no_item ? "" : ", " + std::string(knowledge.item(item.state).label);
  std::printf("%s: %s%s\n  %s, %s; %s\n", std::string(item.label).c_str(), type.c_str(), state.c_str(),
              std::string(item.key).c_str(), id.c_str(), candidate.why.c_str());
  for (const OfficeLine& line : offices(knowledge, candidate.item, at))
    std::printf("  %s, %s (%s), %s\n", line.title.c_str(), line.who.c_str(), line.office.c_str(), line.time.c_str());
}

std::string as_json(const Knowledge& knowledge, const Candidate& candidate, const PartialDate& at) {
  const auto item = knowledge.item(candidate.item);
  std::string out = "{\"key\": " + json_quote(item.key) + ", \"type\": " + json_quote(to_string(item.type)) +
                    ", \"label\": " + json_quote(item.label) + ", \"why\": " + json_quote(candidate.why);
  if (!item.klass.empty()) out += ", \"class\": " + json_quote(item.klass);
  if (!item.wikidata.empty()) out += ", \"wikidata\": " + json_quote(item.wikidata);
  if (item.state != no_item) out += ", \"state\": " + json_quote(knowledge.item(item.state).key);
  const char* who = item.type == EntityType::Person ? "of" : "holder";
  out += ", \"offices\": [";
  bool first = true;
  for (const OfficeLine& line : offices(knowledge, candidate.item, at)) {
    out += std::string(first ? "" : ", ") + "{\"office\": " + json_quote(line.office) + ", \"title\": " + json_quote(line.title) +
           ", \"" + who + "\": " + json_quote(line.who) + ", \"time\": " + json_quote(line.time) + "}";
    first = false;
  }
  return out + "]}";
}

void print_json(const Knowledge& knowledge, const std::vector<Candidate>& found, const PartialDate& at) {
  std::printf("[");
  for (std::size_t i = 0; i < found.size(); ++i)
    std::printf("%s\n  %s", i == 0 ? "" : ",", as_json(knowledge, found[i], at).c_str());
  std::printf("%s]\n", found.empty() ? "" : "\n");
}

int lookup_command(const LookupArguments& arguments) {
  PartialDate at;
  if (!arguments.date.empty()) {
    const auto read = parse_iso_date(arguments.date);
    if (!read) {
      print(Error{"bad-option", "--date is YYYY, YYYY-MM or YYYY-MM-DD, not '" + arguments.date + "'", {}, 0});
      return exit_usage;
    }
    at = *read;
  }
  Diagnostics diagnostics;
  const Result<Knowledge> knowledge = Knowledge::load(arguments.ontology, diagnostics, arguments.knowledge);
  if (!knowledge) {
    print(diagnostics);
    print(knowledge.error());
    return exit_not_installed;
  }
  const std::vector<Candidate> found = candidates(knowledge.value(), arguments.name);
  if (arguments.json) {
    print_json(knowledge.value(), found, at);
  } else {
    for (const Candidate& candidate : found) print_readable(knowledge.value(), candidate, at);
  }
  if (!found.empty()) return exit_fine;
  print(Error{"not-found", "nothing is known by the name '" + arguments.name + "'", {}, 0});
  return exit_not_found;
}

}  // namespace

void add_lookup(CLI::App& knowledge, int& code) {
  auto* command = knowledge.add_subcommand("lookup", "What a name can mean, and which offices its bearers held");
  auto arguments = std::make_shared<LookupArguments>();
  arguments->ontology = default_ontology();
  command->add_option("name", arguments->name, "a name of a person, state, body, place, treaty ...")->required();
  command->add_option("--date", arguments->date, "offices on that day, month or year only; of a state or body: who held them");
  command
      ->add_option_function<std::string>(
          "-f,--format", [arguments](const std::string& format) { arguments->json = format == "json"; }, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("--ontology", arguments->ontology, "folder with entente.ttl, knowledge/ and rules/")->capture_default_str();
  command->add_option("--knowledge", arguments->knowledge, "further knowledge: a Turtle file or a table (.csv); may be repeated")
      ->allow_extra_args(false);
  command->footer(knowledge.get_footer());
  command->callback([arguments, &code] { code = lookup_command(*arguments); });
}

}  // namespace entente
