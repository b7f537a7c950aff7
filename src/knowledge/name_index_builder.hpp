// NameIndexBuilder: makes the tables of a NameIndex from forms of words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/section_file.hpp"
#include "knowledge/name_tables.hpp"
#include "knowledge/words.hpp"

namespace entente {

class NameIndexBuilder {
 public:
  // These folded words are spellings of one name. To be called before the first `add`.
  void same_spelling(const std::vector<std::string>& words);

  struct Form {
    Name name;
    float prominence = 0;
    bool spelled_freely = false;  // a person's name, which other spellings can mean
  };
  // Adds a form of an item. "the " before it is dropped but for contextual names. False: the form has no word, or too many.
  bool add(std::string_view text, const Form& form);

  // Two items that one form fits with the same prominence, by the order in which the forms were added (0-based).
  struct Clash {
    std::uint32_t first_form = 0;
    std::uint32_t second_form = 0;
  };
  using OnClash = std::function<void(const Clash&)>;
  // To be called once after the last add: orders the names of each form by prominence, shows the clashes, and returns the
  // sections for name_tables(). With `below`, the tables of names that these stand over: forms that both have get the names
  // of both; `prominence` is that of an item.
  Sections finish(const OnClash& on_clash, const NameTables* below = nullptr, const std::function<float(ItemId)>& prominence = {});

 private:
  struct Entry {
    std::uint32_t node = 0;
    std::uint32_t order = 0;
    Form form;
    NameCase required;
    bool from_below = false;
  };
  struct Edge {
    std::uint32_t parent = 0;
    std::uint32_t word = 0;
  };

  std::uint32_t word_number(std::string_view folded);
  std::uint32_t spelling_number(std::string_view common);
  void add_kin(std::uint32_t word, std::uint32_t spelling);
  void add_kin(const Words& words, std::string_view text, std::size_t begin, const std::vector<std::uint32_t>& path);
  std::uint32_t child(std::uint32_t node, std::uint32_t word);
  void take_from_below(const NameTables& below, const std::function<float(ItemId)>& prominence);
  std::uint32_t node_below(const NameTables& below, std::uint32_t node) const;
  void number_nodes();
  void make_groups(const OnClash& on_clash);
  void group_entries(std::size_t begin, std::size_t end, std::uint32_t use);
  std::vector<NameWord> words_with_kin() const;
  Sections spelling_sections() const;

  NumberTable words_;
  std::vector<std::uint64_t> hashes_;       // of words
  std::vector<std::uint32_t> spelling_of_;  // word -> number of its common spelling, or absent
  NumberTable spellings_;
  std::vector<std::vector<std::uint32_t>> kin_;  // spelling -> words of persons' names that have it
  NumberTable edges_;                            // (node, word) -> node
  std::vector<Edge> reached_by_ = {{}};          // of each node, in the order in which they were made; 0 is the root
  std::vector<Entry> entries_;
  std::uint32_t added_ = 0;
  std::vector<NameNode> nodes_;
  std::vector<NameGroup> groups_;
  std::vector<Name> names_;
};

// What case a stretch of words shows.
NameCase case_of(const std::vector<Word>& words, std::size_t begin, std::size_t end);

inline constexpr std::size_t max_name_words = 32;

}  // namespace entente
