/** The page: what the person does, and what is shown of it. */

import { byId, h, plural, save } from "./dom";
import { PostingEditor } from "./editor";
import { EXAMPLE } from "./example";
import { type Doing, each, record, scorecard, taskList } from "./results";
import { Settings } from "./settings";
import { type Back, type Finding, type Fix, type Look, type Question, Refused, type RulePage } from "./types";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MOST_BYTES = 20_000_000;
// Long enough for a quick hand between two keys, short enough to seem at once.
const PAUSE = 150;

/** A file the person opened: its bytes are held for the copy with comments. */
interface Opened {
  name: string;
  data: string;
}

export async function begin(back: Back): Promise<void> {
  const page = new Page(back);
  await page.start();
}

class Page implements Doing {
  #back: Back;
  #settings: Settings;
  #editor: PostingEditor;
  #file: Opened | null = null;
  #look: Look | null = null;
  #pages = new Map<string, Promise<RulePage>>();
  #timer = 0;
  #asking = false;
  #again = false;
  #ready = false;

  constructor(back: Back) {
    this.#back = back;
    this.#settings = new Settings(() => this.#soon(0));
    this.#editor = new PostingEditor(byId("editor"), {
      changed: () => this.#soon(PAUSE),
      at: (numbers) => this.#tellHere(numbers),
    });
    this.#buttons();
    this.#drops();
  }

  async start(): Promise<void> {
    const bar = byId<HTMLProgressElement>("loading-bar");
    const words = byId("loading-words");
    byId("loading").hidden = false;
    try {
      await this.#back.start((line, share) => {
        if (words.textContent !== line) words.textContent = line;
        bar.value = share;
      });
    } catch (error) {
      words.textContent = `postlint could not be started here: ${reason(error)}`;
      bar.hidden = true;
      return;
    }
    byId("loading").hidden = true;
    this.#ready = true;
    document.documentElement.dataset["ready"] = "yes";
    this.#soon(0);
  }

  // ------------------------------------------------------------ asking

  get #question(): Question {
    const employer = this.#settings.employer;
    if (this.#file) return { data: this.#file.data, name: this.#file.name, employer };
    return { text: this.#editor.text, employer };
  }

  /** Ask when the person pauses; one question at a time, and the last one counts. */
  #soon(pause: number): void {
    clearTimeout(this.#timer);
    document.documentElement.dataset["checked"] = "no";
    this.#timer = window.setTimeout(() => void this.#ask(), pause);
  }

  async #ask(): Promise<void> {
    if (!this.#ready) return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    if (!this.#file && this.#editor.text.trim() === "") {
      this.#editor.clear();
      this.#show(null);
      document.documentElement.dataset["checked"] = "yes";
      return;
    }
    this.#asking = true;
    const file = this.#file;
    this.#editor.asking();
    try {
      const look = await this.#back.look(this.#question);
      if (file === this.#file) {
        if (file && this.#look === null) this.#fillFrom(look);
        this.#show(look);
        this.#tell("");
      }
    } catch (error) {
      this.#tell(reason(error));
      if (file !== null && this.#look === null) this.#file = null;
    } finally {
      this.#asking = false;
    }
    if (this.#again) {
      this.#again = false;
      this.#soon(0);
    } else {
      document.documentElement.dataset["checked"] = "yes";
    }
  }

  #fillFrom(look: Look): void {
    const file = this.#file;
    this.#editor.fill(look.text, !look.editable);
    const notice = byId("file");
    notice.hidden = look.editable;
    // Of several postings each has a button of its own.
    byId("edit-here").hidden = look.postings.length > 1;
    byId("file-words").textContent =
      `These are the words that were read in ${file?.name ?? "the file"}, ${look.kind_name}. ` +
      "The file itself is not changed.";
    // What a person may write is a text from here on, and no file any more.
    if (look.editable) this.#file = null;
  }

  // ------------------------------------------------------------ showing

  #show(look: Look | null): void {
    this.#look = look;
    const headline = look ? look.headline : "Nothing to check yet.";
    const status = byId("headline");
    if (status.textContent !== headline) status.textContent = headline;
    byId("results").classList.toggle("empty", look === null);
    for (const id of ["save-report", "save-text"]) byId<HTMLButtonElement>(id).disabled = !look;
    byId("save-word").hidden = look?.kind !== "word";
    if (!look) {
      for (const id of ["first", "consider-list", "record", "scorecard"]) byId(id).replaceChildren();
      byId("consider").hidden = true;
      return;
    }
    this.#editor.show(look, (_finding: Finding, fix: Fix) => this.make(fix));
    const several = look.postings.length > 1;
    const light = look.postings.reduce((sum, posting) => sum + posting.consider.length, 0);
    byId("first").replaceChildren(
      ...each(look, (posting) => {
        const tasks = taskList(look, posting.first, this);
        if (!several) return tasks;
        return h("div", {}, h("p", {}, posting.headline), tasks, this.#writeButton(posting.name));
      }),
    );
    byId("consider").hidden = light === 0;
    byId("consider-summary").textContent = `${plural(light, "thing")} to consider`;
    byId("consider-list").replaceChildren(
      ...each(look, (posting) => taskList(look, posting.consider, this)),
    );
    byId("record").replaceChildren(...each(look, (posting) => record(posting, this)));
    byId("scorecard").replaceChildren(...each(look, scorecard));
  }

  /** Of several postings in a file, what takes one of them to be written on. */
  #writeButton(name: string): HTMLElement | string {
    if (this.#file === null) return "";
    const click = (): void => void this.#rewrite(name, false).catch((error: unknown) => this.#tell(reason(error)));
    return h("p", {}, h("button", { type: "button", click }, "Edit this one here"));
  }

  /** Put a posting of the file into the page as markup; what would change is shown first. */
  async #rewrite(name: string | null, anyway: boolean): Promise<void> {
    const { postings } = await this.#back.convert({ ...this.#question, anyway });
    const found = postings.find((posting) => posting.name === name) ?? postings[0];
    if (!found) return;
    if (found.text !== null) {
      this.#write(found.text);
      return;
    }
    const click = (): void => void this.#rewrite(name, true).catch((error: unknown) => this.#tell(reason(error)));
    this.#tell(
      `Written here it would not say the same. ${found.changed.join(". ")}.`,
      h("button", { type: "button", click }, "Edit it anyway"),
    );
  }

  #tell(words: string, ...more: HTMLElement[]): void {
    const box = byId("trouble");
    box.hidden = words === "";
    if (box.textContent === words && more.length === 0) return;
    box.replaceChildren(words, ...more.flatMap((one) => [" ", one]));
  }

  #tellHere(numbers: number[]): void {
    const box = byId("here");
    const messages = numbers.map((number) => this.#look?.findings[number]?.message ?? "");
    const words = [...new Set(messages)].filter(Boolean).join(" ");
    if (box.textContent !== words) box.textContent = words;
  }

  // ------------------------------------------------------------ doing

  go(place: { from: number; to: number }): void {
    this.#editor.go(place);
  }

  make(fix: Fix): void {
    this.#editor.make(fix);
    this.#editor.view.focus();
    byId("done").textContent = `Done: ${fix.title}. Undo takes it back.`;
  }

  explain(code: string): Promise<RulePage> {
    let page = this.#pages.get(code);
    if (!page) {
      page = this.#back.explain(code);
      this.#pages.set(code, page);
      page.catch(() => this.#pages.delete(code));
    }
    return page;
  }

  #buttons(): void {
    const press = (id: string, done: () => void | Promise<void>): void => {
      byId(id).addEventListener("click", () => {
        void Promise.resolve()
          .then(done)
          .catch((error: unknown) => this.#tell(reason(error)));
      });
    };
    const picker = byId<HTMLInputElement>("picker");
    press("open", () => picker.click());
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      if (file) void this.#open(file);
      picker.value = "";
    });
    press("example", () => this.#write(EXAMPLE));
    press("start-over", () => this.#write(""));
    press("undo", () => void this.#editor.undo());
    press("redo", () => void this.#editor.redo());
    press("edit-here", () => this.#rewrite(null, false));
    press("print", () => window.print());
    // On paper nothing can be opened.
    const consider = byId<HTMLDetailsElement>("consider");
    let was = false;
    window.addEventListener("beforeprint", () => ((was = consider.open), (consider.open = true)));
    window.addEventListener("afterprint", () => (consider.open = was));
    press("save-text", () => save(`${this.#name()}.posting`, "text/plain;charset=utf-8", this.#editor.text));
    press("save-report", async () => {
      const report = await this.#back.report(this.#question);
      save(`${this.#name()} - report.html`, "text/html;charset=utf-8", report);
    });
    press("save-word", async () => {
      const copy = await this.#back.annotated(this.#question);
      save(`${this.#name()} - comments.docx`, WORD, copy as BlobPart);
    });
  }

  /** Name what is saved after the file, or after the posting's title. */
  #name(): string {
    const given = this.#file?.name.replace(/\.[^.]*$/, "") ?? this.#look?.postings[0]?.title ?? "posting";
    return given.replaceAll(/[^\p{L}\p{N} ._-]+/gu, " ").trim().slice(0, 80) || "posting";
  }

  /** Begin with other words, which no file stands behind. */
  #write(text: string): void {
    this.#file = null;
    this.#look = null;
    byId("file").hidden = true;
    this.#editor.fill(text, false);
    this.#editor.view.focus();
    this.#tell("");
    this.#soon(0);
  }

  async #open(file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      this.#tell(`${file.name} has more than 20 MB, and no posting has.`);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    this.#file = { name: file.name, data: base64(bytes) };
    this.#look = null;
    this.#soon(0);
  }

  #drops(): void {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    };
    window.addEventListener("dragenter", over, true);
    window.addEventListener("dragover", over, true);
    window.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) document.body.classList.remove("dropping");
    });
    const dropped = (event: DragEvent): void => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#open(file);
    };
    window.addEventListener("drop", dropped, true);
    // A file copied in the person's folder and pasted here is opened, too.
    window.addEventListener("paste", (event) => {
      const file = event.clipboardData?.files[0];
      if (!file || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#open(file);
    }, true);
  }
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  }
  return btoa(parts.join(""));
}

function reason(error: unknown): string {
  if (error instanceof Refused) return error.message;
  return `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
}

