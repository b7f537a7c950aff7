// A parsed page and small questions to its tree. Only the HTML files of this room see gumbo.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

class Dom {
 public:
  // `html` must outlive the Dom.
  explicit Dom(const std::string& html);

  const GumboNode* root() const { return output_->root; }
  // Bytes of running text below a node: letters outside of links, scripts and the like, in text nodes of some length.
  std::size_t running_text(const GumboNode* node) const;
  // The element that holds the article: <article>, <main> or the like if it holds most of the running text, else the
  // deepest element that does.
  const GumboNode* content() const { return content_; }

 private:
  struct Free {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::size_t measure(const GumboNode* node);
  void find_content();

  std::unique_ptr<GumboOutput, Free> output_;
  std::unordered_map<const GumboNode*, std::size_t> running_text_;
  const GumboNode* content_ = nullptr;
};

// Elements are nested more deeply than any article needs (it would make the parser slow): refuse before parsing.
bool nested_too_deeply(std::string_view html);

bool is_element(const GumboNode* node);
GumboTag tag_of(const GumboNode* node);  // GUMBO_TAG_UNKNOWN for what is no element
const GumboVector& children_of(const GumboNode* element);
std::string_view attribute(const GumboNode* element, const char* name);  // empty if absent
bool is_within(const GumboNode* node, const GumboNode* ancestor);
// Text that is no text to read: scripts, styles, form controls, embedded objects.
bool is_unreadable(GumboTag tag);
// All text below a node, white space as plain single spaces.
std::string text_below(const GumboNode* node);

}  // namespace entente
