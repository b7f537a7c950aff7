#include "annotate/name_features.hpp"

#include <algorithm>
#include <string>

#include "annotate/word.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::uint32_t far_away = 2;  // words in lower case inside of a name: "Bank of the South"

struct Seen {
  Word word;
  std::string lower;
  bool upper = false;
  std::uint32_t flags = 0;       // word classes
  std::uint64_t known = 0;       // what the knowledge base knows a stretch with this word as, and where in it the word stands
  std::uint64_t tag = 0;         // XPOS
  std::uint64_t first_name = 0;  // 'm', 'f', or 0
};

// The kinds of things that a stretch can mean, as bits.
std::uint64_t meanings(const Knowledge& knowledge, std::span<const Name> names) {
  std::uint64_t bits = 0;
  for (const Name& name : names) {
    const Item& item = knowledge.item(name.item);
    std::uint64_t kind = static_cast<std::uint64_t>(item.type);
    if (name.kind == NameKind::adjective || name.kind == NameKind::demonym) kind = 13;
    if (name.kind == NameKind::capital || name.kind == NameKind::metonym) kind = 14;
    if (name.kind == NameKind::surname) kind = item.prominence >= 0.5F ? 15 : 16;
    if (name.kind == NameKind::contextual) kind = 17;
    bits |= std::uint64_t{1} << kind;
  }
  return bits;
}

std::vector<Seen> see(const Knowledge& knowledge, const NameWords& words, const Document& document, Range sentence) {
  std::vector<Seen> out(sentence.size());
  for (std::uint32_t i = 0; i < sentence.size(); ++i) {
    const std::uint32_t token = sentence.begin + i;
    const std::string_view form = document.form(token);
    Seen& s = out[i];
    s.word = word_of(form);
    s.lower = lower(form);
    if (s.lower.size() > 1 && s.lower.back() == '.') s.lower.pop_back();
    s.upper = starts_upper(form);
    s.flags = words.flags(s.lower);
    s.tag = word_of(document.tokens[token].xpos).form;
    if (s.upper) s.first_name = static_cast<std::uint64_t>(knowledge.first_name_gender(form));
  }
  const Range bytes = document.bytes(sentence);
  for (const NameMatch& match : knowledge.match(document.text(bytes))) {
    const Range range{bytes.begin + match.begin, bytes.begin + match.end};
    const std::uint64_t bits = meanings(knowledge, match.names);
    for (std::uint32_t i = 0; i < out.size(); ++i) {
      const Range token = document.tokens[sentence.begin + i].range;
      if (!range.overlaps(token)) continue;
      const std::uint64_t place = (token.begin <= range.begin ? 1U : 0U) | (token.end >= range.end ? 2U : 0U);
      out[i].known = mix(bits, place + 1);
    }
  }
  return out;
}

// The run of capitalised words around a word, as half-open indices.
Range run_around(const std::vector<Seen>& seen, std::uint32_t at) {
  Range run{at, at};
  while (run.begin > 0 && seen[run.begin - 1].upper) --run.begin;
  while (run.end < seen.size() && seen[run.end].upper) ++run.end;
  return run;
}

bool judged(const std::vector<Seen>& seen, std::uint32_t at) {
  if (seen[at].upper) return true;
  bool before = false;
  bool after = false;
  for (std::uint32_t k = 1; k <= far_away; ++k) {
    before = before || (at >= k && seen[at - k].upper);
    after = after || (at + k < seen.size() && seen[at + k].upper);
  }
  return before && after;
}

class Builder {
 public:
  Builder(const std::vector<Seen>& seen, const Document& document, Range sentence)
      : seen_(seen), document_(document), sentence_(sentence) {}

  void build(std::uint32_t at, FeatureHashes& out) {
    out_ = &out;
    number_ = 0;
    add_words(at);
    add_knowledge(at);
    add_run(at);
    add_syntax(at);
  }

 private:
  const Seen& word(std::int64_t at) const {
    static const Seen none{};
    return at < 0 || at >= static_cast<std::int64_t>(seen_.size()) ? none : seen_[static_cast<std::size_t>(at)];
  }
  void add(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { out_->push_back(mix(mix(mix(++number_ + 1000, a), b), c)); }

  void add_words(std::uint32_t i) {
    const std::int64_t at = i;
    const Seen& w = word(at);
    const Seen& before = word(at - 1);
    const Seen& after = word(at + 1);
    add(1);
    add(w.word.form);
    add(w.word.lower);
    add(w.word.shape, i == 0 ? 1 : 0);
    for (const std::uint64_t suffix : w.word.suffix) add(suffix);
    add(w.word.prefix[2]);
    add(before.word.lower);
    add(after.word.lower);
    add(word(at - 2).word.lower);
    add(word(at + 2).word.lower);
    add(before.word.lower, w.word.lower);
    add(w.word.lower, after.word.lower);
    add(word(at - 2).word.lower, before.word.lower);
    add(after.word.lower, word(at + 2).word.lower);
    add(before.word.shape, w.word.shape, after.word.shape);
    add(before.word.suffix[2]);
    add(after.word.suffix[2]);
    add(w.tag, i == 0 ? 1 : 0);
    add(before.tag, w.tag);
    add(w.tag, after.tag);
    add(before.tag, w.tag, after.tag);
  }

  void add_knowledge(std::uint32_t i) {
    const std::int64_t at = i;
    const Seen& w = word(at);
    add(w.known);
    add(w.known, word(at - 1).known, word(at + 1).known);
    add(w.known, word(at - 1).word.lower);
    add(w.known, w.word.shape);
    add(word(at - 1).known);
    add(word(at + 1).known);
    add(w.flags);
    add(word(at - 1).flags);
    add(word(at + 1).flags);
    add(word(at - 2).flags, word(at - 1).flags);
    add(word(at + 1).flags, word(at + 2).flags);
    for (std::uint32_t bit = 0; bit < 29; ++bit) {
      if ((w.flags >> bit & 1U) != 0) add(bit + 1);
      if ((word(at - 1).flags >> bit & 1U) != 0) add(100 + bit);
      if ((word(at + 1).flags >> bit & 1U) != 0) add(200 + bit);
      number_ = 60;  // the same templates for each bit
    }
    number_ = 70;
    add(w.first_name, word(at - 1).first_name, word(at + 1).first_name);
    add(w.first_name, w.known);
  }

  void add_run(std::uint32_t i) {
    number_ = 80;
    const Range run = run_around(seen_, i);
    if (run.empty()) {
      // A small word between capitals: what is on both sides.
      add(word(std::int64_t{i} - 1).flags, word(std::int64_t{i} + 1).known, seen_[i].word.lower);
      add(word(std::int64_t{i} - 1).known, word(std::int64_t{i} + 1).flags, seen_[i].word.lower);
      add_link(i);
      return;
    }
    const std::int64_t before = std::int64_t{run.begin} - 1;
    const std::uint64_t place = (i == run.begin ? 1U : 0U) | (i + 1 == run.end ? 2U : 0U) | (std::min(run.size(), 4U) << 2);
    const Seen& last = seen_[run.end - 1];
    const Seen& first = seen_[run.begin];
    add(place);
    add(place, last.flags & head_flags);
    add(place, last.word.lower);
    add(place, first.word.lower);
    add(place, first.first_name, last.first_name);
    add(place, word(before).word.lower);
    add(place, word(run.end).word.lower);
    add(word(before).word.lower, word(run.end).word.lower);
    add(word(before - 1).word.lower, word(before).word.lower);
    add(word(run.end).word.lower, word(std::int64_t{run.end} + 1).word.lower);
    add(place, word(before).flags);
    add(place, word(run.end).flags);
    add(place, word(before).tag, word(run.end).tag);
    add(word(run.end).lower == "," ? word(std::int64_t{run.end} + 1).known : 0, place);
    if (word(before).lower == "," || word(before).lower == "and") add(word(before - 1).known, word(before - 1).flags & head_flags);
    add_beyond(run, place);
  }

  // A small word between two runs of capitals, or beside another: does it link them to one name?
  void add_link(std::uint32_t i) {
    number_ = 130;
    std::uint32_t left = i;
    std::uint32_t right = i + 1;
    while (left > 0 && !seen_[left - 1].upper && left + far_away > i) --left;
    while (right < seen_.size() && !seen_[right].upper && right < i + 1 + far_away) ++right;
    if (left == 0 || right >= seen_.size() || !seen_[left - 1].upper || !seen_[right].upper) return;
    const Range before = run_around(seen_, left - 1);
    const Range after = run_around(seen_, right);
    const Seen& head = seen_[left - 1];
    const Seen& last = seen_[after.end - 1];
    const std::uint64_t small = seen_[i].word.lower;
    const std::uint64_t sizes = std::min(before.size(), 3U) * 4 + std::min(after.size(), 3U);
    add(small, head.flags & head_flags, last.flags & head_flags);
    add(small, sizes, word(std::int64_t{before.begin} - 1).lower == "," ? 1 : 0);
    add(small, head.word.lower);
    add(small, seen_[right].word.lower);
    add(small, last.word.lower);
    add(small, seen_[before.begin].flags, seen_[right].known);
    add(small, seen_[before.begin].first_name, seen_[right].first_name);
    add(small, word(after.end).word.lower, sizes);
  }

  // What stands beyond a small word or a bracket at both ends of a run.
  void add_beyond(const Range& run, std::uint64_t place) {
    number_ = 150;
    const std::int64_t before = std::int64_t{run.begin} - 1;
    std::int64_t left = before - 1;
    if (left >= 0 && word(left).lower == "of") --left;  // "of the"
    add(place, word(before).word.lower, word(left).flags & head_flags);
    add(word(before).word.lower, word(left).word.lower, word(left).upper ? 1 : 0);
    const std::int64_t end = run.end;
    std::int64_t right = end + 1;
    if (!word(right).upper && word(right).lower == "the") ++right;
    add(place, word(end).word.lower, word(right).known);
    add(seen_[run.end - 1].flags & head_flags, word(end).word.lower, word(right).word.lower);
    const bool bracket = word(before).lower == "(" && word(end).lower == ")";
    if (bracket) add(place, word(before - 1).flags & head_flags, seen_[run.begin].word.shape);
    if (bracket) add(word(before - 1).known, word(before - 1).upper ? 1 : 0);
  }

  void add_syntax(std::uint32_t i) {
    number_ = 110;
    const Token& token = document_.tokens[sentence_.begin + i];
    const std::uint64_t relation = word_of(token.relation).form;
    add(relation);
    if (token.head < 0) return;
    const auto head = static_cast<std::uint32_t>(token.head);
    if (!sentence_.contains(head)) return;
    add(relation, seen_[head - sentence_.begin].word.lower);
    add(relation, seen_[head - sentence_.begin].flags);
    const Token& above = document_.tokens[head];
    if (seen_[head - sentence_.begin].upper && above.head >= 0)
      add(word_of(above.relation).form, seen_[static_cast<std::uint32_t>(above.head) - sentence_.begin].word.lower);
  }

  const std::vector<Seen>& seen_;
  const Document& document_;
  Range sentence_;
  FeatureHashes* out_ = nullptr;
  std::uint64_t number_ = 0;
};

}  // namespace

std::vector<FeatureHashes> name_features(const Knowledge& knowledge, const NameWords& words, const Document& document,
                                         Range sentence) {
  const std::vector<Seen> seen = see(knowledge, words, document, sentence);
  std::vector<FeatureHashes> out(sentence.size());
  Builder builder(seen, document, sentence);
  for (std::uint32_t i = 0; i < seen.size(); ++i)
    if (judged(seen, i)) builder.build(i, out[i]);
  return out;
}

}  // namespace entente
