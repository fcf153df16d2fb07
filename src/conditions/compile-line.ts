import {
  type Derived,
  type Groups,
  groupOf,
  type Known,
  type Line,
  type Slot,
  TRUE,
  type Truth,
  teller,
  UNDECIDED,
  unknown,
  untold,
} from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { FactCondition } from "./condition.js";
import type { Evidence } from "./evidence.js";
import { type LineTruth, lineTruth } from "./line-truth.js";
import type { Compiled, State } from "./state.js";
import { addEvidence, isTold } from "./told.js";

/** One line of a policy, wherever it is drawn in it. */
export interface PreparedLine {
  /** The slot of its fact. */
  readonly slot: number;
  readonly truthOf: LineTruth;
  readonly group: Groups;
}

/** A line as findings share it: a frozen copy, so that whoever gets one cannot move it for others. */
function frozen(line: Line): Line {
  return JSON.parse(JSON.stringify(line), (_, part) => Object.freeze(part));
}

/** Prepares what a line tells of an app. */
function evidenceOf(name: string, { fact, index, locate }: Slot, line: Line, truthOf: LineTruth) {
  const { question, domain } = fact;
  const tell = teller(domain);
  const evidence = (told: Derived, truth: Truth, pointers: readonly Pointer[]): Evidence => {
    const observed = told.kind === "unknown" ? null : told.value;
    const met = truth === UNDECIDED ? null : truth === TRUE;
    // Spelt out, since a spread costs more than all the rest.
    return told.kind === "between"
      ? { fact: name, question, reading: "between", observed, upTo: told.upTo, line, met, pointers }
      : { fact: name, question, reading: told.kind, observed, line, met, pointers };
  };
  const ofUnknown = Object.freeze(evidence(unknown, truthOf(untold(domain)), Object.freeze([...fact.answerAt])));
  const pointersIn = ({ profile, place, found, located }: State, known: Known): readonly Pointer[] => {
    const ready = located[index];
    if (ready !== undefined) return ready;
    const pointers = locate(profile, found, known);
    const placed = place === undefined ? pointers : pointers.map(place);
    located[index] = placed;
    return placed;
  };
  return (state: State, known: Known, truth: Truth): Evidence =>
    known.isTold ? evidence(tell(known), truth, pointersIn(state, known)) : ofUnknown;
}

/**
 * Prepares a line.
 *
 * @param lines The lines of the policy so far; this one is added.
 */
export function compileLine({ fact: name, ...rest }: FactCondition, slot: Slot, lines: PreparedLine[]): Compiled {
  const index = lines.length;
  const line = frozen(rest);
  const truthOf = lineTruth(slot.fact.domain, line);
  const tell = evidenceOf(name, slot, line, truthOf);
  const groups = groupOf(index);
  lines.push({ slot: slot.index, truthOf, group: groups });
  const evaluate = ({ profile, found, truths }: State): Truth => {
    const ready = truths[index];
    if (ready !== undefined) return ready;
    const truth = truthOf(slot.known(profile, found));
    truths[index] = truth;
    return truth;
  };
  const evidenceIn = (state: State): Evidence => {
    const told = state.evidence[index] ?? tell(state, slot.known(state.profile, state.found), evaluate(state));
    state.evidence[index] = told;
    return told;
  };
  return {
    evaluate,
    collect: (state, evidence) => {
      if (!isTold(evidence, line)) addEvidence(evidenceIn(state), evidence);
    },
    alone: evidenceIn,
    groups,
    facts: groupOf(slot.index),
  };
}
