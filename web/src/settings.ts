/** What is known of the employer: held in the address, and elsewhere only on request. */

import { byId, h } from "./dom";

const STATES =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming";
/** Places with laws of their own that are no state, by their codes. */
const OTHERS =
  "US-NY-NYC New York City|CA-BC British Columbia|CA-ON Ontario|CA-PE Prince Edward Island|CA-QC Quebec|AU Australia|AT Austria|DE Germany|GB United Kingdom|IE Ireland|IT Italy|LT Lithuania|LV Latvia|PL Poland|SK Slovakia";
const KEY = "postlint-employer";
const NAMES = ["kind", "place", "employees", "day"] as const;

type Control = HTMLSelectElement | HTMLInputElement;

export class Settings {
  #remember = byId<HTMLInputElement>("remember");

  constructor(changed: () => void) {
    const place = byId<HTMLSelectElement>("place");
    for (const state of STATES.split("|")) {
      place.append(h("option", { value: `US-${state.slice(0, 2)}` }, state.slice(3)));
    }
    for (const other of OTHERS.split("|")) {
      const [code = "", ...words] = other.split(" ");
      place.append(h("option", { value: code }, words.join(" ")));
    }
    this.#read();
    this.#say();
    for (const name of NAMES) {
      this.#control(name).addEventListener("change", () => {
        this.#keep();
        changed();
      });
    }
    this.#remember.addEventListener("change", () => this.#keep());
  }

  /** Say on paper, where no boxes are, what is stated of the employer. */
  #say(): void {
    const { employees, day } = this.#values();
    const chosen = (name: "kind" | "place"): string => {
      const box = byId<HTMLSelectElement>(name);
      return box.value ? (box.selectedOptions[0]?.text ?? "") : "";
    };
    const stated = [chosen("kind"), chosen("place"), employees && `${employees} employees`, day && `law of ${day}`];
    byId("stated").textContent = stated.filter(Boolean).join(" · ");
  }

  /** The employer as the back wants it: what is not stated is left out. */
  get employer(): Record<string, unknown> {
    const { kind, place, employees, day } = this.#values();
    const found: Record<string, unknown> = {};
    if (kind) found["kind"] = kind;
    if (place) found["jurisdictions"] = [place];
    if (employees && Number(employees) > 0) found["employees"] = Math.floor(Number(employees));
    if (day) found["as_of"] = day;
    return found;
  }

  #control(name: (typeof NAMES)[number]): Control {
    return byId<Control>(name);
  }

  #values(): Record<(typeof NAMES)[number], string> {
    const found = NAMES.map((name) => [name, this.#control(name).value.trim()]);
    return Object.fromEntries(found) as Record<(typeof NAMES)[number], string>;
  }

  #read(): void {
    const stored = localStorage.getItem(KEY);
    this.#remember.checked = stored !== null;
    const address = new URLSearchParams(location.search);
    const remembered = new URLSearchParams(stored ?? "");
    for (const name of NAMES) {
      const value = address.get(name) ?? remembered.get(name);
      if (value) this.#control(name).value = value;
    }
  }

  #keep(): void {
    this.#say();
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(this.#values())) if (value) query.set(name, value);
    const words = query.toString();
    history.replaceState(null, "", words ? `?${words}` : location.pathname);
    if (this.#remember.checked) localStorage.setItem(KEY, words);
    else localStorage.removeItem(KEY);
  }
}
