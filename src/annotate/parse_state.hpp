// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011) with its dynamic oracle (Goldberg and
// Nivre 2013): a stack, a buffer, and the arcs made so far.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

enum class Action : std::uint8_t { shift, left, right };

// Words are numbered from 1; 0 is the root, which lies at the bottom of the stack.
class ParseState {
 public:
  explicit ParseState(std::size_t words);

  bool finished() const { return front_ > words_ && stack_.size() == 1; }
  bool allowed(Action action) const;
  // Bit 1 << action for each allowed action; never 0 before the end.
  std::uint64_t allowed_actions() const;
  // Shifts, or attaches the top of the stack: left to the front of the buffer, right to the word below it. Returns the
  // word attached (0 if none).
  std::size_t apply(Action action);
  void set_label(std::size_t word, std::uint8_t label) { labels_[word] = label; }

  // How many gold arcs the action makes unreachable. `gold`[w] is the head of word w; gold[0] is ignored.
  int cost(Action action, std::span<const std::int32_t> gold) const;

  // Nth word from the top of the stack, nth of the buffer; none: -1 (the root is 0).
  std::int32_t stack(std::size_t n) const { return n < stack_.size() ? stack_[stack_.size() - 1 - n] : -1; }
  std::int32_t buffer(std::size_t n) const { return front_ + n <= words_ ? static_cast<std::int32_t>(front_ + n) : -1; }
  std::int32_t head(std::size_t word) const { return heads_[word]; }  // -1: not attached yet
  std::uint8_t label(std::size_t word) const { return labels_[word]; }
  // Outermost and second outermost child on a side; -1 if there is none.
  std::int32_t left_child(std::int32_t word, std::size_t n = 0) const {
    return word < 0 ? -1 : left_[static_cast<std::size_t>(word)][n];
  }
  std::int32_t right_child(std::int32_t word, std::size_t n = 0) const {
    return word < 0 ? -1 : right_[static_cast<std::size_t>(word)][n];
  }
  unsigned left_count(std::int32_t word) const { return word < 0 ? 0 : left_counts_[static_cast<std::size_t>(word)]; }
  unsigned right_count(std::int32_t word) const { return word < 0 ? 0 : right_counts_[static_cast<std::size_t>(word)]; }
  std::size_t words() const { return words_; }

 private:
  void attach(std::size_t child, std::size_t head);

  std::size_t words_;
  std::size_t front_ = 1;
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> heads_;
  std::vector<std::uint8_t> labels_;
  std::vector<std::array<std::int32_t, 2>> left_, right_;
  std::vector<std::uint8_t> left_counts_, right_counts_;
};

}  // namespace entente
