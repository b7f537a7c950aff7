#include "train/inventory.hpp"

#include <algorithm>

#include "annotate/word_parts.hpp"
#include "train/network.hpp"

namespace entente {

namespace {

constexpr std::size_t most_classes = 250;

// Values that occur at least three times, the most frequent first.
std::vector<std::string> frequent(const std::map<std::string, int>& counts) {
  std::vector<std::pair<int, std::string>> order;
  order.reserve(counts.size());
  for (const auto& [value, count] : counts) order.emplace_back(-count, value);
  std::sort(order.begin(), order.end());
  std::vector<std::string> out;
  for (const auto& [count, value] : order)
    if (out.size() < most_classes && count <= -3) out.push_back(value);
  return out;
}

std::map<std::string, std::uint8_t> numbered(const std::vector<std::string>& values) {
  std::map<std::string, std::uint8_t> ids;
  for (std::size_t i = 0; i < values.size(); ++i) ids[values[i]] = static_cast<std::uint8_t>(i);
  return ids;
}

std::uint8_t id_of(const std::map<std::string, std::uint8_t>& ids, const std::string& value) {
  const auto found = ids.find(value);
  return found == ids.end() ? unknown_class : found->second;
}

}  // namespace

Inventory take_inventory(const std::vector<TreebankSentence>& sentences) {
  std::map<std::string, int> tags;
  std::map<std::string, int> labels;
  std::map<std::string, std::uint32_t> forms;
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words) {
      ++tags[word.upos + " " + word.xpos];
      if (word.head != 0) ++labels[word.relation];
      ++forms[word.form];
    }
  std::map<std::uint64_t, std::uint32_t> words;
  for (const auto& [form, count] : forms) words[word_parts(form, 1).key] += count;
  Inventory inventory;
  inventory.tags = frequent(tags);
  inventory.labels = frequent(labels);
  for (const auto& [key, count] : words)
    if (count >= 2) {
      inventory.words.push_back(key);
      inventory.counts.push_back(count);
    }
  return inventory;
}

Examples::Examples(const std::vector<TreebankSentence>& sentences, const Inventory& inventory, std::size_t piece_rows) {
  const auto tags = numbered(inventory.tags);
  const auto labels = numbered(inventory.labels);
  for (const TreebankSentence& sentence : sentences) {
    Example e;
    for (const TreebankWord& word : sentence.words) {
      auto [seen, fresh] = words_.try_emplace(word.form);
      if (fresh) {
        WordParts parts = word_parts(word.form, piece_rows);
        const auto found = std::lower_bound(inventory.words.begin(), inventory.words.end(), parts.key);
        const bool known = found != inventory.words.end() && *found == parts.key;
        seen->second = {known ? static_cast<std::uint32_t>(found - inventory.words.begin()) : no_row, std::move(parts.pieces)};
      }
      e.words.push_back(seen->second.row);
      e.pieces.push_back(&seen->second.pieces);
      e.tags.push_back(id_of(tags, word.upos + " " + word.xpos));
      e.labels.push_back(id_of(labels, word.relation));
      e.heads.push_back(word.head);
    }
    examples_.push_back(std::move(e));
  }
}

void append(Batch& batch, const Example& e) {
  batch.words.insert(batch.words.end(), e.words.begin(), e.words.end());
  batch.pieces.insert(batch.pieces.end(), e.pieces.begin(), e.pieces.end());
  batch.tags.insert(batch.tags.end(), e.tags.begin(), e.tags.end());
  batch.labels.insert(batch.labels.end(), e.labels.begin(), e.labels.end());
  batch.heads.insert(batch.heads.end(), e.heads.begin(), e.heads.end());
  batch.bounds.push_back(static_cast<std::uint32_t>(batch.words.size()));
}

}  // namespace entente
