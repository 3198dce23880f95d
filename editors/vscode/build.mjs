// Bundles the extension, and its logic alone for the tests.

import { copyFileSync } from "node:fs";

import { build } from "esbuild";

const production = process.argv.includes("--production");
const shared = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  format: "cjs",
  external: ["vscode"],
  minify: production,
});
await build({ ...shared, entryPoints: ["src/logic.ts"], outfile: "dist/logic.mjs", format: "esm" });
copyFileSync("../../LICENSE", "dist/LICENSE.txt");
