#include "annotate/person_fit.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr int lifetime_before = 30;  // years before the first office: a child
constexpr int lifetime_after = 50;   // years after the last: dead, or long out of the news
constexpr int public_life = 12;      // years around an office in which its holder is in the news without it
constexpr int lasting_fame = 25;     // the same for the greatest
constexpr long lag = 75;             // days by which news and records may differ on when an office changed hands

bool has(const std::set<std::string>& words, std::string_view word) { return words.contains(std::string(word)); }

// Words that make another office of an office.
constexpr std::array<std::string_view, 6> lessening = {"deputy", "vice", "assistant", "under", "undersecretary", "shadow"};

bool is_joining(std::string_view word) {
  return word == "of" || word == "for" || word == "and" || word == "to" || word == "in" || word == "on" || word.empty();
}

// "chief", "head", "director": many are called so. "president" alone says who is meant, once the state is known.
bool is_loose(const Tenure& tenure, std::string_view title) {
  if (title.find(' ') != std::string_view::npos) return false;
  return tenure.office != "head-of-state" && tenure.office != "head-of-government" && tenure.office != "secretary-general";
}

bool is_former(const std::set<std::string>& words) {
  return has(words, "former") || has(words, "ex") || has(words, "late") || has(words, "retired") || has(words, "outgoing");
}
bool is_coming(const std::set<std::string>& words) {
  return has(words, "nominee") || has(words, "candidate") || has(words, "incoming") || has(words, "elect");
}

// Days from the day (or stretch) to the tenure: 0 within it, negative before it, positive after it.
long days_off(const Tenure& tenure, const PartialDate& at) {
  const long first = to_days(first_day(at));
  const long last = to_days(last_day(at));
  if (tenure.time.begin.known()) {
    const long begin = to_days(first_day(tenure.time.begin));
    if (last < begin) return last - begin;
  }
  if (tenure.time.end.known()) {
    const long end = to_days(last_day(tenure.time.end));
    if (first > end) return first - end;
  }
  return 0;
}

}  // namespace

bool says_title(const std::set<std::string>& descriptors, std::string_view title) {
  bool any = false;
  for (const std::string_view word : split(title, ' ')) {
    if (is_joining(word)) continue;
    any = true;
    if (has(descriptors, word)) continue;
    if (word == "defence" && has(descriptors, "defense")) continue;
    if (word == "adviser" && has(descriptors, "advisor")) continue;
    return false;
  }
  if (!any) return false;
  const std::string padded = " " + std::string(title) + " ";
  return std::none_of(lessening.begin(), lessening.end(), [&](std::string_view word) {
    return has(descriptors, word) && padded.find(" " + std::string(word) + " ") == std::string::npos;
  });
}

struct PersonFitter::Support {
  enum class Said : std::uint8_t { none, loose, past, full };
  Said office = Said::none;
  bool here = false;          // the office is of a body or state that stands with the name
  bool office_near = false;   // ... or that the article names
  bool state = false;         // the person's own state stands with the name
  bool state_near = false;    // the article names the person's state, or a body that the person had an office in
  bool contradicted = false;  // the text gives the person another state
  bool private_life = false;  // the text calls the person something that is no public office
  bool family = false;        // "his wife"
  bool possible = true;       // alive and grown up then
  bool active = true;         // in the news then
  bool in_office = false;
  bool public_office = false;  // the text calls the person by some office that he or she held, if loosely
  bool former = false;         // the text says that the office is over
};

bool PersonFitter::named_with(const Chain& chain, ItemId body) const {
  if (body == no_item) return false;
  return body == chain.state || chain.bodies.contains(body);
}

bool PersonFitter::in_article(ItemId body) const { return body != no_item && set_.find_item(body) != no_chain; }

void PersonFitter::weigh_tenure(const Chain& chain, const Tenure& tenure, Support& out) const {
  using Said = Support::Said;
  const ItemId body = tenure.organization;
  const ItemId state = body == no_item ? no_item : set_.knowledge.item(body).state;
  const bool here = named_with(chain, body) || named_with(chain, state);
  const bool near = here || in_article(body) || in_article(state);
  if (near) out.state_near = true;
  Said office = Said::none;
  const auto consider = [&](std::string_view title) {
    if (says_title(chain.descriptors, title)) office = std::max(office, is_loose(tenure, title) ? Said::loose : Said::full);
  };
  for (const std::string& title : titles_.titles_of(tenure.office)) consider(title);
  consider(plain_title(tenure.title));
  if (office == Said::none) return;
  // Another state in the title is another office: "French President", "ambassador to Norway" aside.
  if (chain.state != no_item && !here && out.state == false) return;
  const PartialDate& at = set_.document.article.published;
  const long off = at.known() ? days_off(tenure, at) : 0;
  const bool now = std::abs(off) <= lag;
  const bool fits = now || (off > 0 && is_former(chain.descriptors)) || (off < 0 && off > -400 && is_coming(chain.descriptors));
  if (fits) out.public_office = true;
  if (office == Said::loose && !(here && fits)) return;
  if (office == Said::full && !fits) office = off > 0 ? Said::past : Said::none;
  const auto rank = [](Said o, bool h, bool n) { return static_cast<int>(o) * 4 + (h ? 2 : 0) + (n ? 1 : 0); };
  if (rank(office, here, near) <= rank(out.office, out.here, out.office_near)) return;
  out.office = office;
  out.former = off > 0 && is_former(chain.descriptors);
  out.here = here;
  out.office_near = near;
}

PersonFitter::Support PersonFitter::support(const Chain& chain, ItemId person) const {
  Support out;
  const Item& item = set_.knowledge.item(person);
  out.state = named_with(chain, item.state);
  out.state_near = out.state || in_article(item.state);
  const std::vector<const Tenure*> tenures = set_.knowledge.tenures_of(person);
  const PartialDate& at = set_.document.article.published;
  long before = 0;
  long after = 0;
  bool within = tenures.empty() || !at.known();
  bool other_state = chain.state != no_item && item.state != no_item && chain.state != item.state;
  for (const Tenure* tenure : tenures) {
    weigh_tenure(chain, *tenure, out);
    const ItemId body = tenure->organization;
    if (body != no_item && (named_with(chain, body) || named_with(chain, set_.knowledge.item(body).state))) other_state = false;
    if (!at.known()) continue;
    const long off = days_off(*tenure, at);
    if (off == 0) within = true;
    if (std::abs(off) <= lag) out.in_office = true;
    if (off < 0) before = before == 0 ? -off : std::min(before, -off);
    if (off > 0) after = after == 0 ? off : std::min(after, off);
  }
  if (!within) {
    const long nearest = before == 0 ? after : after == 0 ? before : std::min(before, after);
    out.active = nearest <= (item.prominence >= 0.9F ? lasting_fame : public_life) * 366L;
    out.possible = before == 0 ? after <= lifetime_after * 366L : after != 0 || before <= lifetime_before * 366L;
  }
  out.contradicted = other_state && out.office == Support::Said::none;
  for (const std::string& word : chain.descriptors) {
    if (set_.knowledge.rules().in_class("private-person-noun", word)) out.private_life = true;
    for (const char* kin :
         {"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow", "uncle", "first lady"})
      if (word == kin) out.family = true;
  }
  return out;
}

PersonFit PersonFitter::fit(const Chain& chain, ItemId person, NameFit name) const {
  using Said = Support::Said;
  const Support s = support(chain, person);
  if (name == NameFit::none || !s.possible || s.contradicted) return {};
  const float fame = set_.knowledge.item(person).prominence;
  PersonFit out;
  const auto give = [&](float score, const std::string& reason) {
    if (score > out.score) out = {std::min(1.0F, score), reason};
  };
  const std::string office = !set_.document.article.published.known() ? "office" : s.former ? "former office" : "office at date";
  if (name == NameFit::surname) {
    if (s.family || (s.private_life && s.office == Said::none)) return {};
    if (s.office == Said::full && s.here) give(0.85F + 0.05F * fame, "surname, " + office + " and its state");
    if (s.office == Said::full && s.office_near) give(0.70F + 0.1F * fame, "surname and " + office);
    if (s.office == Said::full && fame >= 0.85F) give(0.60F + 0.05F * fame, "surname and " + office);
    if (s.office == Said::loose && s.here) give(0.70F + 0.05F * fame, "surname and " + office);
    if (s.state_near && s.in_office && fame >= 0.9F && chain.descriptors.empty())
      give(0.55F + 0.1F * fame, "surname, state and fame");
    return out;
  }
  const std::string named = name == NameFit::full     ? "name"
                            : name == NameFit::alias  ? "other name"
                            : name == NameFit::longer ? "longer name"
                                                      : "spelling of the name";
  if (s.office == Said::full && s.here) give(0.95F + 0.04F * fame, named + ", " + office + " and its state");
  if (s.office == Said::full && s.office_near) give(0.90F + 0.04F * fame, named + " and " + office);
  if (s.office == Said::full) give(0.80F + 0.05F * fame, named + " and " + office);
  if (s.office == Said::loose) give(0.85F + 0.05F * fame, named + " and " + office);
  if (s.office == Said::past && s.office_near) give(0.75F + 0.1F * fame, named + " and past office");
  const bool usual_name = name == NameFit::full || name == NameFit::spelling || (name == NameFit::alias && s.in_office);
  const bool by_name_alone = !(s.private_life && !s.public_office) && s.active && usual_name;
  if (by_name_alone) {
    if (s.state) give(0.70F + 0.15F * fame, named + " and state");
    if (s.state_near && (fame >= 0.5F || s.in_office)) give(0.60F + 0.2F * fame, named + " and state in the article");
    if (fame >= 0.8F) give(0.50F + 0.15F * fame, named + " and fame");
  }
  if (name != NameFit::full) out.score = std::max(0.0F, out.score - 0.03F);
  return out;
}

}  // namespace entente
