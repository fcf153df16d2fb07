import { type Derived, exact, type FactValue, knownOf } from "../facts/index.js";
import { IMPOSSIBLE, type Variable } from "../model/index.js";
import { changeInWords } from "../words/index.js";
import type { Witness } from "./answers.js";

/**
 * One thing to change about an app.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Change, pathsTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ users: 140 }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "citizen", standardPolicy);
 * const changes: readonly Change[] = told.verdict === "found" ? (told.paths[0]?.changes ?? []) : [];
 *
 * changes.map(({ words }) => words); // → ["Let 99 people use it at most, instead of 140."]
 * ```
 */
export interface Change {
  readonly fact: string;
  readonly question: string;
  /** What is so now; `null` while that is unknown. */
  readonly from: FactValue | null;
  /** The nearest value that will do. */
  readonly to: FactValue;
  /** What there is to do about the app, as a sentence: the app changes, and then its answer does. */
  readonly words: string;
}

/** Where a way leads, and where it would lead if the fact that changes were in another cell. */
interface Way {
  readonly isDown: boolean;
  readonly isGood: (rank: number) => boolean;
  readonly endAt: (cell: number) => number;
}

/** Whether a fact becomes less on the way: where it was not known, towards less risk on the way down. */
function becomesLess({ fact }: Variable, reading: Derived, to: FactValue, { isDown }: Way): boolean {
  const now = knownOf(fact.domain, reading);
  const { low: rank } = knownOf(fact.domain, exact(to));
  if (rank < now.low || (reading.kind === "at-most" && rank < now.high)) return true;
  if (rank > now.high || (reading.kind === "at-least" && rank > now.low)) return false;
  return (fact.risk !== "falling") === isDown;
}

/** Whether whatever lies beyond a number would do as well, as far as there can be such an app. */
function isBound({ fact: { domain }, partition }: Variable, to: FactValue, isLess: boolean, way: Way): boolean {
  if (domain.kind !== "number" || typeof to !== "number") return false;
  const cell = partition.cellOf(to);
  const step = domain.whole ? 1 : Math.abs(to) * Number.EPSILON;
  const hasRoom = partition.cellOf(to + (isLess ? -step : step)) === cell;
  const beyond = [...partition.cells.keys()].filter((other) => (isLess ? other < cell : other > cell));
  const possible = beyond.map(way.endAt).filter((rank) => rank !== IMPOSSIBLE);
  return possible.every(way.isGood) && (hasRoom || possible.length > 0);
}

/** What has to be done about one fact of an app. */
export function changeOf(variable: Variable, reading: Derived, { facts }: Pick<Witness, "facts">, way: Way): Change {
  const { name, fact } = variable;
  const to = facts[name] ?? false;
  const isLess = becomesLess(variable, reading, to, way);
  const words = changeInWords(name, fact, { reading, to, isLess, isBound: isBound(variable, to, isLess, way) });
  return { fact: name, question: fact.question, from: reading.kind === "exact" ? reading.value : null, to, words };
}
