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
  explicit PersonLinker(ChainSet& set) : set_(set), titles_(set.knowledge), fitter_(set, titles_) {}

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
      if (set_.knowledge.item(name.item).type != EntityType::Person) continue;
      add(out, name.item, one_word || name.kind == NameKind::surname ? NameFit::surname : NameFit::full);
    }
  }

  // Persons of that surname whose first name is another spelling of the form's.
  void add_spellings(const std::string& form, Candidates& out) const {
    const std::vector<std::string> words = name_words(form);
    if (words.size() < 2) return;
    for (const Name& name : set_.knowledge.lookup(form.substr(form.rfind(' ') + 1))) {
      const Item& item = set_.knowledge.item(name.item);
      if (item.type == EntityType::Person && same_person_name(words, name_words(item.label)))
        add(out, name.item, NameFit::spelling);
    }
  }

  // By the full names of a chain where it has some; by surnames only where it has none, for a full name that nobody is known by is
  // somebody else's.
  Candidates candidates(const Chain& chain) const {
    Candidates full;
    Candidates bySurname;
    bool has_full = false;
    for (const std::uint32_t mention : chain.mentions) {
      if (set_.mention(mention).kind != MentionKind::name) continue;
      const std::string form = set_.form(mention);
      const bool one_word = form.find(' ') == std::string::npos;
      Candidates found;
      add_named(form, one_word, found);
      const bool surname = one_word || (!found.empty() && std::all_of(found.begin(), found.end(),
                                                                      [](const auto& c) { return c.second == NameFit::surname; }));
      if (!surname) has_full = true;
      if (!surname && found.empty()) add_spellings(form, found);
      for (const auto& [person, fit] : found) add(surname ? bySurname : full, person, fit);
    }
    return has_full ? full : bySurname;
  }

  void link(Chain& chain) {
    constexpr float clear = 0.04F;  // a second candidate as near as this makes it a guess
    ItemId best = no_item;
    PersonFit best_fit;
    float second = 0;
    for (const auto& [person, name] : candidates(chain)) {
      PersonFit fit = fitter_.fit(chain, person, name);
      if (fit.score > best_fit.score) {
        second = best_fit.score;
        best = person;
        best_fit = std::move(fit);
      } else {
        second = std::max(second, fit.score);
      }
    }
    if (best == no_item || best_fit.score < person_threshold || best_fit.score - second < clear) return;
    chain.item = best;
    chain.score = best_fit.score;
    chain.reason = best_fit.reason;
    if (chain.state == no_item) chain.state = set_.knowledge.item(best).state;
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
  OfficeTitles titles_;
  PersonFitter fitter_;
};

}  // namespace

void link_persons(ChainSet& set) { PersonLinker(set).run(); }

}  // namespace entente
