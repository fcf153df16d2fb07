import {
  type Classification,
  classifierOf,
  createClassifier,
  createExaminer,
  type Examination,
} from "../classify/index.js";
import type { FactCondition } from "../conditions/index.js";
import { at, BudgetExceeded, type Diagram } from "../diagrams/index.js";
import {
  type Catalogue,
  type FactValues,
  factsOfRecords,
  isMadeOfDates,
  isSameFact,
  synthesizeProfile,
} from "../facts/index.js";
import {
  type CellsLeft,
  type CompiledPolicy,
  createModel,
  type Model,
  modelOfLeft,
  type Space,
  spaceFor,
} from "../model/index.js";
import { type AnyRules, type Component, factsOf, type Policy, remembered } from "../policy/index.js";
import { PlimsollError, toPointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { anyDay, type Day, dayOf } from "../time/index.js";
import { type Analysable, type AnalysisOptions, analysisOf } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { checkConstraints } from "./check.js";
import { areHandledAlike, coversFactsOfFunctions, type HandledApps, handledApps } from "./handled-apps.js";
import { type Handling, handlingOf, nothingHandled } from "./handling.js";
import { createMemory, once } from "./memory.js";
import { rememberingWorkings, type WithWorkings } from "./workings.js";

/** Classifies apps as of a day that is given already. */
export type ClassifiesAsOf<TierId extends string = string> = (profile: AppProfile) => Classification<TierId>;

/** A policy under study. */
export interface Study<TierId extends string = string> {
  readonly policy: Policy<TierId>;
  readonly facts: Catalogue;
  /** The facts that are known by name; `facts` has also those that leave out what components handle. */
  readonly named: Catalogue;
  /** The fact that leaves out nothing, where this one leaves out what components handle. */
  readonly wholeOf: ReadonlyMap<string, string>;
  /** A policy as it is asked here: with what its components take care of, where that is looked at. */
  readonly spellOut: (policy: AnyRules) => AnyRules;
  /** A profile as facts are read from it here. */
  readonly read: (profile: AppProfile) => AppProfile;
  /** What components make of an app, where all others are looked at as if no component handled a part of them. */
  readonly handling: (profile: AppProfile) => Handling;
  /** The same policy, for all apps of which no component handles a part. */
  readonly unhandled: Study<TierId>;
  /** Where one app is asked about: what functions find in the parts that components leave is known of it, and of no others. */
  readonly ofApps: Study<TierId>;
  readonly space: Space;
  readonly model: Model;
  readonly compiled: CompiledPolicy;
  /** The rank of the tier of every possible app. */
  readonly tier: Diagram;
  /** All apps that are left where so much is left of each variable, in a space that further lines tell apart. */
  readonly modelOfLeft: (lines: readonly FactCondition[], leftIn: (space: Space) => CellsLeft) => Model;
  /** The day as of which apps are looked at that are asked about. */
  readonly asOf: Day | undefined;
  /** The day as of which apps are made that show an answer. */
  readonly day: Day;
  /** Classifies an app that is asked about. */
  readonly classify: ClassifiesAsOf<TierId>;
  /** Classifies an app that was made. */
  readonly replay: ClassifiesAsOf<TierId>;
  readonly examine: (profile: AppProfile) => Examination;
  /** Classifies an app that is asked about with no other components than some, whose conditions are taken to hold. */
  readonly classifyWith: (components: readonly Component[]) => ClassifiesAsOf;
  readonly synthesize: (values: FactValues) => AppProfile | undefined;
  readonly tierAt: (rank: number) => TierId;
  /** The most nodes that diagrams may have. */
  readonly budget: number;
  readonly withWorkings: WithWorkings;
  /** Whether something was worked out already. */
  readonly isBegun: () => boolean;
  /** Forgets what was worked out: the same policy, as if nothing had been asked. */
  readonly anew: () => Study<TierId>;
  /** The same policy, studied with the facts that others have as well. */
  readonly beside: (others: readonly Policy[]) => Study<TierId>;
}

const usualBudget = 1_000_000;

/** So many choices of components are kept ready to classify with. */
const mostChoices = 64;

function classifierWith(policy: Policy, facts: Catalogue, asOf: Day | undefined): Study["classifyWith"] {
  const ready = createMemory<string, ClassifiesAsOf>(mostChoices);
  return (components) =>
    ready(JSON.stringify(components.map(({ id }) => id)), () => {
      const holding = components.map(({ when: _, ...component }) => component);
      const classify = classifierOf({ ...policy, components: holding }, facts);
      return (profile) => classify(profile, { asOf });
    });
}

/** Facts with those of another policy; two that have one name are one fact. */
function withFactsBeside(facts: Catalogue, { facts: own = {} }: AnyRules): Catalogue {
  const added = factsOfRecords(own, facts);
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
function prepare<TierId extends string>(
  policy: Policy<TierId>,
  options: AnalysisOptions,
  others: readonly Policy[] = [],
): () => Study<TierId> {
  const named = factsOf(policy, options);
  const { budget = usualBudget, constraints = [] } = options;
  const asOf = dayOf(options);
  const day = asOf ?? anyDay;
  const classify = createClassifier(policy, { facts: named });
  const examine = createExaminer<string>(policy, { facts: named });
  checkConstraints(constraints, named);
  // An app that shows something which has nothing to do with dates is like that on every day.
  const ofDay = (values: FactValues) =>
    Object.keys(values).some((name) => isMadeOfDates(named[name])) ? day : undefined;
  const { synthesize = (values: FactValues) => synthesizeProfile(values, named, { asOf: ofDay(values) }) } = options;
  const ids = policy.tiers.map(({ id }) => id);
  const handled = once(() => handledApps([policy, ...others], named));
  const coversFunctions = once(() => coversFactsOfFunctions(policy, named));
  // A component takes care of nothing but what is read from the parts that it handles.
  const canBeHandled = once(() => handled() !== undefined || coversFunctions());
  let studies: { ready?: Study<TierId>; unhandled?: Study<TierId> } = {};
  let isBegun = false;
  const begin = (apps: HandledApps | undefined, unhandled: () => Study<TierId>): Study<TierId> => {
    const facts = apps?.facts ?? named;
    const spellOut = apps?.spellOut ?? ((given: AnyRules) => given);
    const modelOptions = { facts, constraints, budget, spellOut, ofHarmless: named };
    const space = once(() => spaceFor([policy, ...others], modelOptions));
    // What is asked of one app may not need to know of all others.
    const whole = once(() => {
      isBegun = true;
      const model = createModel(space(), modelOptions);
      const compiled = model.compile(policy);
      return { model, compiled, tier: model.within(compiled.rank) };
    });
    return {
      policy,
      facts,
      named,
      wholeOf: apps?.wholeOf ?? new Map(),
      spellOut,
      read: apps?.read ?? ((profile) => profile),
      handling: (profile) => (apps === undefined && canBeHandled() ? handlingOf(profile, unhandled()) : nothingHandled),
      get unhandled() {
        return unhandled();
      },
      get ofApps() {
        return coversFunctions() ? unhandled() : ready();
      },
      get space() {
        return space();
      },
      get model() {
        return whole().model;
      },
      get compiled() {
        return whole().compiled;
      },
      get tier() {
        return whole().tier;
      },
      modelOfLeft: (lines, leftIn) => modelOfLeft(space(), lines, leftIn, modelOptions),
      asOf,
      day,
      classify: (profile) => classify(profile, { asOf }),
      replay: (profile) => classify(profile, { asOf: day }),
      examine: (profile) => examine(profile, { asOf }),
      classifyWith: classifierWith(policy, named, asOf),
      synthesize: (values) => {
        const plain = (own: FactValues) => synthesize(own, day);
        return apps === undefined ? plain(values) : apps.synthesize(values, plain, ofDay(values));
      },
      tierAt: (rank) => at(ids, rank),
      budget,
      withWorkings: rememberingWorkings(),
      isBegun: () => isBegun,
      anew: () => {
        isBegun = false;
        studies = {};
        return ready();
      },
      beside: (more) => {
        const all = more.reduce((known, other) => withFactsBeside(known, other), named);
        const isKnown = all === named && areHandledAlike(handled(), handledApps([policy, ...others, ...more], named));
        return isKnown ? ready() : prepare(policy, { ...options, facts: all }, [...others, ...more])();
      },
    };
  };
  const unhandled = (): Study<TierId> => {
    studies.unhandled ??= begin(undefined, unhandled);
    return studies.unhandled;
  };
  const ready = (): Study<TierId> => {
    studies.ready ??= handled() === undefined ? unhandled() : begin(handled(), unhandled);
    return studies.ready;
  };
  return ready;
}

const rememberedStudy = /* @__PURE__ */ remembered((policy: Policy, options: AnalysisOptions) =>
  prepare(policy, options),
);

/** The study of what is asked: the same one for as long as an analysis is kept, and one of its own for a policy that is asked as it is. */
export function studyOf<TierId extends string>(asked: Analysable<TierId>): () => Study<TierId> {
  const { policy, options } = analysisOf(asked);
  // What is remembered of a policy has the ids of that policy.
  return rememberedStudy(policy, options) as () => Study<TierId>;
}

/** An answer, or that it would take more than the budget allows. */
export function withinBudget<Answer>(answer: () => Answer): Answer | TooLarge {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = error.isFixed
      ? `This takes more than ${error.budget} steps or sets, which is as much as is looked at. Ask about fewer rules at once, or let them name fewer members.`
      : `This takes more than its budget of ${error.budget} allows. Give it a larger budget, or ask about fewer rules at once.`;
    return { verdict: "too-large", message };
  }
}

/** What a question comes to; or that it would take more than the budget allows. */
export function answerOf<TierId extends string, Answer>(
  asked: Analysable<TierId>,
  question: (study: Study<TierId>) => Answer,
): Answer | TooLarge {
  const ready = studyOf(asked);
  return withinBudget(() => {
    const study = ready();
    const isFirst = !study.isBegun();
    try {
      return question(study);
    } catch (error) {
      // What was worked out for other questions is no reason to answer less.
      if (!(error instanceof BudgetExceeded) || error.isFixed || isFirst) throw error;
      return question(study.anew());
    }
  });
}
