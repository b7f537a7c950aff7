// Knowledge: what Entente knows before it reads: things with their names, offices over time, treaties, word classes
// and rules. Loaded once from the folder `ontology/` (its README.md says what each file is) into one immutable object
// that any number of threads may read. Loading is strict: an undeclared term, an unknown key or a rule without
// examples is refused with file, line and entry.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/date.hpp"
#include "entente/diagnostic.hpp"
#include "entente/rules.hpp"
#include "entente/types.hpp"

namespace entente {

using ItemId = std::uint32_t;
inline constexpr ItemId no_item = ~ItemId{0};

// A thing that the knowledge base knows.
struct Item {
  std::string key;  // "state/russia": last part of its IRI, stable across versions
  EntityType type = EntityType::Organization;
  std::string klass;        // finer class of entente.ttl ("Ministry", "City"), or empty
  std::string label;        // preferred English name
  std::string wikidata;     // "Q159"; empty where it is not certain
  ItemId state = no_item;   // the state it belongs to: of a city, ministry, person
  ItemId parent = no_item;  // the body it is part of
  float prominence = 0;     // 0..1, to rank candidates of one name
};

// How a name refers to its item.
enum class NameKind : std::uint8_t {
  label,
  alias,
  acronym,     // matched with case: "UN", "INF"
  demonym,     // person noun: "Russians"
  adjective,   // "Russian"
  capital,     // "Moscow" for Russia: a metonym that is also a city
  metonym,     // "the Kremlin", "Downing Street"
  surname,     // of a person
  contextual,  // safe only once the thing was named in the article: "the Alliance", "the Council"
};

struct Name {
  ItemId item = no_item;
  NameKind kind = NameKind::label;
};

// One match of known names in a text: the longest at its place, on word boundaries.
struct NameMatch {
  std::uint32_t begin = 0;  // bytes, half-open
  std::uint32_t end = 0;
  std::span<const Name> names;  // all that the form can mean, the most prominent first; valid while the Knowledge lives
};

// Who held an office, from when to when.
struct Tenure {
  ItemId person = no_item;
  std::string office;             // class of office: "head-of-state", "foreign-minister", "secretary-general" ...
  std::string title;              // "Minister of Foreign Affairs"
  ItemId organization = no_item;  // the state or organisation it is an office of
  TimeSpan time;                  // unknown end: open or unknown
  TimeSpan seen;                  // where a beginning or an end is unknown: first and last day on which a source has it so
};

// Who belonged to an organisation, council or alliance, from when to when.
struct Membership {
  ItemId member = no_item;
  ItemId organization = no_item;
  TimeSpan time;  // unknown beginning: it belonged to it at the latest on the first day of `seen`
  TimeSpan seen;
};

// One dated step in the life of a treaty.
struct TreatyStep {
  ItemId treaty = no_item;
  std::string step;        // "signed", "in-force", "suspended", "withdrew", "ended", "extended", "party"
  ItemId actor = no_item;  // who; no_item: the treaty as a whole
  PartialDate date;
};

class Knowledge {
 public:
  // Reads `folder`/entente.ttl, knowledge/*.ttl and rules/*.json. Problems that do not prevent use go to `diagnostics`.
  // `more`: files of one's own, Turtle or tables (.csv), that add things, or names and offices to what the folder knows;
  // ontology/knowledge/IMPORT.md describes both.
  static Result<Knowledge> load(const std::string& folder, Diagnostics& diagnostics, const std::vector<std::string>& more = {});

  std::span<const Item> items() const;
  const Item& item(ItemId id) const;
  ItemId find_key(std::string_view key) const;  // no_item if unknown
  // What exactly this form can mean; white space, apostrophes and hyphens are normalised, case as NameKind says.
  std::span<const Name> lookup(std::string_view form) const;
  // All longest matches in a text, ascending and disjoint.
  std::vector<NameMatch> match(std::string_view text) const;

  std::span<const Tenure> tenures() const;
  // Tenures of an office class at an organisation that include the day; several in times of change. A term without an end
  // is over when the next begins, and nothing is said of it after the last day on which it was seen.
  std::vector<const Tenure*> holders(std::string_view office, ItemId organization, const PartialDate& at) const;
  std::vector<const Tenure*> tenures_of(ItemId person) const;
  std::span<const Membership> memberships() const;  // by organisation, then member
  // Is it known that `member` belonged to the organisation on that day?
  bool is_member(ItemId member, ItemId organization, const PartialDate& at) const;
  std::span<const TreatyStep> treaty_steps() const;

  // 'm', 'f', or 0 where the first name is unknown or used for both.
  char first_name_gender(std::string_view first_name) const;

  // Is a term (class or property by local name) declared in entente.ttl?
  bool declares(std::string_view local_name) const;
  const RuleSet& rules() const;

 private:
  struct Data;
  explicit Knowledge(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

}  // namespace entente
