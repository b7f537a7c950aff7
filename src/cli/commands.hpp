// The commands, one file each. main.cpp fills their arguments from the command line; each returns an exit code.
#pragma once

#include <string>
#include <vector>

#include "entente/inspect.hpp"
#include "entente/pipeline.hpp"
#include "entente/query.hpp"

namespace entente {

struct DataPaths {
  std::string ontology;  // folder with entente.ttl, knowledge/, rules/
  std::string model;
  std::vector<std::string> knowledge;  // the user's own files: Turtle or tables
};

struct BuildArguments {
  BuildOptions options;
  std::string decisions_file;
  DataPaths data;
  bool quiet = false;
};
int build_command(BuildArguments arguments);

struct ShowArguments {
  std::string file;
  std::string article;  // id of the one to show in a file of records; empty: all
  bool conllu = false;  // the parse as CoNLL-U, nothing else
  bool claims_only = false;
  ReadOptions read;
  DataPaths data;
};
int show_command(const ShowArguments& arguments);

struct QueryArguments {
  std::string file;
  std::vector<std::string> graphs;
  ResultFormat format = ResultFormat::table;
};
int query_command(const QueryArguments& arguments);

int check_command(const DataPaths& data);

int verify_command(const VerifyOptions& options);
int explain_command(const std::string& output, const std::string& name);

}  // namespace entente
