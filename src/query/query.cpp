#include "entente/query.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "base/json.hpp"
#include "query/process.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

const char* name_of(ResultFormat format) {
  switch (format) {
    case ResultFormat::table: return "table";
    case ResultFormat::csv: return "csv";
    case ResultFormat::tsv: return "tsv";
    case ResultFormat::json: return "json";
  }
  return "";
}

Error not_started(const std::string& node, int reason) {
  if (reason == ENOENT || reason == EACCES)
    return {"no-node", "queries need Node.js 18 or later, and '" + node + "' cannot be run: install the package nodejs", "", 0};
  if (reason == E2BIG) return {"invalid-query", "the query is too long", "", 0};
  return {"engine-failed", std::string("the query engine could not be started: ") + std::strerror(reason), "", 0};
}

// The engine writes {"code": ..., "message": ..., "file": ...} as the last line of its errors.
Error engine_error(const Ran& ran) {
  std::string_view line = ran.err;
  while (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  line = line.substr(line.rfind('\n') == std::string_view::npos ? 0 : line.rfind('\n') + 1);
  const auto json = Json::parse(line);
  if (!json || !json->is(Json::Kind::object))
    return {"engine-failed", "the query engine failed: " + std::string(line.substr(0, 500)), "", 0};
  const auto field = [&](const char* name) {
    const Json* value = json->find(name);
    return value == nullptr ? std::string() : value->text();
  };
  return {field("code"), field("message"), field("file"), 0};
}

}  // namespace

std::string find_engine(const std::string& home) {
  for (const char* place : {"/engine.mjs", "/src/query/engine.mjs"}) {
    std::error_code ignored;
    if (fs::is_regular_file(home + place, ignored)) return home + place;
  }
  return {};
}

Result<std::string> run_query(const QueryOptions& options) {
  std::error_code ignored;
  if (options.engine.empty() || !fs::is_regular_file(options.engine, ignored))
    return Error{"no-engine", "the query engine (engine.mjs) is not there: is Entente installed whole?", options.engine, 0};
  if (options.query.find('\0') != std::string::npos) return Error{"invalid-query", "the query has a zero byte", "", 0};
  if (options.graphs.empty())
    return Error{"file-not-found", "no graph to query: run `entente build` first, or name a Turtle file", "", 0};
  for (const std::string& graph : options.graphs)
    if (fs::is_directory(graph, ignored) || !std::ifstream(graph))
      return Error{"file-not-found", "there is no graph that can be read: run `entente build` first, or name a Turtle file", graph,
                   0};

  std::vector<std::string> arguments = {options.node, options.engine, name_of(options.format), options.query};
  arguments.insert(arguments.end(), options.graphs.begin(), options.graphs.end());
  Ran ran = run_program(arguments);
  if (ran.spawn_error != 0) return not_started(options.node, ran.spawn_error);
  if (ran.exit_code != 0) return engine_error(ran);
  return std::move(ran.out);
}

}  // namespace entente
