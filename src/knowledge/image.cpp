#include "knowledge/image.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

#include "knowledge/flat.hpp"

namespace entente {

namespace {

std::int32_t packed(const PartialDate& date) { return date.year * 10000 + date.month * 100 + date.day; }
PartialDate unpacked(std::int32_t date) { return {date / 10000, date / 100 % 100, date % 100}; }

SpanRecord packed(const TimeSpan& span) { return {packed(span.begin), packed(span.end)}; }
TimeSpan unpacked(const SpanRecord& span) { return {unpacked(span.begin), unpacked(span.end)}; }

// Keys whose 64-bit hashes are one take the next number of a row that begins with the hash.
std::uint64_t key_hash(std::string_view key, std::uint64_t attempt) {
  const std::uint64_t hash = hash_text(key) + attempt;
  return hash == 0 ? 1 : hash;
}

class ImageWriter {
 public:
  explicit ImageWriter(const KnowledgeDraft& draft) : draft_(draft) {}

  Result<Sections> run() {
    Sections out;
    out.emplace_back("items", items());
    add_keys(out);
    out.emplace_back("posts", posts());
    out.emplace_back("offices", offices());
    out.emplace_back("tenures", tenures());
    out.emplace_back("by-person", by_person());
    out.emplace_back("memberships", memberships());
    out.emplace_back("steps", steps());
    out.emplace_back("terms", terms());
    out.emplace_back("first.keys", bytes_of(draft_.first_names.table().keys));
    out.emplace_back("first.values", bytes_of(draft_.first_names.table().values));
    if (text_.size() > std::numeric_limits<std::uint32_t>::max())
      return Error{"too-large", "the texts of the knowledge base are longer than four gigabytes", {}, 0};
    out.emplace_back("text", std::move(text_));
    return out;
  }

 private:
  TextRecord text(std::string_view value) {
    const TextRecord out{static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(value.size())};
    text_ += value;
    return out;
  }

  // For what many records have: classes, offices, titles.
  TextRecord shared(const std::string& value) {
    if (value.empty()) return {};
    const auto [at, fresh] = shared_.try_emplace(value);
    if (fresh) at->second = text(value);
    return at->second;
  }

  std::string items() {
    std::vector<ItemRecord> out;
    out.reserve(draft_.items.size());
    for (const DraftItem& item : draft_.items)
      out.push_back({text(item.key), shared(item.klass), text(item.label), text(item.wikidata), item.state, item.parent,
                     std::bit_cast<std::uint32_t>(item.prominence), static_cast<std::uint32_t>(item.type)});
    return bytes_of(out);
  }

  void add_keys(Sections& out) const {
    NumberTable keys;
    for (ItemId id = 0; id < draft_.items.size(); ++id)
      for (std::uint64_t attempt = 0; keys.insert(key_hash(draft_.items[id].key, attempt), id) != id;) ++attempt;
    out.emplace_back("keys.keys", bytes_of(keys.view().keys));
    out.emplace_back("keys.values", bytes_of(keys.view().values));
  }

  std::string posts() {
    std::vector<PostRecord> out;
    for (const auto& [key, post] : draft_.posts)
      out.push_back({text(key), shared(post.title), shared(post.office), shared(post.organization)});
    return bytes_of(out);
  }

  std::string offices() {
    std::vector<TextRecord> out;
    for (const auto& [key, titles] : draft_.offices) {
      std::string lines = key;
      for (const std::string& title : titles) lines += "\n" + title;
      out.push_back(text(lines));
    }
    return bytes_of(out);
  }

  std::string tenures() {
    std::vector<TenureRecord> out;
    for (const DraftTenure& tenure : draft_.tenures)
      out.push_back({shared(tenure.office), shared(tenure.title), tenure.person, tenure.organization, packed(tenure.time),
                     packed(tenure.seen)});
    return bytes_of(out);
  }

  // Indices into tenures, sorted by person, then by begin, then as they stand.
  std::string by_person() const {
    std::vector<std::uint32_t> out(draft_.tenures.size());
    for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = i;
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
      const DraftTenure &left = draft_.tenures[a], &right = draft_.tenures[b];
      return std::tie(left.person, left.time.begin) < std::tie(right.person, right.time.begin);
    });
    return bytes_of(out);
  }

  std::string memberships() const {
    std::vector<MembershipRecord> out;
    for (const Membership& m : draft_.memberships) out.push_back({m.member, m.organization, packed(m.time), packed(m.seen)});
    return bytes_of(out);
  }

  std::string steps() {
    std::vector<StepRecord> out;
    for (const DraftStep& step : draft_.treaty_steps)
      out.push_back({shared(step.step), step.treaty, step.actor, packed(step.date)});
    return bytes_of(out);
  }

  std::string terms() {
    std::vector<TermRecord> out;
    for (const std::string& term : draft_.ontology.terms) {
      const auto klass = draft_.ontology.classes.find(term);
      const bool known = klass != draft_.ontology.classes.end();
      out.push_back({shared(term), known ? static_cast<std::uint32_t>(klass->second) : TermRecord::no_type});
    }
    return bytes_of(out);
  }

  const KnowledgeDraft& draft_;
  std::string text_;
  std::unordered_map<std::string, TextRecord> shared_;
};

}  // namespace

Result<Sections> image_sections(const KnowledgeDraft& draft) { return ImageWriter(draft).run(); }

Result<Image> image_of(const SectionFile& file) {
  Image out;
  out.text = file.section("text");
  const bool whole = read_records(file, "items", out.items) && read_records(file, "keys.keys", out.keys.keys) &&
                     read_records(file, "keys.values", out.keys.values) && read_records(file, "posts", out.posts) &&
                     read_records(file, "offices", out.offices) && read_records(file, "tenures", out.tenures) &&
                     read_records(file, "by-person", out.tenures_by_person) && read_records(file, "memberships", out.memberships) &&
                     read_records(file, "steps", out.steps) && read_records(file, "terms", out.terms) &&
                     read_records(file, "first.keys", out.first_names.keys) &&
                     read_records(file, "first.values", out.first_names.values);
  if (!whole || !out.keys.well_formed() || !out.first_names.well_formed() || out.tenures_by_person.size() != out.tenures.size())
    return Error{"bad-knowledge-file", "its tables do not fit together", {}, 0};
  return out;
}

Item Image::item(ItemId id) const {
  const ItemRecord& record = items[id];
  Item out;
  out.key = string(record.key);
  out.type = static_cast<EntityType>(record.type);
  out.klass = string(record.klass);
  out.label = string(record.label);
  out.wikidata = string(record.wikidata);
  out.state = record.state;
  out.parent = record.parent;
  out.prominence = std::bit_cast<float>(record.prominence);
  return out;
}

ItemId Image::find_key(std::string_view key) const {
  for (std::uint64_t attempt = 0;; ++attempt) {
    const std::uint32_t found = keys.find(key_hash(key, attempt));
    if (found == NumberTableView::absent) return no_item;
    if (string(items[found].key) == key) return found;
  }
}

Office Image::office(const TextRecord& record) const {
  std::string_view lines = string(record);
  Office out;
  out.key = lines.substr(0, lines.find('\n'));
  while (lines.find('\n') != std::string_view::npos) {
    lines.remove_prefix(lines.find('\n') + 1);
    out.titles.emplace_back(lines.substr(0, lines.find('\n')));
  }
  return out;
}

Tenure Image::tenure(const TenureRecord& record) const {
  Tenure out;
  out.person = record.person;
  out.office = string(record.office);
  out.title = string(record.title);
  out.organization = record.organization;
  out.time = unpacked(record.time);
  out.seen = unpacked(record.seen);
  return out;
}

Membership Image::membership(const MembershipRecord& record) {
  return {record.member, record.organization, unpacked(record.time), unpacked(record.seen)};
}

TreatyStep Image::step(const StepRecord& record) const {
  return {record.treaty, string(record.step), record.actor, unpacked(record.date)};
}

Ontology Image::ontology() const {
  Ontology out;
  for (const TermRecord& term : terms) {
    out.terms.emplace_hint(out.terms.end(), string(term.name));
    if (term.type != TermRecord::no_type) out.classes.emplace(string(term.name), static_cast<EntityType>(term.type));
  }
  return out;
}

KnowledgeDraft draft_of(const Image& image) {
  KnowledgeDraft out;
  out.ontology = image.ontology();
  out.items.reserve(image.items.size());
  for (ItemId id = 0; id < image.items.size(); ++id) {
    const Item item = image.item(id);
    out.items.push_back({std::string(item.key), item.type, std::string(item.klass), std::string(item.label),
                         std::string(item.wikidata), item.state, item.parent, item.prominence});
    out.keys.emplace(item.key, id);
  }
  for (const PostRecord& post : image.posts)
    out.posts.emplace(image.string(post.key),
                      DraftPost{std::string(image.string(post.title)), std::string(image.string(post.office)),
                                std::string(image.string(post.organization))});
  for (const TextRecord& record : image.offices) {
    Office office = image.office(record);
    out.offices.emplace(std::move(office.key), std::move(office.titles));
  }
  for (const TenureRecord& record : image.tenures) {
    const Tenure tenure = image.tenure(record);
    out.tenures.push_back(
        {tenure.person, std::string(tenure.office), std::string(tenure.title), tenure.organization, tenure.time, tenure.seen});
  }
  for (const MembershipRecord& record : image.memberships) out.memberships.push_back(Image::membership(record));
  for (const StepRecord& record : image.steps) {
    const TreatyStep step = image.step(record);
    out.treaty_steps.push_back({step.treaty, std::string(step.step), step.actor, step.date});
  }
  out.first_names = FirstNames(image.first_names);
  return out;
}

}  // namespace entente
