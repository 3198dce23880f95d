// The bundle as VS Code loads it, with a stand-in for VS Code's own module, and
// the manifest that promises what the bundle does.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(here("package.json"), "utf8"));

/** Anything VS Code has: a class, a function, a namespace; all do nothing. */
const anything = () =>
  new Proxy(class {}, {
    get: (target, name) => (name in target || typeof name === "symbol" ? target[name] : (target[name] = anything())),
    apply: () => undefined,
  });

function load(answers) {
  const vscode = anything();
  const registered = new Map();
  const context = [];
  vscode.commands = {
    registerCommand: (name, action) => (registered.set(name, action), { dispose() {} }),
    executeCommand: async (...given) => void context.push(given),
  };
  vscode.workspace = {
    getConfiguration: () => ({ get: (name, otherwise) => answers[name] ?? otherwise }),
    onDidChangeConfiguration: () => ({ dispose() {} }),
    registerTextDocumentContentProvider: () => ({ dispose() {} }),
  };
  vscode.languages = { onDidChangeDiagnostics: () => ({ dispose() {} }) };
  vscode.EventEmitter = class { dispose() {} };
  const real = Module._load;
  Module._load = (name, ...rest) => (name === "vscode" ? vscode : real(name, ...rest));
  try {
    return { extension: createRequire(import.meta.url)(here("dist/extension.js")), registered, context };
  } finally {
    Module._load = real;
  }
}

test("the bundle registers the commands that the manifest names", async () => {
  const { extension, registered, context } = load({ enable: false });
  await extension.activate({ subscriptions: [] });
  const named = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual([...registered.keys()].sort(), [...named].sort());
  assert.deepEqual(context, [["setContext", "postlint.languages", ["posting"]]]);
  await registered.get("postlint.fixAll")();
  assert.equal(context.at(-1)[1].kind, "source.fixAll.postlint");
  await extension.deactivate();
});

test("the files that the manifest names are there", () => {
  const { languages, grammars } = manifest.contributes;
  const named = [...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]), grammars[0].path];
  for (const path of [...named, manifest.main]) assert.ok(existsSync(here(path)), path);
  assert.equal(languages[0].id, grammars[0].language);
});

test("the settings that the bundle reads are those the manifest describes", () => {
  const source = readFileSync(here("src/extension.ts"), "utf8");
  const read = [...source.matchAll(/found\.get(?:<[^>]*>)?\("([\w.]+)"/g)].map(([, name]) => `postlint.${name}`);
  const described = Object.keys(manifest.contributes.configuration.properties);
  assert.deepEqual([...read, "postlint.trace.server"].sort(), described.sort());
});

test("the lock file names no registry", () => {
  assert.doesNotMatch(readFileSync(here("package-lock.json"), "utf8"), /"resolved"/);
});
