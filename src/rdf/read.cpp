#include <serd/serd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <unordered_map>

#include "entente/rdf.hpp"
#include "rdf/validate.hpp"

namespace entente {

namespace {

// Hands Serd one byte at a time, because only so is it known on which line a statement ends.
class Bytes {
 public:
  explicit Bytes(const std::string& file) : in_(file, std::ios::binary) {
    fill();
    if (size_ >= 3 && std::memcmp(buffer_.data(), "\xEF\xBB\xBF", 3) == 0) at_ = 3;
  }

  bool good() const { return !in_.bad() && in_.is_open(); }
  // Of the byte before the last one handed out: Serd reads one byte ahead.
  std::size_t line() const { return line_; }

  static std::size_t read(void* out, std::size_t, std::size_t, void* self) {
    return static_cast<Bytes*>(self)->next(static_cast<char*>(out));
  }
  static int error(void* self) { return static_cast<Bytes*>(self)->in_.bad() ? 1 : 0; }

 private:
  void fill() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    size_ = static_cast<std::size_t>(in_.gcount());
    at_ = 0;
  }

  std::size_t next(char* out) {
    if (at_ == size_) fill();
    if (size_ == 0) return 0;
    if (last_ == '\n') ++line_;
    last_ = *out = buffer_[at_++];
    return 1;
  }

  std::ifstream in_;
  std::array<char, 1 << 16> buffer_{};
  std::size_t size_ = 0, at_ = 0, line_ = 1;
  char last_ = 0;
};

std::string text_of(const SerdNode& node) { return {reinterpret_cast<const char*>(node.buf), node.n_bytes}; }
const std::uint8_t* bytes(const std::string& text) { return reinterpret_cast<const std::uint8_t*>(text.c_str()); }

class Reader {
 public:
  Reader(const std::string& file, const TripleSink& sink) : file_(file), sink_(sink), bytes_(file) {
    std::error_code ignored;
    const std::string path = std::filesystem::absolute(file, ignored).string();
    SerdNode base = serd_node_new_file_uri(bytes(path), nullptr, nullptr, true);
    environment_ = serd_env_new(&base);
    serd_node_free(&base);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { serd_env_free(environment_); }

  Outcome read(SerdSyntax syntax) {
    if (!bytes_.good()) return Error{"file-not-found", "cannot be read; does it exist, and may you read it?", file_, 0};
    SerdReader* reader = serd_reader_new(syntax, this, nullptr, on_base, on_prefix, on_statement, nullptr);
    serd_reader_set_strict(reader, true);
    serd_reader_set_error_sink(reader, on_error, this);
    const SerdStatus status = serd_reader_read_source(reader, Bytes::read, Bytes::error, &bytes_, bytes(file_), 1);
    serd_reader_free(reader);
    if (error_) return *error_;
    if (!bytes_.good()) return Error{"cannot-read", "reading failed before the end of the file", file_, 0};
    if (status > SERD_FAILURE) return Error{"invalid-rdf", message(status), file_, bytes_.line()};
    return Done{};
  }

 private:
  static std::string message(SerdStatus status) {
    return "is no valid RDF: " + std::string(reinterpret_cast<const char*>(serd_strerror(status)));
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    auto& reader = *static_cast<Reader*>(self);
    if (reader.error_) return SERD_SUCCESS;
    std::array<char, 400> text{};
    // Serd starts the list before it calls; the analyzer cannot see that.
    std::vsnprintf(text.data(), text.size(), error->fmt, *error->args);  // NOLINT(clang-analyzer-valist.Uninitialized)
    std::string words = text.data();
    while (!words.empty() && words.back() == '\n') words.pop_back();
    reader.error_ = Error{"invalid-rdf", "is no valid RDF: " + words, reader.file_, error->line};
    return SERD_SUCCESS;
  }

  // A new base or prefix changes what nodes mean.
  static SerdStatus on_base(void* self, const SerdNode* uri) {
    static_cast<Reader*>(self)->expanded_.clear();
    return serd_env_set_base_uri(static_cast<Reader*>(self)->environment_, uri);
  }

  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* uri) {
    static_cast<Reader*>(self)->expanded_.clear();
    return serd_env_set_prefix(static_cast<Reader*>(self)->environment_, name, uri);
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    auto& reader = *static_cast<Reader*>(self);
    Triple& triple = reader.triple_;
    reader.read_term(*subject, triple.subject);
    reader.read_term(*predicate, triple.predicate);
    reader.read_term(*object, triple.object);
    if (datatype != nullptr && datatype->type != SERD_NOTHING) triple.object.datatype = reader.iri(*datatype);
    if (language != nullptr && language->type != SERD_NOTHING) triple.object.language = text_of(*language);
    normalise(triple.object);
    if (reader.error_) return SERD_ERR_BAD_SYNTAX;
    reader.sink_(triple, reader.bytes_.line());
    return SERD_SUCCESS;
  }

  void read_term(const SerdNode& node, Term& term) {
    term.kind = node.type == SERD_LITERAL ? TermKind::literal : TermKind::iri;
    term.datatype.clear();
    term.language.clear();
    if (node.type == SERD_LITERAL)
      term.value.assign(reinterpret_cast<const char*>(node.buf), node.n_bytes);
    else if (node.type == SERD_BLANK)
      term.value = "urn:bnode:" + text_of(node);
    else
      term.value = iri(node);
  }

  // The absolute IRI of a node. The same few come again and again, and expanding and checking one costs more than all
  // the rest of a statement, so they are remembered, within bounds.
  const std::string& iri(const SerdNode& node) {
    constexpr std::size_t limit = 1u << 14;
    lookup_.assign(node.type == SERD_CURIE ? "c" : "u").append(reinterpret_cast<const char*>(node.buf), node.n_bytes);
    const auto found = expanded_.find(lookup_);
    if (found != expanded_.end()) return found->second;
    if (expanded_.size() >= limit) expanded_.clear();
    return expanded_.emplace(lookup_, expand(node)).first->second;
  }

  // What the file's author wrote is passed on even where a literal does not fit its datatype; a broken IRI is not.
  std::string expand(const SerdNode& node) {
    SerdNode full = serd_env_expand_node(environment_, &node);
    std::string out = full.type == SERD_NOTHING ? "" : text_of(full);
    serd_node_free(&full);
    if (error_) return out;
    if (out.empty() && node.n_bytes != 0)
      error_ = Error{"invalid-rdf", "'" + text_of(node) + "' uses a prefix that is not declared", file_, bytes_.line()};
    else if (!valid_iri(out))
      error_ = Error{"invalid-rdf", "<" + out + "> is no valid IRI", file_, bytes_.line()};
    return out;
  }

  std::string file_;
  const TripleSink& sink_;
  Bytes bytes_;
  SerdEnv* environment_ = nullptr;
  std::optional<Error> error_;
  Triple triple_;                                          // reused from statement to statement
  std::unordered_map<std::string, std::string> expanded_;  // node -> absolute IRI
  std::string lookup_;
};

}  // namespace

Outcome read_rdf(const std::string& file, const TripleSink& sink) {
  const std::string ending = std::filesystem::path(file).extension().string();
  if (ending != ".ttl" && ending != ".nt") return Error{"unknown-format", "is neither Turtle (.ttl) nor N-Triples (.nt)", file, 0};
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return Error{"file-not-found", "is a folder, not a file", file, 0};
  Reader reader(file, sink);
  return reader.read(ending == ".nt" ? SERD_NTRIPLES : SERD_TURTLE);
}

}  // namespace entente
