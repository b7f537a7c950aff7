#include "train/treebank.hpp"

#include <zlib.h>

#include <cstdlib>

#include "base/text.hpp"

namespace entente {

namespace {

Result<std::string> whole_file(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");  // reads plain files as they are
  if (file == nullptr) return Error{"file-not-found", "cannot open the treebank", path, 0};
  std::string text;
  char buffer[1 << 16];
  int got = 0;
  while ((got = gzread(file, buffer, sizeof buffer)) > 0) text.append(buffer, static_cast<std::size_t>(got));
  gzclose(file);
  if (got < 0) return Error{"bad-treebank", "cannot decompress the treebank", path, 0};
  return text;
}

bool is_number(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

}  // namespace

Result<std::vector<TreebankSentence>> read_treebank(const std::string& file) {
  const Result<std::string> text = whole_file(file);
  if (!text) return text.error();
  std::vector<TreebankSentence> sentences(1);
  std::size_t number = 0;
  for (const std::string_view line : split(text.value(), '\n')) {
    ++number;
    TreebankSentence& sentence = sentences.back();
    if (line.starts_with("# text = ")) sentence.text = line.substr(9);
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) sentence.begins_paragraph = true;
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      if (!sentence.words.empty()) sentences.emplace_back();
      continue;
    }
    const auto columns = split(line, '\t');
    if (columns.size() != 10) return Error{"bad-treebank", "a word needs ten columns separated by tabs", file, number};
    if (!is_number(columns[0])) continue;
    if (!is_number(columns[6])) return Error{"bad-treebank", "the head is no number", file, number};
    sentence.words.push_back({std::string(columns[1]), std::string(columns[2]), std::string(columns[3]), std::string(columns[4]),
                              std::string(columns[7]), std::atoi(std::string(columns[6]).c_str())});
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  for (const TreebankSentence& sentence : sentences)
    for (const TreebankWord& word : sentence.words)
      if (word.head > static_cast<std::int32_t>(sentence.words.size()))
        return Error{"bad-treebank", "a head lies outside of its sentence: " + sentence.text, file, 0};
  return sentences;
}

Document gold_document(const std::vector<TreebankSentence>& sentences) {
  Document document;
  std::string& text = document.article.text;
  for (const TreebankSentence& sentence : sentences) {
    Sentence s;
    s.tokens.begin = static_cast<std::uint32_t>(document.tokens.size());
    for (const TreebankWord& word : sentence.words) {
      Token token;
      token.range.begin = static_cast<std::uint32_t>(text.size());
      text += word.form;
      token.range.end = static_cast<std::uint32_t>(text.size());
      text += ' ';
      document.tokens.push_back(std::move(token));
    }
    s.tokens.end = static_cast<std::uint32_t>(document.tokens.size());
    s.range = document.bytes(s.tokens);
    document.sentences.push_back(s);
  }
  return document;
}

}  // namespace entente
