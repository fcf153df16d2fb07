import type { Approval } from "../governance/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { addDays, type Day, daysBetween, toDay } from "../time/index.js";

const pointers: readonly Pointer[] = ["/lifecycle/reviewedOn"];

/** How long nobody has looked at an app. */
export interface Unseen {
  readonly message: string;
  readonly pointers: readonly Pointer[];
  /** The day from which it has been too long; `null` where nothing tells. */
  readonly since: Day | null;
}

/** The day on which an app was last looked at: the latest of its last review and its approvals. */
function lastSeen(
  { id, lifecycle: { reviewedOn } = {} }: AppProfile,
  approvals: readonly Approval[],
  asOf: Day,
): Day | undefined {
  const given = approvals.filter(({ app }) => app === id).map(({ on }) => toDay(on));
  const days = reviewedOn === undefined ? given : [...given, reviewedOn];
  return days
    .filter((day) => day <= asOf)
    .sort()
    .at(-1);
}

/** The day from which an app has been in production; `null` where nothing tells, or it is not. */
export function inProductionSince({ lifecycle = {} }: AppProfile): Day | null {
  return lifecycle.stage === "production" ? (lifecycle.productionSince ?? null) : null;
}

/**
 * Whether nobody has looked at an app for so many days. One that nobody has ever looked at is overdue as soon as people
 * rely on it, in pilot or production.
 */
export function unseenFor(
  days: number,
  profile: AppProfile,
  approvals: readonly Approval[],
  asOf: Day,
): Unseen | undefined {
  const seen = lastSeen(profile, approvals, asOf);
  if (seen === undefined) {
    const stage = profile.lifecycle?.stage;
    if (stage !== "pilot" && stage !== "production") return undefined;
    const since = inProductionSince(profile);
    const relied = since === null ? `It is in ${stage}` : `It has been in production since ${since}`;
    return { message: `${relied}, and nobody has looked at it yet.`, pointers, since };
  }
  const ago = daysBetween(seen, asOf);
  if (ago < days) return undefined;
  return { message: `Last looked at on ${seen}, ${ago} days ago.`, pointers, since: addDays(seen, days) };
}
