import { type Compiled, type Evidence, FALSE, type RuleStanding, type State, TRUE } from "../conditions/index.js";

/** The conditions of a rule, ready to be asked. */
interface Conditions {
  readonly when: Compiled;
  readonly unless: Compiled | undefined;
}

/** No component leaves open whether it covers. */
export const nothingOpen: RuleStanding["open"] = [];

/** What a rule rests on, and its exemption with it where that is or may be why it does not stand. */
export function evidenceOf(
  { when, unless }: Conditions,
  { state, open }: Pick<RuleStanding, "state" | "open">,
  withExemption: boolean,
): readonly Evidence[] {
  const exemption = withExemption ? unless : undefined;
  if (when.alone !== undefined && exemption === undefined && open.length === 0) return [when.alone(state)];
  const evidence: Evidence[] = [];
  when.collect(state, evidence);
  exemption?.collect(state, evidence);
  for (const { when: asked, state: whole } of open) asked.collect(whole, evidence);
  return evidence;
}

/** A chain of signs may become a chain of so many calls; what lies further back is told before. */
const mostCalls = 50;

/** Prepares what judged rules rest on: each is asked once of an app, however many others refer to it. */
export function restingOn(rules: readonly Conditions[]) {
  return function restsOn(index: number, state: State): readonly Evidence[] {
    const { told, whole = state } = state;
    for (; told.before < index - mostCalls; told.before++) restsOn(told.before, state);
    const ready = told.byRule[index];
    if (ready !== undefined) return ready;
    const rule = rules[index];
    const judged = whole.judgements[index] ?? { truth: FALSE, state: whole, open: nothingOpen };
    const made = rule === undefined ? [] : evidenceOf(rule, judged, judged.truth !== TRUE);
    told.byRule[index] = made;
    return made;
  };
}
