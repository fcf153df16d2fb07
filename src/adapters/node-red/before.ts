import { type Spot, textOf, under } from "../spot.js";
import type { FlowNode } from "./node.js";

/** What the code before a node says: nodes are wired, and what one sends another is set on the way. */
export interface Before {
  /** The texts of functions and templates from which a node can be reached. */
  readonly textsBefore: (node: FlowNode) => readonly Spot[];
}

const longestWay = 50;

/** Looks up the wires, as far as the next node of the same type: what stands before that one is meant for it. */
export function beforeIn(nodes: readonly FlowNode[]): Before {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sources = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    for (const id of new Set(node.after)) {
      const list = sources.get(id);
      if (list === undefined) sources.set(id, [node]);
      else if (list.length < longestWay) list.push(node);
    }
  }
  return {
    textsBefore: (node) => {
      const seen = new Set([node.id]);
      const open = [node.id];
      const found: Spot[] = [];
      for (let id = open.pop(); id !== undefined && seen.size < longestWay; id = open.pop()) {
        for (const source of sources.get(id) ?? []) {
          if (seen.has(source.id) || source.type === node.type || byId.get(source.id) === undefined) continue;
          seen.add(source.id);
          open.push(source.id);
          for (const key of ["func", "template"]) {
            const text = under(source.spot, key);
            if (textOf(text) !== undefined) found.push(text);
          }
        }
      }
      return found;
    },
  };
}

const longestLooked = 20_000;

const statement =
  /\b(?:SELECT\s|INSERT\s+INTO|UPDATE\s+[\w.`"$]+\s+SET|DELETE\s+FROM|DROP\s+TABLE|CREATE\s+TABLE|TRUNCATE\s|ALTER\s+TABLE|REPLACE\s+INTO)/gi;

/** The beginnings of SQL in a text of code. */
export const sqlIn = (text: string): readonly string[] => text.slice(0, longestLooked).match(statement) ?? [];

/** The requests that a text of code prepares: the address that it sets, and the method. */
export function requestIn(text: string): { readonly address: string; readonly method: string | undefined } | undefined {
  const looked = text.slice(0, longestLooked);
  const address = /\burl["']?\s*[:=]\s*["'`](https?:\/\/[^"'`\s]{1,500})/i.exec(looked)?.[1];
  if (address === undefined) return undefined;
  return { address, method: /\bmethod["']?\s*[:=]\s*["'`]([a-z]{3,7})["'`]/i.exec(looked)?.[1] };
}
