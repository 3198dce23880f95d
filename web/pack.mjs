/** Packs postlint and what it needs into one archive, compiled by the Python that will run it. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { loadPyodide } from "pyodide";

const PYTHON = process.env.PYTHON ?? "python3";

/** Return the wheels: postlint's own, built now, and the others as they are locked. */
async function wheels(here, folder) {
  const lock = path.join(here, "requirements.txt");
  await mkdir(folder, { recursive: true });
  const pip = (...args) =>
    execFileSync(PYTHON, ["-m", "pip", "--disable-pip-version-check", ...args], { stdio: ["ignore", "ignore", "inherit"] });
  pip(
    ..."download --quiet --no-deps --only-binary=:all: --require-hashes".split(" "),
    ..."--platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp".split(" "),
    ...["--dest", folder, "--requirement", lock],
  );
  for (const name of await readdir(folder)) if (name.startsWith("postlint-")) await rm(path.join(folder, name));
  pip(..."wheel --quiet --no-deps --wheel-dir".split(" "), folder, path.join(here, ".."));
  const wanted = (await readFile(lock, "utf8")).split("\n").flatMap((line) => line.match(/^([\w.-]+)==([^ ]+)/)?.slice(1, 3).join("-") ?? []);
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith("postlint-") || wanted.some((one) => name.startsWith(`${one}-`)),
  );
  return names.sort();
}

/** Return the archive of the pure wheels, and the wheel that reads PDF files. */
export async function pack(here, folder) {
  const names = await wheels(here, folder);
  const python = await loadPyodide({ env: { POSTLINT_CACHE_DIR: "/cache", HOME: "/home/pyodide" } });
  const site = "/lib/python3.14/site-packages";
  let pdf = null;
  for (const name of names) {
    const data = new Uint8Array(await readFile(path.join(folder, name)));
    if (name.startsWith("pypdfium2-")) pdf = { name, data };
    else python.unpackArchive(data.buffer, "wheel", { extractDir: site });
  }
  if (!pdf) throw new Error("the wheel that reads PDF files is not there");
  const archive = python.runPython(`
import compileall, importlib, io, json, pathlib, py_compile, shutil, zipfile

site = pathlib.Path(${JSON.stringify(site)})
importlib.invalidate_caches()
# A run fills the cache with what is worked out once, and shows that nothing is missing.
from postlint.web.in_browser import Worker
for name, question in {
    "look": {"text": "# Clerk\\n\\n## Duties\\n\\n- Files papers.\\n"},
    "report": {"text": "# Clerk\\n\\n## Duties\\n\\n- Files papers.\\n"},
    "explain": {"rule": "ADA001"},
}.items():
    answer = json.loads(Worker().answer(name, json.dumps(question)))
    assert "ok" in answer, answer
assert json.loads(Worker().answer("look", json.dumps({"text": "# Clerk\\n\\n## Duties\\n\\n- Be able-bodied.\\n"})))["ok"]["findings"]
for place in site.rglob("__pycache__"):
    shutil.rmtree(place)
compileall.compile_dir(site, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for folder in (site, pathlib.Path("/cache")):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "/cli/" not in str(file):
                info = zipfile.ZipInfo(str(file).lstrip("/"))
                info.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(info, file.read_bytes())
out.getvalue()
`);
  const bytes = archive.toJs();
  archive.destroy();
  return { site: bytes, pdf };
}
