import type { FactCondition } from "../conditions/index.js";
import { at, BudgetExceeded, type Diagram } from "../diagrams/index.js";
import type { Model, Refined, Space } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Handling, linesOfHandling, policyWith } from "./handling.js";
import { cellsLeft, type Left, leftOf, type Narrowed, readingsOf } from "./left.js";
import { createMemory, type Memory } from "./memory.js";
import { createPlans, type Plans } from "./plan.js";
import type { OpenQuestions } from "./questions.js";
import type { Study } from "./study.js";
import { linesOfPriors, type Priors, type Weights, weightsOf } from "./weights.js";

/** What was worked out for apps, to be of use for the next ones: diagrams of their own, and what came of them. */
export interface Workings {
  readonly model: Model;
  /** How many nodes there were in the beginning. */
  readonly nodes: number;
  readonly weights: Weights;
  /** The rank of the tier of every possible app of which components handle parts. */
  readonly tierWith: (handling: Pick<Handling, "handled" | "handledWhile">) => Diagram;
  /** Where numbers that are bound to one another can be, by what is told of them. */
  readonly bound: Memory<string, Diagram>;
  /** What is left of the possible apps, by what is told of one. */
  readonly left: Memory<string, Narrowed>;
  /** What to ask, by what is left. */
  readonly strategies: Memory<string, OpenQuestions>;
  readonly plans: Plans;
}

/** Asks with what was worked out before, as far as it is still remembered. */
export type WithWorkings = <Answer>(study: Study, premises: Premises, ask: (workings: Workings) => Answer) => Answer;

/** What apps are looked at with, besides the policy. */
interface Premises {
  readonly priors: Priors;
  readonly lines: readonly FactCondition[];
}

/**
 * What an analysis may remember: so many nodes, besides those of its policy, and answers for each of so many
 * premises. For the standard policy it comes to some 20 MB for each.
 */
const mostNodes = 1 << 17;
const mostAnswers = 1 << 12;
const mostStates = 1 << 13;
const mostPremises = 3;

function workingsOf({ policy }: Study, priors: Priors, model: Model, rank: Diagram): Workings {
  const whole = model.within(rank);
  const others = createMemory<string, Diagram>(mostAnswers);
  return {
    model,
    nodes: model.diagrams.size(),
    weights: weightsOf(model, priors),
    tierWith: ({ handled, handledWhile }) =>
      handled.length + handledWhile.size === 0
        ? whole
        : others(JSON.stringify([handled, [...handledWhile]]), () =>
            model.within(model.compile(policyWith(policy, { handled, handledWhile })).rank),
          ),
    bound: createMemory(mostAnswers),
    left: createMemory(mostAnswers),
    strategies: createMemory(mostAnswers),
    plans: createPlans(mostStates),
  };
}

/** Remembers what is worked out, and begins anew before that takes more room than it may. */
export function rememberingWorkings(): WithWorkings {
  let kept: readonly (readonly [key: string, workings: Workings])[] = [];
  return (study, premises, ask) => {
    const key = JSON.stringify(premises);
    const drawn = [...linesOfPriors(premises.priors), ...premises.lines];
    const others = kept.filter(([other]) => other !== key);
    const begin = (refined: Refined) => {
      kept = others;
      const begun = workingsOf(study, premises.priors, refined.model, refined.lift(study.compiled.rank));
      kept = [...others.slice(1 - mostPremises), [key, begun]];
      return begun;
    };
    const anew = () => begin(study.model.refine(drawn));
    const remembered = kept.find(([other]) => other === key)?.[1];
    if (remembered !== undefined && remembered.model.diagrams.size() - remembered.nodes > mostNodes) return ask(anew());
    try {
      // What the policy was studied in will do to begin with, where nothing else tells apps apart.
      const first = () => (drawn.length === 0 ? begin({ model: study.model, lift: (diagram) => diagram }) : anew());
      const known = remembered ?? first();
      kept = [...others.slice(1 - mostPremises), [key, known]];
      return ask(known);
    } catch (error) {
      // What was worked out for others is no reason to answer less.
      if (error instanceof BudgetExceeded) return ask(anew());
      throw error;
    }
  };
}

/** Of more facts than this, those that an app tells are settled before anything else is worked out, unless it leaves too many open. */
const mostFacts = 64;
const mostOpen = 32;

/** What an app leaves of all that there can be, where it is told so much that little is left; else nothing. */
function workingsOfLeft(study: Study, profile: AppProfile, { priors, lines }: Premises): Workings | undefined {
  const { space, policy } = study;
  if (space.variables.length <= mostFacts) return undefined;
  const cellsIn = (finer: Space) => {
    const readings = readingsOf(finer, profile, study.asOf);
    return finer.variables.map((variable, index) => cellsLeft(variable, at(readings, index)));
  };
  if (cellsIn(space).filter(({ length }) => length > 1).length > mostOpen) return undefined;
  const model = study.modelOfLeft(lines, cellsIn);
  return workingsOf(study, priors, model, model.compile(policy).rank);
}

/**
 * Asks about one app: about all that it could be.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when no app can be like that.
 */
export function asking<Answer>(
  study: Study,
  given: AppProfile,
  priors: Priors,
  ask: (left: Left, workings: Workings) => Answer,
): Answer {
  const handling = study.handling(given);
  const profile = study.read(given);
  const lines = linesOfHandling(handling, study.policy);
  const premises = { priors, lines: [...lines, ...linesOfPriors(priors)] };
  const answer = (workings: Workings) => ask(leftOf(profile, study.asOf, handling, workings), workings);
  const own = workingsOfLeft(study, profile, premises);
  return own === undefined ? study.withWorkings(study, { priors, lines }, answer) : answer(own);
}

/** The ranks of the tiers that an app could be in while it stays as its profile tells, the lowest first. */
export const ranksOf = (study: Study, profile: AppProfile): readonly number[] =>
  asking(study, profile, {}, ({ ranks }) => ranks);
