#include "extract/holders.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "knowledge/office_titles.hpp"

namespace entente {

namespace {

// Parts that a person can play.
bool may_be_person(Part part) {
  switch (part) {
    case Part::participant:
    case Part::speaker:
    case Part::with:
    case Part::addressee:
    case Part::actor:
    case Part::target:
    case Part::by: return true;
    default: return false;
  }
}

class HolderFinder {
 public:
  HolderFinder(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {}

  void run(Claim& claim) const {
    if (claim.kind == ClaimKind::Role) return;
    for (const OfficeMention& office : document_.offices) {
      if (!claim.evidence.range.contains(document_.bytes(office.tokens))) continue;
      for (const Argument& argument : claim.arguments) {
        if (!may_be_person(argument.part) || !stands_for(office, argument.entity, claim.evidence.range)) continue;
        if (std::optional<InferredHolder> holder = find(office, claim, argument.part)) claim.inferred.push_back(std::move(*holder));
      }
    }
    std::sort(claim.inferred.begin(), claim.inferred.end());
    claim.inferred.erase(std::unique(claim.inferred.begin(), claim.inferred.end()), claim.inferred.end());
  }

 private:
  // Does the argument come from the description? It does where nothing else in the sentence names it.
  bool stands_for(const OfficeMention& office, EntityIndex argument, Range sentence) const {
    if (argument != office.named && argument != office.of) return false;
    if (argument == no_entity) return false;
    return std::none_of(document_.mentions.begin(), document_.mentions.end(), [&](const Mention& mention) {
      return mention.entity == argument && sentence.contains(mention.range) && !office.tokens.contains(mention.tokens);
    });
  }

  // The dates that must agree on the holder: those of the claim, else the publication and what dates the sentence gives.
  std::vector<PartialDate> dates(const OfficeMention& office, const Claim& claim) const {
    std::vector<PartialDate> out;
    const auto add = [&](const TimeSpan& span) {
      if (span.begin.known()) out.push_back(span.begin);
      if (span.end.known()) out.push_back(span.end);
    };
    add(claim.time);
    if (!out.empty()) return out;
    if (!document_.article.published.known()) return out;
    out.push_back(document_.article.published);
    const Range sentence = document_.sentences[document_.sentence_of(office.head)].tokens;
    for (const TimeExpression& time : document_.times)
      if (sentence.contains(time.tokens)) add(time.value);
    return out;
  }

  std::optional<InferredHolder> find(const OfficeMention& office, const Claim& claim, Part part) const {
    const ItemId body = knowledge_.find_key(office.body);
    const std::vector<PartialDate> all = dates(office, claim);
    const Tenure* found = nullptr;
    for (const PartialDate& date : all) {
      const Tenure* tenure = certain_holder(knowledge_, office.office, body, date);
      if (tenure == nullptr || (found != nullptr && found->person != tenure->person)) return std::nullopt;
      found = tenure;
    }
    if (found == nullptr) return std::nullopt;
    InferredHolder out;
    out.part = part;
    out.key = knowledge_.item(found->person).key;
    out.name = knowledge_.item(found->person).label;
    out.office = office.office;
    out.body = office.body;
    out.described = plain_spaces(document_.text(document_.bytes(office.tokens)));
    const auto [first, last] = std::minmax_element(all.begin(), all.end());
    out.at = {*first, *last};
    return out;
  }

  const Document& document_;
  const Knowledge& knowledge_;
};

}  // namespace

void infer_holders(const Document& document, const Knowledge& knowledge, std::vector<Claim>& claims) {
  if (document.offices.empty()) return;
  const HolderFinder finder(document, knowledge);
  for (Claim& claim : claims) finder.run(claim);
}

}  // namespace entente
