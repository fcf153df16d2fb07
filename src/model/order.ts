/** Facts that are asked together. */
type Together = readonly string[];

/** An order in which each fact is followed by the one that is asked most with those before it. */
function gathered(together: readonly Together[]): readonly string[] {
  const weights = new Map<string, Map<string, number>>();
  for (const members of together) {
    for (const one of members) {
      const others = weights.get(one) ?? new Map<string, number>();
      weights.set(one, others);
      for (const other of members) others.set(other, (others.get(other) ?? 0) + 1 / members.length);
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

const placesOf = (order: readonly string[]): ReadonlyMap<string, number> =>
  new Map(order.map((fact, place) => [fact, place]));

/** Where facts stand in an order. */
const placed = (members: Together, places: ReadonlyMap<string, number>): readonly number[] =>
  members.map((fact) => places.get(fact) ?? 0);

/** How far apart facts stand that are asked together, all in all. */
function spread(order: readonly string[], together: readonly Together[]): number {
  const places = placesOf(order);
  return together.reduce((sum, members) => {
    const own = placed(members, places);
    return sum + Math.max(...own) - Math.min(...own);
  }, 0);
}

/** Moves each fact to the middle of those that it is asked with; few that are asked together pull more than many. */
function drawnTogether(order: readonly string[], together: readonly Together[]): readonly string[] {
  const places = placesOf(order);
  const pulls = new Map<string, { readonly sum: number; readonly weight: number }>();
  for (const members of together) {
    const middle = placed(members, places).reduce((sum, place) => sum + place, 0) / members.length;
    for (const fact of members) {
      const { sum, weight } = pulls.get(fact) ?? { sum: 0, weight: 0 };
      pulls.set(fact, { sum: sum + middle / members.length, weight: weight + 1 / members.length });
    }
  }
  const target = (fact: string) => {
    const { sum, weight } = pulls.get(fact) ?? { sum: 0, weight: 1 };
    return sum / weight;
  };
  return [...order].sort((one, other) => target(one) - target(other));
}

/** So often facts are drawn together: mostly nothing moves any more long before. */
const mostRounds = 200;

/**
 * An order for facts in which those that are asked together stand together: diagrams stay small that way.
 *
 * @param together Facts that are asked together, by rule.
 */
export function ordered(together: readonly Together[]): readonly string[] {
  const distinct = together.map((facts) => [...new Set(facts)]).filter(({ length }) => length > 0);
  let order = gathered(distinct);
  let best = { order, cost: spread(order, distinct) };
  for (let round = 0; round < mostRounds; round++) {
    const next = drawnTogether(order, distinct);
    if (next.every((fact, place) => fact === order[place])) break;
    order = next;
    const cost = spread(order, distinct);
    if (cost < best.cost) best = { order, cost };
  }
  return best.order;
}
