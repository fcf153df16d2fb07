import { deriveFact, type StandardFacts, standardFacts, type ValueOf } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";

type ValueOfFact<Name extends keyof StandardFacts> = ValueOf<StandardFacts[Name]["domain"]>;

/** What is known to be at stake with an app: the least of it, and `null` where nobody tells. */
export interface Stake {
  readonly users: number | null;
  readonly dailyDependence: boolean | null;
  readonly systemsWritten: number | null;
  readonly dataSensitivity: ValueOfFact<"dataSensitivity"> | null;
  readonly idle: boolean;
}

const { levels } = standardFacts.dataSensitivity.domain;

/** How sensitive data is that is so for certain; below all, where nobody tells. */
const depthOf = ({ dataSensitivity }: Pick<Stake, "dataSensitivity">) =>
  dataSensitivity === null ? -1 : levels.indexOf(dataSensitivity);

const deepestOfNoMatter = levels.indexOf("general");

/** What an app's profile tells of a fact, whatever facts the policy asks for. */
function known<Name extends keyof StandardFacts>(name: Name, profile: AppProfile): ValueOfFact<Name> | null {
  const derived = deriveFact(name, standardFacts[name], profile, undefined);
  // The most that something can be says nothing of the least.
  if (derived.kind === "unknown" || derived.kind === "at-most") return null;
  // Deriving holds the value to the domain of its fact.
  return derived.value as ValueOfFact<Name>;
}

/** What is known to be at stake with an app. */
export function stakeOf(profile: AppProfile): Stake {
  const stake = {
    users: known("users", profile),
    dailyDependence: known("dailyDependence", profile),
    systemsWritten: known("systemsWritten", profile),
    dataSensitivity: known("dataSensitivity", profile),
  };
  const nobodyUsesIt = profile.audience?.users === 0 && stake.users === 0;
  const nothingElse =
    stake.dailyDependence !== true && (stake.systemsWritten ?? 0) === 0 && depthOf(stake) <= deepestOfNoMatter;
  return { ...stake, idle: nobodyUsesIt && nothingElse };
}

/** Whether nobody uses an app, and nothing else is known to be at stake. */
export const isIdle = (profile: AppProfile): boolean => profile.audience?.users === 0 && stakeOf(profile).idle;

/**
 * Compares apps by what is at stake, the most first: whether daily work depends on it, to how many systems it writes, how
 * sensitive its data is, how many people use it.
 */
export function byStake(one: Stake, other: Stake): number {
  return (
    Number(other.dailyDependence) - Number(one.dailyDependence) ||
    (other.systemsWritten ?? 0) - (one.systemsWritten ?? 0) ||
    depthOf(other) - depthOf(one) ||
    (other.users ?? -1) - (one.users ?? -1)
  );
}
