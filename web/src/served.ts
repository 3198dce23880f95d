/** The page as `postlint serve` serves it: its back is the server it came from. */

import { begin } from "./page";
import { type Back, type Converted, type Look, type Question, Refused, type RulePage } from "./types";

class Server implements Back {
  async start(): Promise<void> {
    return Promise.resolve();
  }

  look = async (question: Question): Promise<Look> => (await this.#ask("look", question)).json();

  explain = async (rule: string): Promise<RulePage> => (await this.#ask("explain", { rule })).json();

  convert = async (question: Question): Promise<{ postings: Converted[] }> =>
    (await this.#ask("convert", question)).json();

  report = async (question: Question): Promise<string> => (await this.#ask("report", question)).text();

  annotated = async (question: Question): Promise<Uint8Array> =>
    new Uint8Array(await (await this.#ask("annotated", question)).arrayBuffer());

  async #ask(name: string, question: unknown): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(`api/${name}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(question),
      });
    } catch {
      throw new Refused("postlint does not answer any more. Start it again with 'postlint serve'.");
    }
    if (answer.ok) return answer;
    const problem = (await answer.json()) as { detail?: string };
    throw new Refused(problem.detail ?? `postlint answered ${answer.status}.`);
  }
}

void begin(new Server());
