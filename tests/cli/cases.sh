#!/usr/bin/env bash
# usage: ENTENTE=PROGRAM cases.sh CASE      one case of the command line; exits 0 if it holds
set -euo pipefail
entente=$ENTENTE
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"

fail() { echo "failed: $*" >&2; exit 1; }
# Runs a command, keeps its output in ./out and ./err, and checks its exit code.
expect() {
  local want=$1 got=0
  shift
  "$@" >out 2>err || got=$?
  ((got == want)) || { cat out err >&2; fail "exit $got, not $want: $*"; }
}
says() { grep -qF -- "$1" err || { cat err >&2; fail "the messages do not say: $1"; }; }
built() { [[ -s output/graph.ttl ]] || fail "no graph was written"; }
nothing_left() { [[ ! -e output ]] || [[ -z $(find output -type f) ]] || { find output >&2; fail "something was left behind"; }; }

write_articles() {
  mkdir -p articles
  cat >articles/visit.txt <<'TEXT'
Portuguese foreign minister visits Oslo

OSLO, March 4, 2019 - Norwegian Foreign Minister Anna Berg met her Portuguese counterpart Rui Lopes in Oslo on Monday.

"We want to extend the fisheries agreement," Berg said after the talks.

Norway accused Iceland of violating the agreement.
TEXT
  cat >articles/talks.txt <<'TEXT'
Norway and Portugal hold talks on fishing

LISBON, March 5, 2019 - Portugal and Norway agreed to set up a working group, Foreign Minister Rui Lopes said on Tuesday.

Lopes said the ministers would meet again in Lisbon in June 2019.
TEXT
  cat >articles/wire.jsonl <<'TEXT'
{"id": "wire-1", "title": "Sanctions", "publisher": "Wire", "published": "2020-02-03", "text": "Canada imposed sanctions on Belarus on Monday. “These measures are needed,” Canadian Foreign Minister Paul Roy said."}
{"id": "wire-2", "title": "Answer", "publisher": "Wire", "published": "2020-02-04", "text": "Belarus condemned the sanctions of Canada. Foreign Minister Igor Novik said that Minsk would respond."}
TEXT
}
build() { "$entente" build "$@" -q; }

case_no_such_file() {
  expect 3 build missing.txt -o output
  says missing.txt
  nothing_left
  write_articles
  expect 1 build articles missing.txt -o output
  says missing.txt
  built
}
case_empty_file() {
  : >empty.txt
  expect 3 build empty.txt -o output
  says empty.txt
  nothing_left
}
case_binary_file() {
  head -c 3000 "$entente" >program.txt
  expect 3 build program.txt -o output
  says program.txt
  nothing_left
}
case_invalid_utf8() {
  printf 'Norway met Chile.\nThen \xff\xfe came.\n' >broken.txt
  expect 3 build broken.txt -o output
  says broken.txt:2
  nothing_left
}
case_long_line() {
  write_articles
  { head -n 1 articles/wire.jsonl
    printf '{"id": "long", "text": "'; head -c 50000000 /dev/zero | tr '\0' a; printf '"}\n'
    tail -n 1 articles/wire.jsonl; } >long.jsonl
  expect 1 build long.jsonl -o output
  says long.jsonl:2
  grep -q '"wire-1"' output/graph.ttl && grep -q '"wire-2"' output/graph.ttl || fail "the other records are not in the graph"
}
case_broken_record() {
  write_articles
  for n in 1 2 3 4 5; do
    if ((n == 3)); then echo '{"id": "r3", "text": '; else echo "{\"id\": \"r$n\", \"text\": \"Norway met Chile in Oslo.\"}"; fi
  done >five.jsonl
  expect 1 build five.jsonl -o output
  says five.jsonl:3
  for n in 1 2 4 5; do grep -q "\"r$n\"" output/graph.ttl || fail "record $n is not in the graph"; done
}
case_no_articles() {
  mkdir empty
  expect 3 build empty -o output
  nothing_left
}
case_output_not_writable() {
  write_articles
  [[ $(id -u) == 0 ]] && { expect 4 build articles -o /proc/entente; return; }   # root may write anywhere else
  mkdir output && chmod a-w output
  expect 4 build articles -o output
  nothing_left
}
case_output_is_a_file() {
  write_articles
  echo mine >output
  expect 4 build articles -o output
  [[ $(cat output) == mine ]] || fail "the file was touched"
}
# A limit on the size of files stands for the disk that is full: writing fails in the middle of the graph.
case_full_disk() {
  write_articles
  expect 4 bash -c "trap '' XFSZ; ulimit -f 2; '$entente' build articles -o output -q 2>err.inner || { code=\$?; cat err.inner >&2; exit \$code; }"
  nothing_left
}
case_unknown_option() {
  expect 2 "$entente" build --no-such-option x
  expect 2 "$entente"
  expect 0 "$entente" build --help
  grep -q 'Exit codes' out || fail "help does not document the exit codes"
}
# Ontology, knowledge and rules are well-formed and all examples of all rules hold; a rule without examples is refused.
case_check() {
  expect 0 "$entente" check
  local ontology
  ontology=$("$entente" build --help | grep -o '/[^] ]*ontology' | head -n 1)
  cp -r "$ontology" mine
  echo '{"rules": "own", "comment": "x", "claim": {"kind": "Event", "type": "AID"}, "entries": [{"id": "a", "trigger": {"verb": ["help"]}, "arguments": {}}]}' >mine/rules/own.json
  expect 5 "$entente" check --ontology mine
  says own.json:1
}
case_shuffled_inputs() {
  write_articles
  expect 0 build articles/visit.txt articles/talks.txt articles/wire.jsonl -o a
  expect 0 build articles/wire.jsonl articles/talks.txt articles/visit.txt -o b
  diff -r a b >&2 || fail "the order of the inputs changed the output"
}
case_repeated_runs() {
  write_articles
  expect 0 build articles -o a
  expect 0 build articles -o b
  diff -r a b >&2 || fail "a second run gave other bytes"
}
case_threads() {
  write_articles
  expect 0 build articles -o a -j 1
  expect 0 build articles -o b -j 4
  diff -r a b >&2 || fail "the number of threads changed the output"
}
case_verify_finds_all() {
  write_articles
  expect 0 build articles -o output
  expect 0 "$entente" verify output
  grep -Eq '^([1-9][0-9]*) of \1 evidence' out || { cat out >&2; fail "not all evidence was found"; }
}
case_verify_sees_changes() {
  write_articles
  expect 0 build articles -o output
  sed -i 's/met her/saw her/' articles/visit.txt
  expect 6 "$entente" verify output
  says visit.txt
  rm articles/talks.txt
  expect 6 "$entente" verify output
  says talks.txt
}
case_explain_node() {
  write_articles
  expect 0 build articles -o output
  expect 0 "$entente" explain Norway output
  grep -q 'visit' out || { cat out >&2; fail "the article of a claim is not shown"; }
  expect 7 "$entente" explain "Nobody At All" output
}
case_kept_text() {
  write_articles
  expect 0 build articles -o output --keep-text
  rm -r articles
  expect 0 "$entente" verify output
}
case_field_names() {
  printf '{"key": "one", "body": "Norway met Chile in Oslo on 3 May 2012."}\n' >own.jsonl
  expect 0 build own.jsonl --id-field key --text-field body -o output
  grep -q '"one"' output/graph.ttl || fail "the record's id is not in the graph"
}
case_unknown_query() {
  write_articles
  expect 0 build articles -o output
  expect 7 "$entente" query no-such-query.rq output/graph.ttl
  says no-such-query.rq
  echo 'SELECT * WHERE { ?s ?p }' >broken.rq
  expect 7 "$entente" query broken.rq output/graph.ttl
}
case_merge_decisions() {
  write_articles
  printf 'same\tvisit:Rui Lopes\twire-1:Paul Roy\n' >decisions.tsv
  expect 0 build articles -o output --decisions decisions.tsv
  grep -q 'decided by the user' output/graph.ttl || fail "the decision is not in the graph"
  printf 'perhaps\ta\tb\n' >decisions.tsv
  expect 2 build articles -o other --decisions decisions.tsv
  says decisions.tsv:1
}
# What the knowledge base adds goes to a file of its own, or is left out; the graph is the same.
case_background() {
  write_articles
  expect 0 build articles -o output
  grep -q 'ent:Tenure\|ent:ofState\|ent:Membership' output/background.ttl || fail "there is no background"
  grep -q 'wasDerivedFrom' output/background.ttl || fail "the background has no source"
  if grep -q 'ent:Tenure' output/graph.ttl; then fail "background stands in the graph"; fi
  expect 0 build articles -o other --no-background
  [[ ! -e other/background.ttl ]] || fail "background was written"
  cmp output/graph.ttl other/graph.ttl || fail "the graph depends on the background"
}
case_lookup() {
  expect 0 "$entente" knowledge lookup Vladimir\ Putin --date 2014-05
  grep -q 'Q7747' out && grep -q 'head-of-state' out || { cat out >&2; fail "the person or the office is not shown"; }
  if grep -q 'head-of-government' out; then fail "an office of another time is shown"; fi
  expect 0 "$entente" knowledge lookup Georgia --format json
  [[ $(grep -c '"key"' out) -ge 2 ]] || fail "not all candidates are shown"
  expect 7 "$entente" knowledge lookup "Nobody of That Name"
  says "nothing is known"
  expect 2 "$entente" knowledge lookup Norway --date yesterday
}

# Knowledge of one's own: a table and a Turtle file make new names known; what is wrong in them is named with its line.
case_own_knowledge() {
  cat >mine.csv <<'TABLE'
type,label,aliases,wikidata,office,organization,from
Person,Anna Berg,"Anna K. Berg|Berg, Anna",Q99900001,foreign minister,Norway,2018-01
Organization,Fjord Forum,,,,,
TABLE
  cat >mine.ttl <<'TURTLE'
@base <https://w3id.org/entente/knowledge/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<state/norway> skos:altLabel "Fjordland" .
TURTLE
  mkdir articles
  echo 'OSLO, March 4, 2019 - Foreign Minister Anna Berg met Portuguese diplomats at the Fjord Forum. Fjordland accused Iceland of violating the agreement.' >articles/a.txt
  expect 0 build articles -o output --knowledge mine.csv --knowledge mine.ttl
  grep -q 'Q99900001' output/graph.ttl || fail "the person's Wikidata item is not in the graph"
  grep -q 'person/anna-berg' output/graph.ttl || fail "the person is not in the graph"
  grep -q 'organisation/fjord-forum' output/graph.ttl || fail "the organisation is not in the graph"
  expect 0 "$entente" show articles/a.txt --knowledge mine.ttl
  grep -q 'Fjordland.*state/norway\|state/norway.*Fjordland\|Norway <state/norway' out || { cat out >&2; fail "the new name is not known"; }
  expect 0 "$entente" check --knowledge mine.csv
  echo 'Person,Broken Row' >>mine.csv
  expect 5 build articles -o other --knowledge mine.csv
  says mine.csv:4
  [[ ! -e other ]] || fail "something was built"
  expect 5 "$entente" check --knowledge missing.csv
  says missing.csv
}
write_dump() {
  item() { printf '{"type":"item","id":"%s","labels":{"en":{"language":"en","value":"%s"}},"claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"value":{"entity-type":"item","numeric-id":%s,"id":"Q%s"},"type":"wikibase-entityid"}},"type":"statement","rank":"normal"}]}}' "$1" "$2" "$3" "$3"; }
  { echo '['; item Q9001 'Silver River League' 245065; echo ','; item Q9002 'Some Poem' 5185279; echo ','; item Q9003 'Harbour War of 1923' 198; echo; echo ']'; } >dump.json
}
case_import_dump() {
  write_dump
  expect 0 "$entente" knowledge import dump.json -o made.ttl
  grep -q '2 new things' out || { cat out >&2; fail "the summary does not count"; }
  [[ ! -s err ]] || { cat err >&2; fail "progress was shown in a pipe"; }
  grep -q '<conflict/harbour-war-of-1923-q9003> a ent:War' made.ttl || fail "the war is not there"
  ! grep -q Poem made.ttl || fail "the filter let a poem through"
  expect 0 "$entente" check --knowledge made.ttl
  gzip -k dump.json
  expect 0 "$entente" knowledge import dump.json.gz -o gzip.ttl -q
  expect 0 bash -c "cat dump.json.gz | '$entente' knowledge import - -o pipe.ttl -q"
  cmp made.ttl gzip.ttl && cmp made.ttl pipe.ttl || fail "the form of the dump changed the output"
}
case_import_errors() {
  write_dump
  sed -i '2s/"rank":"normal"/"rank":normal/' dump.json
  expect 1 "$entente" knowledge import dump.json -o made.ttl
  says dump.json:2
  grep -q 'harbour-war' made.ttl || fail "the other entities were not taken"
  expect 3 "$entente" knowledge import none.json -o made.ttl
  expect 2 "$entente" knowledge import -o made.ttl
  expect 2 "$entente" knowledge import dump.json
  expect 2 "$entente" knowledge import dump.json --class Q5185279 -o made.ttl
  expect 4 "$entente" knowledge import dump.json -o no/such/made.ttl
  expect 3 "$entente" knowledge import dump.json -o fresh.ttl --resume
}
case_import_resume() {
  write_dump
  expect 0 "$entente" knowledge import dump.json -o whole.ttl -q
  gzip dump.json
  head -c 150 dump.json.gz >cut.json.gz
  expect 1 "$entente" knowledge import cut.json.gz -o made.ttl
  says cut.json.gz
  grep -q -- '--resume goes on' out || { cat out >&2; fail "it does not say how to go on"; }
  expect 0 "$entente" knowledge import dump.json.gz -o made.ttl --resume
  cmp whole.ttl made.ttl || fail "resuming gave other bytes"
  [[ ! -e made.ttl.state && ! -e made.ttl.part ]] || fail "files were left behind"
}
case_import_subclasses() {
  write_dump
  below() { printf '{"type":"item","id":"%s","labels":{"en":{"language":"en","value":"%s"}},"claims":{"P279":[{"mainsnak":{"snaktype":"value","property":"P279","datavalue":{"value":{"entity-type":"item","numeric-id":%s,"id":"Q%s"},"type":"wikibase-entityid"}},"type":"statement","rank":"normal"}]}}' "$1" "$2" "$3" "$3"; }
  sed -i '$d' dump.json
  { echo ','; item Q9004 'Grain Feud of 1931' 9100; echo ','; below Q9100 'feud over grain' 198; echo; echo ']'; } >>dump.json
  expect 0 "$entente" knowledge import dump.json -o plain.ttl -q
  ! grep -q grain-feud plain.ttl || fail "a subclass was followed unasked"
  expect 0 "$entente" knowledge subclasses dump.json -o subclasses.tsv
  grep -q '5 entities, 1 of them subclasses' out || { cat out >&2; fail "the summary does not count"; }
  printf 'Q9100\tQ198\n' | cmp - subclasses.tsv || fail "the table is another"
  expect 0 "$entente" knowledge import dump.json --subclasses subclasses.tsv -o made.ttl -q
  grep -q '<conflict/grain-feud-of-1931-q9004> a ent:War' made.ttl || fail "what is of a subclass is not there"
  expect 3 "$entente" knowledge import dump.json --subclasses none.tsv -o other.ttl
  echo 'Q1 Q2' >>subclasses.tsv
  expect 5 "$entente" knowledge import dump.json --subclasses subclasses.tsv -o other.ttl
  says subclasses.tsv:2
}
case_import_query_results() {
  cat >answer.nt <<'ANSWER'
<http://www.wikidata.org/entity/Q9001> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/entente/ontology#Treaty> .
<http://www.wikidata.org/entity/Q9001> <http://www.w3.org/2000/01/rdf-schema#label> "Silver River Accord"@en .
ANSWER
  expect 0 "$entente" knowledge import --sparql answer.nt -o made.ttl
  grep -q '<treaty/silver-river-accord-q9001> a ent:Treaty' made.ttl || fail "the treaty is not there"
  echo '<http://www.wikidata.org/entity/Q9001> <http://a.example/b> "c" .' >>answer.nt
  expect 1 "$entente" knowledge import --sparql answer.nt -o made.ttl
  says answer.nt:3
}

"case_$1"
