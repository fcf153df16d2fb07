import type { Pointer } from "plimsoll";
import type { Node, Pair, Scalar } from "yaml";
import { partsOf } from "./pointers.js";

/** So many values the aliases of a document may stand for: more than any document has, and few enough to be read. */
const mostValues = 1_000_000;

/** So deep nothing is nested that can be meant; readers stop before. */
const mostLevels = 200;

export const tooDeep = "This is nested too deep to be meant.";

/** What is no JSON in a document, and how many characters into the text it stands. */
export class NotJson extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

type Yaml = typeof import("yaml");
type Contents = Node | Pair | null | undefined;

/** Where a node begins. */
const beginOf = (node: Contents): number => (node && "range" in node ? (node.range?.[0] ?? 0) : 0);

/** The name of a field as it is written, whatever else it could be read as. */
const nameIn = ({ source, value }: Scalar): string => source ?? String(value);

/** What an anchor stands for, and how many values that are. */
interface Anchored {
  readonly value: unknown;
  readonly count: number;
}

/**
 * The value that a document holds, as JSON would say it. What aliases stand for is there once, and counted as often as it is said.
 *
 * @throws {NotJson} at what JSON has no words for.
 */
export function jsonIn(root: Contents, { isAlias, isMap, isScalar, isSeq }: Yaml): unknown {
  const anchors = new Map<string, Anchored>();
  let count = 0;
  let level = 0;

  const take = (node: Contents): unknown => {
    const before = count;
    count++;
    level++;
    if (level > mostLevels) throw new NotJson(tooDeep, beginOf(node));
    const value = read(node);
    level--;
    if (count > mostValues) throw new NotJson("Its aliases stand for more values than can be read.", beginOf(node));
    if (node && "anchor" in node && node.anchor !== undefined)
      anchors.set(node.anchor, { value, count: count - before });
    return value;
  };

  const fieldsOf = (items: readonly Pair[]): unknown => {
    const fields = new Map<string, unknown>();
    for (const { key, value } of items) {
      // A parsed document has nodes for keys and values, or nothing.
      const [name, held] = [key as Contents, value as Contents];
      if (!isScalar(name) || isAlias(name)) throw new NotJson("A field has a text for a name.", beginOf(name));
      const field = nameIn(name);
      if (fields.has(field)) throw new NotJson(`The field "${field}" is there twice.`, beginOf(name));
      fields.set(field, take(held));
    }
    // Any name becomes a field of its own, whatever it is called.
    return Object.fromEntries(fields);
  };

  const read = (node: Contents): unknown => {
    if (!node) return null;
    if (isAlias(node)) {
      const anchored = anchors.get(node.source);
      if (anchored === undefined)
        throw new NotJson(`"*${node.source}" stands for nothing that comes before it.`, beginOf(node));
      count += anchored.count;
      return anchored.value;
    }
    if (isMap(node)) return fieldsOf(node.items);
    // A parsed list has nodes for its entries.
    if (isSeq(node)) return node.items.map((item) => take(item as Contents));
    return isScalar(node) ? node.value : null;
  };

  return take(root);
}

/** How many characters into the text it stands to which a pointer leads, or what it leads to as far as it goes. */
export function placeIn(root: Contents, pointer: Pointer, { isMap, isScalar, isSeq }: Yaml): number {
  let node = root;
  let place = beginOf(node);
  for (const part of partsOf(pointer)) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && nameIn(key) === part) : undefined;
    // A parsed document has nodes for keys, values and entries.
    const next =
      pair === undefined ? (isSeq(node) ? (node.items[Number(part)] as Contents) : undefined) : (pair.key as Contents);
    if (!next) return place;
    place = beginOf(next);
    node = pair === undefined ? next : (pair.value as Contents);
  }
  return place;
}
