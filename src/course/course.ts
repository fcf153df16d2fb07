import type { Problem } from "../problems/index.js";
import { isBefore } from "../time/index.js";
import { drawn, statesOn } from "./diagram.js";
import type { Happened, Path, Step, Underway } from "./step.js";

/** An event that can happen now. */
export interface Allowed<Kind extends string, State extends string> {
  readonly kind: Kind;
  /** What happens, in a few words. */
  readonly title: string;
  /** What the event says beyond when it happened and who did it: the names of its fields. */
  readonly needs: readonly string[];
  /** The state that it leads to. */
  readonly leadsTo: State;
}

/** Why an event was refused, and what is possible now. */
export interface Refused<Kind extends string, State extends string> {
  readonly code: "invalid" | "stale" | "out-of-order" | "not-now" | "not-yet" | "unfit";
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly possible: readonly Allowed<Kind, State>[];
}

/** What an event has led to: as it is now, or why not. */
export type Outcome<Given, Kind extends string, State extends string> =
  | { readonly ok: true; readonly case: Given }
  | { readonly ok: false; readonly refusal: Refused<Kind, State> };

/** What a course is made of. */
export interface Plan<Given, State extends string, Event extends Happened, First extends Event["kind"]> {
  /** How what goes this way is called, how its first event is, and what that does: "case", "opening", "opened". */
  readonly words: { readonly noun: string; readonly beginning: string; readonly begun: string };
  /** The kind of the first event, and the state that it leads to. */
  readonly first: { readonly kind: First; readonly state: State };
  readonly path: Path<Given, State, Exclude<Event, { readonly kind: First }>>;
  /** What an event of a kind says beyond when it happened and who did it. */
  readonly fieldsOf: (kind: Event["kind"]) => readonly string[];
  /** What an event changes, besides the state and the history. */
  readonly changesBy: (event: Event, before: Given) => Partial<Given>;
}

/** A path that runs. */
export interface Course<Given, State extends string, Event extends Happened> {
  readonly words: Plan<Given, State, Event, Event["kind"]>["words"];
  /** Every state, in the order of the path. */
  readonly states: readonly State[];
  /** What can happen now; nothing once it has ended. */
  readonly allowed: (given: Given) => readonly Allowed<Event["kind"], State>[];
  readonly refuse: (
    code: Refused<Event["kind"], State>["code"],
    message: string,
    given?: Given,
    problems?: readonly Problem[],
  ) => Extract<Outcome<Given, Event["kind"], State>, { readonly ok: false }>;
  /** Holds an event against the path, and applies it. */
  readonly step: (given: Given, event: Event) => Outcome<Given, Event["kind"], State>;
  /**
   * The same for one event after the other, each applied to what the last one led to. The history is kept once, and not copied with
   * every event: only what comes of the last event is to be looked at.
   */
  readonly playing: (given: Given) => (event: Event) => Outcome<Given, Event["kind"], State>;
  /** The path as a Mermaid state diagram. */
  readonly diagram: () => string;
}

const isTimed = ({ at }: Happened) => at.includes("T");

/** The last event, and the last of which the hour is known: what happens next is before neither. */
function latestOf(events: readonly Happened[]): readonly Happened[] {
  let timed = events.length - 1;
  while (timed > 0 && !events.slice(timed, timed + 1).some(isTimed)) timed--;
  return [...events.slice(-1), ...events.slice(timed, timed + 1)];
}

/** The same, once another event has happened. */
const latestAfter = (latest: readonly Happened[], event: Happened): readonly Happened[] =>
  isTimed(event) ? [event] : [event, ...latest.slice(-1)];

/** Lets a path run. */
export function courseOf<
  State extends string,
  Event extends Happened,
  Given extends Underway<State, Event>,
  First extends Event["kind"],
>({ words, first, path, fieldsOf, changesBy }: Plan<Given, State, Event, First>): Course<Given, State, Event> {
  // Each step takes the events of its kind, by which it is looked up.
  const steps = Object.entries(path) as [Event["kind"], Step<Given, State, Event>][];
  const stepOf = new Map(steps);
  const { noun, begun } = words;

  const allowed = (given: Given) =>
    steps.flatMap(([kind, { title, from, to, missing }]) => {
      const isPossible = from.includes(given.state) && missing?.(given) === undefined;
      return isPossible ? [{ kind, title, needs: fieldsOf(kind), leadsTo: to ?? given.state }] : [];
    });

  const refuse: Course<Given, State, Event>["refuse"] = (code, message, given, problems = []) => {
    const possible = given === undefined ? [] : allowed(given);
    return { ok: false, refusal: { code, message, problems, possible } };
  };

  /** What is possible instead, in a sentence. */
  const instead = (given: Given): string => {
    const known = allowed(given).map(({ kind }) => kind);
    return known.length > 0 ? `Possible now: ${known.join(", ")}.` : `The ${noun} has ended; its history stays.`;
  };

  /** What an event leads to, but for the history. */
  const follow = (given: Given, event: Event, latest: readonly Happened[]): Outcome<Given, Event["kind"], State> => {
    const next = stepOf.get(event.kind);
    if (next === undefined) return refuse("not-now", `A ${noun} is ${begun} once. ${instead(given)}`, given);
    if (!next.from.includes(given.state)) {
      return refuse("not-now", `This cannot happen while a ${noun} is "${given.state}". ${instead(given)}`, given);
    }
    const later = latest.find(({ at }) => isBefore(event.at, at));
    if (later !== undefined) {
      const message = `This happened on ${event.at}, but the ${noun} already has an event on ${later.at}. Add events in the order of time.`;
      return refuse("out-of-order", message, given);
    }
    const missing = next.missing?.(given);
    if (missing !== undefined) return refuse("not-yet", missing, given);
    const objection = next.objection?.(given, event);
    if (objection !== undefined) return refuse("unfit", objection, given);
    const { to = given.state } = next;
    return { ok: true, case: { ...given, ...changesBy(event, given), state: to, revision: given.revision + 1 } };
  };

  const step: Course<Given, State, Event>["step"] = (given, event) => {
    const { events } = given;
    const outcome = follow(given, event, latestOf(events));
    return outcome.ok ? { ok: true, case: { ...outcome.case, events: [...events, event] } } : outcome;
  };

  const playing: Course<Given, State, Event>["playing"] = (given) => {
    const events = [...given.events];
    let latest = latestOf(events);
    let now: Given = { ...given, events };
    return (event) => {
      const outcome = follow(now, event, latest);
      if (!outcome.ok) return outcome;
      events.push(event);
      latest = latestAfter(latest, event);
      now = outcome.case;
      return outcome;
    };
  };

  return {
    words,
    states: statesOn(first.state, steps),
    allowed,
    refuse,
    step,
    playing,
    diagram: () => drawn(first, steps),
  };
}
