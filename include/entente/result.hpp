// Result<T>: a value, or the Error that kept it from being made.
// Entente's library never throws across its interface, prints or aborts; what cannot go on returns a Result,
// what can go on past bad input adds a Diagnostic (diagnostic.hpp).
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace entente {

// What went wrong and, where there is one, in which file and line.
struct Error {
  std::string code;      // short and stable, e.g. "file-not-found"; documented in README.md
  std::string message;   // one sentence for a person: what is wrong and what to do
  std::string file;      // path as the user gave it; empty if no file is concerned
  std::size_t line = 0;  // 1-based; 0 = unknown
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  // Precondition of value and operator->: *this holds a value; of error: it does not.
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// For operations without a value.
struct Done {};
using Outcome = Result<Done>;

}  // namespace entente
