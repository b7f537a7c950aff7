// Query: SPARQL 1.1 over graph files, without a server. The engine is Oxigraph (https://github.com/oxigraph/oxigraph), compiled
// to WebAssembly and run by Node.js beside this process: all of SPARQL 1.1 Query, property paths, aggregates, negation and
// subqueries included; no SERVICE (nothing goes out to the network), no full-text search, no inference.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/result.hpp"

namespace entente {

enum class ResultFormat : std::uint8_t {
  table,  // for people: aligned columns, long values cut, IRIs shortened by the graph's prefixes
  csv,    // W3C SPARQL 1.1 Query Results CSV
  tsv,    // ... TSV
  json,   // ... JSON
};

struct QueryOptions {
  std::string query;                // SPARQL; the prefixes that the graph files declare need not be declared again
  std::vector<std::string> graphs;  // .ttl, .nt and .nq files; queried as one, the graphs that .nq names as such
  ResultFormat format = ResultFormat::table;
  std::string engine;         // path of engine.mjs, see find_engine
  std::string node = "node";  // the Node.js program, version 18 or later
};

// engine.mjs of an installation (`home` is its share/entente) or of a source tree; "" if it is in neither.
std::string find_engine(const std::string& home);

// The result as text that ends in a line break: rows of a SELECT in the given format; "true" or "false" of an ASK ("yes",
// "no" as a table); what CONSTRUCT and DESCRIBE make as N-Triples whatever the format.
// Errors: "no-node", "no-engine", "no-oxigraph" (not installed; the message says what to do), "file-not-found" and
// "invalid-rdf" (a graph file), "invalid-query" (the engine's message, with line and column), "engine-failed".
Result<std::string> run_query(const QueryOptions& options);

}  // namespace entente
