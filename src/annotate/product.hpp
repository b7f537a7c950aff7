// Products of eight-bit matrices, the work of the network. Sums are integers of 32 bits, so every instruction set gives
// the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

// Weights in groups of 16 outputs: 4 inputs of each output of a group, then the next 4. Views of memory that someone
// else owns.
struct PackedMatrix {
  const std::int8_t* weights = nullptr;
  std::size_t outputs = 0;             // rows of results have outputs rounded up to 16
  std::size_t inputs = 0;              // a multiple of 4
  std::span<const float> scale, bias;  // an output each, padded like the outputs
  std::span<const std::int32_t> zero;  // 128 times the sum of an output's weights, padded
};

constexpr std::size_t padded(std::size_t outputs) { return (outputs + 15) / 16 * 16; }
constexpr std::size_t packed_size(std::size_t outputs, std::size_t inputs) { return padded(outputs) * inputs; }
// Where the weight of an input for an output lies.
constexpr std::size_t packed_place(std::size_t output, std::size_t input, std::size_t inputs) {
  return output / 16 * 16 * inputs + input / 4 * 64 + output % 16 * 4 + input % 4;
}
std::vector<std::int32_t> zero_sums(const std::int8_t* weights, std::size_t outputs, std::size_t inputs);

enum class Instructions : std::uint8_t { portable, avx2, vnni };
bool available(Instructions instructions);
Instructions fastest();

// y[r][o] = (sum over i of weight[o][i] * (x[r][i] - 128)) * scale[o] + bias[o]. Rows of x are `inputs` long.
void multiply(const PackedMatrix& matrix, const std::uint8_t* x, std::size_t rows, float* y, Instructions instructions);

}  // namespace entente
