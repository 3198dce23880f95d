// The extension: VS Code's doors, opened onto the language server.

import { homedir } from "node:os";

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { launch, sayTally, scorecardPage, selector, type Scorecard, type Settings, type Tally } from "./logic";

let client: LanguageClient | undefined;
let panel: vscode.WebviewPanel | undefined;
/** The posting whose scorecard the panel shows. */
let shown: vscode.Uri | undefined;

/** Rules' pages by their place; they are read and never written, so none asks to be saved. */
const pages = new Map<string, string>();
const PAGES = "postlint-page";
const rewritten = new vscode.EventEmitter<vscode.Uri>();

function settings(): Settings & { readonly enable: boolean } {
  const found = vscode.workspace.getConfiguration("postlint");
  return {
    enable: found.get("enable", true),
    command: found.get("server.command", "postlint"),
    arguments: found.get<string[]>("server.arguments", []),
    languages: found.get<string[]>("languages", ["posting"]),
    docs: found.get("docs", ""),
  };
}

async function start(): Promise<void> {
  const chosen = settings();
  await vscode.commands.executeCommand("setContext", "postlint.languages", [...chosen.languages]);
  if (!chosen.enable) return;
  const { command, args } = launch(chosen, homedir());
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const options: LanguageClientOptions = {
    documentSelector: selector(chosen.languages),
    initializationOptions: { pages: true },
    middleware: {
      // A rule's page is read as a page.
      async executeCommand(name, given, next) {
        const answer: unknown = await next(name, given);
        if (name === "postlint.explain" && typeof answer === "string") {
          await showPage(String(given[0]), answer);
        }
        return answer;
      },
    },
  };
  const made = new LanguageClient("postlint", "postlint", { command, args, options: cwd ? { cwd } : {} }, options);
  client = made;
  try {
    await made.start();
  } catch (error) {
    client = undefined;
    const words = error instanceof Error ? error.message : String(error);
    const choice = await vscode.window.showErrorMessage(
      `postlint could not be started with '${command}': ${words} Install it as the page of this extension says, or say where it is.`,
      "Open Settings",
    );
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "postlint.server");
  }
}

async function showPage(name: string, text: string): Promise<void> {
  const place = vscode.Uri.from({ scheme: PAGES, path: `/${name}.md` });
  pages.set(place.toString(), text);
  rewritten.fire(place);
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", place);
  } catch {
    // VS Code's own Markdown can be turned off; the page is plain enough without it.
    await vscode.window.showTextDocument(place, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await old?.stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

function running(): LanguageClient | undefined {
  if (!client) void vscode.window.showWarningMessage("postlint is not running.");
  return client;
}

async function checkAll(): Promise<void> {
  const tally = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: "postlint: checking the workspace" },
    async () =>
      running()?.sendRequest<Tally>("workspace/executeCommand", {
        command: "postlint.checkWorkspace",
        arguments: [],
      }),
  );
  if (!tally) return;
  void vscode.window.showInformationMessage(sayTally(tally));
  await vscode.commands.executeCommand("workbench.actions.view.problems");
}

async function showScorecard(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const server = document && running();
  if (!document || !server) return;
  const card = await askScorecard(server, document.uri);
  if (!panel) {
    panel = vscode.window.createWebviewPanel(
      "postlint.scorecard",
      "Scorecard",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => (panel = shown = undefined));
  }
  shown = document.uri;
  fill(panel, card);
  panel.reveal(undefined, true);
}

function askScorecard(server: LanguageClient, uri: vscode.Uri): Promise<Scorecard | null> {
  return server.sendRequest("postlint/scorecard", { uri: server.code2ProtocolConverter.asUri(uri) });
}

function fill(open: vscode.WebviewPanel, card: Scorecard | null): void {
  open.title = `Scorecard: ${card?.title ?? "posting"}`;
  open.webview.html = scorecardPage(card);
}

/** Bring the panel up to date when what is found in its posting has changed. */
async function renew(changed: readonly vscode.Uri[]): Promise<void> {
  const uri = shown;
  if (!uri || !client || !changed.some((one) => one.toString() === uri.toString())) return;
  try {
    const card = await askScorecard(client, uri);
    if (card && panel && shown === uri) fill(panel, card);
  } catch {
    // The text was edited meanwhile: its own findings will bring the next card.
  }
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.sourceAction", {
    kind: "source.fixAll.postlint",
    apply: "first",
  });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    rewritten,
    vscode.commands.registerCommand("postlint.checkAll", checkAll),
    vscode.commands.registerCommand("postlint.showScorecard", showScorecard),
    vscode.commands.registerCommand("postlint.fixAll", fixAll),
    vscode.commands.registerCommand("postlint.restart", restart),
    vscode.workspace.registerTextDocumentContentProvider(PAGES, {
      onDidChange: rewritten.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? "",
    }),
    vscode.languages.onDidChangeDiagnostics((event) => void renew(event.uris)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const ours = ["enable", "server", "languages", "docs"].map((name) => `postlint.${name}`);
      if (ours.some((name) => event.affectsConfiguration(name))) void restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
