import { textAt } from "../spot.js";
import type { FlowNode } from "./node.js";

/** What the code before a node says: nodes are wired, and what one sends another is set on the way. */
export interface Before {
  /** The texts of functions and templates from which a node can be reached, and whether there are so many that some were left out. */
  readonly textsBefore: (node: FlowNode) => { readonly texts: readonly string[]; readonly isCut: boolean };
  /** The beginnings of SQL in a text, which is looked through once, however many nodes come after it. */
  readonly sqlIn: (text: string) => readonly string[];
}

/** So many wires are followed back from one node: a file may wire everything to everything. */
const mostWires = 100;

/** Fields that hold code. */
const coded = ["func", "template"] as const;

const longestLooked = 20_000;

const statement =
  /\b(?:SELECT\s|INSERT\s+INTO|UPDATE\s+[\w.`"$]+\s+SET|DELETE\s+FROM|DROP\s+TABLE|CREATE\s+TABLE|TRUNCATE\s|ALTER\s+TABLE|REPLACE\s+INTO)/gi;

/** Looks up the wires, as far as the next node of the same type: what stands before that one is meant for it. */
export function beforeIn(nodes: readonly FlowNode[]): Before {
  const sources = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    for (const id of new Set(node.after)) {
      const list = sources.get(id);
      if (list === undefined) sources.set(id, [node]);
      else list.push(node);
    }
  }
  const statements = new Map<string, readonly string[]>();
  return {
    sqlIn: (text) => {
      const found = statements.get(text) ?? text.slice(0, longestLooked).match(statement) ?? [];
      statements.set(text, found);
      return found;
    },
    textsBefore: (node) => {
      const seen = new Set([node.id]);
      const open = [node.id];
      const texts: string[] = [];
      let wires = 0;
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        for (const source of sources.get(id) ?? []) {
          wires += 1;
          if (wires > mostWires) return { texts, isCut: true };
          if (seen.has(source.id) || source.type === node.type) continue;
          seen.add(source.id);
          open.push(source.id);
          for (const key of coded) {
            const text = textAt(source.spot, key);
            if (text !== undefined) texts.push(text);
          }
        }
      }
      return { texts, isCut: false };
    },
  };
}

/** The requests that a text of code prepares: the address that it sets, and the method. */
export function requestIn(text: string): { readonly address: string; readonly method: string | undefined } | undefined {
  const looked = text.slice(0, longestLooked);
  const address = /\burl["']?\s*[:=]\s*["'`](https?:\/\/[^"'`\s]{1,500})/i.exec(looked)?.[1];
  if (address === undefined) return undefined;
  return { address, method: /\bmethod["']?\s*[:=]\s*["'`]([a-z]{3,7})["'`]/i.exec(looked)?.[1] };
}
