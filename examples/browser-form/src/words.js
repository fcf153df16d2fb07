import { valueAt } from "./pointer.js";
import { tierOf } from "./policy.js";
import { inWords, kindOf, placesIn, shapeAt } from "./schema.js";

/** "1 question", "3 questions". */
export const counted = (count, one, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;

const titleOf = (tierId) => tierOf(tierId).title;

/** Where an app stands, in a sentence. */
export function standing({ tier, ceiling, settled }, open) {
  if (settled) return `Settled: ${titleOf(tier)}.`;
  return `So far: ${titleOf(tier)}. It could still turn out as ${titleOf(ceiling)}; ${counted(open, "question is", "questions are")} open.`;
}

function entryInWords(entry, value) {
  const told = placesIn(entry)
    .map((place) => valueInWords(place, valueAt(value, place.slice(entry.length))))
    .filter((words) => words !== undefined);
  return told.length > 0 ? told.join(", ") : "Not described yet";
}

/** A value of a profile for a person; nothing, while it is not known. */
export function valueInWords(place, value) {
  if (value === undefined) return undefined;
  if (value === null) return "Nobody";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) {
    if (value.length === 0) return "None";
    return value
      .map((each, index) => valueInWords(`${place}/${index}`, each))
      .join(typeof value[0] === "object" ? "; " : ", ");
  }
  if (typeof value === "object") return kindOf(shapeAt(place)) === "group" ? entryInWords(place, value) : undefined;
  return kindOf(shapeAt(place)) === "choice" ? inWords(String(value)) : String(value);
}
