/** The posting: CodeMirror with findings as underlines that move with the words. */

import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { type Action, type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import {
  ChangeSet,
  Compartment,
  EditorState,
  type Range,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  drawSelection,
  highlightSpecialChars,
  keymap,
  placeholder,
} from "@codemirror/view";
import type { Finding, Fix, Look } from "./types";

const setOutline = StateEffect.define<DecorationSet>();

const outline = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    lines = lines.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setOutline)) lines = effect.value;
    return lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export interface Hearing {
  /** The words were changed by the person. */
  changed(): void;
  /** The person stands at these findings, by number. */
  at(numbers: number[]): void;
}

export class PostingEditor {
  readonly view: EditorView;
  #locked = new Compartment();
  #findings: Finding[] = [];
  /** What changed since the words were sent whose findings are shown. */
  #since: ChangeSet;
  /** What changed since the words were sent whose findings are awaited. */
  #sinceAsked: ChangeSet;
  #filling = false;

  constructor(parent: HTMLElement, hearing: Hearing) {
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          history(),
          drawSelection(),
          // Those that turn the direction of what follows are shown, too.
          highlightSpecialChars({ addSpecialChars: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g }),
          EditorView.lineWrapping,
          keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
          placeholder("Paste or type a posting here, or open a file."),
          EditorView.contentAttributes.of({
            "aria-label": "The posting",
            "aria-describedby": "editor-help",
            tabindex: "0",
            spellcheck: "true",
            autocapitalize: "sentences",
          }),
          outline,
          this.#locked.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.#filling) {
              this.#since = this.#since.compose(update.changes);
              this.#sinceAsked = this.#sinceAsked.compose(update.changes);
              hearing.changed();
            }
            if (update.selectionSet || update.docChanged) hearing.at(this.#under());
          }),
        ],
      }),
    });
    this.#since = this.#sinceAsked = ChangeSet.empty(0);
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Put other words in; `locked` are those of a file, which are read and not written. */
  fill(text: string, locked: boolean): void {
    this.#filling = true;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      effects: this.#locked.reconfigure(locked ? EditorState.readOnly.of(true) : []),
      selection: { anchor: 0 },
    });
    this.#filling = false;
    this.asking();
    this.#since = this.#sinceAsked;
    this.clear();
  }

  clear(): void {
    this.#findings = [];
    this.view.dispatch(setDiagnostics(this.view.state, []));
    this.view.dispatch({ effects: setOutline.of(Decoration.none) });
  }

  /** Remember the words as they are now: they are sent to the back. */
  asking(): void {
    this.#sinceAsked = ChangeSet.empty(this.view.state.doc.length);
  }

  /** Underline what was found in the words that were sent. */
  show(look: Look, apply: (finding: Finding, fix: Fix) => void): void {
    this.#since = this.#sinceAsked;
    this.#findings = look.findings;
    const length = this.view.state.doc.length;
    const shown: Diagnostic[] = look.findings.map((finding) => {
      const from = Math.min(this.#now(finding.from, 1), length);
      const to = Math.max(from, Math.min(this.#now(finding.to, -1), length));
      const actions: Action[] = finding.fixes
        .filter((fix) => fix.edits.length > 0 && fix.applicability !== "display")
        .map((fix) => ({ name: fix.title, apply: () => apply(finding, fix) }));
      return { from, to, severity: finding.severity, message: finding.message, actions };
    });
    const lines: Range<Decoration>[] = [];
    const seen = new Set<number>();
    for (const heading of look.outline) {
      const line = this.view.state.doc.lineAt(Math.min(this.#now(heading.from, 1), length));
      if (seen.has(line.from)) continue;
      seen.add(line.from);
      const level = Math.min(heading.level, 4);
      lines.push(Decoration.line({ class: `heading heading-${level}` }).range(line.from));
    }
    for (const item of look.items) {
      const line = this.view.state.doc.lineAt(Math.min(this.#now(item.from, 1), length));
      if (seen.has(line.from)) continue;
      seen.add(line.from);
      lines.push(Decoration.line({ class: `item item-${item.depth}` }).range(line.from));
    }
    this.view.dispatch(setDiagnostics(this.view.state, shown));
    this.view.dispatch({ effects: setOutline.of(Decoration.set(lines, true)) });
  }

  /** Go to the words of a place, and let the person see where they are. */
  go(place: { from: number; to: number }): void {
    const anchor = this.#now(place.from, 1);
    const head = Math.max(anchor, this.#now(place.to, -1));
    this.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.view.focus();
  }

  /** Make the edits of a fix, as one step that can be undone. */
  make(fix: Fix): void {
    const changes = fix.edits.map((edit) => ({
      from: this.#now(edit.from, 1),
      to: Math.max(this.#now(edit.from, 1), this.#now(edit.to, -1)),
      insert: edit.insert,
    }));
    this.view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true });
  }

  undo(): boolean {
    return undo(this.view);
  }

  redo(): boolean {
    return redo(this.view);
  }

  /** Where something is now that stood somewhere when the words were sent. */
  #now(offset: number, side: number): number {
    return this.#since.mapPos(Math.min(offset, this.#since.length), side);
  }

  #under(): number[] {
    const at = this.view.state.selection.main.head;
    const found: number[] = [];
    for (const [number, finding] of this.#findings.entries()) {
      if (this.#now(finding.from, 1) <= at && at <= this.#now(finding.to, -1)) found.push(number);
      if (found.length === 3) break;
    }
    return found;
  }
}
