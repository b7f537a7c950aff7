// Records: one JSON object an article, one a line (JSONL), or a file with one object or an array of them.
#pragma once

#include <functional>

#include "entente/read.hpp"

namespace entente {

void read_records(const Source& source, const ReadOptions& options, const std::function<void(Article&&)>& sink,
                  Diagnostics& diagnostics);

}  // namespace entente
