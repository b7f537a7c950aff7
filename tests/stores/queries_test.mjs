// Runs every query of examples/queries over the sample graph in Oxigraph: the rows must be those of expected/NAME.csv, and
// the columns of the eight contract queries those that users were promised.
// usage: node queries_test.mjs [--renew]       --renew writes expected/ anew, after a change that is meant
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { oxigraph } from "./oxigraph.mjs";

const { Store } = oxigraph;
const here = path.dirname(fileURLToPath(import.meta.url));
const queries = path.join(here, "../../examples/queries");
const contract = {
  entities: "entity type name alias wikidata article",
  roles: "person personName title organization organizationName status from until article evidence",
  meetings: "meeting kind label participant participantName place placeName date status article evidence",
  statements: "statement speaker speakerName mode text date article",
  events: "event type actor actorName target targetName place date status article evidence",
  treaties: "treaty treatyName relation actor actorName by byName date article evidence",
  network: "a aName b bName weight kinds",
  evidence: "claim article begin end text confidence",
};

const store = new Store();
store.load(fs.readFileSync(path.join(here, "../emit/sample.ttl"), "utf8"), { format: "text/turtle" });
const renew = process.argv[2] === "--renew";
const names = fs.readdirSync(queries).filter((name) => name.endsWith(".rq")).map((name) => name.slice(0, -3));
let failures = 0;
function check(holds, message) {
  if (!holds) ++failures, console.log(`FAILED ${message}`);
}

for (const name of Object.keys(contract)) check(names.includes(name), `${name}.rq is missing`);
check(names.length >= 18, "there are fewer than ten queries beside the contract's eight");
for (const name of names) {
  const query = fs.readFileSync(path.join(queries, `${name}.rq`), "utf8");
  check(query.startsWith("# "), `${name}.rq does not begin with a comment that says what it answers`);
  const rows = store.query(query, { results_format: "csv" }).replace(/\r\n/g, "\n");
  const file = path.join(here, "expected", `${name}.csv`);
  if (renew) fs.writeFileSync(file, rows);
  const header = rows.slice(0, rows.indexOf("\n")).replaceAll(",", " ");
  if (name in contract) check(header === contract[name], `${name}.rq: columns are: ${header}`);
  check(rows.split("\n").length > 2, `${name}.rq: no rows`);
  check(rows === fs.readFileSync(file, "utf8"), `${name}.rq: got\n${rows}`);
}
console.log(`${names.length} queries, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
