import { type Catalogue, standardFacts } from "../facts/index.js";
import { capital, readingInWords } from "../words/index.js";
import type { FactChange } from "./fact-change.js";
import { whatGrows } from "./what-grows.js";

const facts: Catalogue = standardFacts;

const row = (words: readonly string[]) =>
  [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" and ");

/** A number or two, and what is counted. */
const counted = /^(\d\S*(?: to \d\S*)?)(?: (\D+))?$/;

/** "12 → 140 people": the unit is said once. */
function turned(before: string, now: string): string {
  const [, amount = before] = counted.exec(before) ?? [];
  const [, , unit] = counted.exec(now) ?? [];
  return `${unit === undefined ? before : amount} → ${now}`;
}

/**
 * What has changed of an app, in a sentence.
 *
 * @example
 * ```ts
 * import { audit, changeSinceInWords } from "plimsoll";
 *
 * const rota = (users: number, system: string) => ({
 *   id: "rota",
 *   name: "Rota",
 *   audience: { users },
 *   integrations: [{ system, direction: "write" }],
 * });
 * const { ranked } = await audit([rota(140, "SAP")], { asOf: "2026-03-31", previous: [rota(12, "Ledger")] });
 * const growth = ranked[0]?.growth;
 * const [users, systems] = growth?.kind === "compared" ? growth.changes : [];
 *
 * users && changeSinceInWords(users); // → "12 → 140 people use it."
 * systems && changeSinceInWords(systems); // → "Now also writes to SAP."
 * ```
 */
export function changeSinceInWords({ fact, question, kind, before, now, gained, lost }: FactChange): string {
  const domain = facts[fact]?.domain;
  const told = (derived: FactChange["now"]) => readingInWords(derived, domain) ?? "not known";
  const change = turned(told(before), told(now));
  const words = whatGrows.find((growing) => growing.fact === fact)?.words;
  switch (kind) {
    case "learned":
      return `${question} Not known before: ${told(now)}.`;
    case "untold":
      return `${question} No longer told: it was ${told(before)}.`;
    case "shrank":
      return `${question} ${lost.length > 0 ? `No longer ${row(lost)}` : capital(change)}.`;
    case "grew": {
      // Of what has come without a name, there is only how many there are.
      const isNamed = gained.length > 0 || words?.includes("{gained}") !== true;
      if (words === undefined || !isNamed) return `${question} ${capital(change)}.`;
      return `${capital(words.replace("{change}", () => change).replace("{gained}", () => row(gained)))}.`;
    }
  }
}
