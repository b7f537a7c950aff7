#!/usr/bin/env bash
# Apache Jena as a second store. Without arguments: it must load the sample and the ontology without a warning, answer the
# contract queries as Oxigraph does, agree that the sample conforms to the shapes, and see a broken file. With arguments: it
# must load these files without a warning.
# usage: jena.sh FOLDER [GRAPH.ttl ...]     FOLDER: where Jena's jars are, or go to (by Maven, from the network)
# exit code 77: cannot be run here, because Java or Maven is missing or the jars cannot be fetched
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
lib=$1
shift
command -v java >/dev/null || { echo "skipped: no java"; exit 77; }
if [ ! -e "$lib/.complete" ]; then
  command -v mvn >/dev/null || { echo "skipped: no mvn (Debian package maven)"; exit 77; }
  mvn -q -B -f "$here/jena/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib" || { echo "skipped: Maven cannot fetch Jena"; exit 77; }
  touch "$lib/.complete"
fi

failures=0
fail() { echo "FAILED $*"; failures=$((failures + 1)); }
jena() { java -cp "$lib/*" "$@"; }

# Loads files; a warning or an error is a failure.
clean() {
  messages=$(jena riotcmd.riot --validate "$@" 2>&1) || return 1
  ! grep -E 'WARN|ERROR' <<<"$messages"
}

if [ $# -gt 0 ]; then
  clean "$@" || fail "Jena does not load $* without a warning"
else
  sample=$here/../emit/sample.ttl
  clean "$sample" "$root"/ontology/*.ttl || fail "the sample and the ontology load without a warning: $messages"
  broken=$(mktemp --suffix=.ttl)
  sed 's/"2021-02-12"^^xsd:date/"2021-02-30"^^xsd:date/' "$sample" >"$broken"
  clean "$broken" >/dev/null && fail "an impossible date is seen"
  rm -f "$broken"
  for query in entities roles meetings statements events treaties network evidence; do
    jena arq.arq --data "$sample" --query "$root/examples/queries/$query.rq" --results csv 2>/dev/null | tr -d '\r' |
      diff - "$here/expected/$query.csv" || fail "$query.rq: other rows than in Oxigraph"
  done
  jena shacl.shacl validate --shapes "$root/ontology/shapes.ttl" --data "$sample" 2>/dev/null | grep -q 'sh:conforms *true' ||
    fail "the sample conforms to the shapes"
fi
echo "Jena: $failures failures"
[ "$failures" -eq 0 ]
