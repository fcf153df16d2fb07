import type { Line, Truth } from "../facts/index.js";
import type { Evidence } from "./evidence.js";
import type { Compiled, State } from "./state.js";

/**
 * The most evidence of one rule. More is not read; beyond it, what is open is still told once of each fact, so that it is asked
 * for.
 */
const mostEvidence = 100;

export function isTold(evidence: readonly Evidence[], line: Line): boolean {
  for (const earlier of evidence) if (earlier.line === line) return true;
  return false;
}

/** Whether a fact is open of which nothing open is told yet. */
const isNews = ({ fact: name, met }: Evidence, evidence: readonly Evidence[]): boolean =>
  met === null && evidence.every((earlier) => earlier.fact !== name || earlier.met !== null);

/** Adds one thing to what is told, unless that is too much. */
export function addEvidence(each: Evidence, evidence: Evidence[]): void {
  if (evidence.length < mostEvidence || isNews(each, evidence)) evidence.push(each);
}

/** Adds what was told elsewhere, where it is not told yet. */
export function addTold(told: readonly Evidence[], evidence: Evidence[]): void {
  for (const each of told) if (!isTold(evidence, each.line)) addEvidence(each, evidence);
}

/** Asked once of each state, however often it is referred to: else what refers twice to what refers twice doubles each time. */
export function onceOfEach({ evaluate, collect, groups, facts }: Compiled): Compiled {
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
    alone: undefined,
    groups,
    facts,
  };
}
