#!/usr/bin/env bash
# The main job: sets up, builds, reads the articles of examples/articles and writes their graph to output/.
# Needs no options; Debian 12 or Ubuntu 24.04, as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."
./setup.sh build
entente=build/src/cli/entente

echo
echo "== entente build examples/articles -o output"
"$entente" build examples/articles -o output

echo
echo "== Who met whom (examples/queries/who-met-whom.rq)"
"$entente" query examples/queries/who-met-whom.rq output/graph.ttl

echo
echo "== Does every claim stand in its source?"
"$entente" verify output

echo
echo "Open output/report.md to read on, load output/graph.ttl into a triple store, output/network.gexf into Gephi."
