/**
 * An order for facts in which those that are asked together stand together: diagrams stay small that way.
 *
 * @param together Facts that are asked together, by rule.
 */
export function ordered(together: readonly (readonly string[])[]): readonly string[] {
  const weights = new Map<string, Map<string, number>>();
  for (const facts of together) {
    const members = new Set(facts);
    for (const one of members) {
      const others = weights.get(one) ?? new Map<string, number>();
      weights.set(one, others);
      for (const other of members) others.set(other, (others.get(other) ?? 0) + 1 / members.size);
    }
  }
  const pull = new Map([...weights].map(([fact, others]) => [fact, (others.get(fact) ?? 0) / 1e6]));
  const order: string[] = [];
  while (pull.size > 0) {
    const [next] = [...pull].reduce((best, each) => (each[1] > best[1] ? each : best));
    order.push(next);
    pull.delete(next);
    for (const [other, weight] of weights.get(next) ?? []) {
      const before = pull.get(other);
      if (before !== undefined) pull.set(other, before + weight);
    }
  }
  return order;
}
