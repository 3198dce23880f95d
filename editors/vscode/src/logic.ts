// What the extension works out for itself, apart from VS Code so that it can
// be tried without one.

/** What the user set, as package.json describes it. */
export interface Settings {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly languages: readonly string[];
  readonly docs: string;
}

export interface Launch {
  readonly command: string;
  readonly args: string[];
}

/** How the server is started. */
export function launch(settings: Settings, home: string): Launch {
  const asked = settings.command.trim() || "postlint";
  const command = /^~(?=[\\/])/.test(asked) ? home + asked.slice(1) : asked;
  const docs = settings.docs.trim();
  return { command, args: [...settings.arguments, "lsp", ...(docs ? ["--docs", docs] : [])] };
}

/** Which documents the server is told of: saved or not, but none from the past, as in a diff. */
export function selector(languages: readonly string[]): { scheme: string; language: string }[] {
  return [...new Set(languages)].flatMap((language) =>
    ["file", "untitled"].map((scheme) => ({ scheme, language })),
  );
}

/** The answer of `postlint.checkWorkspace`. */
export interface Tally {
  readonly files: number;
  readonly findings: Readonly<Record<string, number>>;
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** What was found in a workspace, as a sentence. */
export function sayTally({ files, findings }: Tally): string {
  if (files === 0) return "There is no file ending in .posting in this workspace.";
  const named: [string, string][] = [
    ["error", "error"],
    ["warning", "warning"],
    ["information", "note"],
  ];
  const parts = named
    .filter(([key]) => findings[key])
    .map(([key, word]) => count(findings[key] ?? 0, word));
  return `${count(files, "posting")} checked: ${parts.join(", ") || "nothing found"}.`;
}

/** The answer of `postlint/scorecard`. */
export interface Scorecard {
  readonly isPosting: boolean;
  readonly title: string | null;
  readonly duties: Readonly<Record<string, number>>;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
  readonly measures: Readonly<Record<string, unknown>>;
  readonly scores?: readonly { readonly name: string; readonly shown: string }[];
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escape = (words: string): string => words.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** What the server calls some things, as a person calls them. */
const names: Readonly<Record<string, string>> = {
  "cannot-tell": "cannot tell",
  "error": "errors",
  "fail": "found something",
  "info": "notes",
  "not-applicable": "do not apply",
  "pass": "passed",
  "warning": "warnings",
};

function say(name: string, value: unknown): string {
  if (value === null || value === undefined) return "not known";
  if (typeof value === "number") {
    if (name.endsWith("_share")) return `${Math.round(value * 100)} %`;
    return Number.isInteger(value) ? `${value}` : value.toFixed(1);
  }
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function table(caption: string, rows: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(rows).map(
    ([name, value]) =>
      `<tr><th scope="row">${escape(names[name] ?? name.replaceAll("_", " "))}</th><td>${escape(say(name, value))}</td></tr>`,
  );
  return lines.length ? `<table><caption>${escape(caption)}</caption>${lines.join("")}</table>` : "";
}

/** The page that shows a scorecard; nothing in it is ever run. */
export function scorecardPage(card: Scorecard | null): string {
  const title = card?.title ?? "Untitled posting";
  const body = !card
    ? "<p>The scorecard is not ready. Open a posting and try again.</p>"
    : card.isPosting
      ? table("Scorecard", Object.fromEntries((card.scores ?? []).map((one) => [one.name, one.shown]))) +
        table("Findings", card.findings) +
        table("Duties", card.duties) +
        table("Rules", card.verdicts) +
        table("Measures", card.measures)
      : "<p>This does not read as a job posting.</p>";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
body { padding: 1rem; }
table { border-collapse: collapse; margin: 0 0 1.5rem; min-width: 20rem; }
caption { text-align: start; font-weight: bold; padding: 0.25rem 0; }
th { font-weight: normal; text-align: start; }
th, td { border-bottom: 1px solid var(--vscode-panel-border); padding: 0.25rem 1rem 0.25rem 0; }
td { text-align: end; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`;
}
