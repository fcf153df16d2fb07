import {
  byForm,
  type Derived,
  FALSE,
  type Known,
  type KnownFacts,
  type Line,
  not,
  reaching,
  type Slot,
  TRUE,
  type Truth,
  teller,
  UNDECIDED,
  unknown,
  untold,
} from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Condition, FactCondition, Points } from "./condition.js";
import type { Evidence } from "./evidence.js";
import { lineTruth } from "./line-truth.js";

/** What a condition is asked about. */
export interface State {
  /** The app, or what is left of it without the parts that components handle. */
  readonly profile: AppProfile;
  /** Where a pointer into `profile` stands in the profile of the whole app, when that is another. */
  readonly place: ((pointer: Pointer) => Pointer) | undefined;
  /** The facts that were asked for so far, by slot. */
  readonly known: KnownFacts;
  /** Where those stand of which evidence was asked for. */
  readonly located: (readonly Pointer[] | undefined)[];
  /** What was judged so far, by index; nothing where a rule has nothing to say. */
  readonly judgements: readonly (Standing | undefined)[];
  /** What a judged rule rests on, by index: told once, however many others refer to it. */
  readonly restsOn: (index: number) => readonly Evidence[];
}

/** Whether a rule stands, and in which state that was judged. */
export interface Standing {
  readonly truth: Truth;
  readonly state: State;
  /** The conditions of components that leave it open whether it is covered, each with the state that it is asked of. */
  readonly open: readonly { readonly when: Compiled; readonly state: State }[];
}

/** A condition, prepared once and asked often. */
export interface Compiled {
  readonly evaluate: (state: State) => Truth;
  /** Adds the evidence that makes the condition what it is, each line once, up to what a person reads. */
  readonly collect: (state: State, evidence: Evidence[]) => void;
}

/** Points, with their condition prepared. */
export type Part = { readonly points: number; readonly when: Compiled };

/** What a condition may refer to; the same line, and the same band of a rubric, is prepared once, wherever it is drawn. */
export interface Scope {
  readonly slotOf: (fact: string) => Slot;
  readonly sign: (id: string) => Compiled;
  readonly rubric: (id: string) => readonly Part[];
  readonly shared: Map<string, Compiled>;
}

/** A line as findings share it: a frozen copy, so that whoever gets one cannot move it for others. */
function frozen(line: Line): Line {
  return JSON.parse(JSON.stringify(line), (_, part) => Object.freeze(part));
}

function compileLine({ fact: name, ...rest }: FactCondition, { slotOf }: Scope): Compiled {
  const { fact, reader, index, known } = slotOf(name);
  const { question, domain } = fact;
  const line = frozen(rest);
  const truth = lineTruth(domain, line);
  const tell = teller(domain);
  const evidenceOf = (told: Derived, truth: Truth, pointers: readonly Pointer[]): Evidence => {
    const observed = told.kind === "unknown" ? null : told.value;
    const met = truth === UNDECIDED ? null : truth === TRUE;
    // Spelt out, since a spread costs more than all the rest.
    return told.kind === "between"
      ? { fact: name, question, reading: "between", observed, upTo: told.upTo, line, met, pointers }
      : { fact: name, question, reading: told.kind, observed, line, met, pointers };
  };
  const ofUnknown = Object.freeze(evidenceOf(unknown, truth(untold(domain)), Object.freeze([...fact.answerAt])));
  const pointersIn = ({ profile, place, located }: State, own: Known): readonly Pointer[] => {
    const ready = located[index];
    if (ready !== undefined) return ready;
    const pointers = reader.locate(profile, own);
    const placed = place === undefined ? pointers : pointers.map(place);
    located[index] = placed;
    return placed;
  };
  return {
    evaluate: (state) => truth(known(state.profile, state.known)),
    collect: (state, evidence) => {
      if (isTold(evidence, line)) return;
      const own = known(state.profile, state.known);
      const met = truth(own);
      if (isTooMuch(evidence, name, met === UNDECIDED)) return;
      evidence.push(own.isTold ? evidenceOf(tell(own), met, pointersIn(state, own)) : ofUnknown);
    },
  };
}

/**
 * The most evidence of one rule. More is not read; beyond it, what is open is still told once of each fact, so that it is asked
 * for.
 */
const mostEvidence = 100;

function isTold(evidence: readonly Evidence[], line: Line): boolean {
  for (const earlier of evidence) if (earlier.line === line) return true;
  return false;
}

const isTooMuch = (evidence: readonly Evidence[], name: string, isOpen: boolean): boolean =>
  evidence.length >= mostEvidence && !(isOpen && evidence.every(({ fact, met }) => fact !== name || met !== null));

/** Adds what was told elsewhere, where it is not told yet. */
export function addTold(told: readonly Evidence[], evidence: Evidence[]): void {
  for (const each of told) {
    if (!isTold(evidence, each.line) && !isTooMuch(evidence, each.fact, each.met === null)) evidence.push(each);
  }
}

/** Asked once of each state, however often it is referred to: else what refers twice to what refers twice doubles each time. */
export function onceOfEach({ evaluate, collect }: Compiled): Compiled {
  const truths = new WeakMap<State, Truth>();
  const told = new WeakMap<State, Evidence[]>();
  return {
    evaluate: (state) => {
      const truth = truths.get(state) ?? evaluate(state);
      truths.set(state, truth);
      return truth;
    },
    collect: (state, evidence) => {
      const own = told.get(state) ?? [];
      if (!told.has(state)) collect(state, own);
      told.set(state, own);
      addTold(own, evidence);
    },
  };
}

/** The opposite of a prepared condition, resting on the same atoms. */
export function negate(inner: Compiled): Compiled {
  return { evaluate: (state) => not(inner.evaluate(state)), collect: inner.collect };
}

/** Points and a threshold, with the parts that make the outcome what it is. */
function threshold(parts: readonly Part[], atLeast: number): Compiled {
  const evaluate = reaching(parts, atLeast);
  const collect = (state: State, evidence: Evidence[]) => {
    const outcome = evaluate(state);
    for (const { points, when } of parts) {
      const truth = when.evaluate(state);
      const push = points < 0 ? not(truth) : truth;
      if (outcome === UNDECIDED ? push !== FALSE : push === outcome) when.collect(state, evidence);
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
  const shared = (make: () => Compiled): Compiled => {
    const key = JSON.stringify(condition);
    const made = scope.shared.get(key) ?? make();
    scope.shared.set(key, made);
    return made;
  };
  return byForm(condition, {
    fact: (line) => shared(() => compileLine(line, scope)),
    all: ({ all }) => threshold(parts(all), all.length),
    any: ({ any }) => threshold(parts(any), 1),
    not: ({ not: part }) => negate(compileCondition(part, scope)),
    count: ({ count, atLeast }) => threshold(parts(count), atLeast),
    score: ({ score, atLeast }) =>
      typeof score === "string"
        ? shared(() => onceOfEach(threshold(scope.rubric(score), atLeast)))
        : threshold(compilePoints(score, scope), atLeast),
    sign: ({ sign }) => scope.sign(sign),
  });
}
