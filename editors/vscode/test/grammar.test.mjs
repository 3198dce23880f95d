// Colours and parser agree: every character of every example of docs/markup.md
// has the scope of the terminal that the parser gives it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

import { SCOPES, TARGET, written } from "../grammar.mjs";

const WANTED = {
  HEADING: SCOPES.heading,
  KEY: SCOPES.key,
  BULLET: SCOPES.bullet,
  LABEL: SCOPES.label,
  MARK: SCOPES.mark,
  COMMENT: SCOPES.comment,
  DIRECTIVE: SCOPES.directive,
  NOISE: SCOPES.ruler,
  SLIP: SCOPES.slip,
  LINE: null,
  MORE: null,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`H${level}`, SCOPES.hash])),
};
const KNOWN = new Set(Object.values(SCOPES));

// Where one line does not tell. Each must really differ, or it is to be taken out.
const APART = new Map([
  ["19", "a line is a heading by the ruler under it, which stands on the next line"],
]);

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
const loaded = oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const registry = new textmate.Registry({
  onigLib: loaded.then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(TARGET, "utf8"), TARGET),
});
const grammar = await registry.loadGrammar("text.posting");

const python = process.env.POSTLINT_PYTHON ?? "python3";
const script = fileURLToPath(new URL("../../../tests/leaves.py", import.meta.url));
const examples = JSON.parse(execFileSync(python, [script], { encoding: "utf8", maxBuffer: 1 << 26 }));

/** The characters whose colour is not the parser's, as sentences. */
function differences(lines) {
  const found = [];
  let state = textmate.INITIAL;
  for (const { text, leaves } of lines) {
    const result = grammar.tokenizeLine(text, state);
    state = result.ruleStack;
    for (const [kind, start, end] of leaves) {
      for (let at = start; at < end; at += 1) {
        if (/\s/u.test(text[at])) continue;
        const token = result.tokens.find((one) => one.startIndex <= at && at < one.endIndex);
        const scopes = token.scopes.filter((one) => KNOWN.has(one));
        const shown = scopes.at(-1) ?? null;
        if (shown !== WANTED[kind]) {
          found.push(`${JSON.stringify(text)} at ${at}: ${kind} is ${shown ?? "plain"}`);
          break;
        }
      }
    }
  }
  return found;
}

test("the grammar is the one its maker makes", () => {
  assert.equal(readFileSync(TARGET, "utf8"), written());
});

test("every terminal has a scope to be compared with", () => {
  const kinds = new Set(examples.flatMap(({ lines }) => lines.flatMap((line) => line.leaves.map(([kind]) => kind))));
  assert.deepEqual([...kinds].filter((kind) => !(kind in WANTED)), []);
  assert.ok(kinds.size > 10);
});

test("there are as many examples as the page numbers", () => {
  assert.ok(examples.length >= 60);
});

for (const { name, lines } of examples) {
  test(`example ${name} is coloured as it is read`, () => {
    const found = differences(lines);
    if (APART.has(name)) assert.notDeepEqual(found, [], `example ${name} agrees: take it out of APART`);
    else assert.deepEqual(found, []);
  });
}
