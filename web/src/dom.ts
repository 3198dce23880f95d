/** Elements made in one expression. Words only ever become text. */

type Child = Node | string | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, value);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`there is no #${id}`);
  return found as T;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A list that shows its first rows, and the next ones on request. */
export function longList(
  tag: "ol" | "ul" | "div",
  count: number,
  step: number,
  row: (index: number) => Node,
  label: string,
): HTMLElement {
  const list = h(tag);
  const box = h("div", {}, list);
  let shown = 0;
  const more = (): void => {
    const upTo = Math.min(count, shown + step);
    while (shown < upTo) list.append(row(shown++));
    button.hidden = shown >= count;
    button.textContent = `Show ${Math.min(step, count - shown)} more of ${plural(count, label)}`;
  };
  const button = h("button", { type: "button", class: "more", click: more });
  box.append(button);
  more();
  return box;
}

/** Save bytes or words where the person's browser puts what it saves. */
export function save(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
