// Products of dense matrices of floats, for training: blocked and packed, one thread.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

// Element (i, j) lies at data[i * row + j * column]: a transposed view swaps the strides.
struct MatrixView {
  const float* data;
  std::size_t row, column;
};

constexpr MatrixView transposed(MatrixView view) { return {view.data, view.column, view.row}; }

// c (m x n, `stride` floats a row) = a (m x k) times b (k x n), added to what c holds if `add`.
void multiply(std::size_t m, std::size_t n, std::size_t k, MatrixView a, MatrixView b, float* c, std::size_t stride, bool add);

}  // namespace entente
