/** The page without a server: its back is postlint in a worker of the browser. */

import { begin } from "./page";
import { type Back, type Converted, type Look, type Question, Refused, type RulePage } from "./types";

interface Message {
  id?: number;
  answer?: string;
  failed?: string;
  ready?: boolean;
  words?: string;
  share?: number;
}

// Longer than any posting takes; a text made to be slow is given up.
const MOST_SECONDS = 60;

class Inside implements Back {
  #worker: Worker | null = null;
  #waiting = new Map<number, { done: (answer: string) => void; failed: (error: Error) => void }>();
  #number = 0;
  #started: Promise<void> | null = null;

  start(tell: (words: string, share: number) => void): Promise<void> {
    this.#started = new Promise((done, failed) => {
      const worker = new Worker("worker.js", { type: "module" });
      this.#worker = worker;
      worker.onerror = (event) => failed(new Refused(event.message || "the worker did not start"));
      worker.onmessage = (event: MessageEvent<Message>) => {
        const message = event.data;
        if (message.ready) done();
        else if (message.words !== undefined) tell(message.words, message.share ?? 0);
        else if (message.id === undefined) failed(new Refused(message.failed ?? "it did not start"));
        else {
          const waiting = this.#waiting.get(message.id);
          this.#waiting.delete(message.id);
          if (message.answer !== undefined) waiting?.done(message.answer);
          else waiting?.failed(new Error(message.failed));
        }
      };
    });
    return this.#started;
  }

  look = (question: Question): Promise<Look> => this.#ask("look", question);
  explain = (rule: string): Promise<RulePage> => this.#ask("explain", { rule });
  convert = (question: Question): Promise<{ postings: Converted[] }> => this.#ask("convert", question);
  report = (question: Question): Promise<string> => this.#ask("report", question);

  annotated = async (question: Question): Promise<Uint8Array> => {
    const words = atob(await this.#ask<string>("annotated", question));
    return Uint8Array.from(words, (char) => char.charCodeAt(0));
  };

  async #ask<T>(name: string, question: unknown): Promise<T> {
    await this.#started;
    const id = this.#number++;
    const answer = await new Promise<string>((done, failed) => {
      const clock = setTimeout(() => {
        this.#waiting.delete(id);
        this.#restart();
        failed(new Refused(`It took more than ${MOST_SECONDS} seconds and was given up.`));
      }, MOST_SECONDS * 1000);
      this.#waiting.set(id, {
        done: (found) => (clearTimeout(clock), done(found)),
        failed: (error) => (clearTimeout(clock), failed(error)),
      });
      this.#worker?.postMessage({ id, name, question: JSON.stringify(question) });
    });
    const { ok, problem } = JSON.parse(answer) as { ok?: T; problem?: { detail: string } };
    if (problem) throw new Refused(problem.detail);
    return ok as T;
  }

  /** Begin anew with a worker that is not busy. */
  #restart(): void {
    this.#worker?.terminate();
    for (const waiting of this.#waiting.values()) waiting.failed(new Error("it was stopped"));
    this.#waiting.clear();
    void this.start(() => undefined).catch(() => undefined);
  }
}

if ("serviceWorker" in navigator) {
  // Without it the page works as well, and only while its files can be fetched.
  navigator.serviceWorker.register("sw.js").then(
    async () => {
      await navigator.serviceWorker.ready;
      document.documentElement.dataset["offline"] = "yes";
    },
    () => undefined,
  );
}

void begin(new Inside());
