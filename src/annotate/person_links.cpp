// Which known person a chain is: the names must fit, and the office, the state or the fame must support it. A wrong link is worse
// than none: where two fit nearly as well, or nothing but a surname speaks for one, the person stays unlinked.
#include <algorithm>
#include <map>
#include <vector>

#include "annotate/chains.hpp"
#include "annotate/person_fit.hpp"
#include "base/text.hpp"
#include "model/person_names.hpp"

namespace entente {

namespace {

class PersonLinker {
 public:
  explicit PersonLinker(ChainSet& set) : set_(set), fitter_(set, set.titles) {}

  void run() {
    for (Chain& chain : set_.chains)
      if (chain.type == EntityType::Person && !chain.mentions.empty() && chain.item == no_item) link(chain);
    join_spellings();
  }

 private:
  using Candidates = std::map<ItemId, NameFit>;

  static void add(Candidates& out, ItemId person, NameFit fit) {
    NameFit& known = out[person];
    known = std::max(known, fit);
  }

  // Persons whom exactly this form can mean.
  void add_named(const std::string& form, bool one_word, Candidates& out) const {
    for (const Name& name : set_.knowledge.lookup(form)) {
      const Item& item = set_.knowledge.item(name.item);
      if (item.type != EntityType::Person) continue;
      if (one_word || name.kind == NameKind::surname) {
        add(out, name.item, NameFit::surname);
      } else {
        const bool usual = name.kind == NameKind::label || same_person_name(name_words(form), name_words(std::string(item.label)));
        add(out, name.item, usual ? NameFit::full : NameFit::alias);
      }
    }
  }

  // "Pope Francis", where the title is part of the name.
  void add_titled(std::uint32_t mention, Candidates& out) const {
    const Range tokens = set_.mention(mention).tokens;
    if (tokens.begin == 0) return;
    const std::uint32_t before = tokens.begin - 1;
    if (!starts_upper(set_.document.form(before)) || set_.document.sentence_of(before) != set_.document.sentence_of(tokens.begin))
      return;
    add_named(plain_spaces(set_.document.text(set_.document.bytes({before, tokens.end}))), false, out);
  }

  // Persons of that surname whose first name is another spelling of the form's.
  void add_spellings(const std::string& form, Candidates& out) const {
    const std::vector<std::string> words = name_words(form);
    if (words.size() < 2) return;
    for (const Name& name : set_.knowledge.lookup(form.substr(form.rfind(' ') + 1))) {
      const Item& item = set_.knowledge.item(name.item);
      const std::vector<std::string> known = name_words(std::string(item.label));
      if (item.type != EntityType::Person || !same_person_name(words, known)) continue;
      const auto parts = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) + 1;
      add(out, name.item, parts > known.size() ? NameFit::longer : NameFit::spelling);
    }
  }

  // By the full names of a chain where it has some; by surnames only where it has none, for a full name that nobody is known by is
  // somebody else's.
  Candidates candidates(const Chain& chain) const {
    Candidates full;
    Candidates by_surname_alone;
    bool has_full = false;
    for (const std::uint32_t mention : chain.mentions) {
      if (set_.mention(mention).kind != MentionKind::name) continue;
      const std::string form = set_.form(mention);
      const bool one_word = form.find(' ') == std::string::npos;
      Candidates found;
      if (one_word) add_titled(mention, found);
      const bool titled = !found.empty();
      add_named(form, one_word, found);
      const bool by_surname = std::all_of(found.begin(), found.end(), [](const auto& c) { return c.second == NameFit::surname; });
      const bool surname = !titled && (one_word || (!found.empty() && by_surname));
      if (!surname) has_full = true;
      if (!surname && found.empty()) add_spellings(form, found);
      for (const auto& [person, fit] : found) add(surname ? by_surname_alone : full, person, fit);
    }
    return has_full ? full : by_surname_alone;
  }

  // One person may stand in the knowledge base twice, once without its Wikidata item.
  bool same_twice(ItemId a, ItemId b) const {
    const Item& x = set_.knowledge.item(a);
    const Item& y = set_.knowledge.item(b);
    return x.state == y.state && x.state != no_item && x.wikidata.empty() != y.wikidata.empty();
  }

  void link(Chain& chain) {
    constexpr float clear = 0.04F;  // a second candidate as near as this makes it a guess
    std::vector<std::pair<PersonFit, ItemId>> ranked;
    for (const auto& [person, name] : candidates(chain))
      if (PersonFit fit = fitter_.fit(chain, person, name); fit.score >= person_threshold)
        ranked.emplace_back(std::move(fit), person);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
    if (ranked.empty()) return;
    if (ranked.size() > 1 && ranked[0].first.score - ranked[1].first.score < clear) {
      if (!same_twice(ranked[0].second, ranked[1].second)) return;
      if (set_.knowledge.item(ranked[0].second).wikidata.empty()) std::swap(ranked[0], ranked[1]);
      if (ranked.size() > 2 && ranked[1].first.score - ranked[2].first.score < clear) return;
    }
    chain.item = ranked[0].second;
    chain.score = ranked[0].first.score;
    chain.reason = ranked[0].first.reason;
    if (chain.state == no_item) chain.state = set_.knowledge.item(chain.item).state;
  }

  // Two spellings of one person ("Zelensky", "Zelenskyy") are one chain once both are linked.
  void join_spellings() {
    for (std::uint32_t i = 0; i < set_.chains.size(); ++i) {
      if (set_.chains[i].type != EntityType::Person || set_.chains[i].item == no_item) continue;
      const std::uint32_t first = set_.find_item(set_.chains[i].item);
      if (first == i) continue;
      const std::vector<std::uint32_t> moved = std::exchange(set_.chains[i].mentions, {});
      set_.chains[i].item = no_item;
      for (const std::uint32_t mention : moved) set_.attach(first, mention);
    }
  }

  ChainSet& set_;
  PersonFitter fitter_;
};

}  // namespace

void link_persons(ChainSet& set) { PersonLinker(set).run(); }

}  // namespace entente
