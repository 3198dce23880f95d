/** postlint inside the browser: Python in a worker, so that the page stays quick. */

/// <reference lib="webworker" />

import type { PyodideInterface } from "pyodide";
import { ENV, fromPicture } from "./picture.mjs";

interface Answerer {
  answer(name: string, question: string): string;
}

/** Megabytes that a first visit fetches; shown to the person who waits for them. */
declare const MEGABYTES: number;
declare const PDF: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const runtimePlace = new URL("pyodide/", scope.location.href).href;
let python: PyodideInterface;
let answerer: Answerer;
/** The modules that are in no picture; a question waits for them. */
let modules: Promise<void>;
let pdf: Promise<unknown> | null = null;

function tell(words: string, share: number): void {
  scope.postMessage({ words, share });
}

async function fetched(name: string): Promise<Response> {
  const found = await fetch(new URL(name, scope.location.href));
  if (!found.ok) throw new Error(`${name}: ${found.status}`);
  return found;
}

async function start(): Promise<void> {
  tell(`Loading postlint, once: about ${MEGABYTES} MB, which stay on this computer.`, 0.05);
  const archive = fetched("site.zip").then((found) => found.arrayBuffer());
  archive.catch(() => undefined); // reported where it is waited for
  const { loadPyodide } = (await import(/* @vite-ignore */ `${runtimePlace}pyodide.mjs`)) as typeof import("pyodide");
  try {
    await quickly(loadPyodide);
    // The page is there, and the first words may be typed, while the rest is unpacked.
    modules = archive.then(unpack);
  } catch {
    // A browser whose machine differs from the one the picture was taken on begins at the beginning.
    tell("Reading the rules …", 0.6);
    python = await loadPyodide({ indexURL: runtimePlace, env: ENV });
    modules = archive.then(unpack);
    await modules;
    python.runPython("from postlint.web.in_browser import Worker\nworker = Worker()");
    answerer = python.globals.get("worker") as Answerer;
  }
  modules.catch(() => undefined);
  scope.postMessage({ ready: true });
}

async function quickly(loadPyodide: typeof import("pyodide").loadPyodide): Promise<void> {
  const packed = await fetched("begun.bin");
  if (!packed.body) throw new Error("nothing came");
  const [picture, runtime] = await Promise.all([
    new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
    import(/* @vite-ignore */ `${runtimePlace}pyodide.asm.mjs`) as Promise<{ default: unknown }>,
  ]);
  tell("Starting …", 0.8);
  python = await fromPicture(loadPyodide, runtime, new Uint8Array(picture), { indexURL: runtimePlace });
  answerer = python.globals.get("worker") as Answerer;
}

function unpack(archive: ArrayBuffer): void {
  python.unpackArchive(archive, "zip", { extractDir: "/" });
  python.runPython("import importlib\nimportlib.invalidate_caches()");
}

/** Load what reads PDF files, which most people need seldom. */
async function forPdf(): Promise<void> {
  pdf ??= python.loadPackage(new URL(PDF, scope.location.href).href, { messageCallback: () => undefined });
  try {
    await pdf;
  } catch (error) {
    pdf = null;
    throw error;
  }
}

async function answer(id: number, name: string, question: string): Promise<void> {
  try {
    await modules;
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
