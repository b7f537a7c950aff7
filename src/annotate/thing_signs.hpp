// What an article tells of where its things are: the states and regions that it names, by whatever name, and those that stand
// right beside a name: "Toledo, Ohio", "the Spanish port of Valencia", "the Foreign Ministry in Oslo".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/chains.hpp"

namespace entente {

class ThingSigns {
 public:
  explicit ThingSigns(const ChainSet& set);

  // How often the article names a state or region, or something in it, otherwise than by this form (folded).
  int count(ItemId place, std::string_view but_form) const;
  // Does the sentence of the token do so?
  bool in_sentence(ItemId place, std::uint32_t token, std::string_view but_form) const;
  // How many other parts of the region's state the article names.
  int siblings(const Item& region) const;
  // States that the article names, ascending.
  const std::vector<ItemId>& states() const { return states_; }
  // Where the article was written, or the state of its publisher; no_item if unknown.
  ItemId home() const { return home_; }

  // The places that a name beside the mention can stand for, which say where its thing is; empty if there is none.
  const std::vector<ItemId>& beside(std::uint32_t mention) const { return beside_[mention]; }
  // The mention before that this one places: "Atlanta" of "Atlanta, Georgia"; its index, or no_chain.
  std::uint32_t places_what(std::uint32_t mention) const { return places_what_[mention]; }

 private:
  struct Sign {
    ItemId place = no_item;
    std::uint32_t token = 0;
    std::string form;
  };

  void collect(std::uint32_t mention);
  void add(ItemId place, std::uint32_t mention, const std::string& form);
  void look_after(std::uint32_t mention);
  void look_before(std::uint32_t mention);
  void look_for_office(std::uint32_t mention);
  void find_home();
  const Mention* name_from(std::uint32_t token) const;
  std::vector<ItemId> places_of(const Mention& mention, bool cities) const;
  bool is_listed(const Mention& name) const;
  ItemId person_state(const Mention& mention) const;

  const ChainSet& set_;
  std::vector<Sign> signs_;
  std::vector<ItemId> states_;
  std::vector<std::vector<ItemId>> beside_;
  std::vector<std::uint32_t> places_what_;
  ItemId home_ = no_item;
};

}  // namespace entente
