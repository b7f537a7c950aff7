// Oxigraph as the tests load it: as src/query/engine.mjs does.
import { webcrypto } from "node:crypto";
import { createRequire } from "node:module";

globalThis.crypto ??= webcrypto;  // Node.js 18 does not offer it to Oxigraph by itself
export const oxigraph = createRequire(import.meta.url)("oxigraph");
