// Import: background knowledge from Wikidata, written as a Turtle file that Knowledge::load takes as one of its own
// files. Two sources: the JSON dump, streamed line by line in constant memory, and the results of the CONSTRUCT queries
// of ontology/knowledge/queries. What the base knows already (by its Wikidata item) is not described again; the file
// adds names and offices to it. ontology/knowledge/IMPORT.md says what is taken and how.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "entente/diagnostic.hpp"
#include "entente/knowledge.hpp"
#include "entente/result.hpp"

namespace entente {

struct ImportOptions {
  std::string ontology;  // folder with import/classes.tsv and import/offices.tsv
  std::string output;    // the Turtle file; while a dump is read, OUTPUT.part and OUTPUT.state stand beside it
  // Wikidata classes to take, "Q6256", or "Q123=Newspaper" with a class of entente.ttl; none: all of classes.tsv.
  std::vector<std::string> classes;
  // A file of subclasses, made by import_subclasses or by queries/subclasses.rq: what is of a class below one of these is taken,
  // too. Empty: classes count as they stand.
  std::string subclasses;
  // Wikidata properties to take, "P39"; none: all that are understood. Names and classes are always taken.
  std::vector<std::string> properties;
  bool resume = false;           // of a dump: go on where OUTPUT.state says
  std::uint64_t stop_after = 0;  // of a dump: stop after so many entities, to go on later; 0: at the end
};

struct ImportSummary {
  std::uint64_t bytes = 0;     // of the uncompressed input
  std::uint64_t lines = 0;     // of the uncompressed input
  std::uint64_t entities = 0;  // lines that hold one
  std::uint64_t kept = 0;      // entities that passed the filter
  std::uint64_t bad = 0;       // lines that could not be used; the first hundred are in the diagnostics
  std::uint64_t things = 0;    // written as new
  std::uint64_t extended = 0;  // known to the base: names and offices were added to them
  std::uint64_t by_name = 0;   // of these: the base has no Wikidata item of them; name, kind and state are the same
  std::uint64_t tenures = 0;
  std::uint64_t steps = 0;    // of treaties
  std::uint64_t dropped = 0;  // tenures whose office belongs to nothing that is known
  bool complete = true;       // false: the input broke off, or stop_after was reached; resume goes on
};

// Called now and then while a dump is read.
using ImportListener = std::function<void(const ImportSummary& so_far)>;

// Reads a dump: .json, .json.gz or .json.bz2, known by its first bytes; "-" is standard input.
// An Error: the input cannot be opened, the tables or options are wrong, or the output cannot be written.
Result<ImportSummary> import_dump(const std::string& input, const ImportOptions& options, const Knowledge& base,
                                  Diagnostics& diagnostics, const ImportListener& listener = {});

// The first of two readings of a dump, where subclasses count: writes to `options.output` which class is a subclass of which
// (P279), a line each, "Q1<TAB>Q2". An instance may stand in the dump before its class, so that this has to come first. Resumable
// as import_dump is; of `options`, `output`, `resume` and `stop_after` count. Memory does not grow with the dump; import_dump
// then needs 8 bytes for each subclass while it sorts them (Wikidata has some four million: 32 MB), and about 50 for each that
// lies below a wanted class.
Result<ImportSummary> import_subclasses(const std::string& input, const ImportOptions& options, Diagnostics& diagnostics,
                                        const ImportListener& listener = {});

// Reads the results of the CONSTRUCT queries, Turtle or N-Triples; several may complete each other.
Result<ImportSummary> import_results(const std::vector<std::string>& inputs, const ImportOptions& options, const Knowledge& base,
                                     Diagnostics& diagnostics);

}  // namespace entente
