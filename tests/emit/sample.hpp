// A small graph made by hand, with one of everything that a graph can hold. Its Turtle is sample.ttl beside this file.
#pragma once

#include "entente/graph.hpp"
#include "entente/merge.hpp"

namespace entente {

struct Sample {
  Graph graph;
  Network network;
};
Sample sample();

}  // namespace entente
