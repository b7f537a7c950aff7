#include "train/name_score.hpp"

#include <algorithm>
#include <string_view>

namespace entente {

namespace {

Article article_of(const CorpusSentence& sentence) {
  Article article;
  article.text = sentence.text;
  article.blocks.push_back({{0, static_cast<std::uint32_t>(sentence.text.size())}, BlockKind::paragraph});
  return article;
}

bool same(const CorpusName& a, const CorpusName& b) { return a.kind == b.kind && a.range == b.range; }

bool holds(const std::vector<CorpusName>& names, const CorpusName& name) {
  return std::any_of(names.begin(), names.end(), [&](const CorpusName& other) { return same(name, other); });
}

bool is_inside_other(const std::vector<CorpusName>& names, const CorpusName& found) {
  return std::any_of(names.begin(), names.end(), [&](const CorpusName& name) {
    return name.kind == NameClass::other && name.range.contains(found.range) && name.range != found.range;
  });
}

std::string describe(const CorpusSentence& sentence, const CorpusName& name) {
  static constexpr std::array<std::string_view, 4> kinds = {"person", "organisation", "place", "other"};
  const std::string_view text = std::string_view(sentence.text).substr(name.range.begin, name.range.size());
  return std::string(kinds[static_cast<std::size_t>(name.kind)]) + " [" + std::string(text) + "]";
}

// All that overlaps a name on the other side.
std::string counterparts(const CorpusSentence& sentence, const std::vector<CorpusName>& others, Range range) {
  std::string out;
  for (const CorpusName& other : others)
    if (other.range.overlaps(range)) out += (out.empty() ? "" : ", ") + describe(sentence, other);
  return out.empty() ? "nothing" : out;
}

void list_wrong(const CorpusSentence& sentence, const std::vector<CorpusName>& found, std::vector<std::string>& wrong) {
  const std::size_t before = wrong.size();
  for (const CorpusName& name : sentence.names)
    if (name.kind != NameClass::other && !holds(found, name))
      wrong.push_back("  wanted " + describe(sentence, name) + ", found " + counterparts(sentence, found, name.range));
  for (const CorpusName& name : found) {
    const bool touches = std::any_of(sentence.names.begin(), sentence.names.end(), [&](const CorpusName& other) {
      return other.kind != NameClass::other && other.range.overlaps(name.range);
    });
    if (!touches && !is_inside_other(sentence.names, name))
      wrong.push_back("  found " + describe(sentence, name) + ", wanted " + counterparts(sentence, sentence.names, name.range));
  }
  if (wrong.size() > before) wrong.insert(wrong.begin() + static_cast<std::ptrdiff_t>(before), sentence.text);
}

}  // namespace

NameCounts& NameCounts::operator+=(const NameCounts& other) {
  right += other.right, found += other.found, wanted += other.wanted;
  return *this;
}

NameCounts NameScore::all() const {
  NameCounts sum;
  for (const NameCounts& counts : kinds) sum += counts;
  return sum;
}

NameCounts NameScore::strict() const {
  NameCounts sum = all();
  sum.found += inside;
  return sum;
}

std::vector<CorpusName> counted_names(const Document& document) {
  std::vector<CorpusName> out;
  std::uint32_t end = 0;  // of the last outermost name
  for (const Mention& mention : document.mentions) {
    if (mention.kind != MentionKind::name || mention.range.begin < end) continue;
    end = mention.range.end;
    const NameClass kind = name_class(mention.type);
    if (kind != NameClass::other) out.push_back({mention.range, kind});
  }
  return out;
}

void add_counts(const CorpusSentence& sentence, const std::vector<CorpusName>& found, NameScore& score) {
  for (const CorpusName& name : sentence.names)
    if (name.kind != NameClass::other) ++score.kinds[static_cast<std::size_t>(name.kind)].wanted;
  for (const CorpusName& name : found) {
    if (is_inside_other(sentence.names, name)) {
      ++score.inside;
      continue;
    }
    NameCounts& counts = score.kinds[static_cast<std::size_t>(name.kind)];
    ++counts.found;
    if (holds(sentence.names, name)) ++counts.right;
  }
}

NameScore score_annotation(std::span<const CorpusSentence> sentences, const Annotator& annotator, std::vector<std::string>* wrong) {
  NameScore score;
  for (const CorpusSentence& sentence : sentences) {
    const std::vector<CorpusName> found = counted_names(annotator.annotate(article_of(sentence)));
    add_counts(sentence, found, score);
    if (wrong != nullptr) list_wrong(sentence, found, *wrong);
  }
  return score;
}

}  // namespace entente
