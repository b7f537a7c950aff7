#include "knowledge/office_titles.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace entente {

namespace {

// The last day on which the records of an office class are known to have been kept: when its latest term begins, anywhere. A term
// that has no end in the records may be over by any later day.
PartialDate kept_until(const Knowledge& knowledge, std::string_view office) {
  PartialDate last;
  for (const Tenure& tenure : knowledge.tenures())
    if (tenure.office == office && tenure.time.begin.known()) last = std::max(last, last_day(tenure.time.begin));
  return last;
}

// Does a tenure cover all days that the date can mean, whatever its own coarse ends mean?
bool covers(const Tenure& tenure, const PartialDate& at) {
  const PartialDate begin = tenure.time.begin.known() ? tenure.time.begin : tenure.seen.begin;
  const PartialDate end = tenure.time.end.known() ? tenure.time.end : tenure.seen.end;
  if (!begin.known() || last_day(begin) > first_day(at)) return false;
  return !end.known() || first_day(end) >= last_day(at);
}

}  // namespace

std::span<const Tenure> tenures_at(const Knowledge& knowledge, ItemId organization) {
  const std::span<const Tenure> all = knowledge.tenures();
  const auto begin = std::partition_point(all.begin(), all.end(), [&](const Tenure& t) { return t.organization < organization; });
  const auto end = std::partition_point(begin, all.end(), [&](const Tenure& t) { return t.organization == organization; });
  return {begin, end};
}

std::string plain_title(std::string_view title) {
  std::string folded = fold(title);
  std::replace(folded.begin(), folded.end(), '-', ' ');
  std::erase(folded, '.');
  std::string out;
  for (std::string_view word : split(folded, ' ')) {
    if (word.empty() || word == "the") continue;
    if (word == "defense") word = "defence";
    if (word == "advisor") word = "adviser";
    out.append(out.empty() ? "" : " ").append(word);
  }
  return out;
}

OfficeTitles::OfficeTitles(const Knowledge& knowledge) {
  for (const Office& office : knowledge.offices()) {
    std::vector<std::string>& titles = by_office_[office.key];
    for (const std::string& title : office.titles) {
      titles.push_back(plain_title(title));
      by_title_[titles.back()].push_back(office.key);
    }
  }
  for (const Tenure& tenure : knowledge.tenures()) {
    const auto [plain, fresh] = plain_.try_emplace(tenure.title);
    if (fresh) plain->second = plain_title(tenure.title);
    std::vector<Post>& posts = posts_[tenure.organization];
    const Post post{plain->second, tenure.office};
    if (posts.empty() || posts.back() != post) posts.push_back(post);
  }
  for (auto& [organization, posts] : posts_) {
    std::sort(posts.begin(), posts.end());
    posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
  }
}

const std::vector<std::string>& OfficeTitles::titles_of(std::string_view office) const {
  static const std::vector<std::string> none;
  const auto found = by_office_.find(office);
  return found == by_office_.end() ? none : found->second;
}

std::vector<std::string_view> OfficeTitles::offices(std::string_view title, ItemId organization) const {
  const std::string plain = plain_title(title);
  std::vector<std::string_view> out;
  if (const auto found = posts_.find(organization); found != posts_.end())
    for (auto post = std::lower_bound(found->second.begin(), found->second.end(), Post{plain, {}});
         post != found->second.end() && post->title == plain; ++post)
      out.push_back(post->office);
  if (!out.empty()) return out;  // the posts' own titles say which office it is there
  if (const auto common = by_title_.find(plain); common != by_title_.end()) out = common->second;
  return out;
}

bool OfficeTitles::names(std::string_view title, const Tenure& tenure) const {
  const std::string plain = plain_title(title);
  const auto own = plain_.find(tenure.title);
  if (plain == (own == plain_.end() ? plain_title(tenure.title) : own->second)) return true;
  const std::vector<std::string>& titles = titles_of(tenure.office);
  return std::find(titles.begin(), titles.end(), plain) != titles.end();
}

const Tenure* certain_holder(const Knowledge& knowledge, std::string_view office, ItemId organization, const PartialDate& at) {
  const std::vector<const Tenure*> holders = knowledge.holders(office, organization, at);
  const Tenure* found = nullptr;
  for (const Tenure* tenure : holders) {
    if (found != nullptr && found->person != tenure->person) return nullptr;
    if (found == nullptr || covers(*tenure, at)) found = tenure;
  }
  if (found == nullptr || found->person == no_item || !covers(*found, at)) return nullptr;
  if (!found->time.end.known() && !found->seen.end.known() && kept_until(knowledge, office) < last_day(at)) return nullptr;
  // A term of which the records give no beginning may overlap.
  for (const Tenure& other : tenures_at(knowledge, organization)) {
    if (other.office != office || other.person == found->person || other.time.begin.known()) continue;
    const bool over = other.time.end.known() && last_day(other.time.end) < first_day(at);
    const bool later =
        other.seen.begin.known() && first_day(other.seen.begin) > last_day(found->time.end.known() ? found->time.end : at);
    if (!over && !later) return nullptr;
  }
  return found;
}

}  // namespace entente
