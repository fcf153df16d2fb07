import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Adapted, Place, Provenance } from "plimsoll/adapters";

/** The keys of a JSON Pointer; an index of a list is a number. */
const keysIn = (pointer: string, root: Node) => {
  const keys: (string | number)[] = [];
  for (const written of pointer.split("/").slice(1)) {
    const key = written.replaceAll("~1", "/").replaceAll("~0", "~");
    const inside = findNodeAtLocation(root, keys);
    keys.push(inside?.type === "array" ? Number(key) : key);
  }
  return keys;
};

/** Finds the line of each pointer into a text of JSON; nothing, where all of it stands on one line. */
function lineFinder(text: string): ((pointer: string) => number | undefined) | undefined {
  if (!text.trim().includes("\n")) return undefined;
  const root = parseTree(text);
  if (root === undefined) return undefined;
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at);
  const lineOf = (offset: number): number => {
    let from = 0;
    for (let to = ends.length; from < to; ) {
      const middle = (from + to) >> 1;
      if ((ends[middle] ?? 0) < offset) from = middle + 1;
      else to = middle;
    }
    return from + 1;
  };
  const known = new Map<string, number | undefined>();
  return (pointer) => {
    if (!known.has(pointer)) {
      const node = findNodeAtLocation(root, keysIn(pointer, root));
      known.set(pointer, node && lineOf(node.offset));
    }
    return known.get(pointer);
  };
}

/** Adds to the evidence of apps on which lines of their files it stands, so that a person finds it there. */
export function withLines(apps: readonly Adapted[], texts: Readonly<Record<string, string>>): readonly Adapted[] {
  const finders = new Map<string, ReturnType<typeof lineFinder>>();
  const finderOf = (file: string) => {
    if (!finders.has(file)) {
      const isJson = Object.hasOwn(texts, file) && /\.json$/i.test(file);
      finders.set(file, isJson ? lineFinder(texts[file] ?? "") : undefined);
    }
    return finders.get(file);
  };
  const located = (at: Place): Place => {
    const line = at.pointer === undefined ? undefined : finderOf(at.file)?.(at.pointer);
    return line === undefined ? at : { ...at, line };
  };
  const all = <Item extends { readonly at: Place }>(items: readonly Item[]): readonly Item[] =>
    items.map((item) => ({ ...item, at: located(item.at) }));
  return apps.map((app) => ({
    ...app,
    evidence: all<Provenance>(app.evidence),
    hints: all(app.hints),
    unresolved: all(app.unresolved),
  }));
}
