#include "knowledge/entry.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "entente/rdf.hpp"

namespace entente {

namespace {

struct PropertyName {
  std::string_view iri;
  Property property;
  bool takes_iri;
};

constexpr std::array property_names = {
    PropertyName{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", Property::type, true},
    PropertyName{"http://www.w3.org/2000/01/rdf-schema#label", Property::label, false},
    PropertyName{"http://www.w3.org/2004/02/skos/core#altLabel", Property::alias, false},
    PropertyName{"http://www.w3.org/2002/07/owl#sameAs", Property::same_as, true},
    PropertyName{"http://www.w3.org/ns/org#postIn", Property::post_in, true},
    PropertyName{"http://www.w3.org/ns/org#role", Property::office, true},
    PropertyName{"https://w3id.org/entente/ontology#acronym", Property::acronym, false},
    PropertyName{"https://w3id.org/entente/ontology#demonym", Property::demonym, false},
    PropertyName{"https://w3id.org/entente/ontology#adjective", Property::adjective, false},
    PropertyName{"https://w3id.org/entente/ontology#capitalName", Property::capital_name, false},
    PropertyName{"https://w3id.org/entente/ontology#metonym", Property::metonym, false},
    PropertyName{"https://w3id.org/entente/ontology#surname", Property::surname, false},
    PropertyName{"https://w3id.org/entente/ontology#contextualName", Property::contextual_name, false},
    PropertyName{"https://w3id.org/entente/ontology#ofState", Property::of_state, true},
    PropertyName{"https://w3id.org/entente/ontology#partOf", Property::part_of, true},
    PropertyName{"https://w3id.org/entente/ontology#prominence", Property::prominence, false},
    PropertyName{"https://w3id.org/entente/ontology#gender", Property::gender, false},
    PropertyName{"https://w3id.org/entente/ontology#holder", Property::holder, true},
    PropertyName{"https://w3id.org/entente/ontology#post", Property::post, true},
    PropertyName{"https://w3id.org/entente/ontology#from", Property::from, false},
    PropertyName{"https://w3id.org/entente/ontology#until", Property::until, false},
    PropertyName{"https://w3id.org/entente/ontology#seenFrom", Property::seen_from, false},
    PropertyName{"https://w3id.org/entente/ontology#seenUntil", Property::seen_until, false},
    PropertyName{"https://w3id.org/entente/ontology#member", Property::member, true},
    PropertyName{"https://w3id.org/entente/ontology#organization", Property::organization, true},
    PropertyName{"https://w3id.org/entente/ontology#ofTreaty", Property::treaty, true},
    PropertyName{"https://w3id.org/entente/ontology#step", Property::step, false},
    PropertyName{"https://w3id.org/entente/ontology#takenBy", Property::by, true},
    PropertyName{"https://w3id.org/entente/ontology#onDate", Property::date, false},
    PropertyName{"https://w3id.org/entente/ontology#signedOn", Property::signed_on, false},
    PropertyName{"https://w3id.org/entente/ontology#inForceFrom", Property::in_force_from, false},
    PropertyName{"https://w3id.org/entente/ontology#endedOn", Property::ended_on, false},
    PropertyName{"https://w3id.org/entente/ontology#party", Property::party, true},
};

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// Collects the triples of one subject after the other.
class EntryReader {
 public:
  EntryReader(std::string file, const Ontology& ontology, const std::function<void(const Entry&)>& sink, Diagnostics& diagnostics)
      : file_(std::move(file)), ontology_(&ontology), sink_(&sink), diagnostics_(&diagnostics) {
    for (const PropertyName& name : property_names) properties_.emplace(name.iri, &name);
  }

  void take(const Triple& triple, std::size_t line) {
    if (triple.subject.value != subject_) start(triple.subject.value, line);
    const auto found = properties_.find(triple.predicate.value);
    if (found == properties_.end()) return unknown_property(triple.predicate.value, line);
    const PropertyName& name = *found->second;
    if ((triple.object.kind == TermKind::iri) != name.takes_iri)
      return report(line, "'" + entry_.key + "': the value of " + std::string(name.iri) + " must be " +
                              (name.takes_iri ? "an IRI" : "a literal"));
    if (used_ == entry_.facts.size()) entry_.facts.emplace_back();
    Fact& fact = entry_.facts[used_++];
    fact.property = name.property;
    fact.is_iri = name.takes_iri;
    fact.line = line;
    fact.value.assign(name.takes_iri ? short_name(triple.object.value) : std::string_view(triple.object.value));
  }

  void flush() {
    if (!subject_.empty() && !entry_.key.empty()) {
      entry_.facts.resize(used_);
      (*sink_)(entry_);
    }
    used_ = 0;
    subject_.clear();
  }

 private:
  static std::string_view short_name(std::string_view iri) {
    if (starts_with(iri, knowledge_iri)) return iri.substr(knowledge_iri.size());
    if (starts_with(iri, ontology_iri)) return iri.substr(ontology_iri.size());
    return iri;
  }

  void start(const std::string& subject, std::size_t line) {
    flush();
    subject_ = subject;
    entry_.line = line;
    entry_.key = starts_with(subject, knowledge_iri) ? subject.substr(knowledge_iri.size()) : std::string{};
    if (entry_.key.empty())
      report(line, "<" + subject + "> is no entry of the knowledge base: its IRI must begin with " + std::string(knowledge_iri));
  }

  void unknown_property(const std::string& iri, std::size_t line) {
    const bool ours = starts_with(iri, ontology_iri);
    const bool declared = !ours || ontology_->declares(std::string_view(iri).substr(ontology_iri.size()));
    report(line, "'" + entry_.key + "': the property <" + iri +
                     (declared ? "> has no meaning in a knowledge file" : "> is not declared in entente.ttl"));
  }

  void report(std::size_t line, std::string message) {
    diagnostics_->push_back({Severity::error, "bad-knowledge", file_, line, std::move(message)});
  }

  std::string file_;
  const Ontology* ontology_;
  const std::function<void(const Entry&)>* sink_;
  Diagnostics* diagnostics_;
  std::unordered_map<std::string_view, const PropertyName*> properties_;
  std::string subject_;
  Entry entry_;
  std::size_t used_ = 0;  // facts of the current entry; the rest of the vector is spare memory
};

}  // namespace

const Fact* Entry::find(Property property) const {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.property == property; });
  return found == facts.end() ? nullptr : &*found;
}

std::string_view Entry::value(Property property) const {
  const Fact* fact = find(property);
  return fact == nullptr ? std::string_view{} : std::string_view(fact->value);
}

Outcome read_entries(const std::string& file, const Ontology& ontology, const std::function<void(const Entry&)>& sink,
                     Diagnostics& diagnostics) {
  EntryReader reader(file, ontology, sink, diagnostics);
  Outcome outcome = read_rdf(file, [&](const Triple& triple, std::size_t line) { reader.take(triple, line); });
  reader.flush();
  return outcome;
}

}  // namespace entente
