import { unknownTo } from "../conditions/index.js";
import {
  type ByOperator,
  byOperator,
  type Line,
  membersNamed,
  type OperatorOn,
  type SetDomain,
} from "../facts/index.js";
import { startsAlong } from "./intervals.js";

/** Members of which one is as good as another, as the first line that names one spells it. */
export type Kind = readonly string[];

type KeyOf = (member: string) => string;

const unfit = (operator: string): never => unknownTo("operator", operator);

/** Whether one of the members that a line names is not as good as another. */
const tellsApart: ByOperator<OperatorOn<"set">, string, boolean> = {
  includesAny: () => false,
  includesAll: () => true,
  isEmpty: () => false,
  size: () => false,
};

/** Where the sizes begin that a line tells apart. */
const sizesFrom: ByOperator<OperatorOn<"set">, string, readonly number[]> = {
  includesAny: () => [],
  includesAll: () => [],
  isEmpty: () => [],
  size: (line) => startsAlong([line], true),
};

/** From this size on, lines ask nothing more of a size; 1, where they ask nothing of it but whether there is a member. */
export const largestSize = (lines: readonly Line[]): number =>
  Math.max(1, ...lines.flatMap((line) => byOperator<readonly number[]>(line, sizesFrom, unfit)));

/** Members that no line names. */
function invented(count: number, isTaken: (member: string) => boolean): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    let name = index === 0 ? "another" : `another ${index + 1}`;
    while (isTaken(name)) name = `yet ${name}`;
    return name;
  });
}

/**
 * The kinds of members that lines tell apart: members stand together that are always asked for together, and of which one
 * is as good as another; the last kind is of those that no line names.
 *
 * @param most So many members of a kind are told apart by how many they are.
 */
export function kindsOf(
  { members, open }: SetDomain,
  lines: readonly Line[],
  keyOf: KeyOf,
  most: number,
): readonly Kind[] {
  const asked = lines.map((line) => new Set(membersNamed(line).map(keyOf)));
  const isApart = lines.map((line) => byOperator<boolean>(line, tellsApart, unfit));
  const isAlone = (key: string) => asked.some((keys, index) => isApart[index] && keys.size > 1 && keys.has(key));
  // As they are listed, or else as the first line spells them: so they are spelt in what is shown.
  const spelt = new Map(
    [...lines.flatMap(membersNamed).reverse(), ...members].map((member) => [keyOf(member), member]),
  );
  const named = new Set(asked.flatMap((keys) => [...keys]));
  const kinds = new Map<string, readonly string[]>();
  for (const key of named) {
    // No member is called like the kind of others.
    const kind = isAlone(key) ? `=${key}` : `:${asked.map((keys) => Number(keys.has(key))).join("")}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), spelt.get(key) ?? key]);
  }
  const unnamed = members.filter((member) => !named.has(keyOf(member)));
  const taken = new Set([...named, ...unnamed.map(keyOf)]);
  const more = open ? invented(Math.max(most - unnamed.length, 0), (member) => taken.has(keyOf(member))) : [];
  const others = [...unnamed, ...more];
  return [...kinds.values(), ...(others.length > 0 ? [others] : [])];
}
