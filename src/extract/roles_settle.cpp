#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "extract/roles_found.hpp"
#include "extract/roles_modifiers.hpp"

namespace entente {

namespace {

std::vector<std::string> title_words(std::string_view title) {
  static const std::map<std::string, std::string, std::less<>> full = {
      {"gen", "general"},    {"lt", "lieutenant"},      {"col", "colonel"},     {"maj", "major"},
      {"capt", "captain"},   {"adm", "admiral"},        {"sgt", "sergeant"},    {"prof", "professor"},
      {"sen", "senator"},    {"dr", "doctor"},          {"gov", "governor"},    {"brig", "brigadier"},
      {"cmdr", "commander"}, {"rep", "representative"}, {"defence", "defense"}, {"advisor", "adviser"}};
  std::string folded = fold(title);
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '-' || c == '.' || c == ','; }, ' ');
  const std::string spaced = plain_spaces(folded);
  std::vector<std::string> out;
  for (const std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    const auto known = full.find(word);
    out.emplace_back(known != full.end() ? known->second : std::string(word));
  }
  return out;
}

bool within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::all_of(few.begin(), few.end(),
                     [&](const std::string& w) { return std::find(many.begin(), many.end(), w) != many.end(); });
}

// The same post, perhaps in fewer words: "minister" and "foreign minister".
bool same_title(const std::vector<std::string>& a, const std::vector<std::string>& b) { return within(a, b) || within(b, a); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_state(const Document& document, EntityIndex entity) {
  return entity != no_entity && document.entities[entity].type == EntityType::State;
}

EntityIndex entity_with_key(const Document& document, const std::string& key) {
  for (EntityIndex i = 0; i < document.entities.size(); ++i)
    if (!key.empty() && document.entities[i].link.key == key) return i;
  return no_entity;
}

bool holds_on(const Tenure& tenure, const PartialDate& day) {
  if (!day.known()) return false;
  const TimeSpan& time = tenure.time;
  return time.begin.known() && first_day(time.begin) <= last_day(day) &&
         (!time.end.known() || last_day(time.end) >= first_day(day));
}

ItemId item_of(const Document& document, const Knowledge& knowledge, EntityIndex entity) {
  const std::string& key = document.entities[entity].link.key;
  return key.empty() ? no_item : knowledge.find_key(key);
}

// Fills in what the text leaves out, for one document.
class Inference {
 public:
  Inference(const RoleView& view, const Knowledge& knowledge, std::vector<FoundRole>& roles)
      : view_(view), knowledge_(knowledge), roles_(roles) {}

  void run() {
    for (FoundRole& role : roles_)
      if (role.organization == no_entity && role.kind == TitleKind::office) role.organization = of_state_office(role);
    // In the service of a person: of the state that the person serves.
    for (FoundRole& role : roles_)
      if (role.organization == no_entity && role.owner != no_entity && role.kind == TitleKind::office)
        role.organization = state_of(role.owner);
  }

 private:
  const Document& document() const { return view_.document(); }

  EntityIndex of_state_office(const FoundRole& role) const {
    const std::vector<std::string> words = title_words(role.title);
    if (words.empty()) return no_entity;
    const EntityIndex same = same_post(role, words);
    if (same != no_entity) return same;
    const EntityIndex known = by_tenure(role.person, words);
    if (known != no_entity) return known;
    if (view_.words().us_office(joined(words))) {
      const EntityIndex us = entity_with_key(document(), "state/united-states");
      if (us != no_entity && is_american(role, words, us)) return us;
    }
    const bool of_state = view_.words().state_office(joined(words)) || view_.words().state_office(words.back());
    if (!of_state || role.owner != no_entity) return no_entity;
    return state_of(role.person);
  }

  // Other states have senators, attorneys general and secretaries of defence too ("Defence Secretary"): the article must
  // speak of the United States at least as much as of any other state, and not spell as the British do.
  bool is_american(const FoundRole& role, const std::vector<std::string>& words, EntityIndex us) const {
    if (fold(role.title).find("defence") != std::string::npos) return false;
    static constexpr std::array<std::string_view, 6> shared = {"senator", "attorney", "defense", "energy", "health", "education"};
    const bool elsewhere_too = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return std::find(shared.begin(), shared.end(), word) != shared.end();
    });
    if (!elsewhere_too) return true;
    const EntityIndex own = document().entities[role.person].state;
    if (is_state(document(), own)) return own == us;
    std::vector<std::size_t> named(document().entities.size(), 0);
    for (const Mention& mention : document().mentions)
      if (is_state(document(), mention.entity)) ++named[mention.entity];
    return named[us] == *std::max_element(named.begin(), named.end());
  }

  // The same person's same post, named with its organisation elsewhere in the article.
  EntityIndex same_post(const FoundRole& role, const std::vector<std::string>& words) const {
    for (const FoundRole& other : roles_)
      if (other.person == role.person && other.organization != no_entity && same_title(words, title_words(other.title)))
        return other.organization;
    return no_entity;
  }

  EntityIndex by_tenure(EntityIndex person, const std::vector<std::string>& words) const {
    const ItemId item = item_of(document(), knowledge_, person);
    if (item == no_item) return no_entity;
    for (const Tenure* tenure : knowledge_.tenures_of(item)) {
      if (tenure->organization == no_item) continue;
      const std::vector<std::string> title = title_words(tenure->title);
      const bool alike = same_title(words, title) || std::find(title.begin(), title.end(), words.back()) != title.end();
      if (!alike) continue;
      const EntityIndex entity = entity_with_key(document(), knowledge_.item(tenure->organization).key);
      if (entity != no_entity) return entity;
    }
    return no_entity;
  }

  // The state whose government a person heads or belongs to.
  EntityIndex state_led_by(EntityIndex person) const {
    for (const FoundRole& role : roles_) {
      const std::string title = joined(title_words(role.title));
      const bool leads = view_.words().state_office(title) && !view_.words().us_office(title);
      if (role.person == person && leads && is_state(document(), role.organization)) return role.organization;
    }
    return no_entity;
  }

  EntityIndex state_of(EntityIndex person) const {
    const EntityIndex own = document().entities[person].state;
    if (is_state(document(), own)) return own;
    for (const FoundRole& role : roles_)
      if (role.person == person && is_state(document(), role.organization)) return role.organization;
    for (const FoundRole& role : roles_)
      if (role.person == person && role.organization != no_entity &&
          is_state(document(), document().entities[role.organization].state))
        return document().entities[role.organization].state;
    return no_entity;
  }

  const RoleView& view_;
  const Knowledge& knowledge_;
  std::vector<FoundRole>& roles_;
};

// What a later mention of the same post adds to the first.
void absorb(FoundRole& kept, const FoundRole& other) {
  if (kept.organization == no_entity) kept.organization = other.organization;
  if (title_words(other.title).size() > title_words(kept.title).size()) kept.title = other.title;
  if (kept.status == Status::current) kept.status = other.status;
  if (!kept.time.known()) kept.time = other.time;
  kept.confidence = std::max(kept.confidence, other.confidence);
}

bool same_post(const FoundRole& a, const FoundRole& b) {
  if (a.person != b.person) return false;
  if (a.organization != b.organization && a.organization != no_entity && b.organization != no_entity) return false;
  return same_title(title_words(a.title), title_words(b.title));
}

}  // namespace

void find_titles_in_descriptions(const RoleView& view, const Knowledge& knowledge, std::vector<FoundRole>& roles) {
  const Document& document = view.document();
  for (const Mention& mention : document.mentions) {
    const bool person = mention.kind == MentionKind::nominal && mention.entity != no_entity &&
                        document.entities[mention.entity].type == EntityType::Person;
    if (!person || kind_of_head(view, mention.head) != TitleKind::office) continue;
    const ItemId item = item_of(document, knowledge, mention.entity);
    if (item == no_item) continue;
    const std::optional<TitlePhrase> phrase = title_around(view, mention.head, mention.tokens.begin, mention.tokens.end);
    if (!phrase || phrase->plural) continue;
    const std::vector<std::string> words = title_words(phrase->text);
    const std::vector<const Tenure*> tenures = knowledge.tenures_of(item);
    const bool known = std::any_of(tenures.begin(), tenures.end(), [&](const Tenure* tenure) {
      return holds_on(*tenure, document.article.published) && within(words, title_words(tenure->title));
    });
    if (known) roles.push_back(make_role(*phrase, mention.entity, mention.tokens, "roles/description"));
  }
}

void infer_organizations(const RoleView& view, const Knowledge& knowledge, std::vector<FoundRole>& roles) {
  Inference(view, knowledge, roles).run();
}

void merge_repeated_roles(std::vector<FoundRole>& roles) {
  std::stable_sort(roles.begin(), roles.end(), [](const FoundRole& a, const FoundRole& b) { return a.tokens < b.tokens; });
  std::vector<FoundRole> out;
  for (const FoundRole& role : roles) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const FoundRole& kept) { return same_post(kept, role); });
    if (same == out.end())
      out.push_back(role);
    else
      absorb(*same, role);
  }
  roles = std::move(out);
}

}  // namespace entente
