// HTML -> Article: the text of the page, a block an element, and what mark-up says about each block.
#include <gumbo.h>

#include <string>
#include <vector>

#include "base/text.hpp"
#include "entente/read.hpp"
#include "read/blocks.hpp"
#include "read/dates.hpp"
#include "read/dom.hpp"
#include "read/html_meta.hpp"
#include "read/lists.hpp"
#include "read/metadata.hpp"

namespace entente {

namespace {

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: return false;
    default: return true;
  }
}

// The words of an element's class and id: "article__share-bar" -> article share bar.
bool named_chrome(const GumboNode* node) {
  for (const char* key : {"class", "id", "role"}) {
    const std::string value = lower(attribute(node, key));
    std::string word;
    for (std::size_t i = 0; i <= value.size(); ++i) {
      const char c = i < value.size() ? value[i] : ' ';
      if (c >= 'a' && c <= 'z') {
        word += c;
        continue;
      }
      if (phrases().html_class.count(word) != 0) return true;
      word.clear();
    }
  }
  return false;
}

bool is_hidden(const GumboNode* node) {
  const std::string style = lower(attribute(node, "style"));
  return gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr || attribute(node, "aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

// Lines that single breaks part: one that begins with a capital after a short line is a unit of its own (a headline, a
// by-line), any other goes on with the sentence.
std::vector<Unit> split_breaks(std::string_view block) {
  constexpr std::size_t short_line = 80;  // bytes
  std::vector<Unit> units;
  std::size_t last = 0;
  for (const std::string_view raw : split(block, '\n')) {
    const std::string_view line = trim(raw);
    if (line.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(line.data() - block.data());
    const auto end = static_cast<std::uint32_t>(begin + line.size());
    if (units.empty() || (last < short_line && starts_upper(line)))
      units.push_back({{begin, end}, 0, Hint::none, 0});
    else
      units.back().range.end = end;
    last = line.size();
  }
  return units;
}

// Walks the tree and writes the text; an element that its page calls navigation, hidden or the like counts as such only
// if it does not hold most of the running text (pages wrap everything in one form, or leave elements open).
class TextMaker {
 public:
  explicit TextMaker(const Dom& dom) : dom_(dom), all_(dom.running_text(dom.root())) {
    walk(dom.root());
    flush();
  }
  std::string text;
  std::vector<Unit> units;

 private:
  struct State {
    Hint hint = Hint::none;
    bool in_link = false;
    bool preformatted = false;
  };

  bool holds_most(const GumboNode* node) const { return dom_.running_text(node) * 2 > all_; }

  bool is_skipped(const GumboNode* node) const {
    const GumboTag tag = tag_of(node);
    if (is_unreadable(tag)) return true;
    const bool page_part =
        tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM || is_hidden(node);
    return page_part && !holds_most(node);
  }

  Hint hint_of(const GumboNode* node, Hint outer) const {
    if (outer == Hint::chrome) return outer;
    const GumboTag tag = tag_of(node);
    if (node == dom_.content()) return Hint::none;
    if (tag == GUMBO_TAG_H1) return Hint::main_heading;
    if (tag == GUMBO_TAG_FIGCAPTION) return Hint::caption;
    // Inside of running text a link or a span is part of its sentence whatever its class is.
    const bool in_sentence = !is_block(tag) && outer != Hint::caption && dom_.running_text(node->parent) > 0;
    if (!in_sentence && named_chrome(node) && !holds_most(node)) return Hint::chrome;
    const bool page_header = tag == GUMBO_TAG_HEADER && !is_within(node, dom_.content());
    if (page_header && !holds_most(node)) return Hint::chrome;
    if (tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6)
      return Hint::heading;
    if (tag == GUMBO_TAG_LI) return Hint::list_item;
    return outer;
  }

  void walk(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: add(node->v.text.text); return;
      case GUMBO_NODE_ELEMENT: break;
      default: return;
    }
    const GumboTag tag = tag_of(node);
    if (is_skipped(node)) return;
    if (tag == GUMBO_TAG_BR) {
      line_break();
      return;
    }
    const State outer = state_;
    const Hint hint = hint_of(node, outer.hint);
    const bool block = is_block(tag) || (hint == Hint::chrome && outer.hint != Hint::chrome);
    if (block) flush();
    state_.hint = hint;
    if (hint == Hint::none && !is_within(node, dom_.content()) && !is_within(dom_.content(), node)) state_.hint = Hint::chrome;
    state_.in_link = outer.in_link || tag == GUMBO_TAG_A;
    state_.preformatted = outer.preformatted || tag == GUMBO_TAG_PRE;
    for (unsigned i = 0; i < children_of(node).length; ++i) walk(static_cast<const GumboNode*>(children_of(node).data[i]));
    if (block) flush();
    state_ = outer;
  }

  void add(std::string_view piece) {
    for (const char c : piece) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (space && state_.preformatted && c == '\n') {
        line_break();
      } else if (space) {
        gap_ = !current_.empty();
      } else {
        if (gap_ && current_.back() != '\n') current_ += ' ';
        gap_ = false;
        broken_ = false;
        current_ += c;
        ++letters_;
        if (state_.in_link) ++link_letters_;
      }
    }
    if (hint_set_ || trim(piece).empty()) return;
    hint_ = state_.hint;
    hint_set_ = true;
  }

  // Two breaks make a paragraph; so does one after a full stop, because a sentence never goes on behind it.
  void line_break() {
    const std::string_view so_far = trim(current_);
    const bool sentence_over = !so_far.empty() && std::string_view(".!?:\"").find(so_far.back()) != std::string_view::npos;
    if (broken_ || (sentence_over && !state_.preformatted)) {
      flush();
      return;
    }
    if (current_.empty()) return;
    current_ += '\n';
    gap_ = false;
    broken_ = true;
  }

  void flush() {
    const std::string_view block = trim(current_);
    if (!block.empty()) {
      if (!text.empty()) text += "\n\n";
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += block;
      std::vector<Unit> lines = state_.preformatted ? split_units(block) : split_breaks(block);
      for (Unit& unit : lines) {
        unit.range.begin += begin;
        unit.range.end += begin;
        unit.hint = hint_ == Hint::none ? unit.hint : hint_;
        unit.links = letters_ == 0 ? 0 : static_cast<float>(link_letters_) / static_cast<float>(letters_);
      }
      lines.front().blank_lines = 1;
      units.insert(units.end(), lines.begin(), lines.end());
    }
    current_.clear();
    gap_ = broken_ = hint_set_ = false;
    letters_ = link_letters_ = 0;
  }

  const Dom& dom_;
  std::size_t all_;
  State state_;
  std::string current_;
  bool gap_ = false;     // white space is due before the next letter
  bool broken_ = false;  // the last thing was a line break
  bool hint_set_ = false;
  Hint hint_ = Hint::none;
  std::size_t letters_ = 0, link_letters_ = 0;
};

}  // namespace

Article read_html(const std::string& html, Article known) {
  Article article = std::move(known);
  article.format = SourceFormat::html;
  if (nested_too_deeply(html)) return article;
  const Dom dom(html);
  read_page_metadata(dom, article);
  TextMaker maker(dom);
  article.text = std::move(maker.text);
  Layout layout = lay_out(article.text, maker.units, article);
  article.blocks = std::move(layout.blocks);
  if (article.title.empty()) article.title = std::move(layout.title);
  if (article.publisher.empty()) article.publisher = std::move(layout.publisher);
  if (!article.published.known()) article.published = layout.published;
  if (!article.published.known()) article.published = date_in_url(article.url);
  return article;
}

}  // namespace entente
