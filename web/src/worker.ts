/** postlint inside the browser: Python in a worker, so that the page stays quick. */

/// <reference lib="webworker" />

import type { PyodideInterface } from "pyodide";

interface Answerer {
  answer(name: string, question: string): string;
}

const scope = self as unknown as DedicatedWorkerGlobalScope;
let python: PyodideInterface;
let answerer: Answerer;
let pdf: Promise<unknown> | null = null;

function tell(words: string, share: number): void {
  scope.postMessage({ words, share });
}

async function start(): Promise<void> {
  tell("Loading postlint, once: about 15 MB, which stay on this computer.", 0.05);
  const place = new URL("pyodide/", scope.location.href).href;
  const { loadPyodide } = (await import(/* @vite-ignore */ `${place}pyodide.mjs`)) as typeof import("pyodide");
  const site = fetch(new URL("site.zip", scope.location.href)).then((found) => {
    if (!found.ok) throw new Error(`site.zip: ${found.status}`);
    return found.arrayBuffer();
  });
  python = await loadPyodide({ indexURL: place, env: { POSTLINT_CACHE_DIR: "/cache", HOME: "/home/pyodide" } });
  tell("Unpacking the rules …", 0.6);
  python.unpackArchive(await site, "zip", { extractDir: "/" });
  tell("Reading the rules …", 0.75);
  answerer = python.runPython(
    "import importlib, sys\n" +
      "importlib.invalidate_caches()\n" +
      "from postlint.web.in_browser import Worker\n" +
      "worker = Worker()\n" +
      "worker.answer('look', '{\"text\": \"# Clerk\\\\n\\\\n## Duties\\\\n\\\\n- Files papers.\"}')\n" +
      "worker",
  ) as Answerer;
  scope.postMessage({ ready: true });
}

/** Load what reads PDF files, which most people need seldom. */
async function forPdf(): Promise<void> {
  pdf ??= python.loadPackage(new URL("pdf.whl", scope.location.href).href, { messageCallback: () => undefined });
  try {
    await pdf;
  } catch (error) {
    pdf = null;
    throw error;
  }
}

async function answer(id: number, name: string, question: string): Promise<void> {
  try {
    // The bytes of a PDF file begin with %PDF, perhaps behind a few others.
    const data = (JSON.parse(question) as { data?: string }).data;
    if (data && atob(data.slice(0, 1368)).includes("%PDF")) await forPdf();
    scope.postMessage({ id, answer: answerer.answer(name, question) });
  } catch (error) {
    scope.postMessage({ id, failed: String(error instanceof Error ? error.message : error) });
  }
}

scope.onmessage = (event: MessageEvent<{ id: number; name: string; question: string }>) => {
  const { id, name, question } = event.data;
  void answer(id, name, question);
};

start().catch((error: unknown) => {
  scope.postMessage({ failed: String(error instanceof Error ? error.message : error) });
});

