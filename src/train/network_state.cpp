#include <cstring>

#include "base/text.hpp"
#include "train/trainer.hpp"

namespace entente {

namespace {

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

template <typename T>
std::vector<T> values_of(std::string_view bytes) {
  std::vector<T> values(bytes.size() / sizeof(T));
  std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
  return values;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) out.emplace_back(line);
  return out;
}

}  // namespace

Outcome save_state(const std::string& path, TrainedNetwork& trained) {
  std::vector<float> floats;
  for (const Tensor* t : trained.network.tensors()) floats.insert(floats.end(), t->value.begin(), t->value.end());
  for (const Activation* a : trained.network.activations()) floats.push_back(a->limit_);
  return write_model(path, {{"tags", joined(trained.inventory.tags)},
                            {"labels", joined(trained.inventory.labels)},
                            {"words", bytes_of(trained.inventory.words)},
                            {"counts", bytes_of(trained.inventory.counts)},
                            {"shape", bytes_of(std::vector<NetShape>{trained.network.shape})},
                            {"floats", bytes_of(floats)}});
}

Result<TrainedNetwork> load_state(const std::string& path) {
  const Result<ModelFile> file = ModelFile::open(path);
  if (!file) return file.error();
  const Error wrong{"bad-model", "this is no state of a network in training", path, 0};
  const auto shapes = values_of<NetShape>(file->section("shape"));
  const auto floats = values_of<float>(file->section("floats"));
  if (shapes.size() != 1) return wrong;
  TrainedNetwork trained{{lines_of(file->section("tags")), lines_of(file->section("labels")),
                          values_of<std::uint64_t>(file->section("words")), values_of<std::uint32_t>(file->section("counts"))},
                         Network(shapes[0], 1)};
  std::size_t at = 0;
  for (Tensor* t : trained.network.tensors()) {
    if (floats.size() - at < t->value.size()) return wrong;
    std::copy_n(floats.begin() + static_cast<std::ptrdiff_t>(at), t->value.size(), t->value.begin());
    at += t->value.size();
  }
  for (Activation* a : trained.network.activations()) {
    if (at >= floats.size()) return wrong;
    a->limit_ = floats[at++];
  }
  return trained;
}

}  // namespace entente
