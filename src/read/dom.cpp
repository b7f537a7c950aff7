#include "read/dom.hpp"

#include <array>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::size_t deepest = 1000;      // open elements at once; browsers stop at 512
constexpr std::size_t shortest_text = 40;  // bytes; shorter text nodes are labels and links

bool may_stay_open(std::string_view tag) {
  static constexpr std::array<std::string_view, 31> tags = {
      "p",     "li",    "td",     "tr",    "th",    "dt",   "dd",   "option", "optgroup", "tbody", "thead",
      "tfoot", "br",    "img",    "hr",    "input", "meta", "link", "area",   "base",     "col",   "colgroup",
      "embed", "param", "source", "track", "wbr",   "html", "head", "body",   "rp"};
  for (const std::string_view name : tags)
    if (tag == name) return true;
  return false;
}

bool holds_articles(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main" ||
         attribute(node, "role") == "article" || attribute(node, "itemprop") == "articleBody";
}

}  // namespace

bool nested_too_deeply(std::string_view html) {
  std::size_t open = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closing = at + 1 < html.size() && html[at + 1] == '/';
    std::size_t begin = at + (closing ? 2 : 1);
    std::size_t end = begin;
    while (end < html.size() && end - begin < 20 && (html[end] | 32) >= 'a' && (html[end] | 32) <= 'z') ++end;
    if (end == begin) continue;
    const std::string name = lower(html.substr(begin, end - begin));
    if (may_stay_open(name)) continue;
    if (!closing)
      ++open;
    else if (open > 0)
      --open;
    if (open > deepest) return true;
  }
  return false;
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

GumboTag tag_of(const GumboNode* node) { return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN; }

const GumboVector& children_of(const GumboNode* element) { return element->v.element.children; }

std::string_view attribute(const GumboNode* element, const char* name) {
  if (!is_element(element)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_within(const GumboNode* node, const GumboNode* ancestor) {
  for (; node != nullptr; node = node->parent)
    if (node == ancestor) return true;
  return false;
}

bool is_unreadable(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL: return true;
    default: return false;
  }
}

std::string text_below(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
    return node->v.text.text;
  std::string text;
  if (is_element(node))
    for (unsigned i = 0; i < children_of(node).length; ++i)
      text += text_below(static_cast<const GumboNode*>(children_of(node).data[i])) + ' ';
  return plain_spaces(text);
}

Dom::Dom(const std::string& html) : output_(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size())) {
  measure(root());
  find_content();
}

std::size_t Dom::measure(const GumboNode* node) {
  std::size_t total = 0;
  if (node->type == GUMBO_NODE_TEXT) {
    const std::string_view text = trim(node->v.text.text);
    total = text.size() >= shortest_text ? text.size() : 0;
  } else if (is_element(node) && !is_unreadable(tag_of(node)) && tag_of(node) != GUMBO_TAG_A) {
    for (unsigned i = 0; i < children_of(node).length; ++i)
      total += measure(static_cast<const GumboNode*>(children_of(node).data[i]));
  }
  if (total > 0) running_text_[node] = total;
  return total;
}

std::size_t Dom::running_text(const GumboNode* node) const {
  const auto found = running_text_.find(node);
  return found == running_text_.end() ? 0 : found->second;
}

void Dom::find_content() {
  const std::size_t all = running_text(root());
  content_ = root();
  for (const GumboNode* next = root(); next != nullptr;) {
    const GumboNode* node = next;
    next = nullptr;
    for (unsigned i = 0; is_element(node) && i < children_of(node).length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children_of(node).data[i]);
      const std::size_t text = running_text(child);
      // What the page calls its article needs to hold less than a nameless element; old pages close elements too early.
      const bool named = is_element(child) && holds_articles(child) && text * 10 >= all * 6;
      if (is_element(child) && all > 0 && (named || text * 4 >= running_text(node) * 3)) next = child;
    }
    // A paragraph that is most of a short page is not the article.
    if (next == nullptr || tag_of(next) == GUMBO_TAG_P || tag_of(next) == GUMBO_TAG_BLOCKQUOTE) return;
    content_ = next;
    if (tag_of(next) == GUMBO_TAG_ARTICLE) return;
  }
}

}  // namespace entente
