import { at, type Diagram, type Diagrams } from "../diagrams/index.js";
import { type Bonds, type Box, solve, tightened } from "./solve.js";
import type { Space } from "./space.js";

/** Which cells of a variable an app may be in. */
export type Allowed = (variable: number, cell: number) => boolean;

/** Bonds in groups: those that have a number in common, directly or by others. */
function groupsOf({ atMost, sums }: Bonds): readonly Bonds[] {
  const bonds: readonly { readonly places: readonly number[]; readonly bond: Bonds }[] = [
    ...atMost.map((pair) => ({ places: pair, bond: { atMost: [pair], sums: [] } })),
    ...sums.map((sum) => ({ places: [...sum.left, ...sum.right], bond: { atMost: [], sums: [sum] } })),
  ];
  const merge = (groups: readonly (typeof bonds)[number][], each: (typeof bonds)[number]) => {
    const touching = groups.filter(({ places }) => places.some((place) => each.places.includes(place)));
    const merged = [...touching, each];
    const places = [...new Set(merged.flatMap((group) => group.places))];
    const bond = {
      atMost: merged.flatMap((group) => group.bond.atMost),
      sums: merged.flatMap((group) => group.bond.sums),
    };
    return [...groups.filter((group) => !touching.includes(group)), { places, bond }];
  };
  return bonds.reduce<readonly (typeof bonds)[number][]>(merge, []).map(({ bond }) => bond);
}

/** The widest box of a variable's intervals; where there are none, nothing is bound. */
const anything = { from: 0, to: 0, isWhole: true };

/** Where numbers that are bound to one another can be: 1 where some numbers in the cells keep the bonds, else 0. */
function bondedGroup(bonds: Bonds, space: Space, diagrams: Diagrams, allowed: Allowed): Diagram {
  const bound = new Set([...bonds.atMost.flat(), ...bonds.sums.flatMap(({ left, right }) => [...left, ...right])]);
  const places = [...bound].sort((one, other) => one - other);
  const seen = new Map<string, Diagram>();
  const [never, ever] = [diagrams.constant(0), diagrams.constant(1)];
  const isPossible = (box: Box) => bonds.sums.length === 0 || solve(box, bonds, []) !== undefined;
  const visit = (turn: number, box: Box): Diagram => {
    const place = places[turn];
    if (place === undefined) return isPossible(box) ? ever : never;
    // What is left depends on the ends of the box alone.
    const key = `${turn}:${places.map((each) => `${at(box, each).from}-${at(box, each).to}`).join()}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const { intervals } = at(space.variables, place).partition;
    const own = at(box, place);
    const branches = intervals.map((interval, cell) => {
      if (!allowed(place, cell)) return never;
      const from = Math.max(interval.from, own.from);
      const to = Math.min(interval.to, own.to);
      if (from > to) return never;
      const left = tightened(
        box.map((each, index) => (index === place ? { ...interval, from, to } : each)),
        bonds,
      );
      return left === undefined ? never : visit(turn + 1, left);
    });
    const made = diagrams.choice(place, branches);
    seen.set(key, made);
    return made;
  };
  const widest = space.variables.map(({ partition: { intervals } }) => {
    const [first = anything] = intervals;
    const { to } = intervals.at(-1) ?? anything;
    return { ...first, to };
  });
  return visit(0, widest);
}

/** For each group of numbers that are bound to one another, where they can be. */
export function bonded(space: Space, diagrams: Diagrams, allowed: Allowed): readonly Diagram[] {
  return groupsOf(space.bonds).map((bonds) => bondedGroup(bonds, space, diagrams, allowed));
}
