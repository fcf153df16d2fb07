import { inShort } from "../problems/index.js";
import type { Gathering } from "./gather.js";
import { placeOf, type Spot, textOf } from "./spot.js";

/** Words in names of lists, tables, files and fields, by the data that they suggest. */
const words: Readonly<Record<string, RegExp>> = {
  "health data": /patient|diagnos|medic|clinic|health|disease|treatment|hospital|allerg|prescription|vaccin/i,
  "payment data": /credit.?card|card.?number|\biban\b|\bcvv\b|payment/i,
  "financial data": /invoice|budget|expense|salary|payroll|ledger|revenue|\btax|bank|price|billing|rechnung|kosten/i,
  "personal data":
    /employee|personnel|customer|contact|candidate|applicant|student|member|\busers?\b|person|e-?mail|phone|address|birth|first.?name|last.?name|full.?name|resume|\bcv\b|lead|mitarbeiter|kunde/i,
  secrets: /password|secret|credential|api.?key/i,
};

const longestName = 200;

/** What a name suggests of the data behind it: a question for a person, never a fact. */
export function hintAt(gathering: Gathering, spot: Spot, name: string | undefined = textOf(spot)): void {
  // What is worked out when the app runs is no name.
  if (name === undefined || name.length > longestName || !gathering.isNew(name) || /^[=@]|\{\{|@\{/.test(name)) return;
  const spaced = name.replace(/([a-z])([A-Z])/g, "$1 $2");
  const data = Object.keys(words).find((each) => words[each]?.test(spaced));
  if (data === undefined) return;
  const question = `Something is named "${inShort(name)}": does it hold ${data}?`;
  gathering.hint({ pointer: "/data", question, at: placeOf(spot) });
}
