/** A node to be entered or, once all that it refers to was seen, to be left. */
interface Step<Node> {
  readonly node: Node;
  readonly leave?: true;
}

/**
 * Follows every reference, and lists the keys of all nodes, each after those that it refers to. A reference that comes back to
 * where it has been is handed to `onCircle` with the way there, and followed no further. Without recursion, since a chain of
 * references may be longer than a stack is deep.
 */
export function inOrder<Node>(
  starts: readonly Node[],
  keyOf: (node: Node) => string,
  referencesOf: (key: string) => readonly Node[],
  onCircle: (closing: Node, way: ReadonlySet<string>) => void,
): readonly string[] {
  const done = new Set<string>();
  const way = new Set<string>();
  const toEnter = (nodes: readonly Node[]): Step<Node>[] => nodes.map((node) => ({ node })).reverse();
  // The last step is taken first.
  const steps = toEnter(starts);
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, leave } = step;
    const key = keyOf(node);
    if (leave) {
      way.delete(key);
      done.add(key);
    } else if (way.has(key)) onCircle(node, way);
    else if (!done.has(key)) {
      way.add(key);
      steps.push({ node, leave: true });
      for (const next of toEnter(referencesOf(key))) steps.push(next);
    }
  }
  return [...done];
}
