#include "train/matrix.hpp"

#include <algorithm>

#include "base/clones.hpp"

namespace entente {

namespace {

constexpr std::size_t tile_rows = 8;
constexpr std::size_t tile_columns = 32;
constexpr std::size_t depth = 256;       // of a block, so that its panels stay in the cache
constexpr std::size_t block_rows = 128;  // a multiple of tile_rows

#if defined(__GNUC__)
using Lanes = float __attribute__((vector_size(64), aligned(4), may_alias));
#else
struct Lanes {
  float at[16];
};
inline Lanes operator*(float x, const Lanes& l) {
  Lanes out;
  for (int i = 0; i < 16; ++i) out.at[i] = x * l.at[i];
  return out;
}
inline Lanes& operator+=(Lanes& a, const Lanes& b) {
  for (int i = 0; i < 16; ++i) a.at[i] += b.at[i];
  return a;
}
#endif

// c[8][32] (rows `stride` apart) += a (k columns of 8) times b (k rows of 32).
ENTENTE_CLONES void tile(std::size_t k, const float* a, const float* b, float* c, std::size_t stride) {
  Lanes s[tile_rows][2];
  for (std::size_t r = 0; r < tile_rows; ++r) {
    const auto* row = reinterpret_cast<const Lanes*>(c + r * stride);
    s[r][0] = row[0], s[r][1] = row[1];
  }
  for (std::size_t i = 0; i < k; ++i, a += tile_rows, b += tile_columns) {
    const auto* row = reinterpret_cast<const Lanes*>(b);
    const Lanes b0 = row[0];
    const Lanes b1 = row[1];
    for (std::size_t r = 0; r < tile_rows; ++r) {
      s[r][0] += a[r] * b0;
      s[r][1] += a[r] * b1;
    }
  }
  for (std::size_t r = 0; r < tile_rows; ++r) {
    auto* row = reinterpret_cast<Lanes*>(c + r * stride);
    row[0] = s[r][0], row[1] = s[r][1];
  }
}

// Copies lines (rows of a, columns of b) side by side in groups of `width`; missing ones are zero.
template <std::size_t width>
void pack(MatrixView from, std::size_t lines, std::size_t k, std::vector<float>& out) {
  const std::size_t groups = (lines + width - 1) / width;
  out.resize(groups * width * k);
  for (std::size_t g = 0; g < groups; ++g) {
    float* to = out.data() + g * width * k;
    const float* source = from.data + g * width * from.row;
    const std::size_t n = std::min(width, lines - g * width);
    if (n < width) std::fill_n(to, width * k, 0.0F);
    if (from.row == 1 && n == width) {
      for (std::size_t i = 0; i < k; ++i) std::copy_n(source + i * from.column, width, to + i * width);
      continue;
    }
    for (std::size_t i = 0; i < k; ++i)
      for (std::size_t line = 0; line < n; ++line) to[i * width + line] = source[line * from.row + i * from.column];
  }
}

// Adds one tile's product to the part of c that exists.
void add_tile(std::size_t k, const float* a, const float* b, float* c, std::size_t stride, std::size_t rows, std::size_t columns) {
  if (rows == tile_rows && columns == tile_columns) return tile(k, a, b, c, stride);
  alignas(64) float sum[tile_rows * tile_columns] = {};
  tile(k, a, b, sum, tile_columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t j = 0; j < columns; ++j) c[r * stride + j] += sum[r * tile_columns + j];
}

}  // namespace

void multiply(std::size_t m, std::size_t n, std::size_t k, MatrixView a, MatrixView b, float* c, std::size_t stride, bool add) {
  if (!add)
    for (std::size_t i = 0; i < m; ++i) std::fill_n(c + i * stride, n, 0.0F);
  std::vector<float> packed_a;
  std::vector<float> packed_b;
  for (std::size_t k0 = 0; k0 < k; k0 += depth) {
    const std::size_t kn = std::min(depth, k - k0);
    pack<tile_columns>(transposed({b.data + k0 * b.row, b.row, b.column}), n, kn, packed_b);
    for (std::size_t m0 = 0; m0 < m; m0 += block_rows) {
      const std::size_t mn = std::min(block_rows, m - m0);
      pack<tile_rows>({a.data + m0 * a.row + k0 * a.column, a.row, a.column}, mn, kn, packed_a);
      for (std::size_t j = 0; j < n; j += tile_columns)
        for (std::size_t i = 0; i < mn; i += tile_rows)
          add_tile(kn, packed_a.data() + i * kn, packed_b.data() + j * kn, c + (m0 + i) * stride + j, stride,
                   std::min(tile_rows, mn - i), std::min(tile_columns, n - j));
    }
  }
}

}  // namespace entente
