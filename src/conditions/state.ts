import type { FoundFacts, Truth } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Evidence } from "./evidence.js";
import type { Groups } from "./groups.js";

/** What a condition is asked about, with what was found out so far. */
export interface State {
  /** The app, or what is left of it without the parts that components handle. */
  readonly profile: AppProfile;
  /** Where a pointer into `profile` stands in the profile of the whole app, when that is another. */
  readonly place: ((pointer: Pointer) => Pointer) | undefined;
  /** The facts that were asked for so far. */
  readonly found: FoundFacts;
  /** Where those stand of which evidence was asked for, by slot. */
  readonly located: (readonly Pointer[] | undefined)[];
  /** Whether what the lines ask is so, by index. */
  readonly truths: (Truth | undefined)[];
  /** The evidence of lines of which it was asked for, by index. */
  readonly evidence: (Evidence | undefined)[];
  /** What was judged so far, by index; nothing where a rule has nothing to say. */
  readonly judgements: readonly (Standing | undefined)[];
  /** What a judged rule rests on, by index: told once, however many others refer to it. */
  readonly restsOn: (index: number) => readonly Evidence[];
}

/** What a condition is asked about, where more is said of how rules stand. */
export interface StateWith<Judged extends Standing> extends State {
  readonly judgements: readonly (Judged | undefined)[];
}

/** What is known of an app before anything is asked of it. */
export const stateOf = <Judged extends Standing>(
  profile: AppProfile,
  place: State["place"],
  found: FoundFacts,
  judgements: readonly (Judged | undefined)[],
  restsOn: State["restsOn"],
): StateWith<Judged> => ({ profile, place, found, located: [], truths: [], evidence: [], judgements, restsOn });

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
  /** Where nothing in these is true or open, it is false. */
  readonly groups: Groups;
}
