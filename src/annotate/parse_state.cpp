#include "annotate/parse_state.hpp"

#include <algorithm>

namespace entente {

ParseState::ParseState(std::size_t words)
    : words_(words),
      heads_(words + 1, -1),
      labels_(words + 1, 0),
      left_(words + 1, {-1, -1}),
      right_(words + 1, {-1, -1}),
      left_counts_(words + 1, 0),
      right_counts_(words + 1, 0) {
  stack_.reserve(words + 1);
  stack_.push_back(0);
}

// The root takes its child only when nothing else is left, so a sentence has exactly one.
bool ParseState::allowed(Action action) const {
  const bool more = front_ <= words_;
  switch (action) {
    case Action::shift: return more;
    case Action::left: return more && stack_.size() > 1;
    case Action::right: return stack_.size() > 2 || (stack_.size() == 2 && !more);
  }
  return false;
}

std::uint64_t ParseState::allowed_actions() const {
  std::uint64_t bits = 0;
  for (const Action action : {Action::shift, Action::left, Action::right})
    if (allowed(action)) bits |= 1ULL << static_cast<unsigned>(action);
  return bits;
}

std::size_t ParseState::apply(Action action) {
  if (action == Action::shift) {
    stack_.push_back(static_cast<std::int32_t>(front_++));
    return 0;
  }
  const auto child = static_cast<std::size_t>(stack_.back());
  stack_.pop_back();
  attach(child, action == Action::left ? front_ : static_cast<std::size_t>(stack_.back()));
  return child;
}

void ParseState::attach(std::size_t child, std::size_t head) {
  heads_[child] = static_cast<std::int32_t>(head);
  auto& side = child < head ? left_[head] : right_[head];
  side = {static_cast<std::int32_t>(child), side[0]};  // children are attached from the inside out
  auto& count = child < head ? left_counts_[head] : right_counts_[head];
  if (count < 255) ++count;
}

int ParseState::cost(Action action, std::span<const std::int32_t> gold) const {
  const auto front = static_cast<std::int32_t>(front_);
  const auto words = static_cast<std::int32_t>(words_);
  int lost = 0;
  if (action == Action::shift) {
    // The front can no more get a head below the top of the stack, nor children in the stack.
    for (std::size_t i = 0; i < stack_.size(); ++i) {
      const std::int32_t below = stack_[i];
      if (below != 0 && gold[static_cast<std::size_t>(below)] == front) ++lost;
      if (i + 1 < stack_.size() && gold[front_] == below) ++lost;
    }
    return lost;
  }
  // The top loses heads and children in the buffer, and (left) the word below it as head.
  const std::int32_t top = stack_.back();
  const std::int32_t head = gold[static_cast<std::size_t>(top)];
  const bool left = action == Action::left;
  if (left && (head > front || (stack_.size() > 1 && head == stack_[stack_.size() - 2]))) ++lost;
  if (!left && head >= front) ++lost;
  for (std::int32_t w = front; w <= words; ++w)
    if (gold[static_cast<std::size_t>(w)] == top) ++lost;
  return lost;
}

}  // namespace entente
