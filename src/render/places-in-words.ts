import type { Observation } from "./app-in-words.js";

const mostPlaces = 3;

/**
 * Where something was seen, for people: the places in an export that it was read from. Where a profile says so is for those
 * who write profiles, and stands in `pointers`.
 *
 * @example
 * ```ts
 * import { placesInWords } from "plimsoll/render";
 *
 * placesInWords({ sentence: "It writes to Orders.", pointers: ["/integrations/0"], places: [{ file: "orders.json", pointer: "/nodes/2" }] });
 * // → ["orders.json, /nodes/2"]
 * placesInWords({ sentence: "140 people use it.", pointers: ["/audience/users"] }); // → []
 * ```
 */
export function placesInWords({ places = [] }: Observation): readonly string[] {
  const byFile = new Map<string, { readonly lines: Set<number>; readonly others: Set<string> }>();
  for (const { file, sheet, pointer = "", line, row, column = "" } of places) {
    const name = sheet === undefined ? file : `${file}, ${sheet}`;
    const inside = byFile.get(name) ?? { lines: new Set(), others: new Set() };
    byFile.set(name, inside);
    const cell = row === undefined ? pointer : `${column === "" ? "row " : column}${row}`;
    if (line !== undefined) inside.lines.add(line);
    else if (cell !== "") inside.others.add(cell);
  }
  return [...byFile].map(([file, { lines, others }]) => {
    const inOrder = [...lines].sort((one, other) => one - other).slice(0, mostPlaces);
    const shown = [
      ...(inOrder.length > 0 ? [`${inOrder.length === 1 ? "line" : "lines"} ${inOrder.join(", ")}`] : []),
      ...[...others].slice(0, mostPlaces - inOrder.length),
    ];
    const more = lines.size + others.size - mostPlaces;
    return [file, ...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  });
}
