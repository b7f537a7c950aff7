#!/usr/bin/env bash
# A graph that the command itself builds: it conforms to the shapes, the contract queries answer, and both stores load it, in
# one file or two, as N-Triples, and as N-Quads with the background in a graph of its own.
# usage: built.sh ENTENTE JENA_FOLDER ARTICLES...
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
entente=$1
jena=$2
shift 2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failures=0
fail() { echo "FAILED $*"; failures=$((failures + 1)); }
rows() { "$entente" query --format csv "$root/examples/queries/$1.rq" "${@:2}"; }

"$entente" build --quiet "$@" -o "$out/one" || fail "the build: exit code $?"
"$entente" build --quiet --separate-evidence "$@" -o "$out/two" || fail "the build with separate evidence"
"$entente" build --quiet --nquads --no-background "$@" -o "$out/news" || fail "the build of N-Quads without background"
"$entente" build --quiet --nquads "$@" -o "$out/quads" || fail "the build of N-Quads"
"$entente" build --quiet --ntriples "$@" -o "$out/lines" || fail "the build of N-Triples"
node "$here/shacl.mjs" "$root/ontology/shapes.ttl" "$out/one/graph.ttl" || fail "the graph conforms to the shapes"
node "$here/shacl.mjs" "$root/ontology/shapes.ttl" "$out/two/graph.ttl" "$out/two/evidence.ttl" || fail "two files conform as one does"
node "$here/shacl.mjs" "$root/ontology/shapes.ttl" "$out/one/background.ttl" || fail "the background conforms to the shapes"
node "$here/shacl.mjs" "$root/ontology/shapes.ttl" "$out/one/graph.ttl" "$out/one/background.ttl" || fail "graph and background conform together"
for query in entities roles meetings statements events treaties network evidence; do
  rows $query "$out/one/graph.ttl" >"$out/rows" || fail "$query.rq is answered"
  [ "$(wc -l <"$out/rows")" -gt 1 ] || fail "$query.rq has rows"
  rows $query "$out/two/graph.ttl" "$out/two/evidence.ttl" | cmp -s - "$out/rows" || fail "$query.rq: other rows from two files"
  rows $query "$out/quads/dataset.nq" | cmp -s - "$out/rows" || fail "$query.rq: other rows from the default graph of N-Quads"
  rows $query "$out/lines/graph.nt" | cmp -s - "$out/rows" || fail "$query.rq: other rows from N-Triples"
done
# What only the knowledge base says stands in its own graph, all of it, and nowhere else.
ask() { echo "$1" >"$out/ask.rq" && "$entente" query --format csv "$out/ask.rq" "${@:2}" | tail -n 1 | tr -d '\r'; }
graph='https://example.org/entente/graph/background'
all=$(ask 'SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }' "$out/quads/background.ttl")
[ "$all" -gt 0 ] || fail "there is background"
[ "$(ask "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <$graph> { ?s ?p ?o } }" "$out/quads/dataset.nq")" = "$all" ] || fail "the background is a graph"
[ "$(ask 'SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }' "$out/quads/dataset.nq")" = 1 ] || fail "there is one named graph"
tenures='PREFIX org: <http://www.w3.org/ns/org#> PREFIX ent: <https://w3id.org/entente/ontology#> SELECT (COUNT(*) AS ?n) WHERE'
[ "$(ask "$tenures { GRAPH <$graph> { ?t a ent:Tenure } }" "$out/quads/dataset.nq")" -gt 0 ] || fail "tenures are background"
[ "$(ask "$tenures { ?t a ent:Tenure }" "$out/quads/dataset.nq")" = 0 ] || fail "tenures are no news"
[ "$(ask 'SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }' "$out/news/dataset.nq")" = 0 ] || fail "without background there is no named graph"
"$here/jena.sh" "$jena" "$out/one/graph.ttl" "$out/two/evidence.ttl" "$out/lines/graph.nt"
case $? in 0 | 77) ;; *) fail "Jena loads the files" ;; esac
echo "built graph: $failures failures"
[ "$failures" -eq 0 ]
