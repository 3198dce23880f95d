// Runs one linter over files, for peers.py: node peers.mjs TOOL MODULES LIST
// MODULES is a folder with node_modules, LIST a file with a path a line. Prints the
// number of findings, so that nothing measured was left out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tool, modules, list] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)));

const tools = {
  joblint: async () => {
    const joblint = require("joblint");
    return (text) => joblint(text).issues.length;
  },
  "write-good": async () => {
    const suggest = require("write-good");
    return (text) => suggest(text).length;
  },
  alex: async () => {
    const { text: check } = await load("alex");
    return (text) => check(text).messages.length;
  },
  markdownlint: async () => {
    const { lint } = await load("markdownlint/sync");
    return (text) => lint({ strings: { text } }).text.length;
  },
};

const check = await tools[tool]();
let found = 0;
for (const path of readFileSync(list, "utf8").split("\n").filter(Boolean)) {
  found += check(readFileSync(path, "utf8"));
}
console.log(found);
