import { type FoundFacts, type Groups, nothingFound, type Truth } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Evidence } from "./evidence.js";

/** What a condition is asked about, with what was found out so far. */
export interface State {
  /** The app, or what is left of it without the parts that components handle. */
  readonly profile: AppProfile;
  /** Where a pointer into `profile` stands in the profile of the whole app, when that is another. */
  readonly place: ((pointer: Pointer) => Pointer) | undefined;
  /** The whole app, when this is what is left of it. */
  readonly whole: State | undefined;
  /** The facts that were asked for so far. */
  readonly found: FoundFacts;
  /** Where those stand of which evidence was asked for, by slot. */
  readonly located: (readonly Pointer[] | undefined)[];
  /** Whether what the lines ask is so, by index. */
  readonly truths: (Truth | undefined)[];
  /** The evidence of lines of which it was asked for, by index. */
  readonly evidence: (Evidence | undefined)[];
  /** What was judged so far, by index; nothing where a rule has nothing to say. */
  readonly judgements: readonly (RuleStanding | undefined)[];
  /** What judged rules rest on of which that was asked for. */
  readonly told: ToldByRule;
}

/** What judged rules rest on, by index; of all before one of them it was asked for. */
interface ToldByRule {
  readonly byRule: (readonly Evidence[] | undefined)[];
  before: number;
}

/** What a condition is asked about, where more is said of how rules stand. */
export interface StateWith<Judged extends RuleStanding> extends State {
  readonly judgements: readonly (Judged | undefined)[];
}

/** What is known of an app before anything is asked of it. */
export const stateOf = <Judged extends RuleStanding>(
  profile: AppProfile,
  found: FoundFacts,
  judgements: readonly (Judged | undefined)[],
): StateWith<Judged> => ({
  profile,
  place: undefined,
  whole: undefined,
  found,
  located: [],
  truths: [],
  evidence: [],
  judgements,
  told: { byRule: [], before: 0 },
});

/** What is known of what is left of an app before anything is asked of it. */
export const stateOfLeft = (profile: AppProfile, place: State["place"], whole: State): State => ({
  profile,
  place,
  whole,
  found: nothingFound(whole.found.asOf),
  located: [],
  truths: [],
  evidence: [],
  judgements: whole.judgements,
  told: whole.told,
});

/** Whether a rule stands, and in which state that was judged. */
export interface RuleStanding {
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
  /** Its evidence, where it is a single line. */
  readonly alone: ((state: State) => Evidence) | undefined;
  /** Where nothing in these is true or open, it is false. */
  readonly groups: Groups;
  /** The facts that it asks for; all, where it refers to other rules. */
  readonly facts: Groups;
}
