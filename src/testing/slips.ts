import type { FactCondition } from "../conditions/index.js";
import {
  type ByOperator,
  byOperator,
  type Catalogue,
  type Domain,
  isInDomain,
  memberKeys,
  type Operator,
  valuesOf,
} from "../facts/index.js";

/** What one thing became, for a person. */
export const became = (before: unknown, after: unknown) => `${JSON.stringify(before)} became ${JSON.stringify(after)}`;

/** Numbers or levels one step beside another. */
function besides(domain: Domain, operand: unknown): readonly unknown[] {
  if (typeof operand === "number") {
    const step = domain.kind === "number" && domain.whole ? 1 : 0.1;
    const moved = [operand - step, operand + step].map((value) => Math.round(value * 1000) / 1000);
    return moved.filter((value) => isInDomain(domain, value));
  }
  const values: readonly unknown[] = valuesOf(domain);
  const at = values.indexOf(operand);
  return [values[at - 1], values[at + 1]].filter((value) => value !== undefined);
}

/** Values without each of them in turn: without one of two spellings of a name, a line would ask for the same as before. */
function oneFewer<Value>(values: readonly Value[], domain: Domain): readonly (readonly Value[])[] {
  const keyOfName = domain.kind === "set" ? memberKeys(domain) : String;
  const keyOf = (value: Value) => keyOfName(String(value));
  const keys = [...new Set(values.map(keyOf))];
  return keys.length < 2 ? [] : keys.map((key) => values.filter((value) => keyOf(value) !== key));
}

/** The members that a set is known to have without each of them in turn; of a set that may have others, also all that are known. */
function someOf(domain: Domain): readonly (readonly string[])[] {
  if (domain.kind !== "set") return [];
  const { members, open } = domain;
  return [...oneFewer(members, domain), ...(open && members.length > 0 ? [members] : [])];
}

/** How many members a set may have. */
const sizes: Domain = { kind: "number", min: 0, whole: true, unit: "members" };

/** What a line of each operator is easily taken for; what does not fit is sorted out with every mutant that is no policy. */
function slipsThrough(domain: Domain): ByOperator<Operator, unknown, readonly object[]> {
  const beside = (limit: unknown) => besides(domain, limit);
  const fewer = (values: readonly unknown[]) => oneFewer(values, domain);
  return {
    atLeast: (limit) => [...beside(limit).map((atLeast) => ({ atLeast })), { above: limit }],
    atMost: (limit) => [...beside(limit).map((atMost) => ({ atMost })), { below: limit }],
    above: (limit) => [...beside(limit).map((above) => ({ above })), { atLeast: limit }],
    below: (limit) => [...beside(limit).map((below) => ({ below })), { atMost: limit }],
    between: ([from, to]) => [
      ...beside(from).map((moved) => ({ between: [moved, to] })),
      ...beside(to).map((moved) => ({ between: [from, moved] })),
    ],
    is: (values) => {
      const asked: readonly unknown[] = [values].flat();
      const left = fewer(asked);
      const others = valuesOf(domain).filter((other) => !asked.includes(other));
      return (left.length > 0 ? left : others).map((is) => ({ is }));
    },
    includesAny: (members) => {
      const lines = fewer(members).map((includesAny) => ({ includesAny }));
      return lines.length > 0 ? [...lines, { includesAll: members }] : [];
    },
    includesAll: (members) => {
      const lines = fewer(members).map((includesAll) => ({ includesAll }));
      return lines.length > 0 ? [...lines, { includesAny: members }] : [];
    },
    // Any member is easily taken for some of them.
    isEmpty: (isAsked) => [
      { isEmpty: !isAsked },
      ...(isAsked ? [] : someOf(domain).map((includesAny) => ({ includesAny }))),
    ],
    size: (line) => byOperator<readonly object[]>(line, slipsThrough(sizes), () => []).map((size) => ({ size })),
  };
}

/** A line with another operand, or another operator. */
export function lineVariants({ fact, ...line }: FactCondition, facts: Catalogue): readonly FactCondition[] {
  const domain = facts[fact]?.domain;
  if (domain === undefined) return [];
  const slips = byOperator<readonly object[]>(line, slipsThrough(domain), () => []);
  return slips.map((slip) => ({ fact, ...slip }) as FactCondition);
}
