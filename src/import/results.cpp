// Results of the CONSTRUCT queries -> records. They are in our own vocabulary, with Wikidata's IRIs as subjects.
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "entente/rdf.hpp"
#include "import/entity.hpp"
#include "import/write.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ent = "https://w3id.org/entente/ontology#";
constexpr std::string_view item_iri = "http://www.wikidata.org/entity/";

Qid item_of(std::string_view iri) { return iri.substr(0, item_iri.size()) == item_iri ? to_qid(iri.substr(item_iri.size())) : 0; }

std::string_view after(std::string_view iri, std::string_view prefix) {
  return iri.substr(0, prefix.size()) == prefix ? iri.substr(prefix.size()) : std::string_view{};
}

struct Value {
  Term term;
  std::string file;
  std::size_t line = 0;
};
// All that the files say of one subject, by the short name of the property.
using Subject = std::map<std::string, std::vector<Value>>;

const std::map<std::string, std::string>& property_names() {
  static const std::map<std::string, std::string> names = {{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "type"},
                                                           {"http://www.w3.org/2000/01/rdf-schema#label", "label"},
                                                           {"http://www.w3.org/2004/02/skos/core#altLabel", "altLabel"},
                                                           {"http://www.w3.org/ns/org#postIn", "postIn"},
                                                           {"http://www.w3.org/ns/org#role", "role"},
                                                           {"http://wikiba.se/ontology#sitelinks", "sitelinks"}};
  return names;
}

constexpr std::array<std::string_view, 15> own_properties = {"acronym",  "ofState", "gender", "signedOn", "inForceFrom",
                                                             "endedOn",  "holder",  "post",   "from",     "until",
                                                             "ofTreaty", "takenBy", "onDate", "step",     "capitalOf"};

class Results {
 public:
  Results(const Knowledge& base, Diagnostics& diagnostics, ImportSummary& summary)
      : base_(base), diagnostics_(diagnostics), summary_(summary) {}

  Outcome read(const std::string& file) {
    return read_rdf(file, [&](const Triple& triple, std::size_t line) { take(triple, file, line); });
  }

  // Records by number; the subjects that are things first, then what is said about them.
  std::map<Qid, Record> records() {
    for (const auto& [iri, subject] : subjects_) take_thing(iri, subject);
    for (const auto& [iri, subject] : subjects_) take_relation(iri, subject);
    return std::move(records_);
  }

 private:
  void bad(const Value& at, std::string message) {
    ++summary_.bad;
    diagnostics_.push_back({Severity::error, "bad-result", at.file, at.line, std::move(message)});
  }

  void take(const Triple& triple, const std::string& file, std::size_t line) {
    ++summary_.lines;
    const auto found = property_names().find(triple.predicate.value);
    const std::string_view own = after(triple.predicate.value, ent);
    const bool known =
        found != property_names().end() || std::find(own_properties.begin(), own_properties.end(), own) != own_properties.end();
    Value value{triple.object, file, line};
    if (!known) return bad(value, "the property <" + triple.predicate.value + "> is none of the project's queries");
    subjects_[triple.subject.value][found != property_names().end() ? found->second : std::string(own)].push_back(std::move(value));
  }

  static const Value* one(const Subject& subject, const char* property) {
    const auto found = subject.find(property);
    return found == subject.end() ? nullptr : &found->second.front();
  }
  static const std::vector<Value>& all(const Subject& subject, const char* property) {
    static const std::vector<Value> none;
    const auto found = subject.find(property);
    return found == subject.end() ? none : found->second;
  }

  // "Person", "Post", "Tenure" ...
  static std::string class_of(const Subject& subject) {
    const Value* type = one(subject, "type");
    if (type == nullptr) return {};
    return type->term.value == "http://www.w3.org/ns/org#Post" ? "Post" : std::string(after(type->term.value, ent));
  }

  Qid item(const Subject& subject, const char* property) {
    const Value* value = one(subject, property);
    if (value == nullptr) return 0;
    const Qid id = item_of(value->term.value);
    if (id == 0) bad(*value, "ent:" + std::string(property) + " must name a Wikidata item, not <" + value->term.value + ">");
    return id;
  }
  std::vector<Qid> items(const Subject& subject, const char* property) {
    std::vector<Qid> out;
    for (const Value& value : all(subject, property))
      if (const Qid id = item_of(value.term.value); id != 0) out.push_back(id);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  // The earliest of those given.
  PartialDate date(const Subject& subject, const char* property) {
    PartialDate out;
    for (const Value& value : all(subject, property)) {
      const auto read = parse_iso_date(value.term.value);
      if (!read || !read->known())
        bad(value, "'" + value.term.value + "' is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
      else if (!out.known() || *read < out)
        out = *read;
    }
    return out;
  }

  void take_thing(const std::string& iri, const Subject& subject) {
    const std::string klass = class_of(subject);
    if (klass == "Tenure" || klass == "TreatyStep") return;
    const Value& at = subject.begin()->second.front();
    const Qid id = item_of(iri);
    if (id == 0) return bad(at, "<" + iri + "> is no Wikidata item");
    if (klass.empty() || (klass != "Post" && !base_.declares(klass)))
      return bad(at, to_string_qid(id) + " has no class of entente.ttl");
    Record record;
    record.id = id;
    record.klass = klass;
    for (const Value& label : all(subject, "label"))
      if (record.label.empty()) record.label = usable_name(label.term.value);
    if (record.label.empty()) return bad(at, to_string_qid(id) + " has no English label");
    ++summary_.entities;
    names(subject, record);
    record.states = items(subject, "ofState");
    record.organizations = items(subject, "postIn");
    record.offices = items(subject, "role");
    if (const Value* gender = one(subject, "gender");
        gender != nullptr && (gender->term.value == "male" || gender->term.value == "female"))
      record.gender = gender->term.value;
    if (const Value* links = one(subject, "sitelinks"))
      std::from_chars(links->term.value.data(), links->term.value.data() + links->term.value.size(), record.sitelinks);
    record.signed_on = date(subject, "signedOn");
    record.in_force_from = date(subject, "inForceFrom");
    record.ended_on = date(subject, "endedOn");
    records_.emplace(id, std::move(record));
  }

  static void names(const Subject& subject, Record& record) {
    std::vector<std::string> sorted;
    for (const Value& value : all(subject, "altLabel")) sorted.push_back(value.term.value);
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& name : sorted) add_alias(record, name);
    for (const Value& value : all(subject, "acronym")) add_alias(record, value.term.value, true);
  }

  void take_relation(const std::string& iri, const Subject& subject) {
    const std::string klass = class_of(subject);
    const bool tenure = klass == "Tenure";
    if (!tenure && klass != "TreatyStep") return;
    const Value& at = subject.begin()->second.front();
    const Qid owner = item(subject, tenure ? "holder" : "ofTreaty");
    const Qid other = item(subject, tenure ? "post" : "takenBy");
    if (owner == 0 || other == 0) return bad(at, "<" + iri + "> does not say who or what it is about");
    const auto record = records_.find(owner);
    if (record == records_.end()) return bad(at, to_string_qid(owner) + " is not described in the results");
    if (!tenure) return record->second.parties.push_back({other, date(subject, "onDate")});
    const TimeSpan time{date(subject, "from"), date(subject, "until")};
    if (time.begin.known() && time.end.known() && last_day(time.end) < first_day(time.begin))
      return bad(at, "<" + iri + "> ends before it begins");
    record->second.positions.push_back({other, time});
  }

  const Knowledge& base_;
  Diagnostics& diagnostics_;
  ImportSummary& summary_;
  std::map<std::string, Subject> subjects_;
  std::map<Qid, Record> records_;
};

}  // namespace

Result<ImportSummary> import_results(const std::vector<std::string>& inputs, const ImportOptions& options, const Knowledge& base,
                                     Diagnostics& diagnostics) {
  ImportOptions all = options;
  all.classes.clear();
  const Result<ImportTables> tables = load_tables(all, base);
  if (!tables) return tables.error();
  ImportSummary summary;
  Results results(base, diagnostics, summary);
  for (const std::string& input : inputs)
    if (const Outcome read = results.read(input); !read) return read.error();
  const std::string spool = options.output + ".part";
  std::ofstream out(spool, std::ios::binary | std::ios::trunc);
  for (auto& [id, record] : results.records()) {
    const auto by_time = [](const auto& a, const auto& b) { return std::tie(a.time, a.post) < std::tie(b.time, b.post); };
    std::sort(record.positions.begin(), record.positions.end(), by_time);
    out << to_line(record) << '\n';
    ++summary.kept;
  }
  out.close();
  const Outcome written = out ? write_knowledge(spool, tables.value(), options, base, summary)
                              : Outcome(Error{"not-written", "cannot write the records of the import", spool, 0});
  std::error_code ignored;
  fs::remove(spool, ignored);
  if (!written) return written.error();
  return summary;
}

}  // namespace entente
