// The extension inside a real VS Code, in a browser without a window.
//
//     POSTLINT_VSCODE=FOLDER node test/inside/drive.mjs postlint.vsix [PICTURES]
//
// FOLDER is where install.sh put VS Code. A person's steps are taken with the
// keyboard; what the person then sees is looked up in the page. With PICTURES,
// a folder, a screenshot is left there of every step.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [, , vsix, pictures] = process.argv;
const home = resolve(process.env.POSTLINT_VSCODE);
const { chromium } = createRequire(join(home, "package.json"))("playwright-core");
const codeServer = join(home, "node_modules/code-server/out/node/entry.js");

const POSTING = `# Technology Director 🏫

Organization: Riverbend Unified School District

## Duties

%% postlint: ignore ADA004 -- nothing here is silenced
- Leads the district's technology plan. (E)
- Installs printers.
`;
const settings = {
  "postlint.server.command": process.env.POSTLINT_PYTHON ?? "postlint",
  "postlint.server.arguments": process.env.POSTLINT_PYTHON ? ["-m", "postlint"] : [],
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

const folder = mkdtempSync(join(tmpdir(), "postlint-vscode-"));
const jobs = join(folder, "jobs");
const user = join(folder, "user");
mkdirSync(jobs);
mkdirSync(join(user, "User"), { recursive: true });
writeFileSync(join(jobs, "cto.posting"), POSTING);
writeFileSync(join(jobs, "postlint.toml"), 'select = ["ADA", "EQTY"]\n');
writeFileSync(join(user, "User/settings.json"), JSON.stringify(settings));

const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, "config") };
const places = ["--user-data-dir", user, "--extensions-dir", join(folder, "extensions")];

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

async function until(what, condition, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

execFileSync(process.execPath, [codeServer, ...places, "--install-extension", resolve(vsix)], { env });
const port = await freePort();
const quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
const server = spawn(process.execPath, [codeServer, ...places, ...quiet, "--bind-addr", `127.0.0.1:${port}`, jobs], {
  env,
  stdio: "ignore",
  detached: true,
});
let browser;
try {
  const address = `http://127.0.0.1:${port}/?folder=${jobs}`;
  await until("VS Code to answer", () => fetch(address).then((answer) => answer.ok, () => false));
  browser = await chromium.launch({
    executablePath: process.env.POSTLINT_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await drive(page, address);
} finally {
  await browser?.close();
  process.kill(-server.pid, "SIGKILL");
  await until("VS Code to let go of its files", async () => {
    try {
      rmSync(folder, { recursive: true });
      return true;
    } catch {
      return false;
    }
  });
}

async function drive(page, address) {
  let step = 0;
  const seen = async (name) => {
    step += 1;
    if (pictures) await page.screenshot({ path: join(pictures, `${step}-${name}.png`) });
    console.log(`ok ${step} - ${name}`);
  };
  const shows = (selector, words) => page.locator(selector, { hasText: words }).count();
  const command = async (name) => {
    await page.keyboard.press("F1");
    await page.waitForSelector(".quick-input-widget .monaco-list-row");
    await page.keyboard.type(name);
    await until(`the command ${name}`, () => shows(".quick-input-widget .monaco-list-row.focused", name.split(": ").at(-1)));
    await page.keyboard.press("Enter");
  };
  // Quick input keeps what is typed only once it has the keyboard.
  const toLine = async (place) => {
    await page.keyboard.press("Control+1");
    await page.keyboard.press("Control+G");
    await until("go to line", () => shows(".quick-input-widget", "Type a line number"));
    await page.keyboard.type(place);
    await page.keyboard.press("Enter");
    await until("the line", () => shows(".statusbar-item", new RegExp(`Ln ${place.split(":")[0]}, `)));
  };
  const text = async () =>
    (await page.locator(".editor-instance .view-line").allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
  // A menu takes a mouse's click only after a moment, and keys at once.
  const choose = async (title) => {
    await page.keyboard.press("Control+.");
    const entry = await until(title, async () => {
      const rows = await page.locator(".action-widget .monaco-list-row.action").allInnerTexts();
      return rows.findIndex((row) => row.includes(title)) + 1;
    });
    for (let at = 1; at < entry; at += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  const tab = (name) => shows(".tab", name);
  const inFrames = async (words) => {
    for (const frame of page.frames()) {
      const body = await frame.locator("body").innerText({ timeout: 1000 }).catch(() => "");
      if (body.includes(words)) return body;
    }
    return null;
  };

  await page.goto(address);
  const file = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "cto.posting" });
  await file.waitFor({ timeout: 60000 });
  await file.dblclick();
  await page.waitForSelector(".squiggly-warning", { state: "attached", timeout: 60000 });
  await seen("findings stand under the words");

  const colour = (words) =>
    page.locator(".view-line span span", { hasText: words }).first().evaluate((one) => getComputedStyle(one).color);
  await until("the heading's colour", async () => (await colour("Duties")) !== (await colour("Installs printers.")));
  assert.notEqual(await colour("Organization"), await colour("Riverbend"));
  await seen("headings and keys have their colours");

  await until("the duty's class", () => shows(".view-line", /printers.*hands-on/));
  await seen("each duty has its class beside it");

  await command("Problems: Focus on Problems View");
  await until("the finding among the problems", () => shows(".markers-panel .monaco-list-row", "EQTY001"));
  await seen("the problems are listed");

  await toLine("7:4");
  await choose("Remove the suppression");
  await until("the directive to go", async () => !(await text()).includes("%% postlint"));
  await seen("a fix is made");
  await page.keyboard.press("Control+Z");
  await until("the directive to come back", async () => (await text()).includes("%% postlint"));
  await until("its finding", () => shows(".markers-panel .monaco-list-row", "POST035"));
  await command("postlint: Fix All");
  await until("the directive to go again", async () => !(await text()).includes("%% postlint"));
  await seen("all that is safe is fixed");

  await toLine("1:6");
  await choose("Explain EQTY001");
  await until("the rule's page", () => tab("EQTY001.md"));
  await until("its words", () => inFrames("eeo-statement-missing"));
  await seen("a rule's page is read as a page");

  await page.keyboard.press("Control+1");
  await command("postlint: Show Scorecard");
  await until("the scorecard", () => tab("Scorecard: Technology Director"));
  await until("its numbers", () => inFrames("leadership share"));
  const before = await inFrames("leadership share");
  await seen("the scorecard counts");
  await toLine("8:1");
  await page.keyboard.type("- Mentors the two team leads.\n");
  await until("the scorecard to follow", async () => ![null, before].includes(await inFrames("leadership share")));
  await seen("the scorecard follows the text");

  await command("postlint: Check Workspace");
  await until("the count", () => shows(".notification-toast, .notifications-toasts", "1 posting checked"));
  await seen("the workspace is checked");
}
