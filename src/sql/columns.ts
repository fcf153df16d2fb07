import { column, columnsOf, type Scalar } from "./expression.js";

/** A column that is worked out on the way, and after how many others. */
interface Made {
  readonly name: string;
  readonly scalar: Scalar;
  readonly level: number;
}

/** What is worked out once, each from what was worked out before it. */
export interface Workings {
  /** Works something out once for a key, in a column of its own. */
  readonly once: (key: string, name: string, make: () => Scalar) => Scalar;
  /** What is worked out, by the levels in which that can be done. */
  readonly levels: () => readonly (readonly Made[])[];
}

export function workings(): Workings {
  const byKey = new Map<string, Scalar>();
  const byName = new Map<string, Made>();
  const levelOf = (name: string) => byName.get(name)?.level ?? 0;
  const keep = (name: string, scalar: Scalar): Scalar => {
    if (scalar.kind === "whole" || scalar.kind === "column") return scalar;
    const level = columnsOf(scalar).reduce((highest, each) => Math.max(highest, levelOf(each)), 0) + 1;
    byName.set(name, { name, scalar, level });
    return column(name);
  };
  return {
    once: (key, name, make) => {
      const found = byKey.get(key) ?? keep(`${name}_${byKey.size + 1}`, make());
      byKey.set(key, found);
      return found;
    },
    levels: () => {
      const made = [...byName.values()];
      const highest = made.reduce((most, { level }) => Math.max(most, level), 0);
      return Array.from({ length: highest }, (_, below) => made.filter(({ level }) => level === below + 1));
    },
  };
}
