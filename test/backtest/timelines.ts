import fc from "fast-check";
import type { AppProfile } from "plimsoll";
import type { Timeline, TimelineMoment } from "plimsoll/backtest";
import { addDays } from "../../src/time/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";

const firstDay = "2024-01-01";

/** Moments on days of their own, in the order of time. */
const moments = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), profileArbitrary), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let day = firstDay;
    return steps.map(([days, profile]): TimelineMoment => {
      day = addDays(day, days);
      return { on: day, profile };
    });
  });

/** Any good timeline: the incident may be its last moment, or any day before or after. */
export const timelineArbitrary: fc.Arbitrary<Timeline> = fc
  .tuple(moments, fc.option(fc.integer({ min: -30, max: 600 })))
  .map(([all, days]) => ({ moments: all, ...(days !== null && { incidentOn: addDays(firstDay, days) }) }));

/** A timeline of an app that grows to each number of people on its day. */
export function growing(...steps: readonly (readonly [on: string, users: number])[]): Timeline {
  const profile = (users: number): AppProfile => ({ id: "rota", name: "Rota", audience: { users } });
  return { moments: steps.map(([on, users]) => ({ on, profile: profile(users) })) };
}
