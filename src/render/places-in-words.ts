import type { Observation } from "./app-in-words.js";

const mostPlaces = 3;

/**
 * Where something was seen, for people: the places in an export that it was read from, or else where the profile says so.
 *
 * @example
 * ```ts
 * import { placesInWords } from "plimsoll/render";
 *
 * placesInWords({ sentence: "It writes to Orders.", pointers: ["/integrations/0"], places: [{ file: "orders.json", pointer: "/nodes/2" }] });
 * // → ["orders.json, /nodes/2"]
 * placesInWords({ sentence: "140 people use it.", pointers: ["/audience/users"] }); // → ["/audience/users"]
 * ```
 */
export function placesInWords({ pointers, places = [] }: Observation): readonly string[] {
  if (places.length === 0) return pointers;
  const byFile = new Map<string, Set<string>>();
  for (const { file, sheet, pointer = "", line, row, column = "" } of places) {
    const name = sheet === undefined ? file : `${file}, ${sheet}`;
    const inside = byFile.get(name) ?? new Set();
    const cell = row === undefined ? pointer : `${column === "" ? "row " : column}${row}`;
    byFile.set(name, inside.add(line === undefined ? cell : `line ${line}`));
  }
  return [...byFile].map(([file, inside]) => {
    const all = [...inside].filter((each) => each !== "");
    const more = all.length - mostPlaces;
    return [file, ...all.slice(0, mostPlaces), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  });
}
