import { fieldsOf, itemsOf, type Spot } from "../spot.js";

/** How the nodes of a workflow hang together. */
export interface Graph {
  /** What follows a node in the course of the work. */
  readonly after: (name: string) => readonly string[];
  /** What serves a node: its models, tools and memories. */
  readonly serving: (name: string) => readonly string[];
  /** Nodes that serve an agent as tools. */
  readonly isTool: (name: string) => boolean;
  readonly isFed: (name: string) => boolean;
}

/** Reads the connections, which are kept by the names of nodes. */
export function graphOf(connections: Spot): Graph {
  const after = new Map<string, string[]>();
  const serving = new Map<string, string[]>();
  const tools = new Set<string>();
  const fed = new Set<string>();
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const [from, ports] of fieldsOf(connections)) {
    for (const [kind, outputs] of fieldsOf(ports)) {
      for (const link of itemsOf(outputs.value).flatMap(itemsOf)) {
        const to: unknown = Object(link).node;
        if (typeof to !== "string" || to.trim() === "") continue;
        if (kind === "main") {
          add(after, from, to);
          fed.add(to);
        } else {
          add(serving, to, from);
          if (kind === "ai_tool") tools.add(from);
        }
      }
    }
  }
  return {
    after: (name) => after.get(name) ?? [],
    serving: (name) => serving.get(name) ?? [],
    isTool: (name) => tools.has(name),
    isFed: (name) => fed.has(name),
  };
}

/** The names that are reached from some, along the work, with what serves them. What is disabled passes on what it gets. */
export function reachedFrom(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const next of [...graph.after(name), ...graph.serving(name)]) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}
