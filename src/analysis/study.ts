import { type Classifier, classifierOf, createClassifier, createExaminer, type Examiner } from "../classify/index.js";
import type { Condition, FactCondition } from "../conditions/index.js";
import { at, BudgetExceeded, cheapest, type Diagram } from "../diagrams/index.js";
import {
  type Catalogue,
  type Constraint,
  constraintsOf,
  type FactValue,
  type FactValues,
  factsOfRecords,
  isSameFact,
  standardFacts,
  synthesizeProfile,
} from "../facts/index.js";
import { type Cells, type CompiledPolicy, createModel, type Model, moving, valuesIn } from "../model/index.js";
import { type AnyRules, type Component, factsOf, linesIn, type Policy } from "../policy/index.js";
import { PlimsollError, toPointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { TooLarge, Witness } from "./answers.js";
import { checkConstraints } from "./check.js";
import { createMemory } from "./memory.js";
import { rememberingWorkings, type WithWorkings } from "./workings.js";

/**
 * What an analysis rests on besides the policy.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type AnalysisOptions, canReach } from "plimsoll/analysis";
 *
 * const quickly: AnalysisOptions = { budget: 100_000 };
 *
 * canReach(standardPolicy, "professional", undefined, quickly).verdict; // → "reachable"
 * ```
 */
export interface AnalysisOptions {
  /** The facts that the policy may ask for; `standardFacts` when left out. */
  readonly facts?: Catalogue;
  /**
   * What holds between facts besides what follows from how they are read ({@link constraintsOf}): of facts that functions find,
   * or of what no form can say. It is added, and takes nothing back.
   */
  readonly constraints?: readonly Constraint[];
  /** The most nodes that diagrams may have; 1,000,000 when left out. */
  readonly budget?: number;
  /** Makes an app that has certain facts, when functions find facts of yours that are not answered by one extension each. */
  readonly synthesize?: (values: FactValues) => AppProfile | undefined;
}

/** A policy under study. */
export interface Study<TierId extends string = string> {
  readonly policy: Policy<TierId>;
  readonly facts: Catalogue;
  readonly model: Model;
  readonly compiled: CompiledPolicy;
  /** The rank of the tier of every possible app. */
  readonly tier: Diagram;
  readonly classify: Classifier<TierId>;
  readonly examine: Examiner;
  /** Classifies with no other components than some, whose conditions are taken to hold. */
  readonly classifyWith: (components: readonly Component[]) => Classifier;
  readonly synthesize: (values: FactValues) => AppProfile | undefined;
  readonly tierAt: (rank: number) => TierId;
  /** The most nodes that diagrams may have. */
  readonly budget: number;
  readonly withWorkings: WithWorkings;
  /** The same policy, studied with the facts that others have as well. */
  readonly beside: (others: readonly AnyRules[]) => Study<TierId>;
}

const usualBudget = 1_000_000;

/** So many choices of components are kept ready to classify with. */
const mostChoices = 64;

function classifierWith(policy: Policy, facts: Catalogue): Study["classifyWith"] {
  const ready = createMemory<string, Classifier>(mostChoices);
  return (components) =>
    ready(JSON.stringify(components.map(({ id }) => id)), () => {
      const holding = components.map(({ when: _, ...component }) => component);
      return classifierOf({ ...policy, components: holding }, facts);
    });
}

/** Facts with those of another policy; two that have one name are one fact. */
function withFactsBeside(facts: Catalogue, { facts: own = {} }: AnyRules): Catalogue {
  const added = factsOfRecords(own);
  const other = Object.keys(added).find((name) => facts[name] !== undefined && !isSameFact(facts[name], added[name]));
  if (other !== undefined) {
    const message = `The policies have a fact "${other}" each, and read it differently. Give one of them another name.`;
    throw new PlimsollError("invalid-policy", [
      { pointer: toPointer(["facts", other]), code: "contradiction", message },
    ]);
  }
  const isNew = Object.keys(added).some((name) => facts[name] === undefined);
  return isNew ? { ...added, ...facts } : facts;
}

/** Makes a policy ready to be studied, when it is asked for the first time. */
export function studyOf<TierId extends string>(
  policy: Policy<TierId>,
  options: AnalysisOptions = {},
): () => Study<TierId> {
  const facts = factsOf(policy, options);
  const { budget = usualBudget, constraints = [] } = options;
  const classify = createClassifier(policy, { facts });
  checkConstraints(constraints, facts);
  const synthesize = options.synthesize ?? ((values: FactValues) => synthesizeProfile(values, facts));
  const ids = policy.tiers.map(({ id }) => id);
  let study: Study<TierId> | undefined;
  const prepare = (): Study<TierId> => {
    const model = createModel([policy], [], { facts, constraints: [...constraintsOf(facts), ...constraints], budget });
    const compiled = model.compile(policy);
    const tier = model.within(compiled.rank);
    return {
      policy,
      facts,
      model,
      compiled,
      tier,
      classify,
      examine: createExaminer<string>(policy, { facts }),
      classifyWith: classifierWith(policy, facts),
      synthesize,
      tierAt: (rank) => at(ids, rank),
      budget,
      withWorkings: rememberingWorkings(),
      beside: (others) => {
        const all = others.reduce((known, other) => withFactsBeside(known, other), facts);
        return all === facts ? ready() : studyOf(policy, { ...options, facts: all })();
      },
    };
  };
  const ready = () => {
    study ??= prepare();
    return study;
  };
  return ready;
}

/** An answer, or that it would take more than the budget allows. */
export function withinBudget<Answer>(answer: () => Answer): Answer | TooLarge {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = `This takes more than its budget of ${error.budget} allows. Give it a larger budget, or ask about fewer rules at once.`;
    return { verdict: "too-large", message };
  }
}

/** Where a question is asked, and what brings the diagrams of its study there. */
export interface Asked extends Search {
  readonly lift: (diagram: Diagram) => Diagram;
}

/** The model of a study, with what more conditions tell apart, and the tier there. */
export function studied({ policy, model, tier }: Study, conditions: readonly Condition[]): Asked {
  const known = new Set(model.space.lines.map((line) => JSON.stringify(line)));
  const lines = conditions
    .flatMap((condition) => linesIn(condition, policy))
    .filter((line: FactCondition) => !known.has(JSON.stringify(line)));
  if (lines.length === 0) return { model, tier, lift: (diagram) => diagram };
  const refined = model.refine(lines);
  return { ...refined, tier: refined.model.within(refined.lift(tier)) };
}

/** What a diagram comes to in some cells. */
export function valueAt({ space, diagrams }: Model, diagram: Diagram, cells: Cells): number {
  const end = space.variables.reduce(
    (node, _, variable) => diagrams.branch(node, variable, at(cells, variable)),
    diagram,
  );
  return diagrams.endOf(end);
}

/** What a witness is looked for in. */
export interface Search {
  readonly model: Model;
  /** The rank of the tier, as it is claimed. */
  readonly tier: Diagram;
}

/**
 * An app in some cells, that is as near to some values as can be, and is classified as claimed.
 *
 * @param confirms What else must be so of it.
 */
export function witnessIn<TierId extends string>(
  { facts, classify, synthesize, tierAt }: Study<TierId>,
  { model, tier }: Search,
  cells: Cells,
  near: readonly FactValue[],
  confirms: (profile: AppProfile) => boolean = () => true,
): Witness<TierId> {
  const claimed = tierAt(valueAt(model, tier, cells));
  let tried: FactValues = {};
  for (const values of valuesIn(model.space, cells, near)) {
    tried = values;
    const profile = synthesize(values);
    if (profile === undefined) continue;
    const { settled, tier: seen } = classify(profile);
    if (settled && seen === claimed && confirms(profile)) return { profile, facts: values, tier: claimed };
  }
  const own = Object.keys(tried).filter((name) => facts[name] !== (standardFacts as Catalogue)[name]);
  const found = own.map((name) => `${name} = ${JSON.stringify(tried[name])}`).join(", ");
  const advice =
    "Let each fact of yours be answered by one extension (answerAt), say in constraints what holds between them, or pass synthesize.";
  const message = `No app could be made with ${found}. ${advice}`;
  throw new PlimsollError("invalid-fact", [{ pointer: "", code: "contradiction", message }]);
}

/** The app where a diagram comes to a value that is sought which differs from a harmless one in the fewest facts. */
export function witnessOf<TierId extends string>(
  study: Study<TierId>,
  search: Search,
  diagram: Diagram,
  isSought: (value: number) => boolean,
): Witness<TierId> | undefined {
  const { space, diagrams, home } = search.model;
  const { cells: from, values } = home();
  const cells = cheapest(diagrams, diagram, isSought, moving(space, from));
  return cells && witnessIn(study, search, cells, values);
}
