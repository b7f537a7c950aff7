#include "read/blocks.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "read/dates.hpp"
#include "read/items.hpp"
#include "read/lists.hpp"
#include "read/metadata.hpp"

namespace entente {

namespace {

constexpr unsigned long_caption = 30;      // words; what stands alone and is longer is running text
constexpr unsigned longest_headline = 22;  // words
constexpr unsigned long_paragraph = 40;    // words; comments and teasers are seldom longer
constexpr unsigned long_teaser = 20;       // words of two paragraphs in a row; teasers have one below a headline each

// "URL / title / date": the line between a URL on the first and a date on the third line is the title.
bool has_header(const Items& items) { return items.size() > 2 && items[0].role == Role::url && items[2].role == Role::date; }

// The first item of the running text. A caption or a message of the page before the headline can look like prose, so a
// short one only counts if no headline stands between it and the next.
std::size_t body_start(const Items& items) {
  constexpr std::size_t farthest_dateline = 12;  // captions and a standfirst may stand before it
  std::size_t first = items.size();
  for (std::size_t i = has_header(items) ? 2 : 0; i < items.size(); ++i) {
    if (!is_body_text(items[i])) continue;
    for (std::size_t next = first == items.size() ? i : items.size(); next < std::min(items.size(), i + farthest_dateline); ++next)
      if (items[next].dateline > 0) return next;
    if (first == items.size()) first = i;
    if (items[i].shape.words > long_caption) return i;
    for (std::size_t next = i + 1; next <= items.size(); ++next) {
      if (next == items.size() || is_body_text(items[next])) return i;
      if (is_open_headline(items[next]) || items[next].role == Role::title) break;
    }
  }
  return first;
}

// First letters of the longer words, to tell whether a headline speaks of what the text speaks of.
Phrases::Words stems(std::string_view folded) {
  Phrases::Words found;
  const std::string letters = letters_of(folded);
  for (const std::string_view word : split(letters, ' '))
    if (word.size() >= 4 && phrases().function.count(word) == 0) found.emplace(word.substr(0, 5));
  return found;
}

float overlap(std::string_view headline, const Phrases::Words& body) {
  const Phrases::Words words = stems(headline);
  if (words.empty()) return 0;
  const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& word) { return body.count(word) != 0; });
  return static_cast<float>(shared) / static_cast<float>(words.size());
}

class LayoutMaker {
 public:
  LayoutMaker(std::string_view text, const std::vector<Unit>& units, const Article& known)
      : items_(look_at_units(text, units, known.title)), known_(known) {}

  Layout make() {
    reopen_head();
    body_ = body_start(items_);
    for (std::size_t i = body_; i < items_.size(); ++i)
      if (is_body_text(items_[i])) body_stems_.merge(stems(items_[i].folded));
    find_title();
    decide_head();
    foot_ = find_foot();
    for (std::size_t i = foot_; i < items_.size(); ++i)
      if (items_[i].role == Role::open || items_[i].role == Role::prose) items_[i].role = Role::chrome;
    decide_body();
    drop_repeated_captions();
    Layout layout;
    for (const Item& item : items_) emit(item, layout.blocks);
    layout.title = title_;
    read_metadata(items_, body_, title_at_, layout);
    return layout;
  }

 private:
  // Long headlines and standfirsts look like sentences; what they lack is the full stop, and what follows has it.
  void reopen_head() {
    constexpr unsigned longest = 24;
    std::size_t end = 0;
    while (end < items_.size() && !(items_[end].role == Role::prose && (items_[end].shape.terminal || items_[end].dateline > 0)))
      ++end;
    if (end == items_.size()) return;
    for (std::size_t i = 0; i < end; ++i) {
      const Shape& shape = items_[i].shape;
      if (items_[i].role == Role::prose && shape.words <= longest && !shape.colon && !shape.transcript &&
          items_[i].unit.hint != Hint::list_item)
        items_[i].role = Role::open;
    }
  }

  // The best candidate of the head: it shares words with the body, is repeated, stands early, has a headline's length.
  void find_title() {
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (items_[i].role == Role::title && title_at_ == none) title_at_ = i;
    float best = 0.2F;
    for (std::size_t i = 0; i < std::min(body_, items_.size()) && title_at_ == none && known_.title.empty(); ++i) {
      const float score = title_score(i);
      if (score <= best) continue;
      best = score;
      candidate_ = i;
    }
    // A standfirst shares more words with the text than the headline above it.
    while (candidate_ != none && candidate_ > 0 && title_at_ == none && title_score(candidate_ - 1) > 0 &&
           overlap(items_[candidate_ - 1].folded, body_stems_) >= 0.4F)
      --candidate_;
    if (title_at_ == none && candidate_ != none) title_at_ = candidate_;
    if (title_at_ == none) return;
    if (items_[title_at_].role == Role::open) title_at_ = bare_headline(title_at_);
    const std::string_view full = items_[title_at_].text;
    const std::string_view headline = full.substr(0, headline_end(full));
    title_ = plain_spaces(headline);
    const std::string folded = fold(headline);
    for (Item& item : items_) {
      const bool with_suffix = item.role == Role::open && item.folded.size() > folded.size() &&
                               item.folded.compare(0, folded.size(), folded) == 0 &&
                               std::string_view(" -|").find(item.folded[folded.size()]) != std::string_view::npos;
      if (item.folded == folded || item.folded == items_[title_at_].folded || with_suffix) item.role = Role::title;
    }
  }

  // Pages print their name, and sometimes a date, behind the headline in their title: "Ministers meet | News | 1.2.2016".
  // It ends where another line of the head ends that begins alike, or before the first bar.
  std::size_t headline_end(std::string_view full) const {
    for (std::size_t i = 0; i < std::min(body_, items_.size()); ++i) {
      const std::string_view other = items_[i].text;
      if (items_[i].shape.words >= 4 && other.size() < full.size() && full.substr(0, other.size()) == other &&
          std::string_view(" -|").find(full[other.size()]) != std::string_view::npos)
        return other.size();
    }
    const std::size_t bar = full.find(" | ");
    if (bar != std::string_view::npos && word_count(full.substr(0, bar)) >= 4) return bar;
    const DashedTail tail = dashed_tail(full);
    return tail.name.empty() || publisher_of_name(tail.name).empty() ? full.size() : trim(full.substr(0, tail.begin)).size();
  }

  // The line of the head that a longer one repeats with the page's name before and perhaps the date behind it ("Example -
  // News: Ministers meet in Vienna, 12-Sep.-2019"); `at` itself if there is none.
  std::size_t bare_headline(std::size_t at) const {
    for (std::size_t i = 0; i < std::min(body_, items_.size()); ++i) {
      const bool shorter = items_[i].shape.words >= 4 && items_[i].folded.size() < items_[at].folded.size();
      if (items_[i].role == Role::open && shorter && items_[at].folded.find(items_[i].folded, 1) != std::string::npos) return i;
    }
    return at;
  }

  // "Press Briefing - March 5, 2018" at the very top, where nothing better follows.
  bool is_dated_headline(std::size_t at) const {
    const Item& item = items_[at];
    return item.role == Role::byline && is_first(at) && !item.shape.terminal && item.folded.compare(0, 3, "by ") != 0 &&
           item.text.find(" - ") != std::string_view::npos && read_date_line(item.text).others >= 3;
  }

  float title_score(std::size_t at) const {
    const Item& item = items_[at];
    if (at == 1 && has_header(items_)) return 100;
    if (is_dated_headline(at)) return 0.4F;
    if (item.role != Role::open || item.shape.words < 2) return 0;
    if (item.unit.hint == Hint::main_heading) return 50;
    if (!item.shape.headline() || item.shape.words > longest_headline || is_said_again(at)) return 0;
    float score = overlap(item.folded, body_stems_);
    // An author who is described below the text, a speaker who is named in it.
    if (item.shape.words <= 5 && item.shape.names_only()) score *= 0.2F;
    if (item.shape.words >= 5) score += 0.2F;
    if (item.unit.hint == Hint::heading) score += 0.2F;
    if (is_first(at)) score += 0.15F;
    if (at + 1 < items_.size() && items_[at + 1].unit.blank_lines > 0 && (at + 1 == body_ || items_[at + 1].role == Role::date))
      score += 0.15F;
    for (std::size_t other = at + 1; other < items_.size(); ++other)
      if (items_[other].folded == item.folded) score += 1;
    return score - 0.02F * static_cast<float>(std::min<std::size_t>(at, 20));
  }

  bool is_first(std::size_t at) const {
    return std::all_of(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Item& item) { return item.role == Role::chrome || item.role == Role::url; });
  }

  // Between title and body a line is a standfirst if it speaks of the same; names and sections are not part of the text.
  void decide_head() {
    for (std::size_t i = 0; i < body_ && i < items_.size(); ++i) {
      Item& item = items_[i];
      const bool after_title = title_at_ != none && i > title_at_;
      if (item.role == Role::open) {
        const bool sentence = item.shape.words >= 8 && item.shape.functions >= 3 && item.shape.title_ratio() < 0.5F;
        const bool below =
            i == title_at_ + 1 && item.shape.words >= 6 && item.shape.functions >= 2 && item.shape.title_ratio() < 0.5F;
        const bool standfirst =
            after_title && item.shape.words >= 5 && !item.shape.names_only() &&
            (sentence || below || overlap(item.folded, body_stems_) >= (item.shape.title_ratio() > 0.7F ? 0.6F : 0.3F));
        const bool caption = !after_title && item.shape.words >= 12 && item.shape.functions >= 3;
        item.role = standfirst ? Role::subtitle : caption ? Role::caption : Role::chrome;
      } else if (item.role == Role::prose) {
        item.role = after_title ? Role::subtitle : item.shape.words >= 6 ? Role::caption : Role::chrome;
      }
      if ((item.role == Role::subtitle || item.role == Role::caption) && is_said_again(i)) item.role = Role::chrome;
    }
  }

  // A summary above the text that is word for word a part of it.
  bool is_said_again(std::size_t at) const {
    std::string_view words = items_[at].folded;
    while (!words.empty() && (words.back() == '.' || words.back() == ' ')) words.remove_suffix(1);
    if (items_[at].shape.words < 10) return false;
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(body_), items_.end(),
                       [&](const Item& item) { return item.role == Role::prose && item.folded.find(words) != std::string::npos; });
  }

  // Where the article ends: behind its last running text, or at a line such as "Related stories" or "Comments" if no
  // two paragraphs follow each other after it.
  std::size_t find_foot() const {
    std::size_t foot = items_.size();
    while (foot > body_ && !is_body_text(items_[foot - 1]) && items_[foot - 1].role != Role::caption &&
           !attributes_quote(foot - 1) && !in_list(foot - 1))
      --foot;
    std::size_t paragraphs = 0;
    for (std::size_t i = body_; i < foot; ++i) {
      if (is_body_text(items_[i])) ++paragraphs;
      if (paragraphs < 3 || items_[i].role != Role::chrome || !opens_foot(items_[i].folded)) continue;
      const bool comments =
          items_[i].folded.find("comment") != std::string::npos || items_[i].folded.find("repl") != std::string::npos;
      if (comments || !text_goes_on(i + 1, foot)) return i;
    }
    return foot;
  }

  bool text_goes_on(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_body_text(items_[i])) continue;
      if (items_[i].shape.words > 2 * long_paragraph) return true;
      if (i + 1 < end && is_body_text(items_[i + 1]) && items_[i].shape.words + items_[i + 1].shape.words > long_teaser)
        return true;
    }
    return false;
  }

  // "—Jane Doe, minister" below a quotation set apart.
  bool attributes_quote(std::size_t at) const {
    const Item& item = items_[at];
    const bool dash = item.text.substr(0, 3) == "—" || item.text.substr(0, 3) == "–" || item.text.substr(0, 3) == "―";
    return dash && at > 0 && item.shape.words <= 14 && is_body_text(items_[at - 1]) && items_[at - 1].shape.quoted;
  }

  // An item of a list that a paragraph with a colon opens, or one with a bullet.
  bool in_list(std::size_t at) const {
    if (items_[at].role != Role::open) return false;
    if (items_[at].unit.hint == Hint::list_item && items_[at].unit.links < 0.5F && at < items_.size() && at > body_) {
      for (std::size_t i = at; i > body_; --i)
        if (items_[i - 1].unit.hint != Hint::list_item) return is_body_text(items_[i - 1]);
    }
    for (std::size_t i = at; i > body_; --i) {
      if (items_[i - 1].shape.colon && is_body_text(items_[i - 1])) return true;
      if (items_[i - 1].role != Role::open || items_[i].unit.blank_lines > items_[at].unit.blank_lines) return false;
    }
    return false;
  }

  void decide_body() {
    for (std::size_t i = body_; i < foot_ && i < items_.size(); ++i) {
      Item& item = items_[i];
      if (item.role != Role::open) continue;
      const bool sentence = item.shape.terminal && !item.shape.question && item.shape.words >= 2;
      if (sentence || attributes_quote(i) || in_list(i) || (item.shape.colon && item.shape.words >= 3)) {
        pending_.push_back(i);
      } else {
        item.role = is_foreign_headline(i) ? Role::chrome : Role::subtitle;
        if (item.role == Role::chrome) foreign_.push_back(i);
      }
    }
    for (const std::size_t i : pending_) items_[i].role = Role::prose;
  }

  bool headline_at(std::size_t at) const {
    return at < items_.size() && (is_open_headline(items_[at]) || std::count(foreign_.begin(), foreign_.end(), at) != 0);
  }

  // A headline of another article inside the text: right below a picture's caption, in a run with others, or too long
  // for a subhead.
  bool is_foreign_headline(std::size_t at) const {
    const Item& item = items_[at];
    if (!item.shape.headline()) return item.shape.commas >= 2;
    if (item.unit.hint == Hint::heading && item.unit.links < 0.5F) return false;
    const Item& before = items_[at - 1];
    const bool below_picture = (before.role == Role::caption || before.role == Role::credit) && item.unit.blank_lines == 0;
    const bool in_run = (headline_at(at - 1) || headline_at(at + 1)) && item.shape.words >= 4;
    const bool after_label =
        before.role == Role::chrome && item.unit.blank_lines <= before.unit.blank_lines && item.shape.words >= 4;
    const bool too_long = item.shape.title_ratio() >= 0.7F && item.shape.words >= 7;
    const bool shouted = item.shape.all_capitals && item.shape.words >= 4;
    return shouted || below_picture || in_run || after_label || too_long;
  }

  void drop_repeated_captions() {
    std::set<std::string> seen;
    for (Item& item : items_)
      if (item.role == Role::caption) {
        const std::string content = fold(item.text.substr(item.credits.begin, item.credits.end - item.credits.begin));
        if (!seen.insert(content).second) item.role = Role::chrome;
      }
  }

  static void add(const Item& item, std::size_t begin, std::size_t end, BlockKind kind, std::vector<Block>& blocks) {
    const std::string_view part = trim(item.text.substr(begin, end - begin));
    if (part.empty()) return;
    const auto at = static_cast<std::uint32_t>(item.unit.range.begin + static_cast<std::size_t>(part.data() - item.text.data()));
    blocks.push_back({{at, static_cast<std::uint32_t>(at + part.size())}, kind});
  }

  static BlockKind kind_of(Role role) {
    switch (role) {
      case Role::title: return BlockKind::title;
      case Role::subtitle: return BlockKind::subtitle;
      case Role::caption: return BlockKind::caption;
      case Role::prose: return BlockKind::paragraph;
      default: return BlockKind::boilerplate;
    }
  }

  static void emit(const Item& item, std::vector<Block>& blocks) {
    const BlockKind kind = kind_of(item.role);
    if (kind == BlockKind::boilerplate || kind == BlockKind::title) {
      add(item, 0, item.text.size(), kind, blocks);
      return;
    }
    const std::size_t dateline = std::min(item.dateline, item.credits.end);
    const std::size_t begin = std::max(item.credits.begin, dateline);
    add(item, 0, item.credits.begin, BlockKind::boilerplate, blocks);
    if (dateline > 0) add(item, item.credits.begin, dateline, kind, blocks);
    add(item, begin, item.credits.end, kind, blocks);
    add(item, item.credits.end, item.text.size(), BlockKind::boilerplate, blocks);
  }

  static constexpr std::size_t none = ~std::size_t{0};

  Items items_;
  const Article& known_;
  std::size_t body_ = 0;
  std::size_t foot_ = 0;
  std::size_t title_at_ = none;
  std::size_t candidate_ = none;
  std::string title_;
  Phrases::Words body_stems_;
  std::vector<std::size_t> pending_;  // open items that turned out to be text
  std::vector<std::size_t> foreign_;  // headlines of other articles
};

}  // namespace

Layout lay_out(std::string_view text, const std::vector<Unit>& units, const Article& known) {
  return LayoutMaker(text, units, known).make();
}

}  // namespace entente
