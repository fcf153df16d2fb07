import type { Approval } from "../governance/index.js";
import type { AppProfile } from "../profile/index.js";
import { type Day, toDay } from "../time/index.js";

/** Which approvals of an app have run out, with nothing newer in their place. */
export interface Expired {
  readonly message: string;
  /** The day from which the first of them counted no more. */
  readonly since: Day;
}

/** The approvals of an app that have run out by a day, and were not given anew. */
export function expiredFor({ id }: AppProfile, approvals: readonly Approval[], asOf: Day): Expired | undefined {
  const ends = new Map<string, Day>();
  for (const { app, review, on, expiresOn } of approvals) {
    if (app !== id || toDay(on) > asOf) continue;
    const end = toDay(expiresOn);
    const known = ends.get(review);
    if (known === undefined || known < end) ends.set(review, end);
  }
  const over = [...ends].filter(([, end]) => end <= asOf).sort(([, one], [, other]) => (one < other ? -1 : 1));
  const [first] = over;
  if (first === undefined) return undefined;
  const message = over.map(([review, end]) => `The approval "${review}" expired on ${end}.`).join(" ");
  return { message, since: first[1] };
}
