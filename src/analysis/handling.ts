import { type Finding, type FindingStatus, isHandledBy } from "../classify/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Study } from "./study.js";

/** What components make of the rules that they cover, for one app. */
export interface Handling {
  /** The rules that they take care of. */
  readonly handled: readonly string[];
  /** The rules that stand, unless what they do not handle turns out to be harmless. */
  readonly open: readonly string[];
}

const nothing: Handling = { handled: [], open: [] };

const idsOf = (findings: readonly Finding[], ...wanted: readonly FindingStatus[]) =>
  findings.filter(({ status }) => wanted.includes(status)).map(({ id }) => id);

export function handlingOf(profile: AppProfile, { policy, classify, classifyUncovered }: Study): Handling {
  const { components = [] } = policy;
  const inUse = components.filter(
    ({ retired, ...component }) => !retired && isHandledBy(profile, { ...component, when: undefined }),
  );
  if (inUse.length === 0) return nothing;
  const covered = [...new Set(inUse.flatMap(({ covers }) => covers))];
  const { findings } = classify(profile);
  const left = idsOf(findings, "holds", "possible");
  const possible = idsOf(findings, "possible");
  const uncovered = idsOf(classifyUncovered(profile).findings, "holds");
  return {
    handled: covered.filter((id) => !left.includes(id)),
    open: covered.filter((id) => possible.includes(id) && uncovered.includes(id)),
  };
}
