#include "annotate/product.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define ENTENTE_X86 1
#include <immintrin.h>
#endif

namespace entente {

namespace {

constexpr std::size_t group = 16;

void multiply_portable(const PackedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  const std::size_t wide = padded(m.outputs);
  for (std::size_t o = 0; o < wide; o += group)
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int8_t* w = m.weights + o * m.inputs;
      const std::uint8_t* in = x + r * m.inputs;
      std::int32_t sum[group] = {};
      for (std::size_t i = 0; i < m.inputs; i += 4, w += 4 * group)
        for (std::size_t k = 0; k < group; ++k)
          sum[k] += w[4 * k] * in[i] + w[4 * k + 1] * in[i + 1] + w[4 * k + 2] * in[i + 2] + w[4 * k + 3] * in[i + 3];
      for (std::size_t k = 0; k < group; ++k)
        y[r * wide + o + k] = static_cast<float>(sum[k] - m.zero[o + k]) * m.scale[o + k] + m.bias[o + k];
    }
}

#ifdef ENTENTE_X86

// `count` rows (1 to 4) and one group of outputs. Each sum has two lanes an output, added at the end.
template <std::size_t count>
__attribute__((target("avx2"))) void avx2_rows(const PackedMatrix& m, std::size_t o, const std::uint8_t* x, float* y) {
  const std::int8_t* w = m.weights + o * m.inputs;
  __m256i sum[count][4];
  for (auto& row : sum)
    for (__m256i& s : row) s = _mm256_setzero_si256();
  for (std::size_t i = 0; i < m.inputs; i += 4, w += 4 * group) {
    __m256i in[count];
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t four = 0;
      std::memcpy(&four, x + r * m.inputs + i, 4);
      in[r] = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
    }
    for (std::size_t q = 0; q < 4; ++q) {
      const __m256i weights = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(w + 16 * q)));
      for (std::size_t r = 0; r < count; ++r) sum[r][q] = _mm256_add_epi32(sum[r][q], _mm256_madd_epi16(weights, in[r]));
    }
  }
  for (std::size_t r = 0; r < count; ++r)
    for (std::size_t half = 0; half < 2; ++half) {
      const __m256i pairs = _mm256_hadd_epi32(sum[r][2 * half], sum[r][2 * half + 1]);
      const __m256i ordered = _mm256_permute4x64_epi64(pairs, 0xD8);
      const std::size_t at = o + 8 * half;
      const __m256i exact = _mm256_sub_epi32(ordered, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(m.zero.data() + at)));
      const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(exact), _mm256_loadu_ps(m.scale.data() + at));
      _mm256_storeu_ps(y + r * padded(m.outputs) + at, _mm256_add_ps(scaled, _mm256_loadu_ps(m.bias.data() + at)));
    }
}

// `count` rows and `groups` (1 or 2) groups of outputs.
template <std::size_t count, std::size_t groups>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) void vnni_rows(const PackedMatrix& m, std::size_t o, const std::uint8_t* x,
                                                                      float* y) {
  const std::int8_t* w = m.weights + o * m.inputs;
  __m512i sum[count][groups];
  for (auto& row : sum)
    for (__m512i& s : row) s = _mm512_setzero_si512();
  for (std::size_t i = 0; i < m.inputs; i += 4, w += 4 * group) {
    __m512i weights[groups];
    for (std::size_t g = 0; g < groups; ++g) weights[g] = _mm512_loadu_si512(w + g * group * m.inputs);
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t four = 0;
      std::memcpy(&four, x + r * m.inputs + i, 4);
      const __m512i in = _mm512_set1_epi32(four);
      for (std::size_t g = 0; g < groups; ++g) sum[r][g] = _mm512_dpbusd_epi32(sum[r][g], in, weights[g]);
    }
  }
  for (std::size_t r = 0; r < count; ++r)
    for (std::size_t g = 0; g < groups; ++g) {
      const std::size_t at = o + g * group;
      const __m512i exact = _mm512_sub_epi32(sum[r][g], _mm512_loadu_si512(m.zero.data() + at));
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(exact), _mm512_loadu_ps(m.scale.data() + at));
      _mm512_storeu_ps(y + r * padded(m.outputs) + at, _mm512_add_ps(scaled, _mm512_loadu_ps(m.bias.data() + at)));
    }
}

void multiply_avx2(const PackedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  const std::size_t wide = padded(m.outputs);
  for (std::size_t o = 0; o < wide; o += group) {
    std::size_t r = 0;
    for (; r + 2 <= rows; r += 2) avx2_rows<2>(m, o, x + r * m.inputs, y + r * wide);
    for (; r < rows; ++r) avx2_rows<1>(m, o, x + r * m.inputs, y + r * wide);
  }
}

template <std::size_t groups>
void vnni_columns(const PackedMatrix& m, std::size_t o, const std::uint8_t* x, std::size_t rows, float* y) {
  const std::size_t wide = padded(m.outputs);
  std::size_t r = 0;
  for (; r + 8 <= rows; r += 8) vnni_rows<8, groups>(m, o, x + r * m.inputs, y + r * wide);
  for (; r + 2 <= rows; r += 2) vnni_rows<2, groups>(m, o, x + r * m.inputs, y + r * wide);
  for (; r < rows; ++r) vnni_rows<1, groups>(m, o, x + r * m.inputs, y + r * wide);
}

void multiply_vnni(const PackedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  const std::size_t wide = padded(m.outputs);
  std::size_t o = 0;
  for (; o + 2 * group <= wide; o += 2 * group) vnni_columns<2>(m, o, x, rows, y);
  if (o < wide) vnni_columns<1>(m, o, x, rows, y);
}

#endif

}  // namespace

std::vector<std::int32_t> zero_sums(const std::int8_t* weights, std::size_t outputs, std::size_t inputs) {
  std::vector<std::int32_t> sums(padded(outputs), 0);
  for (std::size_t o = 0; o < sums.size(); ++o)
    for (std::size_t i = 0; i < inputs; ++i) sums[o] += 128 * weights[packed_place(o, i, inputs)];
  return sums;
}

bool available(Instructions instructions) {
#ifdef ENTENTE_X86
  switch (instructions) {
    case Instructions::portable: return true;
    case Instructions::avx2: return __builtin_cpu_supports("avx2") != 0;
    case Instructions::vnni: return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
  }
#endif
  return instructions == Instructions::portable;
}

Instructions fastest() {
  static const Instructions best = available(Instructions::vnni)   ? Instructions::vnni
                                   : available(Instructions::avx2) ? Instructions::avx2
                                                                   : Instructions::portable;
  return best;
}

void multiply(const PackedMatrix& matrix, const std::uint8_t* x, std::size_t rows, float* y, Instructions instructions) {
#ifdef ENTENTE_X86
  if (instructions == Instructions::vnni) return multiply_vnni(matrix, x, rows, y);
  if (instructions == Instructions::avx2) return multiply_avx2(matrix, x, rows, y);
#endif
  static_cast<void>(instructions);
  multiply_portable(matrix, x, rows, y);
}

}  // namespace entente
