// The extension: VS Code's doors, opened onto the language server.

import { homedir } from "node:os";

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { launch, sayTally, scorecardPage, selector, type Scorecard, type Settings, type Tally } from "./logic";

let client: LanguageClient | undefined;
let panel: vscode.WebviewPanel | undefined;

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
    middleware: {
      // A rule's page is read as a page.
      async executeCommand(name, given, next) {
        const answer: unknown = await next(name, given);
        if (name === "postlint.explain" && typeof answer === "string") {
          const page = await vscode.workspace.openTextDocument({ language: "markdown", content: answer });
          await vscode.window.showTextDocument(page, { preview: true, viewColumn: vscode.ViewColumn.Beside });
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
      `postlint could not be started with '${command}': ${words} Install it with pip install 'postlint[lsp]', or say where it is.`,
      "Open Settings",
    );
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "postlint.server");
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
  const uri = server.code2ProtocolConverter.asUri(document.uri);
  const card = await server.sendRequest<Scorecard | null>("postlint/scorecard", { uri });
  if (!panel) {
    panel = vscode.window.createWebviewPanel(
      "postlint.scorecard",
      "Scorecard",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => (panel = undefined));
  }
  panel.title = `Scorecard: ${card?.title ?? "posting"}`;
  panel.webview.html = scorecardPage(card);
  panel.reveal(undefined, true);
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.sourceAction", {
    kind: "source.fixAll.postlint",
    apply: "first",
  });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("postlint.checkAll", checkAll),
    vscode.commands.registerCommand("postlint.showScorecard", showScorecard),
    vscode.commands.registerCommand("postlint.fixAll", fixAll),
    vscode.commands.registerCommand("postlint.restart", restart),
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
