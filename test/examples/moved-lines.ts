import { type Catalogue, type Fact, factsOf, type Policy, toPointer } from "plimsoll";

/** A policy of which one line was moved. */
export interface Moved {
  /** Which line, and what it became. */
  readonly name: string;
  readonly policy: Policy;
}

type Path = readonly (string | number)[];

/** One thing in a policy, and what may stand there instead; `undefined` when it may also be left out. */
interface Move {
  readonly path: Path;
  readonly instead: readonly unknown[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const oneStepFrom = (value: number): readonly number[] => [value - 1, value + 1];

const without = <Item>(list: readonly Item[]): readonly (readonly Item[])[] =>
  list.length > 1 ? list.map((_, left) => list.filter((_, index) => index !== left)) : [];

/** What may follow the operator of a line on a fact, one step away from what does. */
function nearOperands(fact: Fact | undefined, operand: unknown): readonly unknown[] {
  if (typeof operand === "number") return oneStepFrom(operand);
  if (typeof operand === "boolean") return [!operand];
  if (fact?.domain.kind === "ordinal") {
    const levels: readonly unknown[] = fact.domain.levels;
    return oneStepFrom(levels.indexOf(operand)).flatMap((rank) => levels[rank] ?? []);
  }
  if (fact?.domain.kind === "set" && Array.isArray(operand)) {
    const others = fact.domain.members.filter((member) => !operand.includes(member));
    return [...without(operand), ...others.map((member) => [...operand, member])];
  }
  return [];
}

/** Everything in a policy that draws a line, wherever it stands. */
function movesIn(value: unknown, path: Path, facts: Catalogue): readonly Move[] {
  if (!isRecord(value)) return [];
  if (typeof value.fact === "string") {
    const { fact, ...line } = value;
    return Object.entries(line).map(([operator, operand]) => ({
      path: [...path, operator],
      instead: nearOperands(facts[String(fact)], operand),
    }));
  }
  return Object.entries(value).flatMap(([key, inner]): readonly Move[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const deeper = movesIn(inner, here, facts);
    if (typeof inner === "number" && ["atLeast", "points"].includes(key)) {
      return [{ path: here, instead: oneStepFrom(inner) }];
    }
    if (Array.isArray(inner) && ["all", "any", "count"].includes(key)) {
      return [{ path: here, instead: without(inner) }, ...deeper];
    }
    return key === "unless" ? [{ path: here, instead: [undefined] }, ...deeper] : deeper;
  });
}

function withValueAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined || !isRecord(value)) return replacement;
  const inner = withValueAt(value[key], rest, replacement);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item));
  const { [key]: _, ...others } = value;
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** The policy with each of its lines moved one step either way, each part of a condition left out, each exemption gone. */
export function withLinesMoved(policy: Policy): readonly Moved[] {
  return movesIn(policy, [], factsOf(policy)).flatMap(({ path, instead }) =>
    instead.map((replacement) => ({
      name: `${toPointer(path)} → ${JSON.stringify(replacement) ?? "nothing"}`,
      // A policy in which one line has another operand of its kind, or one condition a part less.
      policy: withValueAt(policy, path, replacement) as Policy,
    })),
  );
}
