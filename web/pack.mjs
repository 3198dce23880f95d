/** Packs postlint and what it needs: an archive of modules, and a picture of a Python that has begun. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";
import { ENV, fromPicture } from "./src/picture.mjs";

const PYTHON = process.env.PYTHON ?? "python3";
const SITE = "/lib/python3.14/site-packages";

/** Return the wheels: postlint's own, built now, and the others as they are locked. */
async function wheels(here, folder) {
  await mkdir(folder, { recursive: true });
  const pip = (...args) =>
    execFileSync(PYTHON, ["-m", "pip", "--disable-pip-version-check", ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const wanted = [];
  // PyYAML has no build for browsers: that of another system is taken, without its machine code.
  for (const [lock, system] of [
    ["requirements.txt", "pyemscripten_2026_0_wasm32"],
    ["requirements-yaml.txt", "manylinux2014_x86_64"],
  ]) {
    const file = path.join(here, lock);
    pip(
      ..."download --quiet --no-deps --only-binary=:all: --require-hashes".split(" "),
      ...`--platform ${system} --python-version 3.14 --implementation cp`.split(" "),
      ...["--dest", folder, "--requirement", file],
    );
    const lines = (await readFile(file, "utf8")).split("\n");
    wanted.push(...lines.flatMap((line) => line.match(/^([\w.-]+)==([^ ]+)/)?.slice(1, 3).join("-") ?? []));
  }
  for (const name of await readdir(folder)) if (name.startsWith("postlint-")) await rm(path.join(folder, name));
  pip(..."wheel --quiet --no-deps --wheel-dir".split(" "), folder, path.join(here, ".."));
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith("postlint-") || wanted.some((one) => name.startsWith(`${one}-`)),
  );
  return names.sort();
}

/** What is asked of a Python before its picture is taken: what it answers a person with is loaded then. */
const ASKED = `
import base64, io, json, zipfile
from postlint.web.in_browser import Worker

TEXT = "# Chairman\\n\\nReports to: Director\\n\\n## Duties\\n\\n- Be able-bodied. (E)\\n- Files papers.\\n\\n## Pay\\n\\n$40,000 a year\\n"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

def word():
    rows = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.split("\\n") if line)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f'<w:document xmlns:w="{WORDS}"><w:body>{rows}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return base64.b64encode(out.getvalue()).decode()

worker = Worker()
for name, question in (
    ("look", {"text": TEXT}),
    ("look", {"text": "Clerk\\n\\nDuties:\\n\\u2022 Files papers.\\n\\u2022 Answers calls.\\n"}),
    ("look", {"text": "<h1>Clerk</h1><h2>Duties</h2><ul><li>Files papers.</li></ul>"}),
    ("look", {"text": "---\\ntitle: Clerk\\npay:\\n  from: 3\\n---\\n\\n## Duties\\n\\n- Files papers.\\n"}),
    ("report", {"text": TEXT}),
    ("convert", {"text": TEXT}),
    ("explain", {"rule": "ADA009"}),
    ("look", {"data": word(), "name": "clerk.docx"}),
    ("annotated", {"data": word(), "name": "clerk.docx"}),
):
    answer = json.loads(worker.answer(name, json.dumps(question)))
    assert "ok" in answer, (name, answer)
assert json.loads(worker.answer("look", json.dumps({"text": TEXT})))["ok"]["findings"]
`;

/** Compile all modules, leave their sources out, and return them with what the cache was filled with. */
const PACKED = `
import compileall, importlib, io, pathlib, py_compile, shutil, zipfile

site = pathlib.Path(${JSON.stringify(SITE)})
for place in site.rglob("__pycache__"):
    shutil.rmtree(place)
unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
compileall.compile_dir(site, quiet=1, legacy=True, optimize=0, invalidation_mode=unchecked)
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for folder in (site, pathlib.Path("/cache")):
        for file in sorted(folder.rglob("*")):
            left = file.suffix == ".py" or file.name in ("RECORD", "METADATA", "LICENSE") or "/cli/" in str(file)
            if file.is_file() and not left:
                info = zipfile.ZipInfo(str(file).lstrip("/"))
                info.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(info, file.read_bytes())
out.getvalue()
`;

/** Return the archive of modules, the picture of a Python that has loaded them, and the wheel that reads PDF files. */
export async function pack(here, folder) {
  const names = await wheels(here, folder);
  const first = await loadPyodide({ env: ENV });
  let pdf = null;
  for (const name of names) {
    const data = new Uint8Array(await readFile(path.join(folder, name)));
    if (name.startsWith("pypdfium2-")) pdf = { name, data };
    else first.unpackArchive(data.buffer, "wheel", { extractDir: SITE });
  }
  if (!pdf) throw new Error("the wheel that reads PDF files is not there");
  first.runPython(`import importlib, os, pathlib\nimportlib.invalidate_caches()\nfor place in pathlib.Path("${SITE}").rglob("*.so"): os.remove(place)\n${ASKED}`);
  const archive = first.runPython(PACKED);
  const site = archive.toJs();
  archive.destroy();

  const second = await loadPyodide({ env: ENV, _makeSnapshot: true });
  second.unpackArchive(site.slice().buffer, "zip", { extractDir: "/" });
  second.runPython(`import importlib\nimportlib.invalidate_caches()\n${ASKED}\nimport gc\ngc.collect()\ngc.freeze()`);
  const asked = 'worker.answer("look", json.dumps({"text": TEXT}))';
  const before = second.runPython(asked);
  const picture = second.makeMemorySnapshot();
  // A picture nobody can begin from is not shipped.
  const third = await fromPicture(loadPyodide, await import("pyodide/pyodide.asm.mjs"), picture, {});
  if (third.runPython(asked) !== before) throw new Error("a Python from the picture answers otherwise");
  return { site, pdf, picture: gzipSync(picture, { level: 9 }) };
}
