// Which of the things that share a name an article means: Tripoli of Libya or of Lebanon, Georgia the state or the part of another,
// "the Supreme Court" of one of the states named. The place that stands beside the name decides; else all that the article names
// speaks for a thing by how seldom its state is named in news anyway, against how prominent each thing is. What stays close is
// not linked: a wrong link is worse than none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/chains.hpp"
#include "annotate/thing_signs.hpp"

namespace entente {

struct ThingFit {
  ItemId item = no_item;  // no_item: nothing that the name can mean fits, or two things fit about as well
  bool shared = false;    // other things have the name as well
  bool by_state = false;  // a body that has the name only among those of its state
  float score = 0;        // 0..1, how likely it is this one of them; where the name is shared
  const char* reason = "name";
};

class ThingFitter {
 public:
  explicit ThingFitter(const ChainSet& set) : set_(set), signs_(set) {}

  // A mention read as a state or place.
  ThingFit place(std::uint32_t mention) const;
  // Organisations of different states that have one name, most often letters: "PTI", "SDF".
  ThingFit organisation(std::uint32_t mention) const;
  // A body called without its state: "Foreign Ministry", "Congress". `form`: its words.
  ThingFit body(std::uint32_t mention, std::string_view form) const;
  // Is a party or body, known to be of this state, hardly meant where the article is about others that have ones of such a name?
  bool belongs_elsewhere(std::uint32_t mention, const Item& item) const;

 private:
  struct Candidate {
    ItemId item = no_item;
    bool contextual = false;  // by a name that needs its state beside it
    float score = 0;
    bool beside = false;   // the text says right there that it is this one
    bool support = false;  // the article names its state or region
  };

  std::vector<Candidate> candidates(std::uint32_t mention) const;
  void weigh_place(std::uint32_t mention, Candidate& candidate, const std::string& form) const;
  bool stands_beside(std::uint32_t mention, ItemId item) const;
  float state_support(ItemId state, std::uint32_t mention, const std::string& form) const;
  float share_of(ItemId state, std::uint32_t mention, const std::string& form) const;
  bool is_common_noun(std::uint32_t mention) const;
  bool is_subject(ItemId item, const std::string& form) const;
  bool is_of_part(std::uint32_t mention) const;
  std::vector<ItemId> bodies_of_states(std::string_view form) const;
  static ThingFit decide(std::vector<Candidate> found, float margin);

  const ChainSet& set_;
  ThingSigns signs_;
};

}  // namespace entente
