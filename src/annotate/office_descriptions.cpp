// Persons described by an office alone: "the German foreign minister", "the president of France", "his French counterpart". Where
// the knowledge base is certain who held it at the date, and the article names that person, the description means him or her.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "annotate/chains.hpp"
#include "annotate/person_fit.hpp"
#include "base/text.hpp"
#include "knowledge/office_titles.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

constexpr std::uint32_t longest_title = 7;

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class OfficeReader {
 public:
  explicit OfficeReader(ChainSet& set) : set_(set), document_(set.document) {}

  void run() {
    const std::size_t count = document_.mentions.size();
    for (std::uint32_t m = 0; m < count; ++m) {
      const ItemId body = body_of(m);
      if (body == no_item) continue;
      if (!read_after(m, body)) read_before(m, body);
      read_counterpart(m, body);
    }
    std::stable_sort(set_.offices.begin(), set_.offices.end(),
                     [](const ChainOffice& a, const ChainOffice& b) { return a.mention.tokens.begin < b.mention.tokens.begin; });
    for (ChainOffice& office : set_.offices) settle(office);
  }

 private:
  std::string form(std::uint32_t token) const { return lower(document_.form(token)); }
  bool is_possessive(std::uint32_t token) const { return document_.tokens[token].xpos == "POS"; }

  // The state or organisation that a mention stands for; no person, place or thing.
  ItemId body_of(std::uint32_t mention) const {
    const std::uint32_t chain = set_.of_mention[mention];
    if (chain == no_chain || set_.chains[chain].item == no_item) return no_item;
    switch (set_.chains[chain].type) {
      case EntityType::State:
      case EntityType::InternationalOrganization:
      case EntityType::GovernmentBody:
      case EntityType::Council: return set_.chains[chain].item;
      default: return no_item;
    }
  }

  // Does the knowledge base know anybody who held the office there?
  bool is_filled(std::string_view office, ItemId body) const {
    const std::span<const Tenure> tenures = tenures_at(set_.knowledge, body);
    return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& t) { return t.office == office; });
  }

  // "the leader": the class depends on who leads the state.
  std::string_view leader_of(ItemId body) const {
    const Item& item = set_.knowledge.item(body);
    if (item.type != EntityType::State) return {};
    const auto has = [&](std::string_view office) { return is_filled(office, body); };
    if (has("supreme-leader")) return "supreme-leader";
    const bool state = has("head-of-state");
    const bool government = has("head-of-government");
    if (state != government) return state ? "head-of-state" : "head-of-government";
    if (set_.knowledge.rules().in_class("led-by-president", item.key)) return "head-of-state";
    if (set_.knowledge.rules().in_class("led-by-premier", item.key)) return "head-of-government";
    return {};
  }

  // The one class of offices that a title names there; empty if it names none or several.
  std::string_view office(std::string_view title, ItemId body) const {
    if (plain_title(title) == "leader") return leader_of(body);
    std::string_view found;
    for (const std::string_view candidate : set_.titles.offices(title, body)) {
      if (!is_filled(candidate, body)) continue;
      if (!found.empty()) return {};
      found = candidate;
    }
    return found;
  }

  std::string title(Range tokens) const { return plain_spaces(document_.text(document_.bytes(tokens))); }

  static bool ends_title(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

  bool is_person(const Mention* mention) const {
    return mention != nullptr && mention->kind == MentionKind::name && mention->type == EntityType::Person;
  }

  // Does a name, a further noun or a complement follow, so that the description is more or less than an office?
  bool goes_on(std::uint32_t end, Range sentence, EntityType body) const {
    if (end >= sentence.end) return false;
    std::uint32_t at = end;
    const std::string word = form(at);
    if (word == "," || word == "(") ++at;
    if (at < sentence.end && is_person(mention_at(document_, at))) return true;
    if (at > end) return false;
    const Token& next = document_.tokens[end];
    static constexpr std::array<std::string_view, 6> other_office = {"-", "of", "for", "designate", "elect", "who"};
    if (ends_title(next) || next.upos == Upos::NUM || one_of(other_office, word)) return true;
    if (word == "to") return end + 1 == sentence.end || document_.tokens[end + 1].upos != Upos::VERB;
    // "the UN chief in Ruritania" is another office, "the Ruritanian president in Oslo" is not.
    return (word == "in" || word == "at") && body != EntityType::State;
  }

  // Is the phrase said of somebody: "X, the German minister", "X became German minister"?
  bool is_said_of_somebody(std::uint32_t begin, std::uint32_t head, Range sentence) const {
    const Token& token = document_.tokens[head];
    if (has_relation(token, "appos") || has_relation(token, "flat") || has_relation(token, "compound")) return true;
    if (child(document_, head, "cop")) return true;
    if (begin == sentence.begin) return false;
    static constexpr std::array<std::string_view, 14> copulas = {"be",    "become",  "as",     "remain", "like", "than", "name",
                                                                 "elect", "appoint", "former", "then",   "new",  "next", "ex"};
    if (one_of(copulas, document_.tokens[begin - 1].lemma) || document_.form(begin - 1) == "-") return true;
    return document_.form(begin - 1) == "," && begin >= sentence.begin + 2 && is_person(mention_at(document_, begin - 2));
  }

  // Where the phrase begins with its determiner; nothing where that is none of a definite description.
  std::optional<std::uint32_t> definite(std::uint32_t begin, Range sentence, bool proper) const {
    if (begin == sentence.begin) return begin;
    const std::string before = form(begin - 1);
    if (before == "the") return begin - 1;
    const Token& token = document_.tokens[begin - 1];
    const bool attached = token.upos == Upos::ADJ || token.upos == Upos::NOUN || token.upos == Upos::PROPN ||
                          token.upos == Upos::DET || token.upos == Upos::NUM || token.xpos == "POS" || token.xpos == "PRP$" ||
                          before == "-" || before == "a" || before == "an" || before == "no" || before == "any";
    return attached || !proper ? std::nullopt : std::optional(begin);
  }

  void keep(std::uint32_t mention, ItemId body, Range tokens, std::uint32_t head, std::string_view office_class) {
    ChainOffice out;
    out.mention.tokens = tokens;
    out.mention.head = head;
    out.mention.office = office_class;
    out.mention.body = set_.knowledge.item(body).key;
    out.body = set_.of_mention[mention];
    set_.offices.push_back(std::move(out));
  }

  // "the German foreign minister", "NATO's secretary general", "UN chief". True if there is a title, used or not.
  bool read_after(std::uint32_t m, ItemId body) {
    const Mention& mention = set_.mention(m);
    const Range sentence = sentence_tokens(document_, mention.tokens.begin);
    std::uint32_t at = mention.tokens.end;
    const bool possessive = at < sentence.end && is_possessive(at);
    if (possessive) ++at;
    for (std::uint32_t end = std::min(sentence.end, at + longest_title); end > at; --end) {
      if (!ends_title(document_.tokens[end - 1])) continue;
      const std::string_view found = office(title({at, end}), body);
      if (found.empty()) continue;
      const std::uint32_t head = head_of(document_, {at, end});
      const bool proper = possessive || mention.kind == MentionKind::name;
      const auto begin = definite(mention.tokens.begin, sentence, proper || mention.tokens.begin == sentence.begin);
      if (begin && !goes_on(end, sentence, set_.knowledge.item(body).type) && !is_said_of_somebody(*begin, head, sentence))
        keep(m, body, {*begin, end}, head, found);
      return true;
    }
    return false;
  }

  // "the president of France"
  void read_before(std::uint32_t m, ItemId body) {
    const Mention& mention = set_.mention(m);
    if (mention.kind != MentionKind::name) return;
    const Range sentence = sentence_tokens(document_, mention.tokens.begin);
    std::uint32_t at = mention.tokens.begin;
    if (at > sentence.begin && form(at - 1) == "the") --at;
    if (at < sentence.begin + 3 || form(at - 1) != "of") return;
    --at;
    for (std::uint32_t begin = at > sentence.begin + longest_title ? at - longest_title : sentence.begin + 1; begin < at; ++begin) {
      if (form(begin - 1) != "the") continue;
      const std::string_view found = office(title({begin, at}), body);
      if (found.empty()) continue;
      const std::uint32_t head = head_of(document_, {begin, at});
      if (!goes_on(mention.tokens.end, sentence, set_.knowledge.item(body).type) && !is_said_of_somebody(begin - 1, head, sentence))
        keep(m, body, {begin - 1, mention.tokens.end}, head, found);
      return;
    }
  }

  // "his French counterpart": the office of the one person whom the sentence has named before.
  void read_counterpart(std::uint32_t m, ItemId body) {
    const Mention& mention = set_.mention(m);
    const Range sentence = sentence_tokens(document_, mention.tokens.begin);
    const std::uint32_t noun = mention.tokens.end;
    if (noun >= sentence.end || form(noun) != "counterpart" || mention.tokens.begin == sentence.begin) return;
    if (document_.tokens[mention.tokens.begin - 1].xpos != "PRP$" || goes_on(noun + 1, sentence, set_.knowledge.item(body).type))
      return;
    const std::uint32_t person = only_person_before(mention.tokens.begin, sentence);
    if (person == no_chain) return;
    const std::string found = office_of_person(set_.chains[person]);
    if (!found.empty()) keep(m, body, {mention.tokens.begin - 1, noun + 1}, noun, found);
  }

  std::uint32_t only_person_before(std::uint32_t token, Range sentence) const {
    std::uint32_t found = no_chain;
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      const Mention& other = set_.mention(i);
      if (other.tokens.begin < sentence.begin || other.tokens.begin >= token || !is_person(&other)) continue;
      if (found != no_chain && found != set_.of_mention[i]) return no_chain;
      found = set_.of_mention[i];
    }
    return found;
  }

  // Offices whose holders have counterparts in other states.
  static bool has_counterparts(std::string_view office) {
    static constexpr std::array<std::string_view, 7> known = {"head-of-state",    "head-of-government", "foreign-minister",
                                                              "defence-minister", "interior-minister",  "finance-minister",
                                                              "chief-of-staff"};
    return one_of(known, office);
  }

  // By what the text calls the person; else by the one such office that a linked person held at the date.
  std::string office_of_person(const Chain& chain) const {
    std::string found;
    const auto take = [&](std::string_view office) {
      if (!has_counterparts(office) || office == found) return true;
      const bool first = found.empty();
      found = office;
      return first;
    };
    for (const Office& office : set_.knowledge.offices()) {
      const auto& titles = set_.titles.titles_of(office.key);
      const bool said = std::any_of(titles.begin(), titles.end(), [&](const std::string& t) {
        return t.find(' ') != std::string::npos && says_title(chain.descriptors, t);
      });
      if (said && !take(office.key)) return {};
    }
    if (!found.empty() || chain.item == no_item) return found;
    for (const Tenure* tenure : set_.knowledge.tenures_of(chain.item)) {
      const Tenure* holder = certain_holder(set_.knowledge, tenure->office, tenure->organization, document_.article.published);
      if (holder != nullptr && holder->person == chain.item && !take(tenure->office)) return {};
    }
    return found;
  }

  // Who held the office at the date of publication, and at every other date that the sentence gives.
  const Tenure* holder(const OfficeMention& mention) const {
    const ItemId body = set_.knowledge.find_key(mention.body);
    const Tenure* found = certain_holder(set_.knowledge, mention.office, body, document_.article.published);
    if (found == nullptr) return nullptr;
    const Range sentence = sentence_tokens(document_, mention.head);
    for (const TimeExpression& time : document_.times) {
      if (!sentence.contains(time.tokens) || !time.value.known()) continue;
      for (const PartialDate& date : {time.value.begin, time.value.end}) {
        if (!date.known()) continue;
        const Tenure* then = certain_holder(set_.knowledge, mention.office, body, date);
        if (then == nullptr || then->person != found->person) return nullptr;
      }
    }
    return found;
  }

  void settle(ChainOffice& office) {
    const Tenure* tenure = holder(office.mention);
    if (tenure == nullptr) return;
    office.settled = true;
    office.named = set_.find_item(tenure->person);
    if (office.named == no_chain) return;
    const std::uint32_t mention = add_mention(set_, office.mention.tokens, MentionKind::nominal, EntityType::Person);
    set_.of_mention[mention] = office.named;
    set_.chains[office.named].mentions.push_back(mention);
  }

  ChainSet& set_;
  Document& document_;
};

}  // namespace

void chain_offices(ChainSet& set) { OfficeReader(set).run(); }

}  // namespace entente
