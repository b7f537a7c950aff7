#include "train/silver_main.hpp"

#include <cstdio>
#include <fstream>

#include "annotate/segment.hpp"
#include "entente/diagnostic.hpp"
#include "train/name_corpus.hpp"
#include "train/trainer.hpp"

namespace entente {

namespace {

constexpr const char* usage =
    "usage: entente-train silver -o TREEBANK --state STATE [--state STATE]... CORPUS...\n"
    "Parses the sentences of CORPUS (IOB2, plain or gzipped; its names are not looked at) with the networks whose floats\n"
    "`entente-train --state` kept, and writes the parse on which they agree as CoNLL-U, to train another network on.\n";

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", to_line(error).c_str());
  return 1;
}

// The sentences of a text by our own segmentation.
void add_sentences(std::string text, std::vector<TreebankSentence>& out) {
  Document document;
  document.article.text = std::move(text);
  document.article.blocks.push_back({{0, static_cast<std::uint32_t>(document.article.text.size())}, BlockKind::paragraph});
  segment(document);
  constexpr std::size_t longest = 120;  // what is longer is mostly no sentence
  for (const Sentence& s : document.sentences) {
    if (s.tokens.size() > longest || s.tokens.size() < 2) continue;
    TreebankSentence sentence;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      TreebankWord word;
      word.form = document.form(t);
      sentence.words.push_back(std::move(word));
    }
    out.push_back(std::move(sentence));
  }
}

Outcome write_treebank(const std::string& path, const std::vector<TreebankSentence>& sentences) {
  std::ofstream out(path, std::ios::binary);
  for (const TreebankSentence& sentence : sentences) {
    std::size_t number = 0;
    for (const TreebankWord& w : sentence.words)
      out << ++number << '\t' << w.form << "\t_\t" << w.upos << '\t' << w.xpos << "\t_\t" << w.head << '\t' << w.relation
          << "\t_\t_\n";
    out << '\n';
  }
  out.close();
  if (!out) return Error{"not-written", "cannot write the treebank", path, 0};
  return Done{};
}

}  // namespace

int silver_command(const std::vector<std::string>& arguments) {
  std::string output;
  std::vector<std::string> states, corpora;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& a = arguments[i];
    const bool more = i + 1 < arguments.size();
    if (a == "-o" && more)
      output = arguments[++i];
    else if (a == "--state" && more)
      states.push_back(arguments[++i]);
    else if (a.starts_with("-"))
      return std::fputs(usage, stderr), 2;
    else
      corpora.push_back(a);
  }
  if (output.empty() || states.empty() || corpora.empty()) return std::fputs(usage, stderr), 2;
  std::vector<TrainedNetwork> networks;
  for (const std::string& file : states) {
    auto network = load_state(file);
    if (!network) return fail(network.error());
    networks.push_back(std::move(network).value());
  }
  std::vector<TreebankSentence> sentences;
  for (const std::string& file : corpora) {
    const auto corpus = read_names(file);
    if (!corpus) return fail(corpus.error());
    for (const CorpusSentence& sentence : corpus.value()) add_sentences(sentence.text, sentences);
  }
  const Outcome written = write_treebank(output, parse_with(networks, std::move(sentences)));
  return written ? 0 : fail(written.error());
}

}  // namespace entente
