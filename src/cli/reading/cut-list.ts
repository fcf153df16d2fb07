import { type Cut, createCollector, newline } from "./cut.js";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening = new Set([0x5b, 0x7b]);
const endOfList = 0x5d;
const closing = new Set([endOfList, 0x7d]);
const blank = new Set([0x20, 0x09, 0x0d, newline]);

/** How the cutting of a list stands. */
export interface ListCutter {
  /** The entries that end in a piece. */
  readonly add: (piece: Uint8Array) => readonly Cut[];
  /** Where the list ended: what follows it in the last piece, and its place; nothing while it goes on. */
  readonly ended: () => { readonly rest: Uint8Array; readonly line: number; readonly column: number } | undefined;
  /** What is left when the file ends before the list, and where that is. */
  readonly brokenOff: () => { readonly entry: Cut | undefined; readonly line: number; readonly column: number };
}

/**
 * Cuts a JSON list into the texts of its entries, without reading them: at each comma that stands in no brackets and in no
 * quotes. A broken entry takes nothing else with it, as long as its brackets are whole: a text ends with its line at the latest.
 */
export function createListCutter(place: { readonly line: number; readonly column: number }): ListCutter {
  const collector = createCollector();
  let { line, column } = place;
  let begin: { readonly line: number; readonly column: number } | undefined;
  let rest: Uint8Array | undefined;
  let hasBegun = false;
  let depth = 0;
  let isText = false;
  let isEscaped = false;

  /** Goes past one byte; columns are counted in characters, of which the later bytes of one are no more. */
  const goPast = (byte: number): void => {
    if (byte === newline) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) column++;
  };

  const goOnInText = (byte: number): void => {
    if (byte === newline || (byte === quote && !isEscaped)) isText = false;
    isEscaped = byte === backslash && !isEscaped;
  };

  /** Whether an entry, or the list, ends before this byte. */
  const isEnd = (byte: number): boolean => {
    if (isText) {
      goOnInText(byte);
      return false;
    }
    if (depth === 0 && (byte === comma || byte === endOfList)) return true;
    if (byte === quote) isText = true;
    else if (opening.has(byte)) depth++;
    else if (closing.has(byte) && depth > 0) depth--;
    return false;
  };

  const take = (): Cut => {
    const cut = collector.take(begin?.line ?? line, begin?.column ?? column);
    begin = undefined;
    return cut;
  };

  const add = (piece: Uint8Array): readonly Cut[] => {
    const cuts: Cut[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (isEnd(byte)) {
        collector.add(piece.subarray(from, at));
        const isLast = byte === endOfList;
        // Of an empty list the end is no entry; of any other, a comma before it promised one.
        if (!isLast || hasBegun || begin !== undefined) cuts.push(take());
        hasBegun = true;
        from = at + 1;
        goPast(byte);
        if (!isLast) continue;
        rest = piece.subarray(from);
        return cuts;
      }
      if (begin === undefined) {
        if (blank.has(byte)) from = at + 1;
        else begin = { line, column };
      }
      goPast(byte);
    }
    collector.add(piece.subarray(from));
    return cuts;
  };

  return {
    add,
    ended: () => (rest === undefined ? undefined : { rest, line, column }),
    brokenOff: () => ({ entry: begin === undefined ? undefined : take(), line, column }),
  };
}
