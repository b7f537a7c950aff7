// Serd writes, Sord puts in order. Serd's own abbreviation of IRIs covers only letters and digits, and it takes whatever
// it is given for valid, so both are done here.
#include <serd/serd.h>
#include <sord/sord.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <unordered_map>

#include "entente/rdf.hpp"
#include "rdf/lexical.hpp"
#include "rdf/validate.hpp"

namespace entente {

namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view namespace_ends = "/#:";
constexpr std::string_view rdfs_label = "http://www.w3.org/2000/01/rdf-schema#label";

template <auto function>
struct Free {
  template <typename T>
  void operator()(T* pointer) const {
    function(pointer);
  }
};
using World = std::unique_ptr<SordWorld, Free<sord_world_free>>;
using Model = std::unique_ptr<SordModel, Free<sord_free>>;
using Iterator = std::unique_ptr<SordIter, Free<sord_iter_free>>;
using Environment = std::unique_ptr<SerdEnv, Free<serd_env_free>>;
using Writer = std::unique_ptr<SerdWriter, Free<serd_writer_free>>;

const std::uint8_t* bytes(const char* text) { return reinterpret_cast<const std::uint8_t*>(text); }
std::string_view view(const SordNode* node) {
  std::size_t size = 0;
  const auto* text = sord_node_get_string_counted(node, &size);
  return {reinterpret_cast<const char*>(text), size};
}

SordNode* intern(SordWorld* world, const Term& term) {
  if (term.kind == TermKind::iri) return sord_new_uri(world, bytes(term.value.c_str()));
  SordNode* datatype = term.datatype.empty() ? nullptr : sord_new_uri(world, bytes(term.datatype.c_str()));
  SordNode* literal =
      sord_new_literal(world, datatype, bytes(term.value.c_str()), term.language.empty() ? nullptr : term.language.c_str());
  sord_node_free(world, datatype);
  return literal;
}

// Moves the triples into an ordered index; what is in it twice is there once.
Model ordered(SordWorld* world, std::vector<Triple> triples) {
  Model model(sord_new(world, SORD_SPO, false));
  for (Triple& triple : triples) {
    SordQuad quad = {intern(world, triple.subject), intern(world, triple.predicate), intern(world, triple.object), nullptr};
    sord_add(model.get(), quad);
    for (const SordNode* node : quad) sord_node_free(world, const_cast<SordNode*>(node));
    triple = Triple();
  }
  return model;
}

// Local names that need no escape in Turtle, and a little less than all of them.
bool plain_local_name(std::string_view name) {
  const auto word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && word(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) { return word(c) || c == '-'; });
}

// Does Serd write the literal as a bare word or number? It recognises the datatype by its full IRI only.
bool bare(std::string_view text, std::string_view datatype) {
  if (datatype.substr(0, xsd.size()) != xsd) return false;
  datatype.remove_prefix(xsd.size());
  return datatype == "integer" || datatype == "boolean" || (datatype == "decimal" && text.find('.') != std::string_view::npos);
}

class TurtleWriter {
 public:
  // `graph`: for N-Quads, the graph that all belongs to, or empty.
  TurtleWriter(std::ostream& out, const Prefixes& prefixes, SerdSyntax syntax, const std::string& graph)
      : out_(out), syntax_(syntax), turtle_(syntax == SERD_TURTLE), in_graph_(!graph.empty()) {
    if (in_graph_) fill(graph_, SERD_URI, graph);
    for (const auto& prefix : prefixes) by_namespace_.emplace(prefix.second, &prefix);
  }

  bool write(SordModel* model) {
    environment_.reset(serd_env_new(nullptr));
    const auto style = static_cast<SerdStyle>(turtle_ ? SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK : SERD_STYLE_BULK);
    writer_.reset(serd_writer_new(syntax_, style, environment_.get(), nullptr, sink, &out_));
    serd_writer_set_error_sink(
        writer_.get(), [](void*, const SerdError*) { return SERD_SUCCESS; }, nullptr);
    bool good = !turtle_ || declare(used_prefixes(model));
    for_each_subject(model, [&](const std::vector<Statement>& statements) {
      for (const Statement& statement : statements) good = good && write(statement);
    });
    good = good && serd_writer_finish(writer_.get()) == SERD_SUCCESS;
    writer_.reset();  // its last page reaches the stream here
    out_.flush();
    return good && out_.good();
  }

 private:
  struct Statement {
    const SordNode* subject;
    const SordNode* predicate;
    const SordNode* object;
  };
  // A node for Serd and the text that it points to.
  struct Node {
    std::string text;
    SerdNode serd = SERD_NODE_NULL;
  };

  static std::size_t sink(const void* data, std::size_t size, void* stream) {
    auto& out = *static_cast<std::ostream*>(stream);
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    return out.good() ? size : 0;
  }

  // The statements of one subject after the other: its types first, then its labels, then the rest by predicate.
  template <typename Visit>
  static void for_each_subject(SordModel* model, const Visit& visit) {
    std::vector<Statement> statements;
    const auto flush = [&] {
      const auto rank = [](const Statement& s) {
        return view(s.predicate) == rdf_type ? 0 : view(s.predicate) == rdfs_label ? 1 : 2;
      };
      std::stable_sort(statements.begin(), statements.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
      visit(statements);
      statements.clear();
    };
    for (Iterator it(sord_begin(model)); it && !sord_iter_end(it.get()); sord_iter_next(it.get())) {
      SordQuad quad;
      sord_iter_get(it.get(), quad);
      if (!statements.empty() && statements.front().subject != quad[0]) flush();
      statements.push_back({quad[0], quad[1], quad[2]});
    }
    flush();
  }

  // The prefix of the namespace that ends where the IRI's last part begins, if that part is a plain local name.
  const std::pair<std::string, std::string>* prefix_of(std::string_view iri) const {
    const std::size_t cut = iri.find_last_of(namespace_ends);
    if (cut == std::string_view::npos || !plain_local_name(iri.substr(cut + 1))) return nullptr;
    const auto found = by_namespace_.find(iri.substr(0, cut + 1));
    return found == by_namespace_.end() ? nullptr : found->second;
  }

  std::set<std::pair<std::string, std::string>> used_prefixes(SordModel* model) const {
    std::set<std::pair<std::string, std::string>> used;
    const auto use = [&](std::string_view iri) {
      if (const auto* prefix = prefix_of(iri)) used.insert(*prefix);
    };
    for_each_subject(model, [&](const std::vector<Statement>& statements) {
      for (const Statement& s : statements) {
        use(view(s.subject));
        if (view(s.predicate) != rdf_type) use(view(s.predicate));
        const SordNode* datatype = sord_node_get_datatype(s.object);
        if (sord_node_get_type(s.object) == SORD_URI) use(view(s.object));
        if (datatype != nullptr && !bare(view(s.object), view(datatype))) use(view(datatype));
      }
    });
    return used;
  }

  bool declare(const std::set<std::pair<std::string, std::string>>& used) {
    return std::all_of(used.begin(), used.end(), [&](const auto& prefix) {
      const SerdNode name = serd_node_from_string(SERD_LITERAL, bytes(prefix.first.c_str()));
      const SerdNode space = serd_node_from_string(SERD_URI, bytes(prefix.second.c_str()));
      return serd_writer_set_prefix(writer_.get(), &name, &space) == SERD_SUCCESS;
    });
  }

  void fill(Node& node, SerdType type, std::string_view text) const {
    node.text = text;
    node.serd = serd_node_from_string(type, bytes(node.text.c_str()));
    node.serd.flags = 0;  // with its flags Serd would write long strings, which its own reader cannot always take back
  }

  void fill_iri(Node& node, std::string_view iri, bool abbreviate = true) const {
    const auto* prefix = turtle_ && abbreviate ? prefix_of(iri) : nullptr;
    if (prefix == nullptr) return fill(node, SERD_URI, iri);
    fill(node, SERD_CURIE, prefix->first + ":" + std::string(iri.substr(prefix->second.size())));
  }

  bool write(const Statement& statement) {
    fill_iri(subject_, view(statement.subject));
    fill_iri(predicate_, view(statement.predicate), view(statement.predicate) != rdf_type);
    const SordNode* datatype = sord_node_get_datatype(statement.object);
    const char* language = sord_node_get_language(statement.object);
    if (sord_node_get_type(statement.object) == SORD_URI)
      fill_iri(object_, view(statement.object));
    else
      fill(object_, SERD_LITERAL, view(statement.object));
    if (datatype != nullptr) fill_iri(datatype_, view(datatype), !bare(view(statement.object), view(datatype)));
    if (language != nullptr) fill(language_, SERD_LITERAL, language);
    return serd_writer_write_statement(writer_.get(), 0, in_graph_ ? &graph_.serd : nullptr, &subject_.serd, &predicate_.serd,
                                       &object_.serd, datatype != nullptr ? &datatype_.serd : nullptr,
                                       language != nullptr ? &language_.serd : nullptr) == SERD_SUCCESS;
  }

  std::ostream& out_;
  std::unordered_map<std::string_view, const std::pair<std::string, std::string>*> by_namespace_;
  SerdSyntax syntax_;
  bool turtle_;
  bool in_graph_;
  Environment environment_;
  Writer writer_;
  Node graph_, subject_, predicate_, object_, datatype_, language_;
};

std::optional<Error> bad_prefix(const Prefixes& prefixes) {
  for (const auto& [name, space] : prefixes) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    const bool ends = !name.empty() && (name.front() < 'a' || name.back() == '-');
    if (!std::all_of(name.begin(), name.end(), plain) || ends || !valid_iri(space) ||
        namespace_ends.find(space.back()) == std::string_view::npos)
      return Error{"invalid-rdf",
                   std::string("the prefix '").append(name).append(":' or its namespace <").append(space) + "> is not valid", "",
                   0};
  }
  return std::nullopt;
}

Result<std::uint64_t> write_all(std::ostream& out, std::vector<Triple> triples, const Prefixes& prefixes, SerdSyntax syntax,
                                const std::string& graph) {
  for (Triple& triple : triples) {
    if (const std::string found = problem(triple); !found.empty())
      return Error{"invalid-rdf", "the triple " + readable(triple) + " " + found + "; nothing was written", "", 0};
    normalise(triple.object);
  }
  const World world(sord_world_new());
  const Model model = ordered(world.get(), std::move(triples));
  const std::uint64_t count = sord_num_quads(model.get());
  if (!TurtleWriter(out, prefixes, syntax, graph).write(model.get()))
    return Error{"cannot-write", "the RDF could not be written whole: is the disk full?", "", 0};
  return count;
}

}  // namespace

Result<std::uint64_t> write_rdf(std::ostream& out, std::vector<Triple> triples, const Prefixes& prefixes, RdfFormat format) {
  if (auto bad = bad_prefix(prefixes)) return *bad;
  return write_all(out, std::move(triples), prefixes, format == RdfFormat::turtle ? SERD_TURTLE : SERD_NTRIPLES, {});
}

Result<std::uint64_t> write_nquads(std::ostream& out, std::vector<Triple> triples, const std::string& graph) {
  if (!graph.empty() && !valid_iri(graph)) return Error{"invalid-rdf", "the graph's name <" + graph + "> is no valid IRI", "", 0};
  return write_all(out, std::move(triples), {}, SERD_NQUADS, graph);
}

}  // namespace entente
