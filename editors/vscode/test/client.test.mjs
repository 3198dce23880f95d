// The extension's logic with the real server, over its standard input and output.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import rpc from "vscode-jsonrpc/node";

import { launch, sayTally, scorecardPage, selector } from "../dist/logic.mjs";

const POSTING = `# Technology Director 🏫 <b>

## Duties

%% postlint: ignore ADA004 -- nothing here is silenced
- Leads the district's technology plan. (E)
- Installs printers.
`;
const FIXED = POSTING.replace(/^%%.*\n/m, "");
const settings = { command: "postlint", arguments: [], languages: ["posting"], docs: "" };

test("the server is the one on the path unless the settings say otherwise", () => {
  assert.deepEqual(launch(settings, "/home/me"), { command: "postlint", args: ["lsp"] });
  const own = { ...settings, command: "~/venv/bin/python", arguments: ["-m", "postlint"], docs: "https://docs.example.org" };
  assert.deepEqual(launch(own, "/home/me"), {
    command: "/home/me/venv/bin/python",
    args: ["-m", "postlint", "lsp", "--docs", "https://docs.example.org"],
  });
  assert.equal(launch({ ...settings, command: "  " }, "").command, "postlint");
  assert.equal(launch({ ...settings, command: "~me/postlint" }, "/home/you").command, "~me/postlint");
});

test("documents that are shown from the past are not checked", () => {
  assert.deepEqual(selector(["posting", "posting"]), [
    { scheme: "file", language: "posting" },
    { scheme: "untitled", language: "posting" },
  ]);
});

test("what was found is said as a sentence", () => {
  assert.equal(sayTally({ files: 0, findings: {} }), "There is no file ending in .posting in this workspace.");
  assert.equal(sayTally({ files: 1, findings: {} }), "1 posting checked: nothing found.");
  assert.equal(
    sayTally({ files: 2, findings: { error: 1, warning: 3, information: 1 } }),
    "2 postings checked: 1 error, 3 warnings, 1 note.",
  );
});

test("numbers are said as a person says them", () => {
  const card = {
    isPosting: true, title: "Nurse", duties: { leadership: 2 }, verdicts: { "not-applicable": 3 },
    findings: { info: 4 }, measures: { leadership_share: 0.4, reading_grade: 6.123, words: 78, mixed_share: null },
  };
  const rows = [...scorecardPage(card).matchAll(/<th scope="row">([^<]*)<\/th><td>([^<]*)<\/td>/g)];
  assert.deepEqual(rows.map(([, name, value]) => `${name}: ${value}`), [
    "notes: 4", "leadership: 2", "do not apply: 3",
    "leadership share: 40 %", "reading grade: 6.1", "words: 78", "mixed share: not known",
  ]);
});

test("a page is shown where there is no scorecard, and for what is no posting", () => {
  assert.match(scorecardPage(null), /not ready/);
  const none = { isPosting: false, title: null, duties: {}, verdicts: {}, findings: {}, measures: {} };
  assert.match(scorecardPage(none), /does not read as a job posting/);
});

// ---------------------------------------------------------------- with the server

const folder = mkdtempSync(join(tmpdir(), "postlint-"));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "postlint.toml"), 'select = ["ADA", "EQTY"]\n');
writeFileSync(join(folder, "other.posting"), POSTING);

/** Runs a script with a server that is initialised, and lets the server leave. */
async function serve(script) {
  const python = process.env.POSTLINT_PYTHON;
  const chosen = python ? { ...settings, command: python, arguments: ["-m", "postlint"] } : settings;
  const { command, args } = launch(chosen, homedir());
  const server = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const left = new Promise((resolve, reject) => server.on("exit", resolve).on("error", reject));
  const editor = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  editor.onRequest("client/registerCapability", () => null);
  editor.listen();
  try {
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await editor.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "jobs" }],
      capabilities: {
        general: { positionEncodings: ["utf-16"] },
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    await editor.sendNotification("initialized", {});
    await script(editor, capabilities);
    await editor.sendRequest("shutdown");
    await editor.sendNotification("exit");
    assert.equal(await left, 0);
  } finally {
    editor.dispose();
    server.kill();
  }
}

const uri = pathToFileURL(join(folder, "cto.posting")).href;

function open(editor) {
  const shown = new Promise((resolve) => {
    editor.onNotification("textDocument/publishDiagnostics", (told) => told.uri === uri && resolve(told.diagnostics));
  });
  void editor.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "posting", version: 1, text: POSTING },
  });
  return shown;
}

/** A text after edits, which VS Code makes from the last to the first. */
function edited(text, edits) {
  const lines = text.split("\n");
  const offset = ({ line, character }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((made, { range, newText }) => made.slice(0, offset(range.start)) + newText + made.slice(offset(range.end)), text);
}

test("a posting's findings are shown, and all that is safe is fixed", async () => {
  await serve(async (editor, capabilities) => {
    assert.ok(capabilities.documentFormattingProvider);
    const found = await open(editor);
    const codes = found.map((one) => one.code);
    assert.ok(codes.includes("EQTY001") && codes.includes("POST035"), codes.join());
    const title = found.find((one) => one.code === "EQTY001").range;
    assert.deepEqual(title, { start: { line: 0, character: 2 }, end: { line: 0, character: 28 } });
    const actions = await editor.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ["source.fixAll.postlint"] },
    });
    assert.equal(actions.length, 1);
    const [change] = actions[0].edit.documentChanges;
    assert.equal(change.textDocument.version, 1);
    assert.equal(edited(POSTING, change.edits), FIXED);
  });
});

test("the scorecard becomes a page in which the posting's words stay words", async () => {
  await serve(async (editor) => {
    await open(editor);
    const card = await editor.sendRequest("postlint/scorecard", { uri });
    assert.equal(card.isPosting, true);
    const page = scorecardPage(card);
    assert.match(page, /<h1>Technology Director 🏫 &lt;b&gt;<\/h1>/u);
    assert.doesNotMatch(page, /<b>|<script|undefined|\[object/);
    for (const caption of ["Findings", "Duties", "Rules"]) assert.match(page, new RegExp(`<caption>${caption}`));
    assert.equal(await editor.sendRequest("postlint/scorecard", { uri: `${uri}.none` }), null);
  });
});

test("the whole workspace is checked", async () => {
  await serve(async (editor) => {
    const shown = new Promise((resolve) => editor.onNotification("textDocument/publishDiagnostics", resolve));
    const tally = await editor.sendRequest("workspace/executeCommand", {
      command: "postlint.checkWorkspace",
      arguments: [],
    });
    assert.equal(tally.files, 1);
    assert.match(sayTally(tally), /^1 posting checked: .*\d+ \w+/);
    assert.match((await shown).uri, /other\.posting$/);
  });
});
