// usage: node construct.mjs DATA.ttl QUERY.rq RESULT.nt     the answer of a CONSTRUCT query, sorted
import { readFileSync, writeFileSync } from "node:fs";
import { oxigraph } from "../stores/oxigraph.mjs";

const [data, query, result] = process.argv.slice(2);
const store = new oxigraph.Store();
store.load(readFileSync(data, "utf8"), { format: "text/turtle", base_iri: "http://example.org/" });
const triples = store.query(readFileSync(query, "utf8")).map((quad) => `${quad.toString()} .\n`);
writeFileSync(result, triples.sort().join(""));
