/** Builds the page: `served` for `postlint serve`, `static` with postlint inside it. */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

const here = path.dirname(fileURLToPath(import.meta.url));
const kind = process.argv[2];
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};

async function page(entry, out, { policy = "", more = "" } = {}) {
  await mkdir(out, { recursive: true });
  await build({ ...common, entryPoints: [`src/${entry}.ts`], outfile: path.join(out, "page.js") });
  await build({ ...common, entryPoints: ["src/page.css"], outfile: path.join(out, "page.css") });
  const html = await readFile(path.join(here, "src/page.html"), "utf8");
  const whole = html.replace("<!--policy-->\n", policy).replace(" <!--more-->", more);
  await writeFile(path.join(out, "index.html"), whole);
  await copyFile(path.join(here, "src/icon.svg"), path.join(out, "icon.svg"));
}

// A page that asks nobody: of its own files it fetches what it needs, and runs Python's machine code.
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
  "style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'";
const RUNTIME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];

async function inside(out) {
  await rm(out, { recursive: true, force: true });
  await page("static", out, {
    policy: `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n<meta name="referrer" content="no-referrer">\n`,
  });
  await mkdir(path.join(out, "pyodide"), { recursive: true });
  const runtime = path.join(here, "node_modules/pyodide");
  for (const name of RUNTIME) await copyFile(path.join(runtime, name), path.join(out, "pyodide", name));
  const { pack } = await import("./pack.mjs");
  const { site, pdf, picture } = await pack(here, process.env.WHEELS ?? path.join(here, "wheels"));
  await writeFile(path.join(out, "site.zip"), site);
  await writeFile(path.join(out, "begun.bin"), picture);
  await writeFile(path.join(out, pdf.name), pdf.data);
  let bytes = 0;
  for (const name of await readdir(out, { recursive: true })) bytes += (await stat(path.join(out, name))).size;
  await build({
    ...common,
    entryPoints: ["src/worker.ts"],
    outfile: path.join(out, "worker.js"),
    define: { PDF: JSON.stringify(pdf.name), MEGABYTES: String(Math.round(bytes / 1_000_000)) },
  });
  const names = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .sort();
  const sum = createHash("sha256");
  for (const name of names) sum.update(name).update(await readFile(path.join(out, name)));
  await build({
    ...common,
    entryPoints: ["src/sw.ts"],
    outfile: path.join(out, "sw.js"),
    define: {
      VERSION: JSON.stringify(sum.digest("hex").slice(0, 16)),
      FILES: JSON.stringify(["./", ...names]),
    },
  });
}

if (kind === "served") {
  await page("served", process.argv[3] ?? path.join(here, "../src/postlint/web/static"));
} else if (kind === "static") {
  await inside(process.argv[3] ?? path.join(here, "dist/page"));
} else {
  console.error("node build.mjs served|static [FOLDER]");
  process.exit(2);
}
