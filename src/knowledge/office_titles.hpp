// Titles as a text words them, and the offices of the knowledge base that they can name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/knowledge.hpp"

namespace entente {

// A title in the form in which titles are compared: lower case, one spelling, no hyphens, full stops or "the".
std::string plain_title(std::string_view title);

class OfficeTitles {
 public:
  // `knowledge` must outlive this.
  explicit OfficeTitles(const Knowledge& knowledge);
  OfficeTitles(const OfficeTitles&) = delete;  // its posts hold views of its own titles
  OfficeTitles& operator=(const OfficeTitles&) = delete;

  // The classes of offices that a title can name at an organisation or state, by the common titles of the class ("top diplomat") or
  // those of its own posts ("secretary of state"). With no_item: by the common titles alone.
  std::vector<std::string_view> offices(std::string_view title, ItemId organization) const;
  // Could this title, "minister of foreign affairs" or "foreign minister", stand for the tenure's office?
  bool names(std::string_view title, const Tenure& tenure) const;
  // Is it a title of any class?
  bool is_title(std::string_view title) const { return by_title_.contains(plain_title(title)); }
  // The titles of a class, plain; empty for an unknown class.
  const std::vector<std::string>& titles_of(std::string_view office) const;

 private:
  std::unordered_map<std::string, std::vector<std::string_view>> by_title_;
  std::unordered_map<std::string_view, std::vector<std::string>> by_office_;
  struct Post {
    std::string_view title;  // plain
    std::string_view office;
    auto operator<=>(const Post&) const = default;
  };
  std::unordered_map<std::string_view, std::string> plain_;  // of the titles of posts
  std::unordered_map<ItemId, std::vector<Post>> posts_;      // of each organisation, each once, sorted
};

// All tenures of a state or organisation, by office and beginning.
std::span<const Tenure> tenures_at(const Knowledge& knowledge, ItemId organization);

// The one person who certainly held an office at an organisation through the whole of a date. Nothing where the date is unknown or
// too coarse, where two are on record, or where none is.
const Tenure* certain_holder(const Knowledge& knowledge, std::string_view office, ItemId organization, const PartialDate& at);

}  // namespace entente
