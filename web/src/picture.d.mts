import type { PyodideInterface, loadPyodide } from "pyodide";

export declare const ENV: Record<string, string>;
export declare function fromPicture(
  load: typeof loadPyodide,
  runtime: { default: unknown },
  picture: Uint8Array,
  more: { indexURL?: string },
): Promise<PyodideInterface>;
