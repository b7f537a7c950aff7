// RDF terms and triples, and their reading and writing as Turtle, N-Triples and N-Quads.
// The writer validates before it writes (IRIs, UTF-8, lexical forms of typed literals), because Serd does not.
// Output is sorted and free of blank nodes, so equal sets of triples give equal bytes.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/result.hpp"

namespace entente {

enum class TermKind : std::uint8_t { iri, literal };

struct Term {
  TermKind kind = TermKind::iri;
  std::string value;     // absolute IRI, or the literal's text (valid UTF-8)
  std::string datatype;  // absolute IRI; empty for plain and language-tagged literals, and for IRIs
  std::string language;  // "en"; empty if none
  auto operator<=>(const Term&) const = default;
};

struct Triple {
  Term subject;    // an IRI
  Term predicate;  // an IRI
  Term object;
  auto operator<=>(const Triple&) const = default;
};

// (prefix without colon: lower-case letters, digits and hyphens; namespace IRI that ends in '/', '#' or ':')
using Prefixes = std::vector<std::pair<std::string, std::string>>;

enum class RdfFormat : std::uint8_t { turtle, ntriples };

// Sorts and deduplicates `triples`, checks each, and writes them to `out`. Nothing is written if one is invalid:
// the error names the triple. A failing stream (full disk) is an error too.
Result<std::uint64_t> write_rdf(std::ostream& out, std::vector<Triple> triples, const Prefixes& prefixes, RdfFormat format);

// The same as N-Quads in the graph of this IRI, or in the default graph if it is empty. What is written behind it on the stream
// makes one data set with it.
Result<std::uint64_t> write_nquads(std::ostream& out, std::vector<Triple> triples, const std::string& graph);

// Streams the triples of a Turtle or N-Triples file, by its ending (.ttl, .nt), in file order. Blank nodes become
// IRIs under "urn:bnode:". `line` is the line on which the statement ends (1-based).
using TripleSink = std::function<void(const Triple& triple, std::size_t line)>;
Outcome read_rdf(const std::string& file, const TripleSink& sink);

// True for an absolute IRI that every store accepts: no space, quotes, angle brackets, braces or control characters.
bool valid_iri(std::string_view iri);

}  // namespace entente
