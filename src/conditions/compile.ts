import { type Catalogue, type Derived, type Fact, type Line, unknown } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Condition, FactCondition, Points } from "./condition.js";
import { type LineTruth, lineTruth } from "./line-truth.js";
import { certainly, FALSE, not, TRUE, type Truth, UNDECIDED } from "./truth.js";
import { unsound } from "./unsound.js";

/** What a condition is asked about. */
export interface State {
  /** The app, or what is left of it without the parts that components handle. */
  readonly profile: AppProfile;
  /** Where a pointer into `profile` stands in the profile of the whole app, when that is another. */
  readonly place: ((pointer: Pointer) => Pointer) | undefined;
  /** The facts that the policy asks for, by slot. */
  readonly derived: readonly Derived[];
  /** Whether each sign stands, by index. */
  readonly standing: readonly Truth[];
  /** In which state each sign was judged, by index, when it was another than this one. */
  readonly judgedIn: readonly (State | undefined)[];
}

/** One line on one fact, prepared: the smallest thing that a condition can rest on. */
export interface Atom {
  readonly name: string;
  readonly fact: Fact;
  readonly slot: number;
  readonly line: Line;
  readonly truth: LineTruth;
}

/** An atom that was asked: in which state, what it was asked of, and the answer. */
export interface AskedAtom {
  readonly atom: Atom;
  readonly state: State;
  readonly derived: Derived;
  readonly truth: Truth;
}

/** A condition, prepared once and asked often. */
export interface Compiled {
  readonly evaluate: (state: State) => Truth;
  /** Adds the atoms that make the condition what it is, each once. */
  readonly collect: (state: State, asked: AskedAtom[]) => void;
}

/** Points, with their condition prepared. */
type Part = { readonly points: number; readonly when: Compiled };

/** What a condition may refer to. */
export interface Scope {
  readonly facts: Catalogue;
  readonly slotOf: (fact: string) => number;
  readonly sign: (id: string) => Compiled;
  readonly rubric: (id: string) => readonly Part[];
}

function atomOf({ fact: name, ...line }: FactCondition, { facts, slotOf }: Scope): Compiled {
  const fact = facts[name] ?? unsound();
  const slot = slotOf(name);
  const truth = lineTruth(fact.domain, line);
  // Shown with every finding that rests on it; frozen, so that whoever gets it cannot change it for others.
  const atom: Atom = { name, fact, slot, line: Object.freeze(line), truth };
  return {
    evaluate: ({ derived }) => truth(derived[slot] ?? unknown),
    collect: (state, asked) => {
      for (const earlier of asked) if (earlier.atom === atom) return;
      const derived = state.derived[slot] ?? unknown;
      asked.push({ atom, state, derived, truth: truth(derived) });
    },
  };
}

/** The opposite of a prepared condition, resting on the same atoms. */
export function negate(inner: Compiled): Compiled {
  return { evaluate: (state) => not(inner.evaluate(state)), collect: inner.collect };
}

/**
 * Points and a threshold: `all`, `any`, `count` and `score` are this one thing. What is certain lies between the points
 * that are certain and those still possible.
 */
function threshold(parts: readonly Part[], atLeast: number): Compiled {
  const evaluate = (state: State): Truth => {
    let least = 0;
    let most = 0;
    for (const { points, when } of parts) {
      const truth = when.evaluate(state);
      if (truth === FALSE) continue;
      if (truth === TRUE || points < 0) least += points;
      if (truth === TRUE || points > 0) most += points;
    }
    return certainly(least >= atLeast, most < atLeast);
  };
  const collect = (state: State, asked: AskedAtom[]) => {
    const outcome = evaluate(state);
    for (const { points, when } of parts) {
      const truth = when.evaluate(state);
      const push = points < 0 ? not(truth) : truth;
      if (outcome === UNDECIDED ? push !== FALSE : push === outcome) when.collect(state, asked);
    }
  };
  return { evaluate, collect };
}

/** Prepares the items of a rubric or of a score. */
export function compilePoints(items: readonly Points[], scope: Scope): readonly Part[] {
  return items.map(({ points, when }) => ({ points, when: compileCondition(when, scope) }));
}

/**
 * Prepares a condition.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when it names what is not there.
 */
export function compileCondition(condition: Condition, scope: Scope): Compiled {
  const parts = (list: readonly Condition[]) =>
    compilePoints(
      list.map((when) => ({ points: 1, when })),
      scope,
    );
  if ("fact" in condition) return atomOf(condition, scope);
  if ("all" in condition) return threshold(parts(condition.all), condition.all.length);
  if ("any" in condition) return threshold(parts(condition.any), 1);
  if ("not" in condition) return negate(compileCondition(condition.not, scope));
  if ("count" in condition) return threshold(parts(condition.count), condition.atLeast);
  if ("sign" in condition) return scope.sign(condition.sign);
  const { score, atLeast } = condition;
  return threshold(typeof score === "string" ? scope.rubric(score) : compilePoints(score, scope), atLeast);
}
