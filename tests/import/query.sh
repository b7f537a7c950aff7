#!/usr/bin/env bash
# usage: query.sh QUERY.rq EXPECTED.nt      the query answers as expected over wikidata.ttl
set -euo pipefail
here=$(dirname "$0")
result=$(mktemp)
trap 'rm -f "$result"' EXIT
node "$here/construct.mjs" "$here/wikidata.ttl" "$1" "$result"
[[ -s $result ]] || { echo "the query answers nothing" >&2; exit 1; }
diff "$2" "$result"
