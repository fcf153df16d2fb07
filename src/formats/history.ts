import type * as z from "zod/mini";
import type { Course, Happened, Outcome, Underway } from "../course/index.js";
import { inputLimits, readWith } from "../json/index.js";
import { type Problem, type Result, toPointer } from "../problems/index.js";
import { isSameJson } from "../shapes/index.js";

/** What a document is whose events tell all of it. */
interface Kept<State extends string, Event extends Happened, Given, First extends Event> {
  readonly course: Course<Given, State, Event>;
  readonly eventSchema: z.ZodMiniType<Event>;
  /** Whether an event is the first of a history. */
  readonly isFirst: (event: Event) => event is First;
  readonly begin: (first: First) => Given;
}

/** What can be done with a history that comes from outside. */
export interface History<State extends string, Event extends Happened, Given> {
  /** Lets an event happen that was meant for a revision. */
  readonly happen: (given: Given, event: Event, expectedRevision: number) => Outcome<Given, Event["kind"], State>;
  /** Plays a history again: what the events tell, or the first of them that cannot be. */
  readonly replay: (events: readonly Event[]) => Outcome<Given, Event["kind"], State>;
  /** What was stored, if it is what its events tell. */
  readonly held: (stored: Given) => Result<Given>;
}

/** Where something stored is not what its events tell. */
function differences<Given extends object>(stored: Given, told: Given, noun: string): readonly Problem[] {
  // The keys of a plain value are its fields.
  const fields = Object.keys(told) as (keyof Given & string)[];
  return fields
    .filter((field) => !isSameJson(stored[field], told[field]))
    .map((field): Problem => {
      const message = `This does not match the events. Store ${noun}s as they are, or keep the events and replay them.`;
      return { pointer: toPointer([field]), code: "contradiction", message };
    });
}

/** Reads and plays the events of a course. */
export function historyOf<
  State extends string,
  Event extends Happened,
  Given extends Underway<State, Event>,
  First extends Event,
>({ course, eventSchema, isFirst, begin }: Kept<State, Event, Given, First>): History<State, Event, Given> {
  const { noun, beginning } = course.words;
  const refuseUnread = (problems: readonly Problem[], given?: Given) => {
    const message = ["This is no event.", ...problems.slice(0, 1).map((problem) => problem.message)].join(" ");
    return course.refuse("invalid", message, given, problems);
  };

  const happen: History<State, Event, Given>["happen"] = (given, event, expectedRevision) => {
    if (expectedRevision !== given.revision) {
      const message = `The ${noun} is at revision ${given.revision}, not ${expectedRevision}: somebody else changed it meanwhile. Look at it again, then decide.`;
      return course.refuse("stale", message, given);
    }
    const read = readWith(eventSchema, event, inputLimits.case);
    return read.ok ? course.step(given, read.value) : refuseUnread(read.problems, given);
  };

  const replay: History<State, Event, Given>["replay"] = ([first, ...rest]) => {
    const begins = `A ${noun} begins with its ${beginning}`;
    if (first === undefined) return course.refuse("invalid", `${begins}, and there is none.`);
    const read = readWith(eventSchema, first, inputLimits.case);
    if (!read.ok) return refuseUnread(read.problems);
    if (!isFirst(read.value)) return course.refuse("invalid", `${begins}, not with another event.`);
    let given = begin(read.value);
    const play = course.playing(given);
    for (const event of rest) {
      const seen = readWith(eventSchema, event, inputLimits.case);
      const outcome = seen.ok ? play(seen.value) : refuseUnread(seen.problems, given);
      if (!outcome.ok) return outcome;
      given = outcome.case;
    }
    return { ok: true, case: given };
  };

  const held: History<State, Event, Given>["held"] = (stored) => {
    const played = replay(stored.events);
    if (!played.ok) {
      return { ok: false, problems: [{ pointer: "/events", code: "contradiction", message: played.refusal.message }] };
    }
    const problems = differences(stored, played.case, noun);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: played.case };
  };

  return { happen, replay, held };
}
