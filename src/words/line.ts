import type { Domain, FactValue, Line } from "../facts/index.js";
import { valueInWords } from "./value.js";

/** How each operator reads, when what it asks is so and when it is not. */
type Phrases = Readonly<Record<string, (...operands: readonly string[]) => readonly [so: string, notSo: string]>>;

/** Phrases of an ordered domain; things that are counted are fewer, others are less. */
const ordered = (less: string): Phrases => ({
  atLeast: (limit) => [`${limit} or more`, `${less} than ${limit}`],
  atMost: (limit) => [`${limit} at most`, `more than ${limit}`],
  above: (limit) => [`more than ${limit}`, `${limit} at most`],
  below: (limit) => [`${less} than ${limit}`, `${limit} or more`],
  between: (from, to) => [`${from} to ${to}`, `${less} than ${from}, or more than ${to}`],
});

const others: Phrases = {
  is: (value) => [`${value}`, `not ${value}`],
  includesAny: (members) => [`any of ${members}`, `none of ${members}`],
  includesAll: (members) => [`all of ${members}`, `not all of ${members}`],
};

const isCounted = (domain: Domain | undefined) => domain?.kind === "number" && domain.whole;

/** Of what is counted, fewer than one is none, and more than none is one or more. */
function countToOne(line: Line, isSo: boolean): string | undefined {
  const key = JSON.stringify(line);
  const isFewer = key === '{"below":1}' || key === '{"atMost":0}';
  const isMore = key === '{"atLeast":1}' || key === '{"above":0}';
  if (!isFewer && !isMore) return undefined;
  return isFewer === isSo ? "none" : "one or more";
}

/** What a line asks of a fact, for a person: "100 people or more", "any of health, payment". */
export function lineInWords(line: Line, domain: Domain | undefined, isSo = true): string {
  const [operator = "", operand] = Object.entries(line)[0] ?? [];
  // Of what can only be or not be, the opposite has a name.
  if (operator === "isEmpty") return operand === isSo ? "none" : "any";
  if (typeof operand === "boolean") return operand === isSo ? "yes" : "no";
  const toOne = isCounted(domain) ? countToOne(line, isSo) : undefined;
  if (toOne !== undefined) return toOne;
  const phrases = { ...ordered(isCounted(domain) ? "fewer" : "less"), ...others };
  const operands: readonly FactValue[] = operator === "between" ? [operand].flat() : [operand];
  const [so, notSo] = phrases[operator]?.(...operands.map((value) => valueInWords(value, domain))) ?? ["", ""];
  return isSo ? so : notSo;
}
