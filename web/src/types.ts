/** What the back answers, as `postlint.web.look` and its neighbours write it. */

export interface Place {
  from: number;
  to: number;
  place: string | null;
  words: string;
}

export type Severity = "error" | "warning" | "info";

export interface Source {
  citation: string;
  date: string;
  jurisdiction: string | null;
  link: string;
  sentence?: string;
}

export interface Edit {
  from: number;
  to: number;
  insert: string;
}

export interface Fix {
  title: string;
  applicability: "safe" | "unsafe" | "display";
  edits: Edit[];
  words: string;
}

export interface Finding extends Place {
  code: string;
  name: string;
  severity: Severity;
  message: string;
  authority: Source[];
  related: (Place & { message: string })[];
  fixes: Fix[];
}

export interface Task {
  sentence: string;
  severity: Severity;
  code: string;
  findings: number[];
}

export interface Outcome {
  code: string;
  name: string;
  verdict: "pass" | "fail" | "not-applicable" | "cannot-tell";
  reason: string;
  evidence: Place[];
  more: number;
}

export interface Scorecard {
  duties: Record<string, number>;
  verdicts: Record<string, number>;
  measures: Record<string, number | null>;
  facts: Record<string, { value: unknown; missing: string | null }>;
}

/** One posting of what was given, which mostly holds one; tasks name findings by number. */
export interface Posting {
  name: string;
  title: string | null;
  is_posting: boolean;
  headline: string;
  first: Task[];
  consider: Task[];
  outcomes: Outcome[];
  scorecard: Scorecard;
}

export interface Look {
  text: string;
  kind: string;
  kind_name: string;
  editable: boolean;
  headline: string;
  findings: Finding[];
  outline: { from: number; to: number; level: number }[];
  items: { from: number; depth: number }[];
  postings: Posting[];
}

/** A posting as markup; without text where that would not say the same. */
export interface Converted {
  name: string;
  text: string | null;
  changed: string[];
}

export interface RulePage {
  code: string;
  name: string;
  summary: string;
  authority: Source[];
  markdown: string;
}

export interface Question {
  text?: string;
  data?: string;
  name?: string;
  kind?: string;
  employer: Record<string, unknown>;
  anyway?: boolean;
}

/** Who answers the page: a server on this machine, or postlint inside the browser. */
export interface Back {
  /** Become ready; `tell` hears how far it is, from 0 to 1. */
  start(tell: (words: string, share: number) => void): Promise<void>;
  look(question: Question): Promise<Look>;
  explain(rule: string): Promise<RulePage>;
  convert(question: Question): Promise<{ postings: Converted[] }>;
  report(question: Question): Promise<string>;
  annotated(question: Question): Promise<Uint8Array>;
}

/** A fault in a sentence for the person. */
export class Refused extends Error {}
