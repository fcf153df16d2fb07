import {
  collectProblems,
  mostProblems,
  PlimsollError,
  type Pointer,
  type Problem,
  type Result,
} from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { misfit, type Shape } from "../shapes/index.js";
import { type Day, toDay } from "../time/index.js";

/**
 * What was so of an app from one day on, until the next moment.
 *
 * @example
 * ```ts
 * import type { TimelineMoment } from "plimsoll/backtest";
 *
 * const grown: TimelineMoment = {
 *   on: "2026-03-02",
 *   what: "Sales has hired.",
 *   profile: { id: "pipeline", name: "Pipeline", audience: { users: 140 } },
 * };
 *
 * grown.profile.audience?.users; // → 140
 * ```
 */
export interface TimelineMoment {
  /** An ISO date, or an instant with its offset, of which the day in universal time counts. */
  readonly on: string;
  /** What could be said of the app from that day on. */
  readonly profile: AppProfile;
  /** What happened, in a sentence. */
  readonly what?: string;
}

/**
 * How one app changed over time. Each `Story` of `plimsoll/stories` is one.
 *
 * @example
 * ```ts
 * import type { Timeline } from "plimsoll/backtest";
 * import { stories } from "plimsoll/stories";
 *
 * const timelines: readonly Timeline[] = stories;
 *
 * timelines.length; // → 9
 * ```
 */
export interface Timeline {
  /** At least one, in the order of time, no two on one day. */
  readonly moments: readonly TimelineMoment[];
  /** The day that lead times are counted to, as an ISO date or an instant; the last moment's day when left out. */
  readonly incidentOn?: string;
}

/** A timeline whose days are known to be good. */
interface DatedTimeline {
  /** The id of the app, as the last moment has it. */
  readonly app: string;
  readonly moments: readonly { readonly day: Day; readonly profile: AppProfile }[];
  readonly incidentOn: Day;
}

/** What is wrong with the order of two neighbours, unless the later one is on a later day. */
function outOfOrder(day: Day, before: Day, pointer: Pointer): readonly Problem[] {
  if (day > before) return [];
  if (day < before) {
    const message = `This day, ${day}, is before the day of the moment above it, ${before}. Put the moments in the order of time.`;
    return [{ pointer, code: "contradiction", message }];
  }
  const message = `The moment above is on ${day} too. Give each day one moment, with all that was known at its end.`;
  return [{ pointer, code: "duplicate", message }];
}

const timelineShape = { needs: ["moments"], object: { moments: { list: "json" } } } as const satisfies Shape;

/** What is read here of a moment; whether its day is a day and its profile a profile is looked at afterwards. */
const momentShape = {
  needs: ["profile"],
  object: { profile: { needs: ["id"], object: { id: "string" } } },
} as const satisfies Shape;

/** What is wrong with the form of a timeline that was never read, in each of its moments. */
function checkForm(timeline: Timeline): readonly Problem[] {
  const whole = misfit(timelineShape, timeline);
  const problems = whole
    ? [whole]
    : timeline.moments.flatMap((moment, index) => {
        const problem = misfit(momentShape, moment);
        return problem ? [{ ...problem, pointer: `/moments/${index}${problem.pointer}` }] : [];
      });
  return problems.map((problem) => ({
    ...problem,
    message: `${problem.message} Read the timeline with safeParseTimeline.`,
  }));
}

/** Reads the days of a timeline, or lists every mistake in them. */
export function dateTimeline(timeline: Timeline): Result<DatedTimeline> {
  const mistakes = checkForm(timeline);
  if (mistakes.length > 0) return { ok: false, problems: mistakes.slice(0, mostProblems) };
  const { moments, incidentOn } = timeline;
  const report = collectProblems();
  const dayAt = (instant: string, pointer: Pointer): Day | undefined => {
    try {
      return toDay(instant);
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      for (const problem of error.problems) report({ ...problem, pointer });
      return undefined;
    }
  };

  const last = moments.at(-1);
  if (last === undefined) {
    const message = "There is no moment here. Say how the app is on at least one day.";
    return { ok: false, problems: [{ pointer: "/moments", code: "out-of-range", message }] };
  }
  const dated: { day: Day; profile: AppProfile }[] = [];
  for (const [index, { on, profile }] of moments.entries()) {
    const pointer = `/moments/${index}/on`;
    const day = dayAt(on, pointer);
    if (day === undefined) continue;
    const before = dated.at(-1)?.day;
    for (const problem of before === undefined ? [] : outOfOrder(day, before, pointer)) report(problem);
    dated.push({ day, profile });
  }
  const incident = incidentOn === undefined ? dated.at(-1)?.day : dayAt(incidentOn, "/incidentOn");
  const problems = report.found();
  if (incident === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { app: last.profile.id, moments: dated, incidentOn: incident } };
}
