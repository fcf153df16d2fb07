import { type Catalogue, type FactValue, type FactValues, type Line, synthesizeProfile } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { type Crossing, criticalValues } from "./critical-values.js";

/** An app, and the facts in which it differs from one that is harmless. */
export interface Side {
  readonly values: FactValues;
  readonly app: AppProfile;
}

/** What else may have to be so for a line to decide: other facts, each with the values to try. */
type Companions = readonly (readonly [fact: string, values: readonly FactValue[]])[];

/** The choices of a value for none, one or two of the facts. */
function* smallChoices(companions: Companions): Generator<FactValues> {
  const single = companions.flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  yield {};
  yield* single;
  for (const one of single) {
    for (const other of single) if (Object.keys(one)[0] !== Object.keys(other)[0]) yield { ...one, ...other };
  }
}

/** Of some values, the one that means the most risk. */
function riskiest(name: string, values: readonly FactValue[], facts: Catalogue): FactValues {
  const value = facts[name]?.risk === "falling" ? values[0] : values.at(-1);
  return value === undefined ? {} : { [name]: value };
}

/**
 * As few risks as a rule needs to hold, in several ways: beginning with all of them, each is taken away that it can do
 * without, another one first each time.
 */
function* leastRisks(
  companions: Companions,
  facts: Catalogue,
  holds: (values: FactValues) => boolean,
): Generator<FactValues> {
  const names = companions.map(([name]) => name);
  const all = Object.assign({}, ...companions.map(([name, values]) => riskiest(name, values, facts)));
  for (const first of names.keys()) {
    yield [...names.slice(first), ...names.slice(0, first)].reduce<FactValues>((kept, name) => {
      const { [name]: _, ...without } = kept;
      return holds(without) ? without : kept;
    }, all);
  }
}

/** Where a rule draws its lines, and what it takes to see whether it holds. */
export interface Drawn {
  readonly lines: ReadonlyMap<string, readonly Line[]>;
  readonly facts: Catalogue;
  readonly holds: (app: AppProfile) => boolean;
  /** The day as of which apps are made, where dates matter. */
  readonly asOf: Day | undefined;
  /** Whether it holds of apps with some values; nothing, where no app has them. */
  readonly holdsOf: (values: FactValues) => boolean | undefined;
}

/** Prepares to look for what decides a rule: the values of one line are tried with those of another, whichever is asked about. */
export function drawnBy(rule: Omit<Drawn, "holdsOf">): Drawn {
  const { lines, facts, holds, asOf } = rule;
  // Whether a rule holds is seen of an app that tells no more than it asks; a whole one is made of the few that are shown.
  const asked = Object.fromEntries(Object.entries(facts).filter(([name]) => lines.has(name)));
  const names = [...lines.keys()];
  const known = new Map<string, boolean | undefined>();
  const holdsOf = (values: FactValues) => {
    const key = JSON.stringify(names.map((name) => values[name]));
    if (known.has(key)) return known.get(key);
    const app = synthesizeProfile(values, asked, { asOf });
    const answer = app && holds(app);
    known.set(key, answer);
    return answer;
  };
  return { ...rule, holdsOf };
}

/** Two apps that differ in one fact alone, of which a rule holds of one; nothing, where none were found. */
export function decisiveSides(fact: string, [below, above]: Crossing, drawn: Drawn): readonly Side[] {
  const { lines, facts, holds, asOf, holdsOf } = drawn;
  const companions = [...lines].flatMap(([name, ownLines]) => {
    const domain = facts[name]?.domain;
    return name === fact || domain === undefined ? [] : [[name, criticalValues(domain, ownLines)] as const];
  });
  const holdsAt = (value: FactValue) => (others: FactValues) => holdsOf({ [fact]: value, ...others }) === true;
  const sideOf = (value: FactValue, others: FactValues): Side | undefined => {
    const values = { [fact]: value, ...others };
    const app = synthesizeProfile(values, facts, { asOf });
    return app && { values, app };
  };
  function* choices() {
    yield* smallChoices(companions);
    yield* leastRisks(companions, facts, holdsAt(above));
    yield* leastRisks(companions, facts, holdsAt(below));
  }
  for (const others of choices()) {
    const [isBelow, isAbove] = [holdsOf({ [fact]: below, ...others }), holdsOf({ [fact]: above, ...others })];
    if (isBelow === undefined || isAbove === undefined || isBelow === isAbove) continue;
    const [one, other] = [sideOf(below, others), sideOf(above, others)];
    if (one && other && holds(one.app) !== holds(other.app)) return [one, other];
  }
  return [];
}
