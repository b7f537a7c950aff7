#include "annotate/tagger.hpp"

#include <array>
#include <utility>
#include <vector>

#include "annotate/features.hpp"
#include "annotate/lemmas.hpp"
#include "annotate/model_file.hpp"
#include "annotate/parse_features.hpp"
#include "annotate/parse_state.hpp"
#include "annotate/tag_features.hpp"
#include "annotate/weights.hpp"
#include "annotate/word.hpp"
#include "base/text.hpp"

namespace entente {

namespace {

struct TagClass {
  Upos upos = Upos::X;
  std::string xpos;
};

Upos upos_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i)
    if (to_string(static_cast<Upos>(i)) == name) return static_cast<Upos>(i);
  return Upos::X;
}

std::span<const std::int8_t> table(std::string_view bytes) {
  return {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) out.emplace_back(line);
  return out;
}

// Buffers that a sentence after the other uses again.
struct Scratch {
  std::vector<Word> words;  // index 0 is the root
  std::vector<std::uint8_t> tags, coarse;
  FeatureHashes features;
};

}  // namespace

struct Tagger::Data {
  ModelFile file;
  std::vector<TagClass> tags;
  std::vector<std::string> labels;
  Weights tagger, action, label;
  Lemmas lemmas;

  void tag_words(Document& document, const Sentence& sentence, Scratch& scratch) const;
  void parse(Document& document, const Sentence& sentence, Scratch& scratch) const;
};

Tagger::Tagger(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Tagger> Tagger::load(const std::string& model, const std::vector<std::string>& verbs) {
  Result<ModelFile> file = ModelFile::open(model);
  if (!file) return file.error();
  auto data = std::make_shared<Data>();
  data->file = std::move(file).value();
  for (const std::string& line : lines(data->file.section("tags"))) {
    const std::size_t gap = line.find(' ');
    data->tags.push_back({upos_of(line.substr(0, gap)), line.substr(gap + 1)});
  }
  data->labels = lines(data->file.section("labels"));
  for (const char* name : {"tagger", "action", "label"})
    if (data->tags.empty() || data->labels.empty() || data->tags.size() > most_classes || data->labels.size() > most_classes ||
        data->file.section(name).size() <= most_classes)
      return Error{"bad-model", std::string("this model cannot be used: it lacks the section ") + name, model, 0};
  data->tagger = Weights(table(data->file.section("tagger")), data->tags.size());
  data->action = Weights(table(data->file.section("action")), 3);
  data->label = Weights(table(data->file.section("label")), data->labels.size());
  data->lemmas = Lemmas(data->file.section("lemmas"));
  for (const std::string& verb : verbs) data->lemmas.add_verb(verb);
  return Tagger(std::move(data));
}

void Tagger::Data::tag_words(Document& document, const Sentence& sentence, Scratch& scratch) const {
  static const Word root = word_of("<root>");
  scratch.words.assign(1, root);
  scratch.tags.assign(1, static_cast<std::uint8_t>(most_classes - 1));
  scratch.coarse.assign(1, static_cast<std::uint8_t>(Upos::X) + 1);
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) scratch.words.push_back(word_of(document.form(t)));
  const std::span<const Word> words = std::span(scratch.words).subspan(1);
  std::vector<std::uint8_t> tags_so_far;
  for (std::size_t i = 0; i < words.size(); ++i) {
    tag_features(words, tags_so_far, i, scratch.features);
    const std::size_t best = tagger.best(scratch.features);
    tags_so_far.push_back(static_cast<std::uint8_t>(best));
    const auto at = static_cast<std::uint32_t>(sentence.tokens.begin + i);
    Token& token = document.tokens[at];
    token.upos = tags[best].upos;
    token.xpos = tags[best].xpos;
    token.lemma = lemmas.lemma(document.form(at), token.xpos);
    set_features(token, document.form(at));
    scratch.tags.push_back(static_cast<std::uint8_t>(best));
    scratch.coarse.push_back(static_cast<std::uint8_t>(token.upos));
  }
}

void Tagger::Data::parse(Document& document, const Sentence& sentence, Scratch& scratch) const {
  const ParseInput input{scratch.words, scratch.tags, scratch.coarse};
  ParseState state(sentence.tokens.size());
  while (!state.finished()) {
    action_features(input, state, scratch.features);
    const auto best = static_cast<Action>(action.best(scratch.features, state.allowed_actions()));
    const std::size_t child = state.apply(best);
    if (child == 0) continue;
    label_features(input, state, child, scratch.features);
    state.set_label(child, static_cast<std::uint8_t>(label.best(scratch.features)));
  }
  for (std::size_t w = 1; w <= sentence.tokens.size(); ++w) {
    Token& token = document.tokens[sentence.tokens.begin + w - 1];
    const std::int32_t head = state.head(w);
    token.head = head == 0 ? Token::root : static_cast<std::int32_t>(sentence.tokens.begin) + head - 1;
    token.relation = head == 0 ? "root" : labels[state.label(w)];
  }
}

std::string_view Tagger::section(std::string_view name) const { return data_->file.section(name); }

void Tagger::tag(Document& document) const {
  Scratch scratch;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    data_->tag_words(document, sentence, scratch);
    data_->parse(document, sentence, scratch);
    set_voice(document, sentence);
  }
}

}  // namespace entente
