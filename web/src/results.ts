/** What was found, in the order in which it wants doing; the record; what was read. */

import MarkdownIt from "markdown-it";
import { h, longList, plural } from "./dom";
import type { Finding, Fix, Look, Outcome, Place, Posting, RulePage, Source, Task } from "./types";

const SEVERITIES = { error: "Must fix", warning: "Fix first", info: "Consider" } as const;
const VERDICTS = {
  fail: "To fix",
  "cannot-tell": "Cannot tell",
  pass: "In order",
  "not-applicable": "Does not apply",
} as const;
const DUTIES: Record<string, string> = {
  leadership: "Leadership and vision",
  people: "Education, people and community",
  managing: "Managing technology",
  technical: "Hands-on work",
  other: "Other",
};
const FACTS: [string, string][] = [
  ["title", "Title"],
  ["reports_to", "Reports to"],
  ["place", "Place"],
  ["pay", "Pay"],
  ["flsa", "Overtime status"],
  ["employment_type", "Employment"],
  ["closing", "Closes"],
  ["degree", "Degree"],
];
const MEASURES: [string, string][] = [
  ["words", "words"],
  ["duties", "duties"],
  ["reading_grade", "reading grade (Flesch-Kincaid)"],
];

export interface Doing {
  go(place: Place): void;
  make(fix: Fix): void;
  explain(code: string): Promise<RulePage>;
}

// Raw HTML in a page of a rule stays words.
const markdown = new MarkdownIt({ html: false, linkify: true });
const linked = markdown.renderer.rules.link_open;
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index]?.attrSet("rel", "noopener noreferrer");
  tokens[index]?.attrSet("target", "_blank");
  return linked ? linked(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
};

/** The tasks, each with its places, its fixes, and why. */
export function taskList(look: Look, tasks: Task[], doing: Doing): HTMLElement {
  return longList("ol", tasks.length, 30, (index) => card(look, tasks[index]!, doing), "thing");
}

function card(look: Look, task: Task, doing: Doing): HTMLElement {
  const findings = task.findings.map((number) => look.findings[number]!);
  const chief = findings[0]!;
  const item = h(
    "li",
    { class: `card ${task.severity}` },
    h(
      "p",
      { class: "say" },
      h("span", { class: `tag ${task.severity}` }, SEVERITIES[task.severity]),
      ` ${task.sentence}`,
    ),
  );
  item.append(places(findings, doing));
  for (const related of chief.related) {
    item.append(h("p", { class: "soft" }, `${related.message} `, placeButton(related, doing)));
  }
  for (const fix of chief.fixes) item.append(fixRow(fix, doing));
  item.append(why(chief, doing));
  return item;
}

function places(findings: Finding[], doing: Doing): HTMLElement {
  if (findings.length === 1) return h("p", {}, placeButton(findings[0]!, doing));
  const list = longList(
    "ul",
    findings.length,
    5,
    (index) => h("li", {}, placeButton(findings[index]!, doing)),
    "place",
  );
  list.classList.add("places");
  return list;
}

function placeButton(place: Place, doing: Doing): HTMLElement {
  const words = place.words || "this place";
  const where = place.place ? ` (${place.place})` : "";
  return h(
    "button",
    { type: "button", class: "place", click: () => doing.go(place) },
    h("span", { class: "hidden" }, "Show in the posting: "),
    h("q", { dir: "auto" }, words),
    where,
  );
}

function fixRow(fix: Fix, doing: Doing): HTMLElement {
  const row = h("div", { class: "fix" });
  if (fix.edits.length > 0 && fix.applicability !== "display") {
    row.append(h("button", { type: "button", class: "do", click: () => doing.make(fix) }, fix.title));
  } else {
    row.append(h("p", {}, fix.title));
  }
  if (fix.words) row.append(h("blockquote", { dir: "auto" }, fix.words));
  if (fix.applicability === "unsafe") {
    row.append(h("p", { class: "soft" }, "Read it and fill in what stands in brackets."));
  }
  return row;
}

/** Why: the authority and its link at once, the rule's page when it is opened. */
function why(finding: Finding, doing: Doing): HTMLElement {
  const page = h("div", { class: "page" });
  const box = h(
    "details",
    { class: "why" },
    h("summary", {}, `Why: ${finding.code} ${finding.name.replaceAll("-", " ")}`),
    sources(finding.authority),
    page,
  );
  box.addEventListener("toggle", async () => {
    if (!box.open || page.childElementCount > 0) return;
    page.append(h("p", { class: "soft" }, "Fetching the page of the rule …"));
    try {
      const rule = await doing.explain(finding.code);
      page.replaceChildren();
      if (finding.authority.length === 0) page.append(sources(rule.authority));
      const text = h("div");
      text.innerHTML = markdown.render(body(rule.markdown));
      page.append(text);
    } catch (error) {
      page.replaceChildren(h("p", {}, String(error instanceof Error ? error.message : error)));
    }
  });
  return box;
}

/** A rule's page from its first section on: what stands before is shown already. */
function body(text: string): string {
  const start = text.indexOf("\n## ");
  const ends = [text.indexOf("\n## Messages"), text.indexOf("\n## Authority")].filter((n) => n > 0);
  return text.slice(Math.max(0, start), ends.length > 0 ? Math.min(...ends) : undefined)
    .replaceAll(/^#+ /gm, "### ");
}

function sources(found: Source[]): HTMLElement {
  const list = h("ul", { class: "sources" });
  for (const one of found) {
    const words = one.sentence ?? `${one.citation} (${one.date})`;
    const link = /^https?:\/\//.test(one.link)
      ? h("a", { href: one.link, target: "_blank", rel: "noopener noreferrer" }, words)
      : words;
    list.append(h("li", {}, link));
  }
  return found.length > 0 ? list : h("div");
}

/** What is shown of each posting; of several each below its name and title. */
export function each(look: Look, make: (posting: Posting) => HTMLElement): HTMLElement[] {
  if (look.postings.length === 1) return [make(look.postings[0]!)];
  const list = longList("div", look.postings.length, 20, (index) => {
    const posting = look.postings[index]!;
    return h("section", { class: "one" }, named(posting, index + 1), make(posting));
  }, "posting");
  return [list];
}

/** Of several postings: what one is for, and which it is; a text without a file has no name. */
function named(posting: Posting, number: number): HTMLElement {
  const title = posting.title ? h("span", { dir: "auto" }, `${posting.title} `) : "";
  const name = posting.name.startsWith("-") ? `Posting ${number}` : posting.name;
  return h("h3", {}, title, h("span", { class: "soft" }, name));
}

/** The record: every rule with its verdict, in groups that open on request. */
export function record(posting: Posting, doing: Doing): HTMLElement {
  const box = h("div", { class: "record" });
  if (!posting.is_posting) {
    box.append(h("p", { class: "soft" }, "Rules check postings only."));
  }
  for (const [verdict, words] of Object.entries(VERDICTS)) {
    const rows = posting.outcomes.filter((outcome) => outcome.verdict === verdict);
    if (rows.length === 0) continue;
    const inside = h("div");
    const group = h(
      "details",
      { class: `verdict ${verdict}` },
      h("summary", {}, h("span", { class: `tag ${verdict}` }, words), ` ${plural(rows.length, "rule")}`),
      inside,
    );
    group.addEventListener("toggle", () => {
      if (!group.open || inside.childElementCount > 0) return;
      inside.append(longList("ul", rows.length, 100, (i) => row(rows[i]!, doing), "rule"));
    });
    box.append(group);
  }
  return box;
}

function row(outcome: Outcome, doing: Doing): HTMLElement {
  const item = h(
    "li",
    {},
    h("p", {}, h("b", {}, `${outcome.code} ${outcome.name.replaceAll("-", " ")}: `), outcome.reason),
  );
  for (const place of outcome.evidence) item.append(placeButton(place, doing), " ");
  if (outcome.more > 0) item.append(h("span", { class: "soft" }, plural(outcome.more, "more place")));
  return item;
}

/** What the posting says, and how its duties are divided. */
export function scorecard(posting: Posting): HTMLElement {
  const card = posting.scorecard;
  const box = h("div", { class: "scorecard" });
  const total = Object.values(card.duties).reduce((sum, count) => sum + count, 0);
  if (total > 0) {
    const bar = h("div", { class: "bar", "aria-hidden": "true" });
    const list = h("ul", { class: "key" });
    for (const [label, count] of Object.entries(card.duties)) {
      const share = Math.round((100 * count) / total);
      const part = h("span", { class: `part ${label}` });
      part.style.flexGrow = String(count);
      bar.append(part);
      const words = `${DUTIES[label] ?? label}: ${count} of ${total} (${share}%)`;
      list.append(h("li", {}, h("span", { class: `dot ${label}`, "aria-hidden": "true" }), words));
    }
    box.append(h("h3", {}, "Duties"), bar, list);
  }
  const facts = h("dl");
  for (const [name, label] of FACTS) {
    const fact = card.facts[name];
    if (!fact) continue;
    const value = inWords(fact.value);
    facts.append(
      h("dt", {}, label),
      value ? h("dd", { dir: "auto" }, value) : h("dd", { class: "soft" }, "not found"),
    );
  }
  box.append(h("h3", {}, "Read in the posting"), facts);
  const measures = MEASURES.filter(([key]) => card.measures[key] != null)
    .map(([key, words]) => `${card.measures[key]!.toLocaleString("en-US")} ${words}`);
  if (measures.length > 0) box.append(h("p", { class: "soft" }, measures.join(", ")));
  return box;
}

/** A fact's value in words; records are shown by their own words. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "none" || value === "other") return "";
  if (typeof value === "boolean") return value ? "yes" : "";
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).slice(0, 4).join(", ");
  if (typeof value === "object") {
    const fields = value as Record<string, unknown>;
    return inWords(fields["text"] ?? fields["words"] ?? fields["name"] ?? fields["title"]);
  }
  return String(value);
}
