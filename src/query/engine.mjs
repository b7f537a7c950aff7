// Answers one SPARQL query over graph files by Oxigraph, for `entente query` (query.cpp starts it).
// usage: node engine.mjs table|csv|tsv|json QUERY GRAPH.ttl ...
// Output: the result. Errors: one line of JSON {"code", "message", "file"} on standard error, and exit code 1.
import fs from "node:fs";
import path from "node:path";
import { webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const longest_cell = 60;
const longest_message = 200;

function fail(code, message, file = "") {
  fs.writeSync(2, JSON.stringify({ code, message, file }) + "\n");
  process.exit(1);
}

globalThis.crypto ??= webcrypto;  // Node.js 18 does not offer it to Oxigraph by itself

// The package may be installed beside this file or in a folder above it, where the user stands, or for the whole machine.
function load_oxigraph() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const folders = [here, process.cwd(), "/usr/local/lib", "/usr/lib", "/usr/share/nodejs"];
  for (const folder of folders) {
    try {
      return createRequire(path.join(folder, "any.js"))("oxigraph");
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") fail("engine-failed", `the npm package oxigraph does not load: ${error.message}`);
    }
  }
  return fail("no-oxigraph", `the npm package oxigraph is not installed: run \`npm install oxigraph\` in ${here} or above it`);
}

function* chunks(file) {
  const handle = fs.openSync(file, "r");
  const buffer = Buffer.alloc(1 << 20);
  for (let size; (size = fs.readSync(handle, buffer)) > 0;) yield Uint8Array.prototype.slice.call(buffer, 0, size);
  fs.closeSync(handle);
}

function load(store, file) {
  const formats = { ".nt": "application/n-triples", ".nq": "application/n-quads" };
  const format = formats[path.extname(file)] ?? "text/turtle";
  try {
    store.load(chunks(file), { format, base_iri: "file:///graph", no_transaction: true });
  } catch (error) {
    fail("invalid-rdf", `is no valid RDF: ${error.message}`, file);
  }
}

// The prefixes that Turtle files declare at their head.
function prefixes_of(files) {
  const prefixes = new Map();
  for (const file of files) {
    const head = chunks(file).next().value ?? new Uint8Array();
    const lines = Buffer.from(head.buffer, 0, Math.min(head.length, 1 << 15)).toString("utf8");
    for (const [, name, iri] of lines.matchAll(/^@prefix\s+([\w-]*):\s*<([^>]*)>\s*\.\s*$/gm)) prefixes.set(name, iri);
  }
  return prefixes;
}

// IRIs, strings and comments, which hold no keywords.
const opaque = /<[^<>"{}|^`\\\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;

// Declares the prefixes that the query uses and forgot, on its first line, so that the engine's line numbers hold.
function with_prefixes(query, prefixes) {
  const bare = query.replace(opaque, " ");
  const declared = new Set([...bare.matchAll(/\bPREFIX\s+([\w-]*):/gi)].map((match) => match[1]));
  const used = new Set([...bare.matchAll(/(?<![\w?$:-])([A-Za-z][\w-]*):/g)].map((match) => match[1]));
  let declarations = "";
  for (const name of used) {
    if (declared.has(name)) continue;
    if (!prefixes.has(name)) fail("invalid-query", `the query uses the prefix '${name}:' without declaring it`);
    declarations += `PREFIX ${name}: <${prefixes.get(name)}> `;
  }
  return declarations + query;
}

function form_of(query) {
  return query.replace(opaque, " ").match(/\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!\s*:)/i)?.[1].toUpperCase() ?? "SELECT";
}

function shorten(iri, prefixes) {
  let best = iri;
  for (const [name, space] of prefixes) {
    const rest = iri.slice(space.length);
    if (iri.startsWith(space) && /^[\w-]+$/.test(rest) && name.length + rest.length + 1 < best.length) best = `${name}:${rest}`;
  }
  return best;
}

function cell(term, prefixes) {
  if (term === undefined) return "";
  const text = term.type === "uri" ? shorten(term.value, prefixes) : term.value.replace(/\s+/g, " ");
  const letters = [...text];
  return letters.length > longest_cell ? letters.slice(0, longest_cell - 3).join("") + "..." : text;
}

function table(json, prefixes) {
  const { head, results } = JSON.parse(json);
  const rows = [head.vars, ...results.bindings.map((binding) => head.vars.map((name) => cell(binding[name], prefixes)))];
  const widths = head.vars.map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  const line = (row) => row.map((text, column) => text + " ".repeat(widths[column] - [...text].length)).join("  ").trimEnd();
  rows.splice(1, 0, widths.map((width) => "-".repeat(width)));
  const count = results.bindings.length;
  return rows.map(line).join("\n") + `\n(${count} ${count === 1 ? "row" : "rows"})\n`;
}

// The engine lists all that it could have read next, down to ranges of characters; what people can use is shorter.
function readable(message) {
  const line = message.replace(/\s+/g, " ");
  return line.length > longest_message ? line.slice(0, longest_message) + " ..." : line;
}

function answer(store, query, format, prefixes) {
  const form = form_of(query);
  if (form === "CONSTRUCT" || form === "DESCRIBE")
    return store.query(query, { results_format: "nt" }).split("\n").filter(Boolean).sort().map((line) => line + "\n").join("");
  if (form === "ASK" && format !== "json") {
    const holds = store.query(query);
    return format === "table" ? (holds ? "yes\n" : "no\n") : `${holds}\n`;
  }
  const text = store.query(query, { results_format: format === "table" ? "json" : format });
  return format === "table" ? table(text, prefixes) : text.endsWith("\n") ? text : text + "\n";
}

const [format, query, ...graphs] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 18) fail("no-node", `queries need Node.js 18 or later; this is ${process.versions.node}`);
const { Store } = load_oxigraph();
const prefixes = prefixes_of(graphs);
const store = new Store();
for (const graph of graphs) load(store, graph);
let result = "";
try {
  result = answer(store, with_prefixes(query, prefixes), format, prefixes);
} catch (error) {
  fail("invalid-query", `the query cannot be answered: ${readable(error.message)}`);
}
for (let rest = Buffer.from(result, "utf8"); rest.length > 0;) {
  try {
    rest = rest.subarray(fs.writeSync(1, rest));
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;  // the reader is slower than we are
  }
}
